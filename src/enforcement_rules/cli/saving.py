"""Writing a file that `--output` names: in the form its ending says, whole, and nothing but a regular file."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from enforcement_rules.values.errors import InputError, refuse

Form = TypeVar("Form", bound=StrEnum)
_ENDINGS = {
    "text": (".txt",),
    "json": (".json",),
    "markdown": (".md",),
    "html": (".html", ".htm"),
    "ics": (".ics",),
    "yaml": (".yaml", ".yml"),
}
"""Form → the endings of files in it, the usual one first."""


def form_of(output: Path | None, given: Form | None, default: Form) -> Form:
    """Return the form to write in: as `--format` says, else as the ending of the file says, else the default.

    Args:
        output: the file; `None` for standard output.
        given: what `--format` says.
        default: of the command; its members are the forms that the command has.

    Raises:
        InputError: when the ending belongs to no form of the command, or to another than the one given.
    """
    ending = "" if output is None else output.suffix.lower()
    if not ending:
        return given or default
    meant = next((form for form in type(default) if ending in _ENDINGS.get(form.value, ())), None)
    if meant is None:
        known = [_ENDINGS[form.value][0] for form in type(default) if form.value in _ENDINGS]
        raise refuse("unknown_ending", (str(output),), ending=ending, expected=known)
    if given is not None and given is not meant:
        raise refuse("ending_contradicts", (str(output),), ending=ending, format=given.value)
    return meant


def unwritten(where: Path | str, error: OSError) -> InputError:
    """Return the refusal of a place that cannot be written, with the reason that the system gives."""
    return refuse("cannot_write", (str(where),), reason=error.strerror or type(error).__name__)


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
