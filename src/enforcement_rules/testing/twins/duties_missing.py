"""Changes of the procedure: each void or fatal duty that the clean twin kept is broken by what it was kept by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from enforcement_rules.evaluation.duties import Found
from enforcement_rules.evaluation.proof import Node, prove
from enforcement_rules.model.vocabulary import ELEMENTS, Fact
from enforcement_rules.rules.condition import Test
from enforcement_rules.testing.twins.builder import PROPOSED, Twin
from enforcement_rules.testing.twins.changes import Unlawful, change
from enforcement_rules.testing.twins.editing import at, changed, stated, steps_of
from enforcement_rules.testing.twins.goals import Goal
from enforcement_rules.testing.twins.skeleton import OFFICERS, workday
from enforcement_rules.testing.twins.values import lawful_value
from enforcement_rules.values.errors import Path
from enforcement_rules.values.kinds import BARRING

Data = dict[str, Any]
Break = Callable[[Data], Data]
"""How a case is changed so that something that a duty was kept by is so no longer."""


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
    """Break each void or fatal duty, by each fact that it was kept by, and where there are several by all of them."""
    for duty in kept_duties(twin):
        rule, bars = duty.finding.ref.rule, duty.finding.curable != "never"
        breaks = dict(_breaks(prove(duty.rule.then, duty.facts), duty, twin, holds=True))
        if len(breaks) > 1:
            breaks["all of it"] = _all(list(breaks.values()))
        for label, made in breaks.items():
            yield Unlawful("duty_missing", f"{rule}: {label}", made(twin.data), rule, bars)


def _all(breaks: list[Break]) -> Break:
    def made(data: Data) -> Data:
        for each in breaks:
            data = each(data)
        return data

    return made


def _breaks(node: Node, duty: Found, twin: Twin, *, holds: bool, inside: Path = ()) -> Iterator[tuple[str, Break]]:
    """Yield how each fact is changed that a proof rests on, and which it was.

    `holds`: what the fact must be; `inside`: where the element of a list stands that it is a fact of.
    """
    if node.kind == "element" and node.path:
        inside = node.path
    enough = [child for child in node.children if child.status is holds]
    if node.kind == ("any" if holds else "all") and len(enough) > 1:
        # One of them would do: only all of them together are changed.
        each = [made for child in enough for made in _breaks(child, duty, twin, holds=holds, inside=inside)]
        if each:
            yield " and ".join(dict(each)), _all(list(dict(each).values()))
        return
    if node.kind == "fact" and node.status is holds and node.fact is not None:
        yield from _of_fact(node, duty, twin, holds=holds, inside=inside)
    if node.kind == "some" and holds and node.children:
        yield f"no {node.fact}", partial(_without, node.fact, twin.rulesets.vocabulary.acts)
    for child in node.children:
        yield from _breaks(child, duty, twin, holds=holds is not (node.kind == "not"), inside=inside)


def _without(collection: str | None, acts: frozenset[str], data: Data) -> Data:
    """Return the case without the elements of a collection."""
    if collection == "acts":
        return changed(data, (("steps",), [step for step in data["steps"] if step["step"] not in acts]))
    return changed(data, ((collection,), [])) if collection in data else data


def _of_fact(node: Node, duty: Found, twin: Twin, *, holds: bool, inside: Path) -> Iterator[tuple[str, Break]]:
    scope, _, name = str(node.fact).partition(".")
    vocabulary = twin.rulesets.vocabulary
    fact = vocabulary.fact(str(node.fact))
    if scope in vocabulary.steps and name == "done":
        yield f"no {scope}", partial(_of_steps, scope, {"done": False})
    elif node.operator == "precedes" and name == "moment":
        other = str(node.bound_fact).partition(".")[0]
        yield f"{scope} after {other}", partial(_afterwards, scope, other)
    elif name.endswith("officer_count"):
        yield f"one officer at {node.path or scope}", partial(_by_one, scope, node.path)
    elif fact is not None and (fact.entry.stated or not fact.entry.derived):
        yield from _otherwise(node, fact, duty, twin, wanted=not holds, inside=inside)


def _of_steps(kind: str, more: Data, data: Data) -> Data:
    """Return the case with something else said of every step of a kind."""
    return changed(data, *((("steps", n), step | more) for n, step in steps_of(data, kind)))


def _by_one(scope: str, path: Path | None, data: Data) -> Data:
    """Return the case with one officer at an act, or at every step of a kind."""
    chosen = [n for n, step in enumerate(data["steps"]) if path == ("steps", n) or step["step"] == scope]
    return changed(data, *((("steps", n, "by"), [OFFICERS[0]]) for n in chosen))


def _otherwise(
    node: Node, fact: Fact, duty: Found, twin: Twin, *, wanted: bool, inside: Path
) -> Iterator[tuple[str, Break]]:
    """Yield how a fact is stated otherwise, where it stands or where a verdict would ask for it."""
    goal = Goal(Test(fact.id, node.operator, node.bound), wanted, 1, duty.facts)  # type: ignore[arg-type]
    value = lawful_value(fact, [goal], (), twin.reviewed.verdict.on)
    value = list(value) if isinstance(value, tuple) else value
    if value is None or fact.id in PROPOSED:
        return
    path = node.path or ((*inside, fact.name) if fact.scope in ELEMENTS and inside else ())
    if path and not isinstance(at(twin.data, path), dict | list):
        yield ".".join(map(str, path)), partial(_edited, (path, value))
    elif not node.path and fact.scope not in ELEMENTS:
        yield fact.id, partial(stated, answers={fact.id: value}, vocabulary=twin.rulesets.vocabulary)


def _edited(edit: tuple[Path, Any], data: Data) -> Data:
    return changed(data, edit)


def _afterwards(kind: str, other: str, data: Data) -> Data:
    """Return the case with a step put behind the one that it precedes."""
    days = [dt.date.fromisoformat(step["on"]) for _, step in steps_of(data, other)]
    if not days:
        return data
    day = workday(max(days) + dt.timedelta(days=1)).isoformat()
    moved = [(n, {key: day for key in ("on", "served") if key in step}) for n, step in steps_of(data, kind)]
    return changed(data, *((("steps", n), data["steps"][n] | days) for n, days in moved))


@change(
    "对同一违法行为不得给予两次以上罚款（行政处罚法第二十九条）",
    "one act is not fined twice (art. 29)",
)
def second_fine(twin: Twin) -> Iterator[Unlawful]:
    """Let an earlier decision have fined the same act."""
    if any(each["kind"] == "fine" for each in twin.data["proposed"][0]["penalties"] or ()):
        before = {"on": twin.data["violations"][0]["discovered"], "fine": "1000", "same_act": True}
        yield Unlawful("second_fine", "same act", changed(twin.data, (("prior_penalties",), [before])))


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
