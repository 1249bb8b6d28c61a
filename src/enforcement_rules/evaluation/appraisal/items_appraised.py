"""The items of a standard on one case: passed, failed, open or not applicable, and what they cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal

from msgspec import Struct

from enforcement_rules.evaluation.applicability import concerns
from enforcement_rules.evaluation.appraisal.documents import FileDocuments
from enforcement_rules.evaluation.duties import because, meet, status_of
from enforcement_rules.evaluation.evaluators import Reading
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.plan import Bundle, Plan, speaks_of_pair
from enforcement_rules.evaluation.proof import Node, places_of
from enforcement_rules.evaluation.verdict import Finding, RuleRef, Verdict, list_of, word
from enforcement_rules.rules.appraisal import AppraisalItem, Standard
from enforcement_rules.rules.requirement import Requirement
from enforcement_rules.rules.ruleset import Version
from enforcement_rules.values.on_demand import OnDemand
from enforcement_rules.values.points import PointSpan, points_text
from enforcement_rules.values.truth import Truth, conjunction, disjunction

Key = tuple[str | None, str | None]
ItemStatus = Literal["passed", "failed", "open", "not_applicable"]
ReasonCode = Literal[
    "breached",
    "apparent",
    "undetermined",
    "not_yet_due",
    "not_checked",
    "document_missing",
    "document_not_seen",
    "condition_fails",
    "condition_open",
    "applies_unknown",
    "by_hand",
]
_UNCOUNTED: frozenset[str] = frozenset({"by_hand", "not_checked", "applies_unknown"})
"""Reasons behind which there may be any number of faults."""
_SURE: frozenset[str] = frozenset({"breached", "document_missing", "condition_fails"})


class Frame(Struct, frozen=True, eq=False):
    """The facts of the case as a whole, or of one violation and party."""

    key: Key
    facts: Facts


class Reason(Struct, frozen=True):
    """Why an item failed or is open.

    Attributes:
        ref: the duty that the review found breached or open.
        notes: what explains the finding, as in verdicts.
        because: the proof, where there is one; `where` are the places of the case file it rests on.
    """

    code: ReasonCode
    args: dict[str, Any]
    ref: RuleRef | None = None
    key: Key = (None, None)
    notes: tuple[tuple[str, dict[str, Any]], ...] = ()
    because: OnDemand[Node] | None = None
    where: tuple[str, ...] = ()

    def to_dict(self, node: Callable[[Node], Any]) -> dict[str, Any]:
        """Return the JSON form, the proof included."""
        return {
            "code": self.code,
            "args": self.args,
            "rule": None if self.ref is None else self.ref.to_dict(),
            "violation": self.key[0],
            "party": self.key[1],
            "notes": [{"code": code, "args": args} for code, args in self.notes],
            "where": list_of(self.where),
            "because": None if self.because is None else node(self.because()),
        }


class ItemResult(Struct, frozen=True):
    """An item as it was appraised.

    `id` is the item's own, `applies` whether it applies at all, `deducted` the points that its faults cost, or may cost
    while some of them are open.
    """

    id: str
    number: int
    item: AppraisalItem
    status: ItemStatus
    applies: Truth
    deducted: PointSpan
    reasons: tuple[Reason, ...]

    def points(self, *, full: bool) -> PointSpan:
        """Return what the item adds to the score; `full`: an item that does not apply counts as kept."""
        if self.item.points is None:
            return PointSpan()
        of, lost = self.item.points, self.deducted
        if self.status == "not_applicable":
            return PointSpan(of, of) if full else PointSpan()
        return PointSpan(Decimal(0) if self.applies is None and not full else of - lost.highest, of - lost.lowest)

    def of(self, *, full: bool) -> PointSpan:
        """Return the points that the item would add without a fault."""
        of = self.item.points or Decimal(0)
        if full or self.applies is True:
            return PointSpan(of, of)
        return PointSpan(Decimal(0), of) if self.applies is None else PointSpan()

    def to_dict(self, node: Callable[[Node], Any]) -> dict[str, Any]:
        """Return the JSON form."""
        item = self.item
        return {
            "item": self.id,
            "number": self.number,
            "article": item.article,
            "group": item.group,
            "says": item.says,
            "says_en": item.says_en,
            "veto": item.veto,
            "points": None if item.points is None else points_text(item.points),
            "verification": item.verification,
            "status": self.status,
            "applies": word(self.applies),
            "deducted": None if item.points is None else self.deducted.to_dict(),
            "reasons": [reason.to_dict(node) for reason in self.reasons],
            "place": item.place.of_line if item.place else None,
        }


class _Answer(Struct, frozen=True):
    """One thing that an item asks for: whether it applies, and why it is not kept."""

    applies: Truth
    reason: Reason | None = None


def results_of(
    plan: Plan,
    version: Version,
    standard: Standard,
    frames: Sequence[Frame],
    documents: FileDocuments,
    verdict: Verdict,
) -> tuple[ItemResult, ...]:
    """Return every item of a standard as it stands, in the order of the standard."""
    bundle = plan.of(version).appraisals[standard.name]
    items = _Items(plan, bundle, frames, documents, verdict)
    return tuple(
        items.result(number, item, version.rule_id(item.name)) for number, item in enumerate(standard.items, start=1)
    )


class _Items:
    """The items of one standard on one case."""

    def __init__(
        self,
        plan: Plan,
        bundle: Bundle[Requirement],
        frames: Sequence[Frame],
        documents: FileDocuments,
        verdict: Verdict,
    ) -> None:
        self.plan, self.bundle, self.documents, self.verdict = plan, bundle, documents, verdict
        self.frames = frames
        self.readings = [bundle.run(frame.facts) for frame in frames]

    @cached_property
    def findings(self) -> dict[str, list[Finding]]:
        found: dict[str, list[Finding]] = {}
        for finding in self.verdict.findings:
            found.setdefault(finding.ref.rule, []).append(finding)
        return found

    def result(self, number: int, item: AppraisalItem, id_: str) -> ItemResult:
        """Return one item as it stands."""
        answers = [each for each in self._answers(number - 1, item) if each.applies is not False]
        reasons = tuple(each.reason for each in answers if each.reason is not None)
        sure = [reason for reason in reasons if reason.code in _SURE]
        uncounted = any(reason.code in _UNCOUNTED for reason in reasons)
        applies = disjunction(each.applies for each in answers) if answers else False
        status: ItemStatus = "not_applicable" if not answers else "failed" if sure else "open" if reasons else "passed"
        most = item.dearest if uncounted else item.cost(len(reasons))
        return ItemResult(id_, number, item, status, applies, PointSpan(item.cost(len(sure)), most), reasons)

    def _answers(self, n: int, item: AppraisalItem) -> Iterator[_Answer]:
        duty = self.bundle.rules[n]
        frames = self._frames(n, duty)
        if not frames:  # it speaks of violations, and the case states none
            yield _Answer(None, Reason("applies_unknown", {}))
        elif item.requires is not None and item.requires.holds is not None:
            yield from (self._condition(duty, frame, reading) for frame, reading in frames)
        elif item.requires is None:
            applies = disjunction(reading.when for _, reading in frames)
            yield _Answer(applies, Reason("by_hand", {}))
        elif item.requires.documents:
            applies = disjunction(reading.when for _, reading in frames)
            yield from (self._document(name, applies) for name in item.requires.documents)
        else:
            chosen = {frame.key: reading.when for frame, reading in frames}
            for rule in item.requires.rules:
                yield from self._rule(rule, chosen)

    def _frames(self, n: int, duty: Requirement) -> list[tuple[Frame, Reading]]:
        """Return the frames in which an item is read: of the case, or of every violation and party."""
        read = [(frame, readings[n]) for frame, readings in zip(self.frames, self.readings, strict=True)]
        return read[1:] if speaks_of_pair(duty, self.plan.vocabulary) else read[:1]

    def _condition(self, duty: Requirement, frame: Frame, reading: Reading) -> _Answer:
        status, notes = status_of(duty, reading, frame.facts, self.verdict.case.record)
        if status in ("not_applicable", "dormant"):
            return _Answer(False)
        if status == "satisfied":
            return _Answer(True)
        code: ReasonCode = "condition_fails" if status == "breached" else "condition_open"
        why = OnDemand(because, duty, frame.facts)
        where = places_of(why(), self.verdict.case)
        return _Answer(reading.when, Reason(code, {}, None, frame.key, notes, why, where))

    def _document(self, name: str, applies: Truth) -> _Answer:
        if name in self.documents.assigned:
            return _Answer(applies)
        perhaps = self.documents.may_be(name)
        sure = applies is True and self.documents.complete and not perhaps
        args = {"document": name, "perhaps": [filed.title for filed in perhaps]}
        where = tuple(filed.where for filed in perhaps if filed.where)
        return _Answer(applies, Reason("document_missing" if sure else "document_not_seen", args, where=where))

    def _rule(self, rule: str, chosen: dict[Key, Truth]) -> Iterator[_Answer]:
        found = self.findings.get(rule, [])
        if not found:
            applies = conjunction([disjunction(chosen.values()), self._may_concern(rule)])
            yield _Answer(applies, Reason("not_checked", {"rule": rule}))
        for finding in found:
            key = (finding.violation, finding.party)
            applies = chosen[key] if key in chosen else disjunction(chosen.values())
            yield from (self._finding(each, applies) for each in self._in_place_of(finding))

    def _in_place_of(self, finding: Finding) -> list[Finding]:
        """Return the findings on the special duties that take the place of a general one, or the finding itself."""
        special = [args["rule"] for code, args in finding.notes if code == "replaced_by"]
        return [each for rule in special for each in self.findings.get(rule, []) if meet(finding, each)] or [finding]

    def _may_concern(self, rule: str) -> Truth:
        """Say whether an instrument that gave no finding concerns the case at all; a missing one may."""
        versions = self.plan.rulesets.versions.get(rule.partition("/")[0], ())
        if versions and all(concerns(version.head, self.frames[0].facts) is False for version in versions):
            return False
        return None

    def _finding(self, finding: Finding, applies: Truth) -> _Answer:
        if applies is False or finding.status in ("not_applicable", "dormant"):
            return _Answer(False)
        if finding.status == "satisfied":
            return _Answer(applies)
        # A breach of a duty costs nothing while it is open whether the item applies.
        sure = applies is True or finding.status != "breached"
        code: Any = finding.status if sure else "undetermined"
        where = places_of(finding.because(), self.verdict.case)
        key = (finding.violation, finding.party)
        both = conjunction([applies, finding.applies])
        return _Answer(both, Reason(code, {}, finding.ref, key, finding.notes, finding.because, where))
