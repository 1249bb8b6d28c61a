"""What stands in brackets and quotes: their marks in pairs, commas and colons between the entries."""

from __future__ import annotations

import re

from msgspec import Struct

from enforcement_rules.loading.reading.yaml_lines import MendedLines, indentation

_FULL_WIDTH = {"｛": "{", "｝": "}", "［": "[", "］": "]", "【": "[", "】": "]"}
_CLOSES = {"{": "}", "[": "]"}
_QUOTES = {"“": "”", "‘": "’"}
_COLON = "\N{FULLWIDTH COLON}"
_BETWEEN = "，、；;"
_NEXT_ENTRY = re.compile(rf"\s*(?:[\w.\-]{{1,40}}\s*(?::(?:\s|\Z)|{_COLON})|[{{｛\[［]|[}}｝\]］]|\Z)")
_ASCII_WORD = re.compile(r"[A-Za-z0-9_\-]+\Z")
_NEXT_WORD = re.compile(r"\s*[A-Za-z0-9_\-]+\s*[,，、；;\]］】]")
_KEY = re.compile(r"[^\W\d][\w.]*\Z")
_ENTRY = re.compile(r"\s*(?:-\s|[\w.]{1,40}\s*[:：](?:\s|\Z))")


class _Open(Struct):
    mark: str
    line: int
    column: int


class BracketReader:
    """Reads from the begin of brackets or quotes to their end, mending what it finds."""

    BEGINS = ("{", "[", '"', "'", "｛", "［")
    """What it reads; an empty text is none of them."""

    def __init__(self, lines: MendedLines) -> None:
        """Look through some lines."""
        self.lines = lines
        self.open: list[_Open] = []
        self.n = self.at = self.indent = 0
        self.token = self.token_at = 0
        self.keyed = False

    def read(self, n: int, at: int, indent: int) -> int:
        """Read from a place on; return the line on which the brackets or quotes end.

        Args:
            n: the line, from zero.
            at: the column where they begin.
            indent: of the line; what stands further left cannot be inside.
        """
        self.n, self.at, self.indent, self.open = n, at, indent, []
        self._begin()
        while True:
            line = self.lines.lines[self.n]
            if self.at >= len(line) or (line[self.at] == "#" and line[self.at - 1 : self.at].isspace()):
                if not self.open or not self._next_line():
                    return self.n
                continue
            self._character(line[self.at])
            if not self.open:
                self._superfluous()
                return self.n

    def _begin(self) -> None:
        """A token begins here."""
        self.token_at, self.keyed = self.at, False

    def _next_line(self) -> bool:
        """Go to the next line, unless the brackets must have ended before it."""
        after = self.lines.next_content(self.n)
        line = "" if after is None else self.lines.lines[after]
        if after is None or (indentation(line) <= self.indent and _ENTRY.match(line)):
            for each in reversed(self.open):
                self.lines.slip("never_closed", each.line, each.column, mark=each.mark, instead=_CLOSES[each.mark])
            end = len(self.lines.lines[self.n].rstrip())
            self.lines.edit(self.n, end, end, "".join(_CLOSES[each.mark] for each in reversed(self.open)))
            self.at = len(self.lines.lines[self.n])
            self.open = []
            return False
        self.n, self.at = after, indentation(line)
        if not self.lines.lines[self.n][self.token_at :].strip():
            self.token_at = self.at
        self.token_at = min(self.token_at, self.at)
        return True

    def _character(self, mark: str) -> None:
        begins = not self.lines.lines[self.n][self.token_at : self.at].strip()
        if mark in "\"'" and (begins or not self.open):
            self._quoted(mark)
        elif mark in _QUOTES and begins and self._text_in_chinese_quotes(mark):
            self._quoted('"')
        elif mark in _FULL_WIDTH and (mark not in "【】" or begins or mark == "】"):
            self._full_width(mark, begins=begins)
        elif mark in _CLOSES and (begins or not self.open):
            self.open.append(_Open(mark, self.n, self.at))
            self.at += 1
            self._begin()
        elif mark in "]}":
            self._close(mark)
        elif mark in _BETWEEN:
            self._between(mark)
        elif mark == ",":
            if not (self.keyed and self._thousands()):
                self.at += 1
                self._begin()
        elif mark in (":", _COLON) and self.open:
            self._colon(mark)
        else:
            self.at += 1

    def _quoted(self, mark: str) -> None:
        """Go behind a text in quotes; one that is never closed on its line is, unless it may go on."""
        begin, line = self.at, self.lines.lines[self.n]
        end = _quote_end(line, begin + 1, mark)
        if end is None:
            end = self._unclosed(mark, begin)
        self.at = end + 1 if end is not None else len(self.lines.lines[self.n])

    def _unclosed(self, mark: str, begin: int) -> int | None:
        line = self.lines.lines[self.n]
        full_width = re.search("[”“＂]" if mark == '"' else "[’‘＇]", line[begin + 1 :])
        if full_width is not None:
            at = begin + 1 + full_width.start()
            self.lines.slip("full_width_mark", self.n, at, mark=full_width[0], instead=mark)
            self.lines.edit(self.n, at, at + 1, mark)
            return at
        after = self.lines.next_content(self.n)
        if after is not None and not _ENTRY.match(self.lines.lines[after]):
            return self._goes_on(mark)
        self.lines.slip("never_closed", self.n, begin, mark=mark, instead=mark)
        end = re.search(r"\s*[,}\]]", line[begin + 1 :]) if self.open else None
        at = len(line.rstrip()) if end is None else begin + 1 + end.start()
        self.lines.edit(self.n, at, at, mark)
        return at

    def _goes_on(self, mark: str) -> int | None:
        """Go to the line on which a text of several lines is closed."""
        for n in range(self.n + 1, len(self.lines.lines)):
            end = _quote_end(self.lines.lines[n], 0, mark)
            if end is not None:
                self.n, self.token_at = n, 0
                return end
        return None

    def _text_in_chinese_quotes(self, mark: str) -> bool:
        """Mend Chinese quotes around a text with marks of YAML inside, which then would be no text."""
        line, begin = self.lines.lines[self.n], self.at
        end = line.find(_QUOTES[mark], begin)
        if end < 0 or not re.search(r"[,\[\]{}]|:\s", line[begin:end]):
            return False
        self.lines.slip("full_width_mark", self.n, begin, mark=mark, instead='"')
        self.lines.edit(self.n, end, end + 1, '"')
        self.lines.edit(self.n, begin, begin + 1, '"')
        return True

    def _full_width(self, mark: str, *, begins: bool) -> None:
        instead = _FULL_WIDTH[mark]
        if (instead in _CLOSES and not (begins or not self.open)) or (
            instead not in _CLOSES and (not self.open or (mark == "】" and self.open[-1].mark != "["))
        ):
            self.at += 1
            return
        self.lines.slip("full_width_mark", self.n, self.at, mark=mark, instead=instead)
        self.lines.edit(self.n, self.at, self.at + 1, instead)
        self._character(instead)

    def _close(self, mark: str) -> None:
        if not self.open:
            self.at += 1
            return
        wanted = _CLOSES[self.open[-1].mark]
        if mark != wanted and len(self.open) > 1 and _CLOSES[self.open[-2].mark] == mark:
            inner = self.open.pop()
            self.lines.slip("never_closed", inner.line, inner.column, mark=inner.mark, instead=wanted)
            self.lines.edit(self.n, self.at, self.at, wanted)
            self.at += 1
        elif mark != wanted:
            self.lines.slip("other_bracket", self.n, self.at, mark=mark, instead=wanted)
            self.lines.edit(self.n, self.at, self.at + 1, wanted)
        self.open.pop()
        self.at += 1
        self._begin()

    def _between(self, mark: str) -> None:
        line = self.lines.lines[self.n]
        before, behind = line[self.token_at : self.at].strip(), line[self.at + 1 :]
        inside = self.open[-1].mark if self.open else ""
        entry = _NEXT_ENTRY.match(behind) and (inside == "{" or before[-1:] in '}]"' or behind.strip()[:1] in "{［｛[")
        words = inside == "[" and (not before or _ASCII_WORD.match(before)) and _NEXT_WORD.match(behind)
        if inside and (entry or words):
            self.lines.slip("full_width_mark", self.n, self.at, mark=mark, instead=", ")
            self.lines.edit(self.n, self.at, self.at + 1, "," if behind[:1] == " " or not behind else ", ")
            self.at += 1
            self._begin()
        else:
            self.at += 1

    def _thousands(self) -> bool:
        """Take the commas out of a number behind a key: they would end it."""
        line = self.lines.lines[self.n]
        begin = re.search(r"[0-9]{1,3}\Z", line[self.token_at : self.at])
        more = re.match(r"(?:,[0-9]{3})+(?:\.[0-9]+)?(?=\s*[,}\]])", line[self.at :])
        if begin is None or more is None or line[self.token_at : self.at].strip() != begin[0]:
            return False
        number = begin[0] + more[0].replace(",", "")
        self.lines.slip("thousands", self.n, self.at, instead=number)
        self.lines.edit(self.n, self.at, self.at + len(more[0]), more[0].replace(",", ""))
        return True

    def _colon(self, mark: str) -> None:
        line = self.lines.lines[self.n]
        key, behind = line[self.token_at : self.at].strip(), line[self.at + 1 :]
        is_key = self.open[-1].mark == "{" and not self.keyed and _KEY.match(key) is not None
        blank = not behind or behind[0] in " \t"
        if is_key and mark == _COLON:
            self.lines.slip("full_width_mark", self.n, self.at, mark=mark, instead=": ")
            self.lines.edit(self.n, self.at, self.at + 1, ":" if blank else ": ")
        elif is_key and not blank and behind[0] not in ",}]" and not behind.startswith("//"):
            self.lines.slip("no_blank", self.n, self.at, mark=":", instead=": ")
            self.lines.edit(self.n, self.at, self.at + 1, ": ")
        elif mark == _COLON or not blank:
            self.at += 1
            return
        self.at += 1
        self.token_at, self.keyed = self.at, True

    def _superfluous(self) -> None:
        """Take away what closes nothing behind the end."""
        line = self.lines.lines[self.n]
        behind = re.match(r"\s*([\]}]+)\s*(?:#.*)?\Z", line[self.at :])
        if behind is not None:
            begin, end = self.at + behind.start(1), self.at + behind.end(1)
            self.lines.slip("closes_nothing", self.n, begin, mark=behind[1])
            self.lines.edit(self.n, begin, end, "")


def _quote_end(line: str, at: int, mark: str) -> int | None:
    """Return where a text in quotes ends, looking from a column on."""
    pattern = r'(?:[^"\\]|\\.)*"' if mark == '"' else r"(?:[^']|'')*'(?!')"
    found = re.compile(pattern).match(line, at)
    return None if found is None else found.end() - 1
