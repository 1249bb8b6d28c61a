"""What verdicts say of amounts: versions compared, ranges, tiers, schemes, gains, the proposal."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct

from enforcement_rules.evaluation.verdict.codes import AmountForm, AmountSource
from enforcement_rules.evaluation.verdict.references import RuleRef, list_of, word
from enforcement_rules.evaluation.verdict.stated import StatedProposal
from enforcement_rules.values.range import Range
from enforcement_rules.values.truth import Truth

if TYPE_CHECKING:
    from enforcement_rules.evaluation.verdict.shapes import (
        AmountShape,
        CandidateShape,
        ColumnShape,
        GainsShape,
        LawShape,
        ProposalShape,
        SchemeShape,
        TierShape,
        WayShape,
    )


class Column(Struct, frozen=True):
    """What one version of the law threatens, for the comparison of art. 37: the fine and the kinds with their force."""

    side: Literal["act", "decision"]
    instrument: str
    version: str
    article: str
    range: Range | None
    decided: bool
    kinds: tuple[tuple[str, str], ...]

    def to_dict(self) -> ColumnShape:
        """Return the JSON form."""
        return {
            "side": self.side,
            "instrument": self.instrument,
            "version": self.version,
            "article": self.article,
            "range": None if self.range is None else self.range.to_dict(),
            "decided": self.decided,
            "kinds": [{"kind": kind, "force": force} for kind, force in self.kinds],
        }


class LawChoice(Struct, frozen=True):
    """Which version of an instrument was applied to a violation, what else was looked at, and both side by side.

    `cited` are the years of the editions under whose names the case cites the instrument.
    """

    instrument: str
    applied: str | None
    why: str
    alternatives: tuple[tuple[str, str, str], ...] = ()
    columns: tuple[Column, ...] = ()
    cited: tuple[int, ...] = ()

    def to_dict(self) -> LawShape:
        """Return the JSON form."""
        return {
            "instrument": self.instrument,
            "applied": self.applied,
            "why": self.why,
            "alternatives": [
                {"version": version, "status": status, "why": why} for version, status, why in self.alternatives
            ],
            "columns": [column.to_dict() for column in self.columns],
            "cited_editions": list_of(self.cited),
        }


class Candidate(Struct, frozen=True):
    """One of several provisions that one act violates (art. 29): the highest fine decides."""

    ref: RuleRef
    range: Range | None
    standing: str

    def to_dict(self) -> CandidateShape:
        """Return the JSON form."""
        shown = None if self.range is None else self.range.to_dict()
        return {"provision": self.ref.to_dict(), "range": shown, "standing": self.standing}


class Way(Struct, frozen=True):
    """One of several ranges of which it is open which applies: a side of the switch of a base, or a branch.

    `at` is `below` or `from` (the switch), or the name of the branch, which says of itself what `label` holds.
    """

    at: str
    label: tuple[str, str] | None
    range: Range | None
    base: str | None
    factors: tuple[str | None, str | None] | None
    form: AmountForm

    def to_dict(self) -> WayShape:
        """Return the JSON form."""
        return {
            "at": self.at,
            "label": None if self.label is None else {"zh": self.label[0], "en": self.label[1]},
            "range": None if self.range is None else self.range.to_dict(),
            "base": self.base,
            "factors": None if self.factors is None else list_of(self.factors),
            "form": self.form,
        }


class Amount(Struct, frozen=True):
    """A range and where it comes from.

    Attributes:
        decided: false while a fact that switches between ranges is unknown: the range is the hull of what remains.
        closed: false where a version that is not loaded may govern: then not even the hull is sure.
        capped: whether the upper end is sure all the same: what is not loaded could only be milder (art. 37).
        source: statute, published_decisions, or benchmark where only the benchmark states the statute's range.
        base, base_value, factors, form: what the ends are multiples (`times`) or percentages (`percent`) of, or the
            lower a percentage and the upper a multiple (`percent_to_times`).
        per, units: what the amount is for each of, and how many.
        deemed: whether the law counts the base for more than it is.
        branches: what the branches say that hold or still can; `waiting` names those that can.
        ways: each range of which it is open which applies.
    """

    range: Range | None
    ref: RuleRef | None
    decided: bool = True
    closed: bool = True
    source: AmountSource = "statute"
    base: str | None = None
    base_value: str | None = None
    switch_at: str | None = None
    factors: tuple[str | None, str | None] | None = None
    form: AmountForm = "plain"
    per: str | None = None
    units: str | None = None
    deemed: bool = False
    capped_at: str | None = None
    branches: tuple[tuple[str, str], ...] = ()
    waiting: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    capped: bool = True

    def to_dict(self) -> AmountShape:
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
            "form": self.form,
            "per": self.per,
            "units": self.units,
            "deemed": self.deemed,
            "capped_at": self.capped_at,
            "branches": [{"zh": chinese, "en": english} for chinese, english in self.branches],
            "ways": [way.to_dict() for way in self.ways],
            "provision": None if self.ref is None else self.ref.to_dict(),
        }


class TierChoice(Struct, frozen=True):
    """The tier of a benchmark that holds, or those that still can.

    Attributes:
        labels: what each tier says (Chinese, English).
        each: the range of each, for what every answer would give.
        filled: whether an end was taken from the statute because the document's text was cut off.
        spares: `no_penalty` or `no_fine` where the tier imposes none.
        treatment: what the document calls the tier (mitigated, lighter …), if anything.
        penalties: other kinds that the tier calls for.
    """

    ref: RuleRef
    status: str
    tiers: tuple[str, ...]
    range: Range | None
    statute_verified: bool
    labels: tuple[tuple[str, str], ...] = ()
    each: tuple[tuple[str, Range | None], ...] = ()
    filled: bool = False
    spares: str | None = None
    treatment: str | None = None
    penalties: tuple[str, ...] = ()
    waits: tuple[str, ...] = ()

    def to_dict(self) -> TierShape:
        """Return the JSON form."""
        return {
            "benchmark": self.ref.to_dict(),
            "status": self.status,
            "tiers": list_of(self.tiers),
            "labels": [{"zh": chinese, "en": english} for chinese, english in self.labels],
            "range": None if self.range is None else self.range.to_dict(),
            "each": [{"tier": name, "range": None if r is None else r.to_dict()} for name, r in self.each],
            "filled_from_statute": self.filled,
            "spares": self.spares,
            "treatment": self.treatment,
            "penalties": list_of(self.penalties),
            "statute_verified": self.statute_verified,
        }


class SchemeChoice(Struct, frozen=True):
    """Where a scheme puts the amount inside the range of the statute or of the tier (`within`).

    Attributes:
        bands: the range for each treatment.
        applies: the treatment whose band applies, where one is named.
        range: that band, or what shares and adjustments come to.
        share: the percentages added up.
        adjustments: what each says (Chinese, English), its percentage, whether it applies.
    """

    ref: RuleRef
    within: str
    bands: tuple[tuple[str, Range], ...]
    applies: str | None
    range: Range | None
    share: str | None = None
    adjustments: tuple[tuple[str, str, Decimal, Truth], ...] = ()

    def to_dict(self) -> SchemeShape:
        """Return the JSON form."""
        return {
            "scheme": self.ref.to_dict(),
            "within": self.within,
            "bands": [{"treatment": name, "range": band.to_dict()} for name, band in self.bands],
            "applies": self.applies,
            "range": None if self.range is None else self.range.to_dict(),
            "share": self.share,
            "adjustments": [
                {"zh": chinese, "en": english, "percent": str(percent), "applies": word(known)}
                for chinese, english, percent, known in self.adjustments
            ],
        }


class GainsCheck(Struct, frozen=True):
    """The illegal gains to be confiscated: receipts, less what is deducted, less what is refunded first.

    `stated` are the gains as the file states them; `contested` says that nothing stated makes up their difference from
    the receipts: then what is due is open, and `due` holds both. `bounded` says that of some amount
    only bounds are known.
    """

    ref: RuleRef | None
    receipts: str | None
    deducted: tuple[tuple[str, str], ...]
    refunded: str | None
    due: Range | None
    stated: str | None = None
    contested: bool = False
    bounded: bool = False

    def to_dict(self) -> GainsShape:
        """Return the JSON form."""
        return {
            "rule": None if self.ref is None else self.ref.to_dict(),
            "receipts": self.receipts,
            "deducted": [{"fact": fact, "amount": amount} for fact, amount in self.deducted],
            "refunded": self.refunded,
            "stated": self.stated,
            "contested": self.contested,
            "due": None if self.due is None else self.due.to_dict(),
        }


class ProposalCheck(Struct, frozen=True):
    """What is proposed, against statute and benchmark. Findings are codes with arguments.

    `statute` is the answer to all of it: kinds, terms, amounts, grounds; `within` only to the fine and its range.
    `stated` is what the organ says for it, which decides nothing here.
    """

    fine: str | None
    statute: Truth
    benchmark: Truth
    deviation: Truth
    spared: bool = False
    findings: tuple[tuple[str, dict[str, Any]], ...] = ()
    within: Truth = None
    stated: StatedProposal = StatedProposal()

    def to_dict(self) -> ProposalShape:
        """Return the JSON form."""
        return {
            "fine": self.fine,
            "statute": word(self.statute),
            "within": word(self.within),
            "benchmark": word(self.benchmark),
            "deviation": word(self.deviation),
            "spared": self.spared,
            "findings": [{"code": code, "args": args} for code, args in self.findings],
            "stated": self.stated.to_dict(),
        }
