"""From findings and results to one outcome: may decide, must not, undetermined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from enforcement_rules.evaluation.verdict import Ask, Finding, NotChecked, Outcome, Question, Result
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.values.kinds import BARRING


@dataclass(frozen=True, slots=True)
class Tally:
    """What the outcome rests on."""

    findings: Sequence[Finding]
    results: Sequence[Result]
    not_checked: Sequence[NotChecked]
    vocabulary: Vocabulary

    def bearing(self, finding: Finding) -> bool:
        """Say whether a duty bears on the decision: void or fatal, and due by it."""
        step = self.vocabulary.steps.get(finding.due)
        return finding.severity in BARRING and not (step is not None and step.after_decision)

    @property
    def barred(self) -> list[Finding]:
        """Shown void or fatal breaches that not deciding (yet) can still avoid."""
        return [f for f in self.findings if f.status == "breached" and f.curable != "never" and self.bearing(f)]

    @property
    def outside(self) -> list[Result]:
        """Results whose proposal the statute or a binding ground forbids."""
        return [result for result in self.results if result.proposal is not None and result.proposal.statute is False]


def outcome_of(tally: Tally, *, regular: bool = False) -> Outcome:
    """Return the outcome; with `regular`, open procedural duties are taken as kept (see `presumed`)."""
    if tally.barred or tally.outside:
        return "must_not_decide"
    if not tally.results or any(result.proposal is None or not _settled(result) for result in tally.results):
        return "undetermined"
    if any(entry.blocks for entry in tally.not_checked):
        return "undetermined"
    blocking = ("breached", "apparent", "undetermined", "not_checked")
    for finding in tally.findings:
        if finding.status in blocking and tally.bearing(finding):
            if regular and presumed(finding):
                continue
            return "undetermined"
    return "may_decide"


def presumed(finding: Finding) -> bool:
    """Say whether an excerpt's silence on a duty is read as its having been kept: never where it says otherwise."""
    return finding.status == "undetermined" and finding.severity != "void" and finding.kept is not False


def _settled(result: Result) -> bool:
    return result.settled_treatment and result.settled_amount


def procedure_settled(tally: Tally) -> bool:
    """Say whether nothing open could still change the procedural answer."""
    if any(f.status == "breached" and tally.bearing(f) and not f.assumes_version for f in tally.findings):
        return True
    if any(entry.blocks for entry in tally.not_checked):
        return False
    return not any(
        tally.bearing(f) and (f.status in ("apparent", "undetermined", "not_checked") or f.assumes_version)
        for f in tally.findings
    )


def headline_of(
    tally: Tally, outcome: Outcome, asks: Sequence[Ask], questions: Sequence[Question]
) -> tuple[str, dict[str, Any]]:
    """Return the code of the worst that is shown, else apparent, then how much is open, with the counts."""
    shown = [f for f in tally.findings if f.status == "breached"]
    apparent = [f for f in tally.findings if f.status == "apparent"]
    args: dict[str, Any] = {
        "barring": len({finding.ref.rule for finding in tally.barred}),
        "breached": len({finding.ref.rule for finding in shown}),
        "apparent": len({finding.ref.rule for finding in apparent}),
        "outside": len(tally.outside),
        "not_loaded": len(_unread(tally)),
        "questions": len(questions),
        "open_groups": len(asks),
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


def _amount(results: Sequence[Result]) -> str:
    answers = [result.proposal.statute for result in results if result.proposal is not None]
    if not answers:
        return "none"
    if False in answers or None in answers:
        return "no" if False in answers else "unknown"
    if any(result.statutory.source == "file" for result in results):
        return "stated"
    return "spared" if all(result.proposal and result.proposal.spared for result in results) else "yes"
