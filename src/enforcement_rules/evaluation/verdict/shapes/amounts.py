"""The JSON of amounts: versions compared, ranges, tiers, schemes, gains, the proposal."""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from enforcement_rules.evaluation.verdict.codes import AmountForm, AmountSource, Known
from enforcement_rules.evaluation.verdict.shapes.parts import CodedShape, LabelShape, RangeShape, RuleShape
from enforcement_rules.evaluation.verdict.shapes.stated import StatedProposalShape


class KindShape(TypedDict):
    """A kind of penalty that is threatened."""

    kind: Annotated[str, "kind of penalty"]
    force: Annotated[str, "whether it must, may or need not be imposed"]


class ColumnShape(TypedDict):
    """What one version of the law threatens."""

    side: Annotated[Literal["act", "decision"], "the law of the day of the act, or of the decision"]
    instrument: Annotated[str, "id of the instrument"]
    version: Annotated[str, "version of the instrument"]
    article: Annotated[str, "article that threatens"]
    range: Annotated[RangeShape | None, "the fine threatened; null where none is"]
    decided: Annotated[bool, "whether no unknown fact can switch to another range"]
    kinds: Annotated[list[KindShape], "the kinds of penalty threatened"]


class AlternativeShape(TypedDict):
    """Another version that was looked at."""

    version: Annotated[str, "the version"]
    status: Annotated[str, "whether it could apply"]
    why: Annotated[str, "code of the reason"]


class LawShape(TypedDict):
    """Which version of an instrument was applied to a violation."""

    instrument: Annotated[str, "id of the instrument"]
    applied: Annotated[str | None, "version applied; null where none could be chosen"]
    why: Annotated[str, "code of the reason"]
    alternatives: Annotated[list[AlternativeShape], "other versions that were looked at"]
    columns: Annotated[list[ColumnShape], "old and new law side by side, where they are compared"]
    cited_editions: Annotated[list[int], "years of the editions that the case cites, whichever is applied"]


class CandidateShape(TypedDict):
    """One of several provisions that one act violates; the highest fine decides."""

    provision: Annotated[RuleShape, "the provision"]
    range: Annotated[RangeShape | None, "the fine it threatens"]
    standing: Annotated[str, "whether it decides, is lower, or is open"]


class WayShape(TypedDict):
    """One of several ranges of which it is open which applies."""

    at: Annotated[str, "below or from the value at which the range becomes another, or the name of a branch"]
    label: Annotated[LabelShape | None, "what the branch says"]
    range: Annotated[RangeShape | None, "the range; null where it is known only as multiples"]
    base: Annotated[str | None, "fact that the ends are multiples or percentages of"]
    factors: Annotated[list[str | None] | None, "lower and upper multiple or percentage"]
    form: Annotated[AmountForm, "plain amounts, multiples, percentages, or a percentage below and a multiple above"]


class AmountShape(TypedDict):
    """A range and where it comes from."""

    range: Annotated[RangeShape | None, "the range; null where none is known"]
    decided: Annotated[bool, "whether no unknown fact can switch to another range"]
    closed: Annotated[bool, "false where a version that is not loaded may govern"]
    source: Annotated[AmountSource, "what states the range"]
    base: Annotated[str | None, "fact that the ends are multiples or percentages of"]
    base_value: Annotated[str | None, "value of that fact"]
    switch_at: Annotated[str | None, "value of the base at which the range becomes another"]
    factors: Annotated[list[str | None] | None, "lower and upper multiple or percentage"]
    form: Annotated[AmountForm, "plain amounts, multiples, percentages, or a percentage below and a multiple above"]
    per: Annotated[str | None, "what the amount is for each of"]
    units: Annotated[str | None, "how many of these there are"]
    deemed: Annotated[bool, "whether the law counts the base for more than it is"]
    capped_at: Annotated[str | None, "the most that it can come to"]
    branches: Annotated[list[LabelShape], "what the branches say that hold or still can"]
    ways: Annotated[list[WayShape], "each range of which it is open which applies"]
    provision: Annotated[RuleShape | None, "the provision that states the range"]


class TierRangeShape(TypedDict):
    """A tier that still can hold, with its range."""

    tier: Annotated[str, "name of the tier"]
    range: Annotated[RangeShape | None, "its range"]


class TierShape(TypedDict):
    """The tier of a benchmark that holds, or those that still can."""

    benchmark: Annotated[RuleShape, "the benchmark"]
    status: Annotated[str, "whether one tier holds, several can, or none does"]
    tiers: Annotated[list[str], "names of the tiers that hold or can"]
    labels: Annotated[list[LabelShape], "what each of them says"]
    range: Annotated[RangeShape | None, "the range they come to together"]
    each: Annotated[list[TierRangeShape], "the range of each"]
    filled_from_statute: Annotated[bool, "whether an end was taken from the statute, the document's text being cut off"]
    spares: Annotated[str | None, "no_penalty or no_fine where the tier imposes none"]
    treatment: Annotated[str | None, "what the document calls the tier"]
    penalties: Annotated[list[str], "other kinds of penalty that the tier calls for"]
    statute_verified: Annotated[bool, "whether the tier was held against the range of the statute"]


class BandShape(TypedDict):
    """The range that a scheme gives for a treatment."""

    treatment: Annotated[str, "the treatment"]
    range: Annotated[RangeShape, "its range"]


class AdjustmentShape(TypedDict):
    """A percentage that a scheme adds or takes off."""

    zh: Annotated[str, "for what, in Chinese"]
    en: Annotated[str, "for what, in English; empty where the ruleset has none"]
    percent: Annotated[str, "the percentage, a decimal string"]
    applies: Annotated[Known, "whether it applies"]


class SchemeShape(TypedDict):
    """Where a scheme puts the amount inside a range."""

    scheme: Annotated[RuleShape, "the scheme"]
    within: Annotated[str, "the range it divides: that of the statute or of the tier"]
    bands: Annotated[list[BandShape], "the range for each treatment"]
    applies: Annotated[str | None, "the treatment whose band applies, where one is named"]
    range: Annotated[RangeShape | None, "that band, or what shares and adjustments come to"]
    share: Annotated[str | None, "the percentages added up"]
    adjustments: Annotated[list[AdjustmentShape], "every percentage of the scheme"]


class DeductedShape(TypedDict):
    """What is taken off the receipts."""

    fact: Annotated[str, "fact that states it"]
    amount: Annotated[str, "a decimal string in yuan"]


class GainsShape(TypedDict):
    """The illegal gains to be confiscated."""

    rule: Annotated[RuleShape | None, "the rule that says how they are reckoned"]
    receipts: Annotated[str | None, "what was taken in, a decimal string in yuan"]
    deducted: Annotated[list[DeductedShape], "what is taken off"]
    refunded: Annotated[str | None, "what was refunded first"]
    stated: Annotated[str | None, "the gains as the file states them"]
    contested: Annotated[bool, "whether nothing stated makes up the difference of receipts and stated gains"]
    due: Annotated[RangeShape | None, "what remains to be confiscated"]


class ProposalShape(TypedDict):
    """What is proposed, against statute and benchmark."""

    fine: Annotated[str | None, "the fine proposed, a decimal string in yuan"]
    statute: Annotated[Known, "whether it is within the statute: kinds, terms, amounts, and the grounds that bind"]
    within: Annotated[Known, "whether the fine alone lies in its range, or below it with a ground"]
    benchmark: Annotated[Known, "whether it is within the benchmark"]
    deviation: Annotated[Known, "whether a deviation from the benchmark is explained"]
    spared: Annotated[bool, "whether no penalty is proposed"]
    findings: Annotated[list[CodedShape], "what was found on it"]
    stated: Annotated[StatedProposalShape, "what the organ says for it; what is not loaded decides nothing"]
