"""JSON as tokens: numbers keep their text, escapes come out right, and what is no JSON is refused."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from enforcement_rules.loading.reading.tokens import Lines, Token, refused
from enforcement_rules.values.errors import InputError, Place, Problem

_TOKEN = re.compile(
    r"""[ \t\n\r]*(?:
        (?P<begin>[{\[]) | (?P<end>[}\]]) | (?P<text>"[^"\\]*(?:\\.[^"\\]*)*") | (?P<plain>[^\s,:{}\[\]"]+) | [,:]
    )""",
    re.VERBOSE,
)
_MARKS = {"：": ":", "，": ",", "｛": "{", "｝": "}", "［": "[", "］": "]", "“": '"', "”": '"'}
_FULL_WIDTH_MARK = re.compile(f"[{''.join(_MARKS)}]")
_TEXT = re.compile(r'"[^"\\\n]*(?:\\.[^"\\\n]*)*"')
_SAID = {
    "Expecting property name enclosed in double quotes": "json_name",
    "Expecting ':' delimiter": "json_colon",
    "Expecting ',' delimiter": "json_comma",
    "Unterminated string starting at": "json_never_closed",
    "Invalid control character at": "json_control",
    "Invalid \\escape": "json_escape",
    "Invalid \\uXXXX escape": "json_escape",
    "Extra data": "json_extra",
    "Illegal trailing comma": "json_trailing",
}
"""What the parser says, without the place → the sentence that says it in both languages."""
_CONSTANTS = frozenset({"NaN", "Infinity", "-Infinity"})


def json_tokens(text: str, name: str) -> Iterator[Token]:
    """Yield the tokens of a JSON document.

    Raises:
        InputError: where the text is no JSON (RFC 8259).
    """
    lines = Lines(text)
    _validate(text, name)
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind is None:
            continue
        line, column = lines.at(match.start(kind))
        if kind == "begin":
            yield "map" if match[kind] == "{" else "list", line, column, None
        elif kind == "end":
            yield "end", line, column, None
        elif kind == "text":
            yield "scalar", line, column, json.loads(match[kind])
        elif match[kind] in _CONSTANTS:
            raise refused("json_syntax", name, line, column, slip="json_value", mark=match[kind])
        else:
            yield "scalar", line, column, None if match[kind] == "null" else match[kind]


def _place(text: str, at: int) -> tuple[int, int]:
    """Return line and column; a comma before a closing bracket is the fault on every Python, not the bracket."""
    before = text[:at].rstrip()
    if text[at : at + 1] in ("}", "]") and before.endswith(","):
        at = len(before) - 1
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _validate(text: str, name: str) -> None:
    try:
        json.loads(text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        raise _refusal(error, text, name) from None
    except RecursionError:
        # So deep a text is refused for its depth as soon as its tokens are read.
        return


def _refusal(error: json.JSONDecodeError, text: str, name: str) -> InputError:
    """Say what is wrong in words of our own: every full-width mark outside texts, else where the parser stopped."""
    lines = Lines(text)
    outside = _TEXT.sub(lambda found: " " * len(found[0]), text)
    marks = list(_FULL_WIDTH_MARK.finditer(outside))
    if marks:
        return InputError(
            [
                Problem(
                    "json_syntax", {"slip": "full_width_mark", "mark": each[0], "instead": _MARKS[each[0]]}, (), place
                )
                for each in marks
                for place in [Place(name, *lines.at(each.start()))]
            ]
        )
    line, column = _place(text, error.pos)
    at = lines.offset(line, column)
    slip = "json_trailing" if text[at : at + 1] == "," else _SAID.get(error.msg.partition(" before")[0], "json_value")
    return refused("json_syntax", name, line, column, slip=slip, mark=text[at : at + 1] or "…")
