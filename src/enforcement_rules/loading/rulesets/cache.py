"""A folder of the user's own in which rulesets are kept as plain data, so that the next start need not read YAML.

Whoever cannot write as the user cannot change what is read: the folder and its files belong to the user alone, nothing
is reached through a link, and what fails a check is as if it were not there. A folder that cannot be used costs time,
never an error.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

OFF = "ENFORCEMENT_RULES_NO_CACHE"
"""The environment variable that, set to anything, turns the cache off."""
MOST_ENTRIES = 16
MOST_BYTES = 64_000_000
LARGEST_ENTRY = 32_000_000
_OURS = re.compile(r"\.?[0-9a-f]{64}(\.[0-9a-f]{16})?\.json\Z")
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_OPEN_TO_OTHERS = 0o077
_ABANDONED = 3600
"""Seconds after which a file that was never finished is removed."""


def turned_off() -> bool:
    """Say whether the environment wants every file to be read."""
    return bool(os.environ.get(OFF))


def cache_folder() -> Path | None:
    """Return where rulesets are kept, whether it exists or not; `None` where there is no home."""
    base = _base()
    return base / "enforcement_rules" if base is not None and base.is_absolute() else None


def _base() -> Path | None:
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else None
    wanted = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(wanted) and sys.platform != "darwin":
        return Path(wanted)  # one that is relative is to be ignored
    home = os.path.expanduser("~")
    if not os.path.isabs(home):
        return None
    return Path(home, "Library", "Caches") if sys.platform == "darwin" else Path(home, ".cache")


class _Folder:
    """The folder, opened once and checked; names are looked up in what was checked, whatever its path leads to."""

    def __init__(self, path: Path) -> None:
        by_handle = {os.open, os.rename, os.stat, os.unlink} <= os.supports_dir_fd
        self.path = path
        self.handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY | _NO_LINKS) if by_handle else None

    def __enter__(self) -> Self:
        found = os.lstat(self.path) if self.handle is None else os.fstat(self.handle)
        if not stat.S_ISDIR(found.st_mode) or not _ours_alone(found):
            self.__exit__()
            raise PermissionError(self.path)
        return self

    def __exit__(self, *_: object) -> None:
        if self.handle is not None:
            os.close(self.handle)

    def _at(self, name: str) -> str:
        return name if self.handle is not None else str(self.path / name)

    def open(self, name: str, flags: int) -> int:
        return os.open(self._at(name), flags | _NO_LINKS, 0o600, dir_fd=self.handle)

    def state(self, name: str) -> os.stat_result:
        return os.stat(self._at(name), dir_fd=self.handle, follow_symlinks=False)

    def names(self) -> list[str]:
        return [name for name in os.listdir(self.path if self.handle is None else self.handle) if _OURS.match(name)]

    def replace(self, name: str, by: str) -> None:
        os.replace(self._at(by), self._at(name), src_dir_fd=self.handle, dst_dir_fd=self.handle)

    def remove(self, name: str) -> None:
        with contextlib.suppress(OSError):
            os.unlink(self._at(name), dir_fd=self.handle)


def _ours_alone(found: os.stat_result) -> bool:
    """Say whether something belongs to this user and is open to nobody else; where there are no users, it is."""
    who: Any = getattr(os, "geteuid", None)
    return who is None or (found.st_uid == who() and not found.st_mode & _OPEN_TO_OTHERS)


def _opened() -> _Folder:
    path = cache_folder()
    if path is None:
        raise FileNotFoundError
    return _Folder(path)


def kept(key: str) -> bytes | None:
    """Return what is kept under a key (64 hexadecimal digits); `None` where there is nothing that can be trusted."""
    with contextlib.suppress(OSError, ValueError), _opened() as folder:
        return _content(folder, f"{key}.json")
    return None


def _content(folder: _Folder, name: str) -> bytes | None:
    # Opening a pipe that somebody put there must not wait for whoever writes into it.
    with os.fdopen(folder.open(name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as stream:
        found = os.fstat(stream.fileno())
        plain = stat.S_ISREG(found.st_mode) and _ours_alone(found) and found.st_nlink == 1
        return stream.read() if plain and found.st_size <= LARGEST_ENTRY else None


def keep(key: str, content: bytes) -> None:
    """Keep bytes under a key: whole or not at all; the oldest of what is kept beyond the bounds is removed."""
    path = cache_folder()
    if path is None or len(content) > LARGEST_ENTRY:
        return
    with contextlib.suppress(OSError, ValueError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            path.mkdir(mode=0o700)
        with _Folder(path) as folder:
            _write(folder, key, content)
            _remove_oldest(folder)


def _write(folder: _Folder, key: str, content: bytes) -> None:
    unfinished = f".{key}.{secrets.token_hex(8)}.json"
    try:
        with os.fdopen(folder.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL), "wb") as stream:
            stream.write(content)
        folder.replace(f"{key}.json", unfinished)
    except BaseException:
        folder.remove(unfinished)
        raise


def _remove_oldest(folder: _Folder) -> None:
    found = [(state.st_mtime, state.st_size, name) for name in folder.names() for state in _states(folder, name)]
    count = size = 0
    for made, bytes_, name in sorted(found, reverse=True):
        unfinished = name.startswith(".")
        if not unfinished:
            count, size = count + 1, size + bytes_
        too_much = count > MOST_ENTRIES or size > MOST_BYTES
        if (unfinished and time.time() - made > _ABANDONED) or (not unfinished and too_much):
            folder.remove(name)


def _states(folder: _Folder, name: str) -> Iterator[os.stat_result]:
    with contextlib.suppress(OSError):  # another process may have removed it
        yield folder.state(name)
