"""The matters of legal review (主体、人员、事实、法律、程序、裁量、文书、移送), and which of them are open or wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from enforcement_rules.evaluation.proof import Node
from enforcement_rules.evaluation.verdict import Finding, Verdict
from enforcement_rules.explanation.forms import Formatter
from enforcement_rules.explanation.verdict.problems import MARKS
from enforcement_rules.model.questions import LIST_GROUPS
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

_ORDER = ("wrong", "open", "unchecked", "clean", "absent")
_UNDECIDED, _KEPT = ("undetermined",), ("satisfied",)


def matters_in_words(verdict: Verdict, form: Formatter) -> str:
    """Return the matters by what was seen of them: those with problems first, with how many."""
    words = form.words
    wrong = Counter(_wrong(verdict))
    states = _states(verdict, frozenset(wrong))
    named: dict[str, list[str]] = {state: [] for state in _ORDER}
    for name, state in states.items():
        said = words.say(f"matter.{name}")
        named[state].append(words.say("matter.count", matter=said, n=wrong[name]) if wrong[name] else said)
    settled = verdict.outcome == "may_decide"
    return words.say("semicolon").join(
        words.say("matter.line", state=words.say(_code(state, settled=settled)), matters=words.join(matters))
        for state, matters in named.items()
        if matters
    )


def _code(state: str, *, settled: bool) -> str:
    return "matter.open.may_decide" if state == "open" and settled else f"matter.{state}"


def _states(verdict: Verdict, wrong: frozenset[str]) -> dict[str, str]:
    """Return what was seen of every matter. Nothing is in order of which no duty was found kept.

    While law of the time is not read, such a matter was not checked; else this case has no duty of it.
    """
    open_ = frozenset(_open(verdict))
    kept = {_matter(finding, verdict) for finding in _once(verdict, _KEPT)} | {"law", "discretion"}
    nothing = "unchecked" if any(entry.blocks for entry in verdict.not_checked) else "absent"
    return {
        name: "wrong" if name in wrong else "open" if name in open_ else "clean" if name in kept else nothing
        for name in MATTERS
    }


def _wrong(verdict: Verdict) -> Iterator[str]:
    checks = [result.proposal for result in verdict.results if result.proposal is not None]
    yield from ("law" for check in checks if check.statute is False)
    yield from ("discretion" for check in checks if check.benchmark is False and check.deviation is not True)
    yield from (_matter(finding, verdict) for finding in _once(verdict, MARKS))


def _open(verdict: Verdict) -> Iterator[str]:
    checks = [result.proposal for result in verdict.results]
    if not checks or any(check is None or check.statute is None for check in checks):
        yield "law"
    yield from ("discretion" for result in verdict.results if not result.settled_treatment)
    # A range that only the file states was held against no law.
    yield from ("law" for result in verdict.results if result.statutory.source == "file")
    yield from ("procedure" for entry in verdict.not_checked if entry.blocks and entry.reason == "no_version_in_force")
    yield from (matter_of(ask.group) for ask in verdict.asks)
    for denied in (each for entry in verdict.not_checked for each in entry.unjudged):
        yield matter_of(_group_of(denied.fact, verdict) or denied.fact.partition(".")[0])
    # Not everything that is open is asked for.
    yield from (_matter(finding, verdict) for finding in _once(verdict, _UNDECIDED))


def _once(verdict: Verdict, statuses: Collection[str]) -> Iterable[Finding]:
    """Return one finding for every duty that has some of these statuses."""
    return {each.ref.rule: each for each in verdict.findings if each.status in statuses}.values()


def _matter(finding: Finding, verdict: Verdict) -> str:
    """Return the matter of a duty; what makes a decision void or has it revoked is never one of its paper alone."""
    matter = matter_of(_group(finding, verdict))
    return "procedure" if matter == "documents" and finding.severity in BARRING else matter


def matter_of(group: str) -> str:
    """Return the matter that a group of papers belongs to."""
    return next((name for name, groups in MATTERS.items() if group in groups), "procedure")


def _group(finding: Finding, verdict: Verdict) -> str:
    """Return the group of the first fact or list that a duty asks for; without any, that of its step."""
    node = finding.because()
    asked = node.children[1] if node.kind == "requirement" and len(node.children) > 1 else node
    for id_ in _facts(asked):
        if (group := _group_of(id_, verdict)) is not None:
            return group
    step = verdict.vocabulary.steps.get(finding.step)
    return (step.group if step is not None else None) or finding.step


def _group_of(id_: str, verdict: Verdict) -> str | None:
    """Return the group of a fact; what is worked out of days is a matter of time."""
    fact = verdict.vocabulary.fact(id_)
    if fact is None:
        return LIST_GROUPS.get(id_)
    return "time" if fact.entry.derived is not None else fact.entry.group


def _facts(node: Node) -> Iterator[str]:
    if node.kind in ("fact", "every", "some") and node.fact is not None:
        yield node.fact
    for child in node.children:
        yield from _facts(child)
