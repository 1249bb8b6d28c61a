"""What to ask for: unknown facts that could change the answer, one group a step or document, the decisive first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from enforcement_rules.evaluation.duties import Found
from enforcement_rules.evaluation.engine.outcome import presumed
from enforcement_rules.evaluation.engine.relevance import foremost, is_pressing
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.layout import DECISION
from enforcement_rules.evaluation.plan import OPEN_DAY
from enforcement_rules.evaluation.proof import Missing, excuses, open_facts, unexcused
from enforcement_rules.evaluation.verdict import ELEMENTS, OPEN, Ask, AskFact, Finding, Ground, NotChecked
from enforcement_rules.model.computed import COMPUTED, STATED_OTHERWISE
from enforcement_rules.model.questions import LIST_GROUPS
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.base import Rule
from enforcement_rules.rules.condition import Condition, facts_of
from enforcement_rules.rules.requirement import Requirement
from enforcement_rules.values.interval import Interval
from enforcement_rules.values.kinds import BARRING, SPARING
from enforcement_rules.values.truth import UNKNOWN

_COLLECTION_GROUPS = {f"@{name}": group for name, group in LIST_GROUPS.items()}


_OF_CERTIFICATE = {f"officer.certificate_{name}": f"certificate.{name}" for name in ("number", "from", "to")}
"""Facts of officers that stand inside their certificate."""
DECIDED = f"{DECISION}.on"
WHOLE_FILE = "whole_file"
"""The group of what an excerpt does not tell and the file does."""
_VERSION = 20
"""How much a day weighs that leaves open which law governs: everything else rests on it."""
_CONTESTED = 2
_RAISED = 10
"""How much more a fact weighs that the file itself raises: days that choose the law come before, all others after."""
_UNTOUCHED = 3
"""By how much a ground weighs less of which the file says nothing."""


class Wanted(Struct, frozen=True):
    """An unknown fact, the rule that waits for it, what the answer can do, and how much that weighs."""

    fact: str
    path: str
    rule: str
    effect: str
    weight: int
    contested: bool
    element: tuple[tuple[str, Any], ...] = ()
    group: str = ""


def wanted(
    condition_facts: Iterable[str],
    facts: Facts,
    pair: tuple[str | None, str | None],
    rule: str,
    effect: str,
    weight: int,
) -> list[Wanted]:
    """Return the facts that a rule waits for; what one group alone can answer weighs more."""
    ids = foremost(dict.fromkeys(_trigger(id_, facts) for id_ in condition_facts), facts)
    groups = {group_of(id_, facts.vocabulary) for id_ in ids}
    alone = 3 if len(groups) == 1 else 0
    return [
        Wanted(
            fact=id_,
            path=path_of(id_, facts.vocabulary, pair),
            rule=rule,
            effect=effect,
            weight=_weight(id_, facts, weight + alone),
            contested=id_ in facts.contested,
            element=id_.element if isinstance(id_, Missing) else (),
            group=group_of(id_, facts.vocabulary),
        )
        for id_ in ids
    ]


def _of_the_file(items: list[Wanted], facts: Facts) -> list[Wanted]:
    """Put what only the whole file can tell in one group: an excerpt is silent on most of the procedure.

    What it tells in part, such as a step that it lists, keeps the group of its document.
    """
    return [each if _in_part(each, facts) else replace(each, group=WHOLE_FILE) for each in items]


def _in_part(item: Wanted, facts: Facts) -> bool:
    """Say whether the file raises a fact, or it is one of an element or step that the file lists."""
    listed = facts[f"{item.fact.partition('.')[0]}.done"] is True
    return item.weight >= _RAISED or bool(item.element) or listed


def _weight(id_: str, facts: Facts, weight: int) -> int:
    """Return how much a fact weighs: most where the file raises it, nothing where it seldom decides."""
    if weight < _RAISED and is_pressing(id_, facts):
        return weight + _RAISED
    return 0 if _rarely(id_, facts) and weight < _RAISED else weight


def _trigger(id_: str, facts: Facts) -> str:
    """Return whether a step took place at all, where that is what is not known; else the fact itself."""
    kind = id_.partition(".")[0]
    done = f"{kind}.done"
    return done if kind in facts.vocabulary.steps and facts[done] is UNKNOWN else id_


def _excusing(exception: Condition, rule: Requirement, facts: Facts) -> list[str]:
    """Return what an exception waits for; no day of which every possible one breaks the duty, while others are open."""
    ids = list(open_facts(exception, facts))
    days = {part for id_ in facts_of(rule.then) for part in _parts(id_, facts) if isinstance(facts[part], Interval)}
    return [id_ for id_ in ids if id_ not in days] or ids


def _parts(id_: str, facts: Facts) -> Iterator[str]:
    """Yield a fact and those it is derived from."""
    yield id_
    fact = facts.vocabulary.fact(id_)
    for parts in ((fact.entry.derived if fact else None) or {}).values():
        for part in parts:
            yield from _parts(part, facts)


def _of_step(id_: str, facts: Facts) -> bool:
    return id_.partition(".")[0] in facts.vocabulary.steps


def _rarely(id_: str, facts: Facts) -> bool:
    """Say whether a fact is asked of everybody and seldom decides, such as the age of a trader."""
    fact = facts.vocabulary.fact(id_)
    return bool(fact and fact.entry.rarely)


def for_duty(duty: Found, *, excerpt: bool) -> list[Wanted]:
    """Return what would settle a duty that is open: its trigger before its detail, its exception when apparent."""
    rule, finding, facts = duty.rule, duty.finding, duty.facts
    if finding.status not in OPEN:
        return []
    if finding.status == "apparent":
        return _closing(duty)
    if finding.severity == "advisory":
        return []
    barring = finding.severity in BARRING
    # What the review read is known of each condition; only the open ones are walked for their facts.
    trigger = list(open_facts(rule.when, facts)) if finding.applies is None else []
    detail = list(open_facts(rule.then, facts)) if not trigger and finding.kept is None else []
    ids = trigger or detail or _unless(rule, facts)
    weight = (3 if trigger else 6) if barring else (1 if trigger else 2)
    effect = f"duty:{finding.severity}"
    step = facts.vocabulary.steps.get(finding.due)
    excused = excuses(rule.then, facts, rule.excused_by) if trigger and finding.kept is None else []
    if step is not None and step.after_decision:
        if not _followed(facts):
            return []
        weight = 6 if barring and finding.applies is True else 0
    elif denied(rule, facts):
        weight, effect = (8 if barring else 4) + _RAISED, f"unkept:{finding.severity}"
    elif trigger and _unkept(duty, excused=bool(excused)):
        # The file says that what is asked was not done (so); only whether it had to be is open, or what excuses it.
        ids, weight = [*trigger, *excused], (8 if barring else 4) - bool(excused) + _RAISED
        effect = effect if excused else f"unkept:{finding.severity}"
    elif excerpt:
        weight = max(weight - 4, 0)
    items = wanted(ids, facts, (finding.violation, finding.party), finding.ref.rule, effect, weight)
    silent = excerpt and presumed(finding) and not _touched(rule, facts)
    return _of_the_file(items, facts) if silent else items


def _touched(rule: Requirement, facts: Facts) -> bool:
    """Say whether the file speaks of a step that a duty is about, besides the decision itself."""
    kinds = {id_.partition(".")[0] for id_ in (*facts_of(rule.when), *facts_of(rule.then))}
    return any(f"{kind}.done" in facts.given for kind in (kinds & facts.vocabulary.steps.keys()) - {DECISION})


def _followed(facts: Facts) -> bool:
    """Say whether the file goes on after the decision: what is due then bears on none, and is no matter before."""
    return any(facts[f"{kind}.done"] is True for kind in facts.vocabulary.after_decision)


def denied(rule: Requirement, facts: Facts) -> bool:
    """Say whether the file says of a step that a duty asks for that it was not taken."""
    steps = (id_ for id_ in facts_of(rule.then) if _of_step(id_, facts) and id_.endswith(".done"))
    return any(facts.given.get(id_) is False for id_ in steps)


def _unkept(duty: Found, *, excused: bool) -> bool:
    """Say whether the file shows what a duty asks not to have been done, save for an exception nobody states."""
    if duty.finding.kept is None:
        return excused and unexcused(duty.rule.then, duty.facts, duty.rule.excused_by) is False
    return duty.finding.kept is False and any(_of_step(id_, duty.facts) for id_ in facts_of(duty.rule.then))


def _unless(rule: Requirement, facts: Facts) -> list[str]:
    return [id_ for each in rule.unless for id_ in open_facts(each.when, facts)]


def _closing(duty: Found) -> list[Wanted]:
    """Return what can clear a breach on the face of the file: its exceptions, and what decides who replaces it."""
    weight = (8 if duty.finding.severity in BARRING else 5) + _RAISED
    excusing = [id_ for each in duty.rule.unless for id_ in _excusing(each.when, duty.rule, duty.facts)]
    asked = [(duty, [*excusing, *excuses(duty.rule.then, duty.facts, duty.rule.excused_by)])]
    asked += [(each, list(open_facts(each.rule.when, each.facts))) for each in duty.perhaps]
    return [
        each
        for found, ids in asked
        for each in wanted(
            ids,
            found.facts,
            (found.finding.violation, found.finding.party),
            duty.finding.ref.rule,
            "closes_apparent",
            weight,
        )
    ]


def for_days(ids: Iterable[str], facts: Facts, pair: tuple[str | None, str | None]) -> list[Wanted]:
    """Return the days that leave open which version of a law governs, that of the decision first: it bounds others."""
    weights = {id_: _VERSION + (id_ == DECIDED) for id_ in ids}
    return [each for id_, weight in weights.items() for each in wanted([id_], facts, pair, "scope", "version", weight)]


def for_duties(findings: Iterable[Finding], not_checked: Iterable[NotChecked], facts: Facts) -> list[Wanted]:
    """Return the days on which it turns which version of the law lays down duties that bear on the decision."""
    later = facts.vocabulary.after_decision
    steps = {
        finding.step
        for finding in findings
        if finding.assumes_version and finding.severity in BARRING and finding.due not in later
    }
    for entry in not_checked:
        if entry.blocks and entry.reason in OPEN_DAY:
            steps.update(set(entry.steps) & facts.vocabulary.steps.keys())
    ids = {id_ for step in steps for id_ in (f"{step}.on", DECIDED) if _taken(id_, facts)}
    return for_days(sorted(id_ for id_ in ids if type(facts[id_]) is not dt.date), facts, (None, None))


def for_contested(facts: Facts, before: Facts | None, pair: tuple[str | None, str | None]) -> list[Wanted]:
    """Return the facts on which speakers disagree, whether or not a rule waits for them; not those asked for before."""
    ids = sorted(facts.contested - (before.contested if before else frozenset()))
    return [each for id_ in ids for each in wanted([id_], facts, pair, "contested", "contested", _CONTESTED)]


def _taken(id_: str, facts: Facts) -> bool:
    return facts[f"{id_.partition('.')[0]}.done"] is True


def for_ground(
    rule: Rule,
    ground: Ground,
    facts: Facts,
    pair: tuple[str | None, str | None],
    days: Iterable[str],
    *,
    named: bool = False,
) -> list[Wanted]:
    """Return what would settle an open circumstance; `days` are those that leave open whether its version governs.

    `named`: the proposal rests on it.
    """
    ids = list(open_facts(rule.when, facts))
    ids = ids or [id_ for each in rule.unless for id_ in open_facts(each.when, facts)]
    if ground.waits_for_day:
        ids += days
    sparing = bool(SPARING & set(ground.effects))
    weight = (6 if ground.binding else 5) if sparing else (4 if ground.binding else 3)
    if "heavier" in ground.effects:
        weight = 2
    force = "shall" if ground.binding else "may"
    asserted = any(statement.by == "party" for id_ in ids for statement in facts.statements.get(id_, ()))
    # What the file already supports in part is likelier to be made out than what it does not touch at all.
    touched = any(id_ in facts.statements for id_ in facts_of(rule.when) if id_.startswith("violation."))
    weight += _RAISED if named else 1 if touched else -_UNTOUCHED
    return wanted(ids, facts, pair, ground.ref.rule, f"{force}:{'|'.join(ground.effects)}", weight + asserted)


def group_of(id_: str, vocabulary: Vocabulary) -> str:
    """Return the group of an unknown fact."""
    if id_ in _COLLECTION_GROUPS:
        return _COLLECTION_GROUPS[id_]
    if id_.startswith(ELEMENTS):
        return "evidence"
    fact = vocabulary.fact(id_)
    return (fact.entry.group if fact else None) or id_.partition(".")[0]


def path_of(id_: str, vocabulary: Vocabulary, pair: tuple[str | None, str | None]) -> str:
    """Return where a fact would stand in the case file: violation, party and step by name."""
    scope, _, name = id_.partition(".")
    if isinstance(id_, Missing):
        return ".".join([*map(str, id_.path), _OF_CERTIFICATE.get(id_, name)])
    if id_ in COMPUTED and id_ not in STATED_OTHERWISE:
        source = COMPUTED[id_]
        return source.replace("proposed[]", f"proposed.{pair[0]}.{pair[1]}") if scope == "proposal" else source
    if id_.startswith("@"):
        return "steps[].by" if id_ == "@performers" else id_[1:]
    if scope == "violation":
        fact = vocabulary.fact(id_)
        own = "bases." if fact and fact.type.kind == "amount" else "facts." if fact and fact.instrument else ""
        return f"violations.{pair[0]}.{own}{name}"
    if scope == "party":
        return f"parties.{pair[1]}.{name}"
    if scope == "proposal":
        return f"proposed.{pair[0]}.{pair[1]}.{name}"
    if scope == "case":
        return name
    return id_ if scope == "organ" else f"steps.{id_}"


def grouped(items: Iterable[Wanted], vocabulary: Vocabulary, questions: Collection[str] = ()) -> tuple[Ask, ...]:
    """Return the asks, the most decisive group first.

    Args:
        items: what is wanted; a fact that another group asks for is not asked for once more of the whole file.
        vocabulary: the order of groups that weigh the same.
        questions: the rules of the questions that a person is asked besides.
    """
    asking = vocabulary.asking
    every = [each for each in items if each.fact not in asking or set(asking[each.fact].asked_by).isdisjoint(questions)]
    told = {each.path: each.group for each in every if each.group != WHOLE_FILE}
    by_group: dict[str, list[Wanted]] = {}
    for item in every:
        by_group.setdefault(told.get(item.path, item.group), []).append(item)
    order = {name: n for n, name in enumerate(vocabulary.groups)}
    ranked = sorted(
        by_group.items(),
        key=lambda pair: (
            pair[0] == WHOLE_FILE,
            -max(i.weight for i in pair[1]),
            -len({i.rule for i in pair[1]}),
            order.get(pair[0], 99),
            pair[0],
        ),
    )
    return tuple(_ask(group, rank, members) for rank, (group, members) in enumerate(ranked, start=1))


def _ask(group: str, rank: int, members: list[Wanted]) -> Ask:
    facts = sorted(_facts(members), key=lambda fact: fact[0])
    return Ask(
        group=group,
        rank=rank,
        facts=tuple(fact for _, fact in facts),
        outcomes=tuple(sorted({member.effect for member in members})),
    )


def _facts(members: list[Wanted]) -> Iterator[tuple[tuple[int, str], AskFact]]:
    by_path: dict[str, list[Wanted]] = {}
    for member in members:
        by_path.setdefault(member.path, []).append(member)
    for path, waiting in by_path.items():
        best = max(waiting, key=lambda item: (item.weight, item.rule))
        rules = tuple(sorted({item.rule for item in waiting}))
        yield (
            (-best.weight, path),
            AskFact(
                path,
                str(best.fact),
                rules,
                best.effect,
                best.rule,
                best.contested,
                best.element,
                best.weight >= _RAISED,
            ),
        )
