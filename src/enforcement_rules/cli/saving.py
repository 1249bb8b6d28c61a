"""Writing a file that `--output` names: whole, with the mode it has, and nothing but a regular file."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path

from enforcement_rules.values.errors import refuse


def save(output: Path, text: str) -> None:
    """Write text to a file as a whole or not at all, in UTF-8.

    A file that is there keeps its mode, its owner and its other names; a new one gets what the umask leaves. A link is
    followed to the file it names.

    Raises:
        InputError: when the path names a directory, a device, a pipe or a socket.
        OSError: when it cannot be written.
    """
    target = Path(os.path.realpath(output))
    there = _there(output)
    if there is not None and not stat.S_ISREG(there.st_mode):
        raise refuse("directory" if stat.S_ISDIR(there.st_mode) else "not_a_file", (str(output),))
    if there is not None and not os.access(target, os.W_OK):
        raise PermissionError(13, os.strerror(13))
    content = text.encode("utf-8")
    if there is not None and (there.st_nlink > 1 or not _may_stand_in(there, target)):
        # Another file in its place would not be the same file for whoever else has it.
        target.write_bytes(content)
    else:
        _replace(target, content, there)


def _there(output: Path) -> os.stat_result | None:
    try:
        return os.stat(output)
    except FileNotFoundError:
        return None


def _may_stand_in(there: os.stat_result, target: Path) -> bool:
    """Say whether a file of ours beside a file could take its place and still be its owner's."""
    ours = not hasattr(os, "geteuid") or (there.st_uid, there.st_gid) == (os.geteuid(), os.getegid())
    return ours and os.access(target.parent, os.W_OK)


def _replace(target: Path, content: bytes, there: os.stat_result | None) -> None:
    unfinished = target.with_name(f".{secrets.token_hex(8)}.unfinished")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(unfinished, flags, 0o666 if there is None else 0o600)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        if there is not None:
            os.chmod(unfinished, there.st_mode & 0o777)
        os.replace(unfinished, target)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            unfinished.unlink()
        raise
