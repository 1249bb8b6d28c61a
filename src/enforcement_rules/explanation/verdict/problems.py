"""Duties that are breached or breached on the face of the file, with the facts they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.evaluation.proof import Node, deciding
from enforcement_rules.evaluation.verdict import Finding, Verdict
from enforcement_rules.explanation.forms import Formatter, Line
from enforcement_rules.values.truth import UNKNOWN

MARKS = {"breached": "✗", "apparent": "◐"}


def lines_of(verdict: Verdict, form: Formatter, *, alone: bool = True) -> Iterator[Line]:
    """Yield every problem: shown before apparent, the graver first; that there is none, where nothing else is told."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in verdict.findings:
        if finding.status in MARKS:
            found.setdefault((finding.ref.rule, finding.status), []).append(finding)
    for same in found.values():
        yield from _problem(same, verdict, form)
    if not found and alone:
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
    marks = [words.say(f"status.{finding.status}"), words.say(f"severity.{finding.severity}")]
    if finding.consequence != "none":
        marks.append(words.say(f"consequence.{finding.consequence}"))
    marks.append(words.say(f"curable.{finding.curable}"))
    text = form.says(finding.ref) + words.say("open_bracket") + words.say("semicolon").join(marks)
    yield Line(text + words.say("close_bracket"), mark=MARKS[finding.status], right=form.cite(finding.ref))
    if finding.violation and len(verdict.results) > 1:
        pairs = [words.say("for_pair", violation=each.violation, party=each.party or "") for each in same]
        yield Line(words.say("semicolon").join(pairs), depth=1)
    yield from facts_of(finding.because(), form)
    for code, args in finding.notes:
        yield Line(words.say(f"note.{code}", **args), depth=1)
    unstated = [words.pick(says, says_en) for _, says, says_en, status in finding.exceptions if status == "unknown"]
    if finding.status == "apparent" and unstated:
        yield Line(words.say("exception_unstated", names=words.join(unstated)), depth=1)


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
