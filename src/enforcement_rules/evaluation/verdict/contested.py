"""Facts of which two speakers say different things: what each says, and where."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from enforcement_rules.values.errors import Path

if TYPE_CHECKING:
    from enforcement_rules.evaluation.verdict.shapes import ContestedShape


class Said(Struct, frozen=True):
    """What one speaker says of a fact: the value, who says so (`None`: the file itself), where it stands."""

    value: Any
    by: str | None
    path: Path


class Contested(Struct, frozen=True):
    """A fact that nobody has decided between its speakers; `path` is where they stand in the case."""

    fact: str
    path: Path
    said: tuple[Said, ...]

    def to_dict(self, value: Callable[[str, Any], Any], where: Callable[[Path], str | None]) -> ContestedShape:
        """Return the JSON form; `value` shows a value of a fact, `where` the place of a path in its file."""
        return {
            "fact": self.fact,
            "path": ".".join(map(str, self.path)),
            "said": [
                {"value": value(self.fact, each.value), "by": each.by, "where": where(each.path)} for each in self.said
            ],
        }
