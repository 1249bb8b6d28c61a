"""From findings and results to one outcome: may decide, must not, undetermined."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.layout import DECISION
from enforcement_rules.evaluation.verdict import Finding, Headline, InputWarning, NotChecked, Outcome, Result, Status
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.values.kinds import BARRING

_BLOCKING: frozenset[Status] = frozenset({"breached", "apparent", "undetermined", "not_checked", "not_yet_due"})
"""What stands in the way of deciding; a duty due by then, such as the legal review, that is still to come, too."""


class Tally(Struct, frozen=True, dict=True):
    """What the outcome rests on."""

    findings: Sequence[Finding]
    results: Sequence[Result]
    not_checked: Sequence[NotChecked]
    vocabulary: Vocabulary
    warnings: Sequence[InputWarning] = ()

    @cached_property
    def bearing(self) -> tuple[Finding, ...]:
        """The findings that bear on the decision: void or fatal, and due by it."""
        later = self.vocabulary.after_decision
        return tuple(f for f in self.findings if f.severity in BARRING and f.due not in later)

    @cached_property
    def barred(self) -> list[Finding]:
        """Shown void or fatal breaches that not deciding (yet) can still avoid."""
        return [f for f in self.bearing if f.status == "breached" and f.curable != "never"]

    @cached_property
    def blocked(self) -> bool:
        """Whether something that bears on the decision was not checked, or could not be."""
        return any(each.blocks for each in self.not_checked) or any(each.blocks for each in self.warnings)

    @cached_property
    def outside(self) -> list[Result]:
        """Results whose proposal the statute or a binding ground forbids."""
        return [result for result in self.results if result.proposal is not None and result.proposal.statute is False]


def outcome_of(tally: Tally, *, regular: bool = False) -> Outcome:
    """Return the outcome; with `regular`, open procedural duties are taken as kept (see `presumed`)."""
    if tally.barred or tally.outside:
        return "must_not_decide"
    if not tally.results or any(result.proposal is None or not _settled(result) for result in tally.results):
        return "undetermined"
    if tally.blocked:
        return "undetermined"
    blocking = (finding for finding in tally.bearing if finding.status in _BLOCKING)
    kept = all(regular and presumed(finding) for finding in blocking)
    return "may_decide" if kept else "undetermined"


def presumed(finding: Finding) -> bool:
    """Say whether an excerpt's silence on a duty is read as its having been kept: never where it says otherwise."""
    still_to_come = finding.status == "not_yet_due" and finding.due == DECISION
    return (
        (finding.status == "undetermined" or still_to_come) and finding.severity != "void" and finding.kept is not False
    )


def _settled(result: Result) -> bool:
    return result.settled_treatment and result.settled_amount


def procedure_settled(tally: Tally) -> bool:
    """Say whether nothing open could still change the procedural answer."""
    if any(f.status == "breached" and not f.assumes_version for f in tally.bearing):
        return True
    if tally.blocked:
        return False
    return not any(f.status in _BLOCKING - {"breached"} or f.assumes_version for f in tally.bearing)


def headline_of(tally: Tally, outcome: Outcome, *, asks: int, questions: int) -> Headline:
    """Return the code of the worst that is shown, else apparent, then how much is open, with the counts.

    `asks` and `questions` are how many there are.
    """
    shown = [f for f in tally.findings if f.status == "breached"]
    apparent = [f for f in tally.findings if f.status == "apparent"]
    args: dict[str, Any] = {
        "barring": len({finding.ref.rule for finding in tally.barred}),
        "breached": len({finding.ref.rule for finding in shown}),
        "apparent": len({finding.ref.rule for finding in apparent}),
        "outside": len(tally.outside),
        "not_loaded": len(_unread(tally)),
        "denied": len({(each.fact, each.path) for entry in tally.not_checked for each in entry.unjudged}),
        "questions": questions,
        "open_groups": asks,
        "amount": _amount(tally.results),
    }
    if tally.barred:
        code = "shown_void" if any(f.severity == "void" for f in tally.barred) else "shown_fatal"
    elif tally.outside:
        code = "proposal_outside_law"
    elif shown:
        code = "shown_breach"
    elif apparent:
        code = "apparent_breach"
    else:
        code = "may_decide" if outcome == "may_decide" else "open"
    return code, args


def _unread(tally: Tally) -> set[str]:
    """Return the instruments with duties that bear on the decision whose text of the time is not loaded."""
    unread = [entry for entry in tally.not_checked if entry.blocks and entry.reason == "no_version_in_force"]
    return {entry.instrument for entry in unread if entry.steps != ("violation",)}


def _inside(results: Sequence[Result]) -> bool:
    """Say whether every fine lies in its range, though more than the fine is to be judged."""
    proposals = [result.proposal for result in results if result.proposal is not None]
    return all(each.statute is True or (each.within is True and each.fine not in (None, "0.00")) for each in proposals)


def _amount(results: Sequence[Result]) -> str:
    answers = [result.proposal.statute for result in results if result.proposal is not None]
    if not answers:
        return "none"
    if False in answers or None in answers:
        return "no" if False in answers else "within" if _inside(results) else "unknown"
    if any(result.statutory.source == "file" for result in results):
        return "stated"
    return "spared" if all(result.proposal and result.proposal.spared for result in results) else "yes"
