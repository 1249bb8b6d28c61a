"""Treatment, law, range and proposal of every violation and party, and what a person must judge."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.evaluation.verdict import Cited, Ground, Question, Result, Verdict
from enforcement_rules.explanation.forms import PAIR, Formatter, Line
from enforcement_rules.explanation.verdict.amounts import amounts_of
from enforcement_rules.explanation.verdict.citations import rule_in_words
from enforcement_rules.explanation.verdict.proposed import proposal_lines
from enforcement_rules.explanation.verdict.remarks import number_in_words
from enforcement_rules.explanation.verdict.stated import grounds_of


def lines_of(verdict: Verdict, form: Formatter) -> Iterator[Line]:
    """Yield the lines of every result and its questions."""
    several = len(verdict.results) > 1
    for result in verdict.results:
        if several:
            yield Line(form.pair(result.violation, result.party), mark=PAIR)
        yield from _result(result, form)
        for question in verdict.questions:
            if (question.violation, question.party) == (result.violation, result.party):
                yield from _question(question, form)
    if not verdict.results:
        yield Line(form.words.say("none"))


def _result(result: Result, form: Formatter) -> Iterator[Line]:
    words = form.words
    yield Line(f"{words.say('treatment')}  {treatment_in_words(result, form)}")
    for ground in result.treatment.grounds:
        if ground.status == "yes":
            text = form.says(ground.ref) + _force(ground, form)
            yield Line(text, depth=1, mark="●", right=form.cite(ground.ref), cites=(Cited(ground.ref),))
        elif ground.waits_for_day:
            text = form.says(ground.ref) + _force(ground, form) + words.say("ground.waits_for_day")
            yield Line(text, depth=1, mark="○", right=form.cite(ground.ref))
    for rules, why in result.treatment.conflicts:
        named = words.join([rule_in_words(rule, form) for rule in rules])
        yield Line(_conflict(why, form) + words.say("colon") + named, depth=1, mark="✗")
    for row in result.treatment.interplay:
        yield Line(form.says(row.ref), depth=1, mark="!", right=form.cite(row.ref))
    for rule, facts in result.treatment.twice:
        names = words.join([form.name(id_) for id_ in facts])
        yield Line(words.say("counted_twice", rule=rule_in_words(rule, form), facts=names), depth=1, mark="!")
    yield from amounts_of(result, form)
    if result.proposal is None:
        yield Line(f"{words.say('proposal')}  {words.say('proposal.none')}")
    else:
        yield from proposal_lines(result.proposal, result, form)
        yield from grounds_of(result, form)


def treatment_in_words(result: Result, form: Formatter) -> str:
    """Return what the circumstances come to; where that is open, what it may be."""
    words = form.words
    remaining = [words.say(f"treatment.{each}", remaining="") for each in result.treatment.remaining]
    return words.say(f"treatment.{result.treatment.outcome}", remaining=words.say("semicolon").join(remaining))


def _conflict(why: str, form: Formatter) -> str:
    return form.words.table.get(f"conflict.{why}") or form.words.say("conflict.weighed_together")


def _force(ground: Ground, form: Formatter) -> str:
    """Return whether a ground binds and to what; what the rule has said already is not said again."""
    words = form.words
    effect = words.say("or").join(words.say(f"effect.{each}") for each in ground.effects)
    force = "ground.shall" if ground.binding else "ground.may"
    said = form.says(ground.ref)
    if words.say(force, effect=effect) in said:
        return ""
    return form.bracketed(words.say(f"{force}.only") if effect in said else words.say(force, effect=effect))


def _question(question: Question, form: Formatter) -> Iterator[Line]:
    yield Line(form.says(question.ref), mark="?", right=form.cite(question.ref))
    for id_, value in question.numbers:
        yield Line(f"{form.name(id_)}  {number_in_words(id_, value, form)}", depth=1)
