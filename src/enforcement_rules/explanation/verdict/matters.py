"""The matters of legal review (主体、人员、事实、法律、程序、裁量、文书、移送), and which of them are open or wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from enforcement_rules.evaluation.proof import Node
from enforcement_rules.evaluation.verdict import Finding, Verdict
from enforcement_rules.explanation.forms import Formatter
from enforcement_rules.explanation.verdict.problems import MARKS
from enforcement_rules.values.kinds import BARRING

MATTERS: dict[str, frozenset[str]] = {
    "subject": frozenset({"authority", "identity"}),
    "officers": frozenset({"officers"}),
    "facts": frozenset({"evidence", "harm", "prior", "amounts"}),
    "law": frozenset(),
    "procedure": frozenset(),
    "discretion": frozenset({"circumstances", "discretion", "correction"}),
    "documents": frozenset({"decision_document", "service", "payment", "publicity", "remedies"}),
    "transfer": frozenset({"transfer"}),
}
"""The matters in the order of a review, each with its groups of papers; those of no other belong to the procedure.

That order is the one of the State Council's opinion on legal review (国办发〔2018〕118号, 四（三）).
"""


def matters_in_words(verdict: Verdict, form: Formatter) -> str:
    """Return the matters with problems, with how many; then those with something open; then those with neither."""
    words = form.words
    wrong, open_ = Counter(_wrong(verdict)), frozenset(_open(verdict))
    named: dict[str, list[str]] = {"wrong": [], "open": [], "clean": []}
    for name in MATTERS:
        said = words.say(f"matter.{name}")
        if wrong[name]:
            named["wrong"].append(words.say("matter.count", matter=said, n=wrong[name]))
        else:
            named["open" if name in open_ else "clean"].append(said)
    settled = verdict.outcome == "may_decide"
    codes = {"wrong": "matter.wrong", "open": "matter.open.may_decide" if settled else "matter.open"}
    return words.say("semicolon").join(
        words.say("matter.line", state=words.say(codes.get(state, "matter.clean")), matters=words.join(matters))
        for state, matters in named.items()
        if matters
    )


def _wrong(verdict: Verdict) -> Iterator[str]:
    checks = [result.proposal for result in verdict.results if result.proposal is not None]
    yield from ("law" for check in checks if check.statute is False)
    yield from ("discretion" for check in checks if check.benchmark is False and check.deviation is not True)
    for finding in {each.ref.rule: each for each in verdict.findings if each.status in MARKS}.values():
        matter = matter_of(_group(finding, verdict))
        # What makes a decision void or has it revoked is never a matter of its paper alone.
        yield "procedure" if matter == "documents" and finding.severity in BARRING else matter


def _open(verdict: Verdict) -> Iterator[str]:
    checks = [result.proposal for result in verdict.results]
    if not checks or any(check is None or check.statute is None for check in checks):
        yield "law"
    yield from ("procedure" for entry in verdict.not_checked if entry.blocks and entry.reason == "no_version_in_force")
    yield from (matter_of(ask.group) for ask in verdict.asks)


def matter_of(group: str) -> str:
    """Return the matter that a group of papers belongs to."""
    return next((name for name, groups in MATTERS.items() if group in groups), "procedure")


def _group(finding: Finding, verdict: Verdict) -> str:
    """Return the group of the first fact that a duty asks for; without any, that of its step."""
    node = finding.because()
    asked = node.children[1] if node.kind == "requirement" and len(node.children) > 1 else node
    for id_ in _facts(asked):
        fact = verdict.vocabulary.fact(id_)
        if fact is not None and fact.entry.derived is not None:
            return "time"
        if fact is not None and fact.entry.group is not None:
            return str(fact.entry.group)
    step = verdict.vocabulary.steps.get(finding.step)
    return (step.group if step is not None else None) or finding.step


def _facts(node: Node) -> Iterator[str]:
    if node.kind == "fact" and node.fact is not None:
        yield node.fact
    for child in node.children:
        yield from _facts(child)
