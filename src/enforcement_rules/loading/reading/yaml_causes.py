"""Why a line is no YAML, told from the line itself and the place where the parser stopped, and how to go on.

The parser's own words name neither the character nor what to write, and stand in English: none of them is shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from enforcement_rules.loading.reading.yaml_lines import MendedLines, indentation, is_empty

_KEY = re.compile(r"""\s*(?:-\s+)*(?P<key>"[^"]*"|'[^']*'|[^\s#'"\[\]{},&*!|>%@`][^#'"\[\]{}]*?)\s*:(?:\s+|\Z)""")
_TWO_WORDS = re.compile(r"(\s*(?:-\s+)*)([^\W\d][\w.]{0,39})(\s+)\S")
_ONE_WORD = re.compile(r"(\s*(?:-\s+)*)([^\W\d][\w.]{0,39})\s*\Z")
_WORD_BEFORE = re.compile(r"[^\s,\[\]{}:]+\s*:?\s*\Z")
_STARTS_NOTHING = "@`%\t"
_CLOSES = {"{": "}", "[": "]"}


class Stop:
    """Where a parser stopped: line and column from zero of the problem and of what it was reading."""

    def __init__(self, error: Any, lines: MendedLines) -> None:
        """Read the marks of an error."""
        self.what = f"{error.context or ''}|{error.problem or ''}"
        mark, begun = error.problem_mark, error.context_mark
        last = max((n for n, line in enumerate(lines.lines) if line.strip()), default=0)
        self.at_end = mark is None or mark.line > last
        self.line = last if self.at_end else mark.line
        self.column = len(lines.lines[last].rstrip()) - 1 if self.at_end else mark.column
        self.begun = None if begun is None or begun.line > last else (begun.line, begun.column)
        self.text = lines.lines[self.line]
        self.mark = self.text[self.column : self.column + 1]


def mend(stop: Stop, lines: MendedLines) -> bool:
    """Note the slip at which a parser stopped and mend it; say whether that was possible."""
    return any(cause(stop, lines) for cause in _CAUSES)


def _no_mark_to_begin_with(stop: Stop, lines: MendedLines) -> bool:
    if "cannot start any token" not in stop.what and "tab character" not in stop.what:
        return False
    if stop.mark == "\t" or "\t" in stop.text[: stop.column + 1]:
        at = stop.column if stop.mark == "\t" else stop.text.index("\t")
        lines.slip("tab", stop.line, at)
        lines.edit(stop.line, at, at + 1, "  " if not stop.text[:at].strip() else " ")
        return True
    if stop.mark not in _STARTS_NOTHING:
        return False
    return _quote(stop.line, stop.column, "starts_nothing", lines, mark=stop.mark)


def _quote(line: int, at: int, name: str, lines: MendedLines, **args: Any) -> bool:
    """Put the rest of a line in quotes."""
    rest = lines.lines[line][at:].rstrip()
    if '"' in rest or "\\" in rest:
        return False
    lines.slip(name, line, args.pop("column", at), instead=f'"{rest}"', **args)
    lines.edit(line, at + len(rest), at + len(rest), '"')
    lines.edit(line, at, at, '"')
    return True


def _colon_in_value(stop: Stop, lines: MendedLines) -> bool:
    if "mapping values are not allowed" not in stop.what:
        return False
    key = _KEY.match(stop.text)
    if key is not None and key.end() <= stop.column:
        return _quote(stop.line, key.end(), "colon_in_value", lines, column=stop.column)
    above = lines.previous_content(stop.line)
    if above is None:
        return False
    if ":" not in lines.lines[above]:
        return _colon_behind_word(above, lines)
    if indentation(stop.text) <= indentation(lines.lines[above]):
        return False
    return _shift(stop.line, _key_column(lines.lines[above]), lines)


def _key_column(line: str) -> int:
    found = re.match(r"\s*(?:-\s+)*", line)
    return found.end() if found else 0


def _shift(line: int, to: int, lines: MendedLines) -> bool:
    """Move a line, and what hangs from it, to the column of those it belongs to."""
    now = indentation(lines.lines[line])
    if now == to or to < 0:
        return False
    if all(each.line != line + 1 or each.name != "tab" for each in lines.slips):
        lines.slip("indentation", line, now, blanks=now, expected=to)
    for n in range(line, len(lines.lines)):
        text = lines.lines[n]
        if text.strip() and indentation(text) < now:
            break
        if text.strip() and to > now:
            lines.edit(n, 0, 0, " " * (to - now))
        elif text.strip():
            lines.edit(n, 0, now - to, "")
    return True


def _indentation(stop: Stop, lines: MendedLines) -> bool:
    if not re.search("block|document start", stop.what) or stop.text[: stop.column].strip():
        return False
    first = next(n for n, line in enumerate(lines.lines) if not is_empty(line))
    if "document start" in stop.what and indentation(lines.lines[first]):
        return _shift(first, 0, lines)
    levels = _levels(stop.line, lines)
    if not levels or stop.at_end:
        return False
    now = indentation(stop.text)
    dash = stop.text.lstrip().startswith("- ")
    fitting = [column for column, is_item in levels if is_item == dash] or [column for column, _ in levels]
    nearest = min(fitting, key=lambda column: (abs(column - now), -column))
    return _shift(stop.line, nearest, lines)


def _levels(line: int, lines: MendedLines) -> list[tuple[int, bool]]:
    """Return the columns at which what stands above a line could go on, and whether items of a list stand there."""
    levels: dict[int, bool] = {}
    reach = 10**6
    for n in range(line - 1, -1, -1):
        text = lines.lines[n]
        if is_empty(text) or indentation(text) > reach:
            continue
        for found in re.finditer(r"(?<=\s)-\s+|^-\s+", text[: _key_column(text)]):
            levels.setdefault(found.start(), True)
        if _KEY.match(text):
            levels.setdefault(_key_column(text), False)
        reach = min(reach, indentation(text))
        if reach == 0:
            break
    return list(levels.items())


def _no_colon(stop: Stop, lines: MendedLines) -> bool:
    if "could not find expected ':'" not in stop.what or stop.begun is None:
        return False
    line = stop.begun[0]
    text = lines.lines[line]
    above = lines.previous_content(line)
    if above is not None and indentation(text) > _key_column(lines.lines[above]):
        return False
    return _colon_behind_word(line, lines)


def _colon_behind_word(line: int, lines: MendedLines) -> bool:
    """Put a colon behind the word with which a line begins."""
    text = lines.lines[line]
    two, one = _TWO_WORDS.match(text), _ONE_WORD.match(text)
    found = two or one
    if found is None or ":" in text:
        return False
    lines.slip("no_colon", line, found.start(2), instead=f"{found[2]}: …" if two else f"{found[2]}:")
    lines.edit(line, found.end(2), found.end(2), ":")
    return True


def _closer(stop: Stop, lines: MendedLines) -> bool:
    if stop.mark not in ("]", "}") or not stop.mark:
        return False
    wanted = None
    if "flow" in stop.what and stop.begun is not None:
        wanted = _CLOSES.get(lines.lines[stop.begun[0]][stop.begun[1] : stop.begun[1] + 1])
    if wanted == stop.mark:
        return False
    if wanted is None:
        lines.slip("closes_nothing", stop.line, stop.column, mark=stop.mark)
    else:
        lines.slip("other_bracket", stop.line, stop.column, mark=stop.mark, instead=wanted)
    lines.edit(stop.line, stop.column, stop.column + 1, wanted or "")
    return True


def _no_comma(stop: Stop, lines: MendedLines) -> bool:
    if "expected ','" not in stop.what:
        return False
    line, at = stop.line, stop.column
    before = stop.text[:at]
    if stop.mark == ":":
        word = _WORD_BEFORE.search(before)
        at = at if word is None else word.start()
    what = re.match(r"[^\s:,]{1,20}", stop.text[at:])
    if not before[:at].strip():
        above = lines.previous_content(line)
        if above is None:
            return False
        line, before = above, lines.lines[above]
        at = len(before.rstrip())
    if before[:at].rstrip()[-1] in "[{,":
        return False
    lines.slip("no_comma", line, at, before=what[0] if what else stop.mark)
    lines.edit(line, at, at, ", " if line == stop.line else ",")
    return True


def _never_closed(stop: Stop, lines: MendedLines) -> bool:
    if stop.begun is None or not ("quoted scalar" in stop.what or "flow" in stop.what):
        return False
    line, at = stop.begun
    mark = lines.lines[line][at : at + 1]
    close = _CLOSES.get(mark, mark)
    if mark not in ("{", "[", '"', "'") or "escape" in stop.what:
        return False
    lines.slip("never_closed", line, at, mark=mark, instead=close)
    where = line if close == mark else stop.line if stop.at_end else max(stop.line - 1, line)
    end = len(lines.lines[where].rstrip())
    lines.edit(where, end, end, close)
    return True


def _escape(stop: Stop, lines: MendedLines) -> bool:
    if "escape" not in stop.what and "hexdecimal" not in stop.what and "hexadecimal" not in stop.what:
        return False
    at = stop.text.rfind("\\", 0, stop.column + 2)
    if at < 0:
        return False
    lines.slip("bad_escape", stop.line, at, mark=stop.text[at : at + 2], instead="\\" + stop.text[at : at + 2])
    lines.edit(stop.line, at, at, "\\")
    return True


def _item_behind_key(stop: Stop, lines: MendedLines) -> bool:
    if "sequence entries are not allowed" not in stop.what or not stop.text[: stop.column].strip():
        return False
    item = stop.text[stop.column + 2 :].strip()
    lines.slip("item_behind_key", stop.line, stop.column)
    lines.edit(stop.line, stop.column, len(stop.text.rstrip()), f"[{item}]")
    return True


def _behind_quotes(stop: Stop, lines: MendedLines) -> bool:
    before = stop.text[: stop.column].rstrip()
    if "block" not in stop.what or not before or before[-1] not in "\"'" or stop.at_end:
        return False
    lines.slip("behind_quotes", stop.line, stop.column, mark=stop.mark)
    lines.edit(stop.line, stop.column, len(stop.text), "")
    return True


_CAUSES: tuple[Callable[[Stop, MendedLines], bool], ...] = (
    _no_mark_to_begin_with,
    _escape,
    _colon_in_value,
    _item_behind_key,
    _closer,
    _behind_quotes,
    _no_comma,
    _no_colon,
    _never_closed,
    _indentation,
)
