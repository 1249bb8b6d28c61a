"""Parts of a verdict: how rules are named, and what is said of amounts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from enforcement_rules.values.range import Range
from enforcement_rules.values.truth import Truth


def word(truth: Truth) -> str:
    """Return the word for a truth value in verdicts: yes, no, unknown."""
    return "unknown" if truth is None else "yes" if truth else "no"


def list_of(items: Any) -> list[Any]:
    """Return a plain list."""
    return [*items]


@dataclass(frozen=True, slots=True)
class RuleRef:
    """A rule as verdicts name it, with what a reader needs to find it."""

    rule: str
    article: str
    instrument: str
    version: str
    says: str
    says_en: str
    place: str | None = None

    def to_dict(self) -> dict[str, Any]:
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


@dataclass(frozen=True, slots=True)
class LawChoice:
    """Which version of an instrument was applied to a violation, and what else was looked at."""

    instrument: str
    applied: str | None
    why: str
    alternatives: tuple[tuple[str, str, str], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        alternatives = [
            {"version": version, "status": status, "why": why} for version, status, why in self.alternatives
        ]
        return {
            "instrument": self.instrument,
            "applied": self.applied,
            "why": self.why,
            "alternatives": alternatives,
        }


@dataclass(frozen=True, slots=True)
class Amount:
    """A range and where it comes from.

    `decided` is false while a fact that switches between ranges is unknown: the range is then the hull of what
    remains. `closed` is false where a version that is not loaded may govern: then not even the hull is sure.
    """

    range: Range | None
    ref: RuleRef | None
    decided: bool = True
    closed: bool = True
    source: str = "statute"
    base: str | None = None
    base_value: str | None = None
    switch_at: str | None = None
    factors: tuple[str | None, str | None] | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "range": None if self.range is None else self.range.to_dict(),
            "decided": self.decided,
            "closed": self.closed,
            "source": self.source,
            "base": self.base,
            "base_value": self.base_value,
            "switch_at": self.switch_at,
            "factors": None if self.factors is None else list_of(self.factors),
            "provision": None if self.ref is None else self.ref.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class TierChoice:
    """The tier of a benchmark that holds, or those that still can; `labels` are what each says (Chinese, English)."""

    ref: RuleRef
    status: str
    tiers: tuple[str, ...]
    range: Range | None
    statute_verified: bool
    labels: tuple[tuple[str, str], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "benchmark": self.ref.to_dict(),
            "status": self.status,
            "tiers": list_of(self.tiers),
            "labels": [{"zh": chinese, "en": english} for chinese, english in self.labels],
            "range": None if self.range is None else self.range.to_dict(),
            "statute_verified": self.statute_verified,
        }


@dataclass(frozen=True, slots=True)
class ProposalCheck:
    """What is proposed, against statute and benchmark. Findings are codes with arguments."""

    fine: str | None
    statute: Truth
    benchmark: Truth
    deviation: Truth
    spared: bool = False
    findings: tuple[tuple[str, dict[str, Any]], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "fine": self.fine,
            "statute": word(self.statute),
            "benchmark": word(self.benchmark),
            "deviation": word(self.deviation),
            "spared": self.spared,
            "findings": [{"code": code, "args": args} for code, args in self.findings],
        }
