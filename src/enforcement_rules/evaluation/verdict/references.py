"""How verdicts name rules and truth values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from enforcement_rules.evaluation.verdict.codes import Known
from enforcement_rules.values.truth import Truth

if TYPE_CHECKING:
    from enforcement_rules.evaluation.verdict.shapes import RuleShape


def word(truth: Truth) -> Known:
    """Return the word for a truth value in verdicts: yes, no, unknown."""
    return "unknown" if truth is None else "yes" if truth else "no"


def list_of(items: Any) -> list[Any]:
    """Return a plain list."""
    return [*items]


class RuleRef(Struct, frozen=True):
    """A rule as verdicts name it, with what a reader needs to find it."""

    rule: str
    article: str
    instrument: str
    version: str
    says: str
    says_en: str
    place: str | None = None

    def to_dict(self) -> RuleShape:
        """Return the JSON form."""
        return {
            "rule": self.rule,
            "article": self.article,
            "instrument": self.instrument,
            "version": self.version,
            "says": self.says,
            "says_en": self.says_en,
            "place": self.place,
        }
