"""What rulesets are read from, as one hash: every name, and the content of every file that is read."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
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
        for part in _parts(directories, shown):
            found.update(part)
    except (OSError, ValueError, RecursionError, _OddFileError):
        return None
    return found.hexdigest()


def _parts(directories: Sequence[Path], shown: Sequence[str]) -> Iterator[bytes]:
    """Yield what the hash is over: no two states of the files give the same sequence of bytes."""
    yield from _engine()
    for directory, name in zip(directories, shown, strict=True):
        yield _line("directory", name)
        yield from _files(str(directory))


def _line(*parts: object) -> bytes:
    return "\0".join(map(str, parts)).encode("utf-8", "surrogateescape") + b"\0"


def _engine() -> Iterator[bytes]:
    """Yield what says which engine this is; an engine that is worked on keeps its version while its files change."""
    yield _line(VERSION, sys.implementation.cache_tag, sys.version)
    for part in _ENGINE:
        for path in sorted(_walked(str(_PACKAGE / part))):
            if path.endswith(".py"):
                state = os.stat(path)
                yield _line(path, state.st_size, state.st_mtime_ns)


def _files(root: str) -> Iterator[bytes]:
    size = 0
    paths = list(islice(_walked(root), _MOST + 1))
    if len(paths) > _MOST:
        raise _OddFileError
    for path in sorted(paths):
        yield _line("file", path[len(root) :])
        if path.endswith(".yaml") and not path.endswith(".cases.yaml"):
            with open(path, "rb", buffering=0) as stream:
                content = stream.read(_LARGEST + 1)
            size += len(content)
            if size > _LARGEST:
                raise _OddFileError
            yield _line(len(content))
            yield content


def _walked(path: str) -> Iterator[str]:
    """Yield the files in a folder and below; folders that are empty are nothing to a ruleset."""
    with os.scandir(path) as entries:
        for entry in entries:
            if entry.is_file(follow_symlinks=False):
                yield entry.path
            elif entry.is_dir(follow_symlinks=False):
                yield from _walked(entry.path)
            else:
                raise _OddFileError
