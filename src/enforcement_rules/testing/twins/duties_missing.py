"""Changes of the procedure: each void or fatal duty that the clean twin kept is broken by what it was kept by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from enforcement_rules.evaluation.duties import Found
from enforcement_rules.evaluation.proof import Node, prove
from enforcement_rules.testing.twins.builder import Twin
from enforcement_rules.testing.twins.changes import Unlawful, change
from enforcement_rules.testing.twins.editing import changed, steps_of
from enforcement_rules.testing.twins.skeleton import workday
from enforcement_rules.values.choices import Choices
from enforcement_rules.values.errors import Path
from enforcement_rules.values.kinds import BARRING

Edit = tuple[Path, Any]


def kept_duties(twin: Twin) -> Iterator[Found]:
    """Yield the void and fatal duties due by the decision that the twin kept."""
    later = twin.rulesets.vocabulary.after_decision
    for duty in twin.reviewed.duties:
        finding = duty.finding
        if finding.severity in BARRING and finding.status == "satisfied" and finding.due not in later:
            yield duty


@change(
    "缺少无效或者撤销后果的要件（行政处罚法第三十八条，行政诉讼法第七十条、第七十五条）",
    "a duty is not met whose lack makes the decision void or has it revoked (art. 38; Litigation Law, arts. 70 and 75)",
)
def duty_missing(twin: Twin) -> Iterator[Unlawful]:
    """Break each void or fatal duty, by each fact that it was kept by."""
    for duty in kept_duties(twin):
        edits = dict(_edits(prove(duty.rule.then, duty.facts), twin))
        bars = duty.finding.curable != "never"
        for path, value in edits.items():
            detail = f"{duty.finding.ref.rule}: {'.'.join(map(str, path))}"
            data = changed(twin.data, (path, value))
            yield Unlawful("duty_missing", detail, data, duty.finding.ref.rule, bars)


def _edits(node: Node, twin: Twin) -> Iterator[Edit]:
    """Yield what to write where, so that a fact that the proof rests on no longer holds."""
    if node.kind == "fact" and node.status is True and node.fact is not None:
        yield from _of_fact(node, twin)
    for child in node.children:
        yield from _edits(child, twin)


def _of_fact(node: Node, twin: Twin) -> Iterator[Edit]:
    scope, _, name = str(node.fact).partition(".")
    if scope in twin.rulesets.vocabulary.steps and name == "done":
        yield from ((("steps", n, "done"), False) for n, _ in steps_of(twin.data, scope))
    elif node.operator == "precedes" and name == "moment":
        yield from _afterwards(node, scope, twin)
    elif node.path:
        opposite = _opposite(node, twin)
        if opposite is not None:
            yield node.path, opposite


def _afterwards(node: Node, scope: str, twin: Twin) -> Iterator[Edit]:
    """Yield the step put behind the one that it precedes."""
    other = str(node.bound_fact).partition(".")[0]
    days = [dt.date.fromisoformat(step["on"]) for _, step in steps_of(twin.data, other)]
    if days:
        day = workday(max(days) + dt.timedelta(days=1)).isoformat()
        yield from ((("steps", n, "on"), day) for n, _ in steps_of(twin.data, scope))


def _opposite(node: Node, twin: Twin) -> Any:
    """Return a value, as files write it, for which the test of a stated fact fails."""
    value, bound = node.value, node.bound
    fact = twin.rulesets.vocabulary.fact(str(node.fact))
    if isinstance(value, bool):
        return not value
    if isinstance(value, Choices):
        wanted = bound if isinstance(bound, frozenset) else {bound}
        return sorted(value.known - set(wanted))
    if isinstance(value, str) and fact is not None and fact.type.values:
        allowed = bound if isinstance(bound, frozenset) else {bound}
        return next((each for each in fact.type.values if each not in allowed), None)
    if isinstance(value, int | Decimal) and isinstance(bound, int | Decimal):
        return _beyond(node.operator, Decimal(bound), whole=isinstance(value, int))
    return None


def _beyond(operator: str | None, bound: Decimal, *, whole: bool) -> Any:
    least = operator in ("at_least", "more_than", "is")
    made = bound - 1 if least else bound + 1
    return None if made < 0 else int(made) if whole else str(made)


@change(
    "执法人员应当具有行政执法资格（行政处罚法第四十二条第一款）",
    "officers must hold a certificate valid on the day they act (art. 42)",
)
def certificate_expired(twin: Twin) -> Iterator[Unlawful]:
    """Leave one officer without a certificate on the day of one act."""
    acts = twin.rulesets.vocabulary.acts
    for step in twin.data["steps"]:
        if step["step"] in acts and step.get("by"):
            day = dt.date.fromisoformat(step["on"])
            [(n, officer)] = [(n, o) for n, o in enumerate(twin.data["officers"]) if o["id"] == step["by"][0]]
            valid = officer["certificate"]
            before = valid | {"to": (day - dt.timedelta(days=1)).isoformat()}
            after = valid | {"from": (day + dt.timedelta(days=1)).isoformat()}
            data = changed(twin.data, (("officers", n, "certificate"), [before, after]))
            yield Unlawful("certificate_expired", step["step"], data)
