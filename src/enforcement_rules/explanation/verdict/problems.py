"""Duties that are breached or breached on the face of the file, with the facts they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.evaluation.proof import Node, deciding
from enforcement_rules.evaluation.verdict import Cited, Finding, Verdict
from enforcement_rules.explanation.forms import PAIR, Formatter, Line
from enforcement_rules.explanation.verdict.citations import rule_in_words
from enforcement_rules.explanation.verdict.proposed import unlawful_lines
from enforcement_rules.values.truth import UNKNOWN

MARKS = {"breached": "✗", "apparent": "◐"}
_SAME = frozenset({("fatal", "revoked"), ("void", "void")})
"""Severities that say their consequence themselves."""


def lines_of(verdict: Verdict, form: Formatter, *, alone: bool = True) -> Iterator[Line]:
    """Yield every problem: what makes a proposal unlawful, then breaches, shown before apparent, the graver first.

    That there is none is said where nothing else is told (`alone`).
    """
    unlawful = list(unlawful_lines(verdict, form))
    yield from unlawful
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in verdict.findings:
        if finding.status in MARKS:
            found.setdefault((finding.ref.rule, finding.status), []).append(finding)
    for same in found.values():
        yield from _problem(same, verdict, form)
    if not found and not unlawful and alone:
        yield Line(form.words.say("none"))


def kept_of(verdict: Verdict, form: Formatter) -> Iterator[Line]:
    """Yield the duties that were kept."""
    for finding in verdict.findings:
        if finding.status == "satisfied":
            yield Line(form.says(finding.ref), mark="✓", right=form.cite(finding.ref))


def _problem(same: list[Finding], verdict: Verdict, form: Formatter) -> Iterator[Line]:
    """Yield one duty that is breached for one or several violations and parties alike."""
    words = form.words
    finding = same[0]
    marks = [words.say(f"status.{finding.status}"), *_effects(finding, form)]
    text = form.says(finding.ref) + form.bracketed(words.say("semicolon").join(marks))
    yield Line(text, mark=MARKS[finding.status], right=form.cite(finding.ref), cites=(Cited(finding.ref),))
    if finding.violation and len(verdict.results) > 1:
        pairs = [form.pair(each.violation, each.party) for each in same]
        yield Line(words.say("semicolon").join(pairs), depth=1, mark=PAIR)
    yield from facts_of(finding.because(), form)
    for code, args in finding.notes:
        named = {"rule": rule_in_words(args["rule"], form)} if "rule" in args else {}
        yield Line(words.say(f"note.{code}", **args | named), depth=1)
    unstated = [words.pick(says, says_en) for _, says, says_en, status in finding.exceptions if status == "unknown"]
    if finding.status == "apparent" and unstated:
        names = words.say("semicolon").join(unstated)
        yield Line(words.say("exception_unstated", names=names), depth=1)


def _effects(finding: Finding, form: Formatter) -> Iterator[str]:
    """Yield how grave a breach is and what may be done: of one that leaves the decision as it is, what is put right."""
    words = form.words
    severity = words.say(f"severity.{finding.severity}")
    later = finding.due in form.verdict.vocabulary.after_decision
    if finding.consequence in ("none", "correct"):
        yield severity
        if later:
            yield _standing(finding, form)
        elif finding.consequence == "correct":
            yield words.say(f"correct.{finding.curable}")
        return
    told = (finding.severity, finding.consequence) in _SAME
    consequence = words.say(f"consequence.{finding.consequence}")
    yield severity if told else words.say("severity.and_consequence", severity=severity, consequence=consequence)
    yield words.say(f"curable.{finding.curable}")


def _standing(finding: Finding, form: Formatter) -> str:
    """Return that the decision stands, and which step is to be put right."""
    step = form.verdict.vocabulary.steps.get(finding.step)
    if finding.consequence == "none" or step is None:
        return form.words.say("stands")
    return form.words.say("stands.correct", step=form.words.pick(step.zh, step.en))


def facts_of(node: Node, form: Formatter) -> Iterator[Line]:
    """Yield the stated facts below a proof, each once, what a number comes from before the number.

    Of the elements of a list only those that decide are shown, each under its own name.
    """
    seen: set[str] = set()
    conditions = deciding(node) if node.kind == "requirement" else (node,)
    for condition in conditions:
        yield from _below(condition, form, seen, 1)


def _below(node: Node, form: Formatter, seen: set[str], depth: int) -> Iterator[Line]:
    if node.kind == "element":
        yield Line(form.element(node.element), depth=depth, right=form.place(node.path))
        seen, depth = set(), depth + 1
    if node.kind == "item" and node.value.name not in seen:
        seen.add(node.value.name)
        yield Line(form.item(node.value), depth=depth, right=form.item_place(node.value))
    for child in deciding(node):
        yield from _below(child, form, seen, depth)
    if node.kind not in ("fact", "source") or node.fact is None or node.fact in seen:
        return
    if node.value is not UNKNOWN and not node.assumed:
        seen.add(node.fact)
        value = form.value(node.fact, node.value)
        yield Line(f"{form.name(node.fact)}  {value}", depth=depth, right=form.place(node.path))
