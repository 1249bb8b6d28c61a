"""JSON as tokens: numbers keep their text, escapes come out right, and what is no JSON is refused."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from enforcement_rules.loading.reading.tokens import Lines, Token, refused

_TOKEN = re.compile(
    r"""[ \t\n\r]*(?:
        (?P<begin>[{\[]) | (?P<end>[}\]]) | (?P<text>"[^"\\]*(?:\\.[^"\\]*)*") | (?P<plain>[^\s,:{}\[\]"]+) | [,:]
    )""",
    re.VERBOSE,
)
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
            raise refused("json_syntax", name, line, column, problem=match[kind])
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
        line, column = _place(text, error.pos)
        raise refused("json_syntax", name, line, column, problem=error.msg) from None
    except RecursionError:
        # So deep a text is refused for its depth as soon as its tokens are read.
        return
