"""The head of a page: who, what for, by whom, at which stage, what is put to the reviewer, and the conclusion."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.evaluation.layout import DECISION
from enforcement_rules.evaluation.verdict import Verdict
from enforcement_rules.explanation.forms import Formatter
from enforcement_rules.explanation.verdict.matters import matters_in_words
from enforcement_rules.explanation.verdict.proposed import is_mitigated, proposed_in_words
from enforcement_rules.explanation.wording import Words
from enforcement_rules.model.case import Party, Step

_MITIGABLE = ("yes", "within")


def head_of(verdict: Verdict, form: Formatter) -> Iterator[tuple[str, str]]:
    """Yield the rows of the head; what the file does not say is said to be not stated."""
    words, case = form.words, verdict.case
    yield words.say("case"), case.number or words.say("unnumbered")
    yield words.say("head.party"), words.join([_party(each, form) for each in case.parties]) or _unstated(words)
    yield words.say("head.cause"), _causes(form) or _unstated(words)
    yield words.say("head.organ"), _organ(form) or _unstated(words)
    yield words.say("head.stage"), stage_of(form)
    yield words.say("head.question"), _question(form)
    yield words.say("on"), verdict.on.isoformat() + (words.say("on.last_day") if verdict.last_day else "")
    yield words.say("record"), words.say(f"record.{case.record}")
    yield words.say("conclusion"), headline(verdict, words)
    if verdict.if_regular is not None:
        outcome, kept = verdict.if_regular
        yield words.say("if_regular", n=kept), words.say(f"outcome.{outcome}")
    yield words.say("head.matters"), matters_in_words(verdict, form)


def _unstated(words: Words) -> str:
    return words.say("head.unstated")


def _party(party: Party, form: Formatter) -> str:
    kind = form.value("party.kind", party.kind) if party.kind else ""
    return (party.name or form.words.say("head.unnamed")) + form.bracketed(kind)


def _causes(form: Formatter) -> str:
    words, known = form.words, form.verdict.vocabulary.causes
    stated = dict.fromkeys(each.cause for each in form.verdict.case.violations if each.cause)
    named = [words.pick(known[id_].zh, known[id_].en) if id_ in known else words.quoted(id_) for id_ in stated]
    # Some causes are lists themselves.
    return words.say("semicolon").join(named)


def _organ(form: Formatter) -> str:
    words, organ = form.words, form.verdict.case.organ
    stated = [(name, getattr(organ, name)) for name in ("field", "rank")]
    marks = [form.value(f"organ.{name}", value) for name, value in stated if value]
    if organ.field and organ.field not in form.verdict.fields:
        marks[0] = words.quoted(organ.field)
    if organ.in_name_of:
        marks.append(words.say("organ.in_name_of", organ=organ.in_name_of))
    if organ.name:
        return str(organ.name) + form.bracketed(words.join(marks))
    return words.say("head.nameless") + form.bracketed(words.join(marks)) if marks else ""


def stage_of(form: Formatter) -> str:
    """Return how far the case has come, as its steps tell: whether it is decided, and the latest that was done."""
    words = form.words
    done = [step for step in form.verdict.case.steps if step.done]
    rank = {kind: n for n, kind in enumerate(form.verdict.vocabulary.steps)}
    made = [step for step in done if step.step == DECISION]
    if made:
        day = _day(made[-1], form)
        decided = words.say("stage.decided", day=day) if day else words.say("stage.decided_undated")
        after = [step for step in done if step.step in form.verdict.vocabulary.after_decision]
        later = words.say("stage.after", steps=_named(after, form)) if after else ""
        return words.say("semicolon").join(filter(None, (decided, later)))
    if not done:
        return words.say("stage.none")
    latest = max(done, key=lambda step: (_day(step, form), rank.get(step.step, -1)))
    return words.say("stage.before", steps=_named([latest], form))


def _named(steps: list[Step], form: Formatter) -> str:
    words = form.words
    named = []
    for step in steps:
        name, day = form.value("step.kind", step.step), _day(step, form)
        named.append(words.say("stage.step", step=name, day=day) if day else name)
    return words.join(list(dict.fromkeys(named)))


def _day(step: Step, form: Formatter) -> str:
    if step.at is not None:
        return step.at.date().isoformat()
    return form.value(f"{step.step}.on", step.on) if step.on is not None else ""


def _question(form: Formatter) -> str:
    words, proposed = form.words, form.verdict.case.proposed
    if not proposed:
        return words.say("question.none")
    said = [(form.pair(each.violation, each.party), proposed_in_words(each, form)) for each in proposed]
    if len(said) == 1:
        return said[0][1]
    return words.say("semicolon").join(
        words.say("question.pair", pair=pair, proposed=text) if pair else text for pair, text in said
    )


def headline(verdict: Verdict, words: Words) -> str:
    """Return the conclusion in one sentence: outcome, the worst that is shown or apparent, the amount, what is open."""
    code, args = verdict.headline
    parts = [words.say(f"headline.{code}", **args)]
    if args["apparent"] and code != "apparent_breach":
        parts.append(words.say("headline.also_apparent", **args))
    if args["not_loaded"]:
        parts.append(words.say("headline.also_not_loaded", **args))
    if args["denied"]:
        parts.append(words.say("headline.also_denied", **args))
    if not (code == "proposal_outside_law" and args["amount"] == "no"):
        parts.append(words.say(f"amount.{_amount(verdict, args['amount'])}"))
    if args["open_groups"]:
        code = f"open_groups.{verdict.outcome}"
        parts.append(words.say(code if code in words.table else "open_groups", **args))
    return words.say(f"outcome.{verdict.outcome}") + words.say("colon") + words.say("semicolon").join(parts)


def _amount(verdict: Verdict, code: str) -> str:
    """Return the word on the amounts; a fine below the floor is lawful with a ground, but not inside the range."""
    checks = [result.proposal for result in verdict.results if result.proposal is not None]
    if code not in _MITIGABLE or not any(map(is_mitigated, checks)):
        return code
    return "mitigated" if code == "yes" else "within_mitigated"
