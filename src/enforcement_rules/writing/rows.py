"""Lines of a case file that is begun: keys with what they take behind them, some of them commented out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from msgspec import Struct

_INDENT = "  "
_MARGIN, _LONGEST = 34, 200


class Row(Struct, frozen=True):
    """A line: its depth, its text, the remark behind it; one that is `off` at a depth has its `#` there."""

    depth: int
    text: str
    remark: str = ""
    off: int | None = None


class Rows:
    """Gathers the lines of a file."""

    def __init__(self) -> None:
        """Begin without any."""
        self._rows: list[Row] = []

    def put(self, depth: int, text: str, remark: str = "", *, off: int | None = None) -> None:
        """Add a line."""
        self._rows.append(Row(depth, text, remark, off))

    def remark(self, depth: int, remark: str) -> None:
        """Add a line that is a remark alone."""
        self._rows.append(Row(depth, "", remark))

    def text(self) -> str:
        """Return the file."""
        return "".join(f"{line}\n" for row in self._rows for line in _lines(row))


def _lines(row: Row) -> Iterator[str]:
    # A line that is a remark alone is told from one that may be uncommented.
    sign = "#" if row.text or not row.depth else "##"
    remark = f"{sign} {_short(row.remark)}" if row.remark else ""
    if row.off is None:
        body = _INDENT * row.depth + row.text
    else:
        body = _INDENT * row.off + "# " + _INDENT * (row.depth - row.off) + row.text
    gap = " " * max(2, _MARGIN - _width(body)) if remark and row.text else ""
    yield (body + gap + remark).rstrip()


def _short(remark: str) -> str:
    one_line = " ".join(remark.split())
    return one_line if len(one_line) <= _LONGEST else f"{one_line[: _LONGEST - 1]}…"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
