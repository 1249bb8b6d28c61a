"""Marks of YAML as input methods write them, and blanks left out, found by looking through the lines.

Asked only of files that were refused. A mark is a slip only where syntax stands: before a value, between the entries
of brackets. In a text of the file 甲：乙，丙 is left alone, as far as lines alone can tell; what may be either is taken
for a slip only on lines of which something was said.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from enforcement_rules.loading.reading.yaml_brackets import BracketReader
from enforcement_rules.loading.reading.yaml_lines import MendedLines, indentation, is_empty

_DASHES = ("-", "\N{FULLWIDTH HYPHEN-MINUS}", "\N{EN DASH}", "\N{EM DASH}")
_COLON = "\N{FULLWIDTH COLON}"
_KEY = re.compile(
    rf"""(?P<key>"[^"]*"|'[^']*'|[^\s#'"\[\]{{}}｛［【“‘,&*!|>%@`:{_COLON}-][^\s:{_COLON},。，、；#\[\]{{}}"']{{0,39}})\s*"""
    rf"(?P<colon>[:{_COLON}])(?P<blank>\s*)"
)
_WORD = re.compile(r"[^\W\d][\w.]*\Z")
_ITEM = re.compile(r"""[{\[｛［"']|[^\W\d][\w.]*\s*[:：]""")
_BLOCK = re.compile(r"[|>][+\-0-9]*\s*(?:#.*)?\Z")


class MarkReader:
    """Goes through the lines once, mending what it finds.

    Attributes:
        lines: what is gone through.
        suspects: lines, from zero, on which what may be text is a slip as well.
        text_of: the column of the key whose text may go on over the next lines; `None` where none may.
        block_of: the same of a text begun with `|` or `>`.
    """

    def __init__(self, lines: MendedLines, suspects: Collection[int] = ()) -> None:
        """Begin at the first line."""
        self.lines = lines
        self.suspects = suspects
        self.text_of: int | None = None
        self.block_of: int | None = None
        self.brackets = BracketReader(lines)

    def read(self) -> None:
        """Go through all lines."""
        n = 0
        while n < len(self.lines.lines):
            line = self.lines.lines[n]
            if not (is_empty(line) or self._inside_text(line)):
                self._tabs(n)
                n = self._line(n, indentation(self.lines.lines[n]))
            n += 1

    def _inside_text(self, line: str) -> bool:
        if self.block_of is not None and indentation(line) > self.block_of:
            return True
        self.block_of = None
        return False

    def _tabs(self, n: int) -> None:
        line = self.lines.lines[n]
        blanks = line[: indentation(line)]
        if "\t" in blanks:
            self.lines.slip("tab", n, blanks.index("\t"))
            for at in reversed(range(len(blanks))):
                if blanks[at] == "\t":
                    self.lines.edit(n, at, at + 1, "  ")

    def _line(self, n: int, at: int) -> int:
        """Read a line from a column on; return the line where what begins on it ends."""
        goes_on = self.text_of is not None and at > self.text_of
        column, at = at, self._dashes(n, at, goes_on=goes_on)
        if goes_on and at == column:
            return n  # the text above goes on
        return self._entry(n, at, item=at > column)

    def _dashes(self, n: int, at: int, *, goes_on: bool) -> int:
        """Return where the content of a line begins, behind the dashes of a list."""
        while True:
            line = self.lines.lines[n]
            mark, behind = line[at : at + 1], line[at + 1 :]
            if mark not in _DASHES or not mark or (goes_on and mark != "-") or line.startswith("---", at):
                return at
            if not behind.strip():
                return at + 1
            if not (behind[0] in " \t" if mark == "-" else _ITEM.match(behind.lstrip())) and not self._dash(n, at):
                return at
            if mark != "-":
                self.lines.slip("full_width_mark", n, at, mark=mark, instead="- ")
                self.lines.edit(n, at, at + 1, "-" if behind[0] == " " else "- ")
            line = self.lines.lines[n]
            at += len(line[at + 1 :]) - len(line[at + 1 :].lstrip()) + 1

    def _dash(self, n: int, at: int) -> bool:
        """Mend a dash without a blank behind it, if it begins an item of a list."""
        if self.lines.lines[n][at] != "-":
            return False
        others = (self.lines.previous_content(n), self.lines.next_content(n))
        listed = any(
            other is not None and re.match(rf" {{{at}}}-\s", self.lines.lines[other]) is not None for other in others
        )
        if not listed and _ITEM.match(self.lines.lines[n], at + 1) is None:
            return False
        self.lines.slip("no_blank", n, at, mark="-", instead="- ")
        self.lines.edit(n, at, at + 1, "- ")
        return True

    def _entry(self, n: int, at: int, *, item: bool) -> int:
        found = _KEY.match(self.lines.lines[n], at)
        key_ends = None if found is None else self._colon(n, found, item=item)
        value = at if key_ends is None else key_ends
        self.text_of = None
        line = self.lines.lines[n]
        rest = line[value:].strip()
        if _BLOCK.match(rest):
            self.block_of = at if key_ends is not None else max(at - 2, -1)
            return n
        if rest[:1] in self.brackets.BEGINS:
            return self.brackets.read(n, line.index(rest, value), indentation(line))
        if rest and not rest.startswith("#"):
            self.text_of = at if key_ends is not None else max(at - 2, -1)
        return n

    def _colon(self, n: int, found: re.Match[str], *, item: bool) -> int | None:
        """Return where the value behind a key begins, its colon mended; `None` where it is no key."""
        line, colon = self.lines.lines[n], found.start("colon")
        if found["colon"] == ":":
            behind = line[colon + 1 : colon + 3]
            if not behind or behind[0] in " \t":
                return found.end()
            if behind == "//" or _WORD.match(found["key"]) is None or (item and not self._may_be_key(n)):
                return None
            self.lines.slip("no_blank", n, colon, mark=":", instead=": ")
        elif item and not self._may_be_key(n):
            return None
        else:
            self.lines.slip("full_width_mark", n, colon, mark=_COLON, instead=": ")
        self.lines.edit(n, colon, colon + 1, ":" if found["blank"] or found.end() == len(line) else ": ")
        return _KEY.match(self.lines.lines[n], found.start()).end()  # type: ignore[union-attr]

    def _may_be_key(self, n: int) -> bool:
        """Say whether the text of an item is a key: the next line goes on with another, or something was said of it."""
        if n in self.suspects or n - 1 in self.suspects:
            return True
        after = self.lines.next_content(n)
        if after is None:
            return False
        line = self.lines.lines[after]
        at = indentation(line)
        return at > indentation(self.lines.lines[n]) and _KEY.match(line, at) is not None
