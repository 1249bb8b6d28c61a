"""The foot of a page: the opinion, how many duties came out how, and what was presumed, assumed and left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from enforcement_rules.evaluation.layout import DECISION
from enforcement_rules.evaluation.verdict import Verdict
from enforcement_rules.explanation.forms import Formatter, Line
from enforcement_rules.explanation.verdict.problems import MARKS


def foot_of(verdict: Verdict, form: Formatter, *, everything: bool) -> Iterator[tuple[str, str]]:
    """Yield the rows of the foot; what did not happen is one row each, in full only on demand."""
    words = form.words
    yield words.say("opinion"), opinion_of(verdict, form)
    counts = Counter(finding.status for finding in verdict.findings)
    dormant = counts.pop("dormant", 0)
    counted = [words.say("counted", status=words.say(f"status.{status}"), n=n) for status, n in counts.items()]
    yield words.say("section.counts"), words.join(counted) or words.say("none")
    if presumed := _presumed(verdict, form):
        yield words.say("section.presumed"), words.join(presumed)
    assumed = _assumed(verdict, form)
    if assumed:
        # Some names are lists themselves.
        listed = words.say("semicolon").join(assumed)
        yield words.say("section.assumed"), listed if everything else words.say("fold.assumed", n=len(assumed))
    if not everything:
        if dormant:
            yield words.say("section.dormant"), words.say("fold.dormant", n=dormant)
        yield words.say("fold.rest"), words.say("fold.how")


def dormant_of(verdict: Verdict, form: Formatter) -> Iterator[Line]:
    """Yield the duties on events that nobody raised."""
    for finding in verdict.findings:
        if finding.status == "dormant":
            yield Line(form.says(finding.ref), mark="·", right=form.cite(finding.ref))


def opinion_of(verdict: Verdict, form: Formatter) -> str:
    """Return the opinion in the form of a reviewer's; it is for a person to adopt, and nobody has signed it."""
    words = form.words
    waiting = "asks" if verdict.asks else "not_checked"
    code = f"opinion.{verdict.outcome}"
    if verdict.outcome != "must_not_decide" and _has_problems(verdict):
        code += ".wrong"
    if verdict.outcome != "may_decide" and _is_made(verdict):
        code += ".made"
    return words.say(code, section=words.say("section.problems"), asks=words.say(f"section.{waiting}.short"))


def _has_problems(verdict: Verdict) -> bool:
    """Say whether anything stands under the problems: a breach, or what speaks against law that is not loaded."""
    if any(finding.status in MARKS for finding in verdict.findings):
        return True
    return any(entry.unjudged for entry in verdict.not_checked)


def _is_made(verdict: Verdict) -> bool:
    return any(step.step == DECISION and step.done for step in verdict.case.steps)


def _presumed(verdict: Verdict, form: Formatter) -> list[str]:
    """Return the values that definitions presume, such as the ordinary procedure of a case that was filed."""
    pairs = [each.partition("=") for each in verdict.assumed if "=" in each]
    known = [(form.fact(id_), value) for id_, _, value in pairs]
    return [
        form.words.say("presumed", name=form.name(fact.id), value=form.label(fact, value))
        for fact, value in known
        if fact is not None
    ]


def _assumed(verdict: Verdict, form: Formatter) -> list[str]:
    events = verdict.vocabulary.events
    return [form.words.pick(events[each].zh, events[each].en) for each in verdict.assumed if each in events]
