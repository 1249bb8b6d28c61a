"""Treatment, law, range and proposal of every violation and party, and what a person must judge."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from enforcement_rules.evaluation.verdict import ELEMENTS, Ground, ProposalCheck, Question, Result, Verdict
from enforcement_rules.explanation.forms import Formatter, Line
from enforcement_rules.explanation.verdict.amounts import amounts_of, labels_of
from enforcement_rules.explanation.verdict.stated import grounds_of

_AMOUNTS = frozenset({"fine", "floor", "ceiling", "each", "product", "amount", "read", "stated", "sum", "low", "high"})
_PLAIN = frozenset({"units", "words", "wan", "last", "days", "least", "most", "times"})
"""Arguments of findings that are amounts of yuan, and those that are shown as they are."""


def lines_of(verdict: Verdict, form: Formatter) -> Iterator[Line]:
    """Yield the lines of every result and its questions."""
    several = len(verdict.results) > 1
    for result in verdict.results:
        if several:
            yield Line(form.words.say("for_pair", violation=result.violation, party=result.party or ""))
        yield from _result(result, form)
        for question in verdict.questions:
            if (question.violation, question.party) == (result.violation, result.party):
                yield from _question(question, form)
    if not verdict.results:
        yield Line(form.words.say("none"))


def _result(result: Result, form: Formatter) -> Iterator[Line]:
    words = form.words
    remaining = words.join([words.say(f"treatment.{each}", remaining="") for each in result.treatment.remaining])
    text = words.say(f"treatment.{result.treatment.outcome}", remaining=remaining)
    yield Line(f"{words.say('treatment')}  {text}")
    for ground in result.treatment.grounds:
        if ground.status == "yes":
            yield Line(form.says(ground.ref) + _force(ground, form), depth=1, mark="●", right=form.cite(ground.ref))
        elif ground.waits_for_day:
            text = form.says(ground.ref) + _force(ground, form) + words.say("ground.waits_for_day")
            yield Line(text, depth=1, mark="○", right=form.cite(ground.ref))
    for rules, why in result.treatment.conflicts:
        yield Line(_conflict(why, form) + words.say("colon") + words.join(list(rules)), depth=1, mark="✗")
    for row in result.treatment.interplay:
        yield Line(form.says(row.ref), depth=1, mark="!", right=form.cite(row.ref))
    for rule, facts in result.treatment.twice:
        names = words.join([form.name(id_) for id_ in facts])
        yield Line(words.say("counted_twice", rule=_rule(rule, form), facts=names), depth=1, mark="!")
    yield from amounts_of(result, form)
    if result.proposal is None:
        yield Line(f"{words.say('proposal')}  {words.say('proposal.none')}")
    else:
        yield from _proposal(result.proposal, result, form)


def _conflict(why: str, form: Formatter) -> str:
    return form.words.table.get(f"conflict.{why}") or form.words.say("conflict.weighed_together")


def _force(ground: Ground, form: Formatter) -> str:
    words = form.words
    effect = words.say("or").join(words.say(f"effect.{each}") for each in ground.effects)
    force = words.say("ground.shall" if ground.binding else "ground.may", effect=effect)
    return words.say("open_bracket") + force + words.say("close_bracket")


def _proposal(check: ProposalCheck, result: Result, form: Formatter) -> Iterator[Line]:
    words = form.words
    if check.spared:
        parts = [words.say("proposal.spared"), words.say(f"proposal.spared.{_word(check.statute)}")]
    else:
        parts = _fine(check, result, form)
        parts.append(words.say(f"proposal.statute.{_lawful(check, result)}"))
    if result.tier is not None:
        parts.append(words.say(f"proposal.benchmark.{_word(check.benchmark)}"))
    if check.benchmark is False:
        parts.append(words.say(f"deviation.{_word(check.deviation)}"))
    yield Line(f"{words.say('proposal')}  {words.say('semicolon').join(parts)}")
    for code, args in check.findings:
        shown = _shown(args, form) | ({"tiers": labels_of(result.tier, form)} if "tiers" in args else {})
        yield Line(words.say(f"finding.{code}", **shown), depth=1, mark="!")
    yield from grounds_of(result, form)


def _fine(check: ProposalCheck, result: Result, form: Formatter) -> list[str]:
    """Return the fine; of a proposal without one, the kinds of penalty it names."""
    if check.fine is None or Decimal(check.fine) != 0:
        return [form.yuan(check.fine)] if check.fine is not None else []
    stated = next(
        (
            each.penalties
            for each in form.verdict.case.proposed
            if each.violation in (None, result.violation) and each.party in (None, result.party)
        ),
        None,
    )
    kinds = dict.fromkeys(each.note or form.words.say(f"kind.{each.kind}") for each in stated or ())
    return [form.words.join(list(kinds))] if kinds else []


def _lawful(check: ProposalCheck, result: Result) -> str:
    """Return the word on the whole proposal; where that is open, what is known of the fine alone."""
    if check.statute is True and result.statutory.source == "file":
        return "stated"
    fined = check.fine is not None and Decimal(check.fine) != 0
    return "within" if check.statute is None and check.within is True and fined else _word(check.statute)


def _word(truth: bool | None) -> str:
    return "unknown" if truth is None else "yes" if truth else "no"


def _shown(args: dict[str, Any], form: Formatter) -> dict[str, str]:
    """Return the arguments of a finding in words: amounts in yuan, rules by their citation, kinds by name."""
    shown: dict[str, str] = {}
    for name, value in args.items():
        if name in _AMOUNTS:
            shown[name] = form.yuan(value) if value is not None else ""
        elif name in _PLAIN:
            shown[name] = str(value)
        elif name == "base":
            shown[name] = form.name(value)
        elif name == "of":
            shown[name] = form.words.say(f"total.{value}")
        elif name == "kinds":
            shown[name] = form.words.join([form.words.say(f"kind.{kind}") for kind in value])
        elif name == "who":
            shown[name] = form.words.say("or").join(_facts(each, form) for each in value)
        else:
            rules = value if isinstance(value, list) else [value]
            shown[name] = form.words.join(list(dict.fromkeys(_rule(rule, form) for rule in rules)))
    return shown


def _facts(facts: list[dict[str, Any]], form: Formatter) -> str:
    """Return facts with the values that somebody would have to have."""
    words = form.words
    parts = []
    for each in facts:
        values = words.say("or").join(str(_number(each["fact"], value, form)) for value in each["values"])
        said = "finding.fact_is" if each["so"] else "finding.fact_is_not"
        parts.append(words.say(said, name=form.name(each["fact"]), value=values))
    return words.join(parts)


def _rule(rule: str, form: Formatter) -> str:
    for result in form.verdict.results:
        for ground in result.treatment.grounds:
            if ground.ref.rule == rule:
                return form.cite(ground.ref)
    return rule


def _question(question: Question, form: Formatter) -> Iterator[Line]:
    yield Line(form.says(question.ref), mark="?", right=form.cite(question.ref))
    for id_, value in question.numbers:
        yield Line(f"{form.name(id_)}  {_number(id_, value, form)}", depth=1)


def _number(id_: str, value: Any, form: Formatter) -> str:
    if id_.startswith(ELEMENTS):
        return form.value(id_, value)
    if value is None:  # only bounds of it are known
        return form.words.say("node.unknown")
    fact = form.fact(id_)
    if fact is not None and fact.type.kind == "amount":
        return form.yuan(value)
    if isinstance(value, bool):
        return form.words.say("truth.yes" if value else "truth.no")
    label = form.label(fact, value) if fact is not None and isinstance(value, str) else str(value)
    unit = fact.entry.unit if fact is not None and form.words.lang == "zh" else None
    return f"{label} {unit}" if unit else label
