"""Standard output and error: in any encoding, and where one is full, closed or no longer read.

In: text whose lines were made by `page_of`, or JSON. Out: bytes the surroundings can take, or an `OSError`, never half
a verdict that looks whole.
"""

from __future__ import annotations

import codecs
import errno
import io
import os
import re
import stat
import sys
from pathlib import Path
from typing import Literal, TextIO, cast

from enforcement_rules.values.visible import BEYOND_ASCII, escaped, visible

Charset = Literal["surroundings", "json", "utf-8"]
"""What a form of output asks for: text follows the surroundings; JSON has escapes; HTML and iCalendar are UTF-8."""

_NEAREST = {"✓": "√v", "✗": "×x", "◐": "◎~", "–": "-", "—": "-", "→": ">", "·": "*", "○": "o", "●": "*"}
"""Marks of our pages → what stands for them where the surroundings lack them, the best first."""
_UNSEEN = re.compile(f"[{BEYOND_ASCII}]")
_BEYOND = re.compile(r"[^\x00-\x7f]")


class _Closed(io.TextIOBase):
    """Stands for a standard stream that is closed: to write to it fails as it does to any closed file."""

    def write(self, text: str, /) -> int:
        """Refuse to write.

        Raises:
            OSError: always.
        """
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def prepare() -> None:
    """Make the standard streams take every character; one that is closed fails as soon as it is written to.

    Where the surroundings name no encoding but ASCII it is UTF-8; in others the nearest that they have is written.
    """
    codecs.register_error("enforcement_rules", _nearest)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, _Closed())
        elif isinstance(stream, io.TextIOWrapper):
            if isinstance(stream.buffer, io.RawIOBase):
                stream = _buffered(stream)
                setattr(sys, name, stream)
            unnamed = _codec(stream) == "ascii" and stream.errors != "strict" and not os.environ.get("PYTHONIOENCODING")
            stream.reconfigure(encoding="utf-8" if unnamed else None, errors="enforcement_rules")


def _buffered(stream: io.TextIOWrapper) -> io.TextIOWrapper:
    """Return a stream in place of an unbuffered one (`PYTHONUNBUFFERED`), which says nothing where it stops halfway."""
    encoding, errors = stream.encoding, stream.errors
    raw = cast("io.RawIOBase", stream.detach())
    return io.TextIOWrapper(io.BufferedWriter(raw), encoding=encoding, errors=errors, line_buffering=True)


def _codec(stream: TextIO) -> str:
    return codecs.lookup(stream.encoding or "utf-8").name


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(_fitting(char, error.encoding) for char in lacking), error.end


def _fitting(char: str, encoding: str) -> str:
    for candidate in _NEAREST.get(char, ""):
        try:
            candidate.encode(encoding)
        except UnicodeEncodeError:
            continue
        return candidate
    return escaped(char)


def json_escaped(text: str) -> str:
    """Return JSON with an escape for every character that cannot be seen: the same data, and nothing hidden in it."""
    return text if text.isascii() and "\x7f" not in text else _UNSEEN.sub(_json_escape, text)


def _json_escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[n : n + 2].hex()}" for n in range(0, len(units), 2))


def print_out(text: str, charset: Charset = "surroundings") -> None:
    """Write to standard output, to the end.

    Raises:
        OSError: when it is closed, full or no longer read.
    """
    stream = sys.stdout
    try:
        if charset == "utf-8" and hasattr(stream, "buffer"):
            stream.flush()
            stream.buffer.write(text.encode("utf-8"))
        elif charset == "json" and not _codec(stream).startswith("utf"):
            stream.write(_BEYOND.sub(_json_escape, text))
        else:
            stream.write(text)
        stream.flush()
    except ValueError as error:  # what Python says of a file that was closed
        raise OSError(errno.EBADF, str(error)) from None


def is_stdout(output: Path) -> bool:
    """Say whether a path names the regular file that standard output goes to, as `/dev/stdout` may."""
    try:
        there = os.stat(output)
        return stat.S_ISREG(there.st_mode) and os.path.samestat(there, os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError):
        return False


def tell(line: str) -> None:
    """Write one line to standard error; where that cannot be, the exit code has to do."""
    try:
        sys.stderr.write(f"{visible(line)}\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        abandon("stderr")


def abandon(name: Literal["stdout", "stderr"]) -> None:
    """Give a stream up that cannot be written: what it still holds must not raise again at exit."""
    stream = getattr(sys, name)
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError, AttributeError):
        return
