"""What an answer would change: each possible value of a fact is supposed, and only what rests on it is judged anew.

It is worked out on request, for the first candidates alone: a review does without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from enforcement_rules.evaluation.duties import Found, status_of
from enforcement_rules.evaluation.engine.answers import Answer, answer_of
from enforcement_rules.evaluation.engine.asks import WHOLE_FILE, path_of
from enforcement_rules.evaluation.engine.outcome import Tally, outcome_of, procedure_settled
from enforcement_rules.evaluation.evaluators import Reading
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import Plan
from enforcement_rules.evaluation.proof import truth
from enforcement_rules.evaluation.verdict import OPEN, Ask, AskFact, Finding, Flip, Result
from enforcement_rules.model.case import RecordMode
from enforcement_rules.model.vocabulary import Fact
from enforcement_rules.rules.condition import facts_of
from enforcement_rules.rules.requirement import Requirement
from enforcement_rules.values.kinds import BARRING

CANDIDATES = 20
"""How many facts are weighed by what they change."""
MOST_VALUES = 8
"""How many values of one fact are supposed."""
_CHOSEN = frozenset({"choice", "graded"})
_LESSER = ("duty:material", "duty:minor", "duty:advisory")
"""How the effects of facts begin that change neither the outcome nor a result: they are not weighed."""
_OF_RESULTS = ("shall:", "may:", "range", "tier", "scope")
"""How the effects of facts begin on which results wait, and not only duties."""


class RestsOn:
    """Which facts each rule rests on: those it names, what they are derived from, what defines them."""

    def __init__(self) -> None:
        """Start without any; a rule is looked through once."""
        self._known: dict[tuple[str, int], frozenset[str]] = {}

    def of(self, rule: Requirement, facts: Facts) -> frozenset[str]:
        """Return the facts that a duty rests on, by the definitions that the facts know."""
        key = rule.name, id(rule)
        if key not in self._known:
            conditions = (rule.when, rule.then, *(each.when for each in rule.unless))
            found: set[str] = set()
            for condition in conditions:
                for id_ in facts_of(condition):
                    _gather(id_, facts, found)
            self._known[key] = frozenset(found)
        return self._known[key]


def _gather(id_: str, facts: Facts, found: set[str]) -> None:
    if id_ in found:
        return
    found.add(id_)
    fact = facts.vocabulary.fact(id_)
    for part in fact.parts if fact is not None else ():
        _gather(part, facts, found)
    defined = facts.definitions.get(id_)
    rule = defined.rule if defined is not None else None
    for other in facts_of(rule.when) if rule is not None else defined.waits(facts) if defined is not None else ():
        _gather(other, facts, found)


class Weighed(Struct, frozen=True, dict=True):
    """A review that is done, as far as answers may change it."""

    plan: Plan
    record: RecordMode
    pairs: tuple[Pair, ...]
    answers: tuple[Answer, ...]
    duties: tuple[Found, ...]
    tally: Tally
    index: RestsOn = field(default_factory=RestsOn)

    @cached_property
    def open(self) -> tuple[tuple[int, Found], ...]:
        """The duties that are open, each with the place of its finding."""
        places = {id(finding): n for n, finding in enumerate(self.tally.findings)}
        return tuple((places[id(duty.finding)], duty) for duty in self.duties if duty.finding.status in OPEN)


def by_effect(asks: Sequence[Ask], review: Weighed) -> tuple[Ask, ...]:
    """Return the asks with what the answers change, the most decisive first; what the file raises stays before.

    The twenty facts that the order of `asks` has first are weighed; the others follow in that order.
    """
    facts = [fact for ask in asks for fact in ask.facts if not fact.effect.startswith(_LESSER)]
    weighed = {fact.path: tuple(_flips(fact, review)) for fact in facts[:CANDIDATES]}
    presumed = review.record == "excerpt"
    made = [_with_flips(ask, weighed, presumed=presumed) for ask in asks]
    ranked = sorted(made, key=lambda ask: (_last(ask), not ask.raised, *_most(ask.facts, presumed=presumed), ask.rank))
    return tuple(replace(ask, rank=rank) for rank, ask in enumerate(ranked, start=1))


def _last(ask: Ask) -> bool:
    return ask.group == WHOLE_FILE


def _most(facts: Iterable[AskFact], *, presumed: bool) -> tuple[int, ...]:
    """Return how much the facts can change, as `_weight` does: that of the one that can change most."""
    return min((_weight(fact, presumed=presumed) for fact in facts), default=(0, 0, 0, 0))


def _weight(fact: AskFact, *, presumed: bool) -> tuple[int, int, int, int]:
    """Return how many values change the outcome, the treatment, the amount, the procedure; more sorts first.

    `presumed`: an excerpt's silence on the procedure hints at no breach; what the file raises weighs all the same.
    """
    flips = () if presumed and not fact.raised and fact.effect.startswith("duty:") else fact.flips
    return (
        -sum(flip.outcome is not None for flip in flips),
        -sum(flip.treatment is not None for flip in flips),
        -sum(flip.amount for flip in flips),
        -sum(bool(flip.breaches) for flip in flips),
    )


def _with_flips(ask: Ask, weighed: Mapping[str, tuple[Flip, ...]], *, presumed: bool) -> Ask:
    facts = [replace(fact, flips=weighed.get(fact.path, ())) for fact in ask.facts]
    order = sorted(
        enumerate(facts), key=lambda each: (not each[1].raised, *_weight(each[1], presumed=presumed), each[0])
    )
    return replace(ask, facts=tuple(fact for _, fact in order))


def _flips(asked: AskFact, review: Weighed) -> Iterator[Flip]:
    """Yield what each value of a fact changes; nothing for values that change nothing."""
    fact = review.plan.vocabulary.fact(asked.fact)
    if fact is None or asked.element:
        return
    for value in _values(fact):
        flip = _flip(asked, fact, value, review)
        if flip.outcome or flip.treatment or flip.amount or flip.breaches:
            yield flip


def _values(fact: Fact) -> tuple[Any, ...]:
    if fact.type.kind == "yes_no":
        return (True, False)
    return tuple(fact.type.values)[:MOST_VALUES] if fact.type.kind in _CHOSEN else ()


def _flip(asked: AskFact, fact: Fact, value: Any, review: Weighed) -> Flip:
    parsed = fact.type.parse(value)
    findings = _findings(asked, parsed, review)
    results = _results(asked, parsed, review)
    tally = review.tally
    supposed = Tally(findings, results, tally.not_checked, tally.vocabulary, tally.warnings)
    before, after = outcome_of(tally), outcome_of(supposed)
    changed = [(old, new) for old, new in zip(tally.results, results, strict=True) if old is not new]
    treatments = [new.treatment.outcome for old, new in changed if old.treatment.outcome != new.treatment.outcome]
    return Flip(
        value,
        after if after != before else None,
        treatments[0] if treatments else _new_ground(changed),
        any(_amounts(old) != _amounts(new) for old, new in changed),
        tuple(dict.fromkeys(_newly_broken(tally.findings, findings))),
        procedure_settled(supposed) != procedure_settled(tally),
    )


def _new_ground(changed: Iterable[tuple[Result, Result]]) -> str | None:
    """Return what a ground that comes to hold says shall or may be done, though the treatment stays open."""
    for old, new in changed:
        held = {ground.ref.rule for ground in old.treatment.grounds if ground.status == "yes"}
        for ground in new.treatment.grounds:
            if ground.status == "yes" and ground.ref.rule not in held:
                return "|".join(ground.effects)
    return None


def _amounts(result: Result) -> tuple[Any, ...]:
    proposal = result.proposal
    return result.statutory.range, result.permitted, None if proposal is None else proposal.statute


def _newly_broken(before: Sequence[Finding], after: Sequence[Finding]) -> Iterator[str]:
    for old, new in zip(before, after, strict=True):
        if new.status in ("breached", "apparent") and old.status != new.status and new.severity in BARRING:
            yield new.ref.rule


def _findings(asked: AskFact, value: Any, review: Weighed) -> list[Finding]:
    """Return the findings with those judged anew that rest on a fact; what is known without it stays what it is."""
    made = list(review.tally.findings)
    for n, duty in review.open:
        if _concerns(asked, duty.finding, duty.facts):
            made[n] = _judged(duty, asked.fact, value, review)
    return made


def _concerns(asked: AskFact, finding: Finding, facts: Facts) -> bool:
    return path_of(asked.fact, facts.vocabulary, (finding.violation, finding.party)) == asked.path


def _judged(duty: Found, id_: str, value: Any, review: Weighed) -> Finding:
    rule = duty.rule
    if id_ not in review.index.of(rule, duty.facts):
        return duty.finding
    facts = duty.facts.with_given({id_: value})
    reading = Reading(
        truth(rule.when, facts), truth(rule.then, facts), tuple(truth(each.when, facts) for each in rule.unless)
    )
    status, _ = status_of(rule, reading, facts, review.record)
    if duty.perhaps and status in ("breached", "apparent"):
        status = duty.finding.status
    return replace(duty.finding, status=status, kept=reading.then, applies=reading.when)


def _is_of_proposal(asked: AskFact, pair: Pair, review: Weighed) -> bool:
    """Say whether a fact is part of what is proposed for a pair: a settled result does not wait for it."""
    fact = review.plan.vocabulary.fact(asked.fact)
    if fact is None or fact.scope != "proposal":
        return False
    ids = pair.violation.id, None if pair.party is None else pair.party.id
    return path_of(asked.fact, review.plan.vocabulary, ids) == asked.path


def _results(asked: AskFact, value: Any, review: Weighed) -> list[Result]:
    """Return the results with that judged anew which waits for a fact, or whose proposal the fact is part of."""
    made = []
    for pair, answer in zip(review.pairs, review.answers, strict=True):
        waits = any(each.path == asked.path and each.effect.startswith(_OF_RESULTS) for each in answer.wanted())
        if waits or _is_of_proposal(asked, pair, review):
            made.append(answer_of(review.plan, replace(pair, facts=pair.facts.with_given({asked.fact: value}))).result)
        else:
            made.append(answer.result)
    return made
