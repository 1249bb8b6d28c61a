"""What the file states and nobody held against the law: it comes back as it was stated, and decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from enforcement_rules.evaluation.verdict.references import list_of, word
from enforcement_rules.values.errors import Path
from enforcement_rules.values.range import Range
from enforcement_rules.values.truth import Truth

if TYPE_CHECKING:
    from enforcement_rules.evaluation.verdict.shapes import (
        ComparedShape,
        DeniedShape,
        StatedCitationShape,
        StatedProposalShape,
        StatedShape,
        StatedTierShape,
    )


class Stated(Struct, frozen=True):
    """One value of the file: where it stands, the fact that it is of (`None`: a key that is no fact), who says so.

    `called` are the keys that lead to it, in Chinese and English; `value` is ready for JSON, `raw` as the case holds
    it; `label` what the value is called in Chinese, where the model itself names it.
    """

    path: Path
    fact: str | None
    called: tuple[str, str]
    value: Any
    raw: Any
    label: str | None = None
    by: str | None = None
    evidence: tuple[str, ...] = ()

    def to_dict(self, where: Callable[[Path], str | None]) -> StatedShape:
        """Return the JSON form; `where` shows the place of a path in its file."""
        return {
            "path": ".".join(map(str, self.path)),
            "fact": self.fact,
            "value": self.value,
            "by": self.by,
            "evidence": list_of(self.evidence),
            "where": where(self.path),
        }


class Denied(Struct, frozen=True):
    """A stated fact that speaks against a duty whose law is not loaded: nobody judged it.

    `against` is the other fact that it was to be held against, with its value, where there is one.
    """

    fact: str
    path: Path
    raw: Any
    value: Any
    against: tuple[str, Any, Any] | None = None

    def to_dict(self) -> DeniedShape:
        """Return the JSON form."""
        other: ComparedShape | None = None
        if self.against is not None:
            other = {"fact": self.against[0], "value": self.against[2]}
        return {"fact": self.fact, "value": self.value, "path": ".".join(map(str, self.path)), "against": other}


class StatedCitation(Struct, frozen=True):
    """A ground or a document that the organ names: a rule, a loaded instrument, or the title of what is not loaded."""

    instrument: str | None
    title: str | None
    article: str | None
    rule: str | None
    loaded: bool

    def to_dict(self) -> StatedCitationShape:
        """Return the JSON form."""
        return {
            "instrument": self.instrument,
            "title": self.title,
            "article": self.article,
            "rule": self.rule,
            "loaded": self.loaded,
        }


class StatedTier(Struct, frozen=True):
    """A tier as the file states it; `holds` says whether the fine lies in the range that is stated for it.

    `factors` are the ends where these are multiples of `base`, or percent of it.
    """

    name: str | None
    range: Range | None = None
    by: str | None = None
    holds: Truth = None
    base: str | None = None
    factors: tuple[str | None, str | None] | None = None
    percent: bool = False

    def to_dict(self) -> StatedTierShape:
        """Return the JSON form."""
        return {
            "name": self.name,
            "range": None if self.range is None else self.range.to_dict(),
            "by": self.by,
            "holds": word(self.holds),
            "base": self.base,
            "factors": None if self.factors is None else list_of(self.factors),
            "percent": self.percent,
        }


class StatedProposal(Struct, frozen=True):
    """What the organ says for its proposal.

    Attributes:
        benchmark_used: whether a benchmark was applied, as the file says.
        declined: the grounds that were not taken, each with its reason; `None` where the file does not speak of them.
        deviation: the reason for leaving the benchmark, and who approved it; `None` where none is recorded.
        shared_by: the parties on whom the one penalty is imposed together; none where it is on one alone.
        shared_fine: the fine that falls on them together.
    """

    basis: tuple[StatedCitation, ...] = ()
    benchmark: StatedCitation | None = None
    benchmark_used: Truth = None
    tier: StatedTier | None = None
    declined: tuple[tuple[str, str | None], ...] | None = None
    deviation: tuple[str | None, str | None] | None = None
    shared_by: tuple[str, ...] = ()
    shared_fine: str | None = None

    def to_dict(self) -> StatedProposalShape:
        """Return the JSON form."""
        reason = self.deviation
        return {
            "basis": [each.to_dict() for each in self.basis],
            "benchmark": None if self.benchmark is None else self.benchmark.to_dict(),
            "benchmark_used": word(self.benchmark_used),
            "tier": None if self.tier is None else self.tier.to_dict(),
            "declined": None
            if self.declined is None
            else [{"ground": ground, "reason": given} for ground, given in self.declined],
            "deviation": None if reason is None else {"reason": reason[0], "approved_by": reason[1]},
            "shared_by": list_of(self.shared_by),
            "shared_fine": self.shared_fine,
        }
