"""A refused YAML text: every slip of its syntax that can be told, and the text without them, to go on reading.

What is mended is mended in memory alone, to find what else is wrong with a file; no case is ever made of it.
"""

from __future__ import annotations

from collections.abc import Collection

from enforcement_rules.loading.reading.yaml_causes import Stop, mend
from enforcement_rules.loading.reading.yaml_lines import MendedLines
from enforcement_rules.loading.reading.yaml_marks import MarkReader
from enforcement_rules.loading.reading.yaml_tokens import syntax_error

_MOST_SLIPS = 60
_LARGE = 200_000
"""Characters of a text that is parsed but a few times."""
_MOST_OF_LARGE = 5


def mended(text: str, suspects: Collection[int] = ()) -> tuple[MendedLines, bool]:
    """Return the lines of a text with its slips mended and noted, and whether they can be parsed now.

    Args:
        text: the file.
        suspects: lines, from zero, of which something else was said.
    """
    lines = MendedLines(text)
    MarkReader(lines, suspects).read()
    stops: set[tuple[int, int, str]] = set()
    for _ in range(_MOST_SLIPS if len(text) < _LARGE else _MOST_OF_LARGE):
        error = syntax_error(lines.text)
        if error is None:
            return lines, True
        stop = Stop(error, lines)
        here = (stop.line, stop.column, stop.text)
        if here in stops or not mend(stop, lines):
            if not lines.slips:
                lines.slip("not_recognised", *_first(stop))
            break
        stops.add(here)
    return lines, False


def _first(stop: Stop) -> tuple[int, int]:
    """Of what is never closed, the begin says more than where the parser gave up."""
    return stop.begun if stop.at_end and stop.begun is not None else (stop.line, max(stop.column, 0))
