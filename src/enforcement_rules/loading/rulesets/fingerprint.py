"""What rulesets are read from, as one hash: every name, and the content of every file that is read."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from enforcement_rules.values.version import VERSION

_PACKAGE = Path(__file__).parents[2]
_ENGINE = ("loading", "model", "rules", "values")
"""The parts of the engine that have a say in what files become."""
_LARGEST = 64_000_000
"""Bytes of all files together, beyond which no hash is worked out."""
_MOST = 20_000


class _OddFileError(Exception):
    """Something that is neither a folder nor a plain file, or more than is worth hashing."""


def key_of(directories: Sequence[Path], shown: Sequence[str]) -> str | None:
    """Return the hash of what rulesets are read from, of the engine that reads them and of Python.

    Args:
        directories: the directories of rulesets.
        shown: what messages and places call them.

    Returns:
        The hash in hexadecimal; `None` where something lies there that only reading the rulesets can judge: a link, a
        pipe, a file that cannot be read.
    """
    found = hashlib.sha256()
    try:
        for line in (*_engine(), *_files(directories, shown)):
            found.update(line)
    except (OSError, ValueError, _OddFileError):
        return None
    return found.hexdigest()


def _line(*parts: object) -> bytes:
    return "\0".join(map(str, parts)).encode("utf-8", "surrogateescape") + b"\n"


def _engine() -> Iterator[bytes]:
    """Yield what says which engine this is; an engine that is worked on keeps its version while its files change."""
    yield _line(VERSION, sys.implementation.cache_tag, sys.version)
    for part in _ENGINE:
        for path in _walked(str(_PACKAGE / part), 0):
            if path.endswith(".py"):
                state = os.stat(path)
                yield _line(path, state.st_size, state.st_mtime_ns)


def _files(directories: Sequence[Path], shown: Sequence[str]) -> Iterator[bytes]:
    size = count = 0
    for directory, name in zip(directories, shown, strict=True):
        yield _line("directory", name)
        root = str(directory)
        for path in _walked(root, 0):
            count += 1
            content = _content(path) if path.endswith(".yaml") and not path.endswith(".cases.yaml") else b""
            size += len(content)
            if size > _LARGEST or count > _MOST:
                raise _OddFileError
            yield _line("file", path[len(root) :], hashlib.sha256(content).hexdigest())


def _walked(path: str, depth: int) -> Iterator[str]:
    """Yield the files in a folder and below, by name; folders that are empty are nothing to a ruleset."""
    with os.scandir(path) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        if entry.is_dir(follow_symlinks=False):
            yield from _walked(entry.path, depth + 1)
        elif entry.is_file(follow_symlinks=False):
            yield entry.path
        else:
            raise _OddFileError


def _content(path: str) -> bytes:
    with open(path, "rb", buffering=0) as stream:
        return stream.read()
