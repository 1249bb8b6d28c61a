"""Treatment, law, range and proposal of every violation and party, and what a person must judge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from enforcement_rules.evaluation.parts import Amount, LawChoice, ProposalCheck, TierChoice
from enforcement_rules.evaluation.verdict import Ground, Question, Result, Verdict
from enforcement_rules.explanation.formatting import Formatter
from enforcement_rules.explanation.lines import Line

_UNVERSIONED = "?"


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
    for rules, why in result.treatment.conflicts:
        yield Line(words.say(f"conflict.{why}") + words.say("colon") + words.join(list(rules)), depth=1, mark="✗")
    for choice in result.law:
        yield from _law(choice, form)
    yield from _range(result.statutory, form)
    yield _tier(result.tier, form)
    if result.proposal is None:
        yield Line(f"{words.say('proposal')}  {words.say('proposal.none')}")
    else:
        yield from _proposal(result.proposal, result, form)


def _force(ground: Ground, form: Formatter) -> str:
    words = form.words
    effect = words.say("or").join(words.say(f"effect.{each}") for each in ground.effects)
    force = words.say("ground.shall" if ground.binding else "ground.may", effect=effect)
    return words.say("open_bracket") + force + words.say("close_bracket")


def _law(choice: LawChoice, form: Formatter) -> Iterator[Line]:
    words = form.words
    parts = [words.say(f"law.{choice.why}", version=choice.applied or "")]
    for version, status, why in choice.alternatives:
        shown = "unknown" if version == _UNVERSIONED else status
        parts.append(words.say(f"other.{shown}", version=version, why=words.table.get(f"why.{why}", why)))
    name = f"{words.say('law')}  {form.title(choice.instrument)}"
    yield Line(name + words.say("colon") + words.say("semicolon").join(parts))


def _range(amount: Amount, form: Formatter) -> Iterator[Line]:
    words = form.words
    right = form.cite(amount.ref) if amount.ref else ""
    if amount.range is None:
        yield Line(f"{words.say('range.statutory')}  {words.say('range.none')}", right=right)
        return
    yield Line(f"{words.say('range.statutory')}  {_range_text(amount, form)}", right=right)
    if amount.source == "published_decisions":
        yield Line(words.say("range.published"), depth=1)


def _range_text(amount: Amount, form: Formatter) -> str:
    words = form.words
    shown = form.range(amount.range) if amount.range else ""
    args: dict[str, Any] = {"range": shown}
    if amount.base:
        args["base"] = form.name(amount.base)
        args["value"] = form.yuan(amount.base_value) if amount.base_value else ""
        args["at"] = form.yuan(amount.switch_at, short=True) if amount.switch_at else ""
        args["factors"] = "–".join(each for each in amount.factors or () if each)
    if not amount.decided:
        open_switch = amount.switch_at and not amount.base_value
        return words.say("range.open" if open_switch else "range.unsure", **args)
    if amount.switch_at:
        return words.say("range.from" if amount.factors else "range.below", **args)
    return words.say("range.times" if amount.factors else "range.plain", **args)


def _tier(tier: TierChoice | None, form: Formatter) -> Line:
    words = form.words
    if tier is None:
        return Line(f"{words.say('range.tier')}  {words.say('tier.missing')}")
    shown = form.range(tier.range) if tier.range else ""
    text = words.say(f"tier.{tier.status}", tiers=_labels(tier, form), range=shown)
    if not tier.statute_verified:
        text += words.say("semicolon") + words.say("tier.unverified")
    return Line(f"{words.say('range.tier')}  {text}", right=form.cite(tier.ref))


def _labels(tier: TierChoice | None, form: Formatter) -> str:
    """Return the tiers by what they say, without their conditions (behind the colon)."""
    said = [form.words.pick(*label) for label in tier.labels] if tier else []
    return form.words.join([text.replace("：", ":").partition(":")[0] for text in said])


def _proposal(check: ProposalCheck, result: Result, form: Formatter) -> Iterator[Line]:
    words = form.words
    if check.spared:
        parts = [words.say("proposal.spared"), words.say(f"proposal.spared.{_word(check.statute)}")]
    else:
        parts = [form.yuan(check.fine)] if check.fine is not None else []
        parts.append(words.say(f"proposal.statute.{_word(check.statute)}"))
    if result.tier is not None:
        parts.append(words.say(f"proposal.benchmark.{_word(check.benchmark)}"))
    if check.benchmark is False:
        parts.append(words.say(f"deviation.{_word(check.deviation)}"))
    yield Line(f"{words.say('proposal')}  {words.say('semicolon').join(parts)}")
    for code, args in check.findings:
        shown = _shown(args, form) | ({"tiers": _labels(result.tier, form)} if "tiers" in args else {})
        yield Line(words.say(f"finding.{code}", **shown), depth=1, mark="!")


def _word(truth: bool | None) -> str:
    return "unknown" if truth is None else "yes" if truth else "no"


def _shown(args: dict[str, Any], form: Formatter) -> dict[str, str]:
    """Return the arguments of a finding in words: amounts in yuan, rules by their citation, kinds by name."""
    shown: dict[str, str] = {}
    for name, value in args.items():
        if name in ("fine", "floor", "ceiling"):
            shown[name] = form.yuan(value) if value is not None else ""
        elif name == "kinds":
            shown[name] = form.words.join([form.words.say(f"kind.{kind}") for kind in value])
        else:
            rules = value if isinstance(value, list) else [value]
            shown[name] = form.words.join([_rule(rule, form) for rule in rules])
    return shown


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
    fact = form.fact(id_)
    if fact is not None and fact.type.kind == "amount":
        return form.yuan(value)
    if isinstance(value, bool):
        return form.words.say("truth.yes" if value else "truth.no")
    label = form.label(fact, value) if fact is not None and isinstance(value, str) else str(value)
    unit = fact.entry.unit if fact is not None and form.words.lang == "zh" else None
    return f"{label} {unit}" if unit else label
