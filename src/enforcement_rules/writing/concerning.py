"""What a new case file should have room for: the steps, and the facts that rules of its field and provision turn on.

Nothing is listed here. A case of which nothing is known but what it is for is reviewed, and the rules that are then
open say what they wait for: what rests on an event that nobody raised stays out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.engine import review
from enforcement_rules.evaluation.layout import DECISION
from enforcement_rules.evaluation.verdict import Finding, Verdict
from enforcement_rules.loading import load_case
from enforcement_rules.loading.naming import may_be_stated
from enforcement_rules.model.computed import COMPUTED
from enforcement_rules.model.vocabulary import Fact, Vocabulary
from enforcement_rules.rules.base import Rule
from enforcement_rules.rules.mentions import facts_mentioned
from enforcement_rules.rules.requirement import Requirement
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.writing.wish import Wish

_OPEN = frozenset({"undetermined", "apparent", "breached", "satisfied", "not_yet_due"})
_WEIGHTY = frozenset({"void", "fatal", "material"})
_ORDINARY, _FINE = "ordinary", "fine"


class Room(Struct, frozen=True):
    """What there should be room for.

    Attributes:
        steps: kinds of step in the order of the vocabulary → whether a duty that surely applies asks for it.
        facts: the facts to ask for, by scope, in the order of the vocabulary.
    """

    steps: dict[str, bool]
    facts: dict[str, tuple[Fact, ...]]


def room_for(rulesets: Rulesets, wish: Wish, on: dt.date) -> Room:
    """Return what a case for a wish should have room for, by the law of a day."""
    verdict = review(load_case(_bare(wish, on), rulesets), rulesets, on)
    vocabulary: Vocabulary = rulesets.vocabulary
    rules = {f"{version.head.id}/{rule.name}": rule for version in rulesets.all_versions() for rule in _rules(version)}
    duties = [(each, rules.get(_key(each.ref))) for each in verdict.findings if each.status in _OPEN]
    kept = [(finding, rule) for finding, rule in duties if isinstance(rule, Requirement)]
    steps = dict.fromkeys((kind for kind in vocabulary.steps if kind in _kinds(kept, vocabulary, sure=False)), False)
    sure = _kinds(kept, vocabulary, sure=True)
    ids = {*_of_duties(kept), *_of_grounds(verdict), *_of_provisions(wish)}
    stated = set(_stated(ids, vocabulary))
    facts: dict[str, list[Fact]] = {}
    for fact in vocabulary.facts.values():
        if fact.id in stated and _asked(fact):
            facts.setdefault(fact.scope, []).append(fact)
    return Room({kind: kind in sure for kind in steps}, {scope: tuple(each) for scope, each in facts.items()})


def _bare(wish: Wish, on: dt.date) -> dict[str, Any]:
    """Return a case of which only is known what is wanted; everything happened on one day, under one law."""
    violation: dict[str, Any] = {"id": "v1", "parties": ["p1"], "cause": wish.cause, "began": on, "ended": on}
    violation["discovered"] = on
    if wish.cited is not None:
        violation["penalised_by"] = [{"instrument": wish.cited.version.head.instrument, "article": wish.cited.article}]
    return {
        "record": "working",
        "procedure": wish.procedure or _ORDINARY,
        "organ": {"field": field_of(wish)},
        "parties": [{"id": "p1"}],
        "violations": [violation],
        "steps": [{"step": DECISION, "on": on}],  # what follows a decision is open only once there is one
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": _kind(wish)}]}],
    }


def _kind(wish: Wish) -> str:
    """Return a kind of penalty that is threatened: whoever begins a file means to impose one."""
    threatened = [
        penalty.kind for provision in (wish.cited.provisions if wish.cited else ()) for penalty in provision.then
    ]
    return _FINE if _FINE in threatened or not threatened else threatened[0]


def field_of(wish: Wish) -> str | None:
    """Return the field that is wanted, or the only one of the instrument that is."""
    if wish.field is not None or wish.cited is None:
        return wish.field
    fields = wish.cited.version.head.fields
    return fields[0] if len(fields) == 1 else None


def _rules(version: Any) -> Iterator[Rule]:
    yield from version.requirements
    yield from version.rules()


def _key(ref: Any) -> str:
    return f"{ref.instrument}@{ref.version}/{ref.rule.partition('/')[2]}"


def _kinds(duties: Iterable[tuple[Finding, Requirement]], vocabulary: Vocabulary, *, sure: bool) -> set[str]:
    """Return the kinds of step that duties ask for; with `sure` of those that surely apply."""
    found: set[str] = set()
    for finding, rule in duties:
        if finding.applies is True or not sure:
            found |= {id_.partition(".")[0] for id_ in _stated(facts_mentioned(rule.then), vocabulary)}
            found |= {rule.due_step} if finding.applies is True else set()
    return found & set(vocabulary.steps)


def _of_duties(duties: Iterable[tuple[Finding, Requirement]]) -> Iterator[str]:
    """Yield what weighty duties that are open ask for, and what says whether they apply."""
    for finding, rule in duties:
        if finding.severity in _WEIGHTY:
            yield from facts_mentioned(rule.when) if finding.applies is None else ()
            yield from facts_mentioned(rule.then)


def _of_grounds(verdict: Verdict) -> Iterator[str]:
    for result in verdict.results:
        for ground in result.treatment.grounds:
            if ground.status == "unknown":
                yield from ground.speaks_of


def _of_provisions(wish: Wish) -> Iterator[str]:
    for provision in wish.cited.provisions if wish.cited else ():
        yield from facts_mentioned(provision)


def _stated(ids: Iterable[str], vocabulary: Vocabulary) -> Iterator[str]:
    """Yield facts, and instead of what is worked out from others those others."""
    return (fact.id for fact in vocabulary.with_parts(ids) if may_be_stated(fact) or fact.implicit)


def _asked(fact: Fact) -> bool:
    """Say whether a fact is one to leave room for: not what an event must first raise, or what seldom decides."""
    entry = fact.entry
    seldom = entry.dormant or entry.raises or entry.rarely or entry.derived
    return may_be_stated(fact) and not seldom and fact.id not in COMPUTED
