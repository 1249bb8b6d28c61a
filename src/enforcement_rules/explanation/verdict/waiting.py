"""What is still to be found out, the decisive first, and what was not checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from enforcement_rules.evaluation.verdict import ELEMENTS, UNNAMED, Ask, AskFact, Contested, NotChecked, Verdict
from enforcement_rules.explanation.forms import Formatter, Line, asked_key
from enforcement_rules.explanation.verdict.stated import by_speaker

GROUPS_SHOWN = 5
FACTS_SHOWN = 4
NOT_CHECKED_SHOWN = 6
_NAMED_BY_THE_ORGAN = frozenset({"basis_not_loaded", "benchmark_not_loaded", "tier_stated_by_file", "draft"})


def asks_of(verdict: Verdict, form: Formatter, *, everything: bool) -> Iterator[Line]:
    """Yield the groups of questions; five on a page, the others counted."""
    words = form.words
    yield from map(partial(_contested, form=form), verdict.contested)
    asks = verdict.asks_by_effect
    shown = asks if everything else asks[:GROUPS_SHOWN]
    for ask in shown:
        yield Line(_group(ask.group, form), mark=str(ask.rank))
        yield from _facts(ask, form, everything=everything)
    left = len(asks) - len(shown)
    if left:
        yield Line(words.say("more_groups", n=left))
    if not asks and not verdict.contested:
        yield Line(words.say("none"))


def _group(name: str, form: Formatter) -> str:
    """Return what a group of questions is called; one of facts that belong to no group by what they are about."""
    vocabulary = form.verdict.vocabulary
    known = vocabulary.groups.get(name) or vocabulary.steps.get(name)
    if known is not None:
        return form.words.pick(known.zh, known.en)
    return form.words.table.get(f"scope.{name}") or form.words.say("scope.other")


def _contested(each: Contested, form: Formatter) -> Line:
    """Return a line that says who says what of a fact, and where the first of them stands."""
    words = form.words
    said = [form.value(each.fact, one.value) + by_speaker(one.by, form) for one in each.said]
    text = words.say("contested", name=form.name(each.fact), said=words.join(said))
    return Line(text, mark="≠", right=form.place(each.said[0].path))


def _facts(ask: Ask, form: Formatter, *, everything: bool) -> Iterator[Line]:
    facts = ask.facts if everything else _first(ask.facts)
    said = ""
    asked: dict[str, list[AskFact]] = {}
    for fact in facts:
        asked.setdefault(fact.fact if fact.element else fact.path, []).append(fact)
    for same in asked.values():
        fact = same[0]
        yield Line(question_of(fact, form) + _elements(same, form), depth=1, right=asked_key(fact, same, form))
        effect = effect_of(fact, form)
        if effect != said:
            yield Line(effect, depth=2, mark="→")
        said = effect
        yield from _flipping(fact, form)
    if len(facts) < len(ask.facts):
        yield Line(form.words.say("more", n=len(ask.facts) - len(facts)), depth=1)


def _flipping(fact: AskFact, form: Formatter) -> Iterator[Line]:
    """Yield what single answers make of the outcome."""
    words = form.words
    for flip in fact.flips:
        if flip.outcome is not None:
            value = form.value(fact.fact, flip.value)
            text = words.say("ask.flip", value=value, outcome=words.say(f"outcome.{flip.outcome}"))
            yield Line(text, depth=2, mark="→")


def _first(facts: tuple[AskFact, ...]) -> tuple[AskFact, ...]:
    """Return the facts of the first questions; one question may ask for a fact of several elements."""
    questions = list(dict.fromkeys(fact.fact if fact.element else fact.path for fact in facts))[:FACTS_SHOWN]
    return tuple(fact for fact in facts if (fact.fact if fact.element else fact.path) in questions)


def _elements(same: list[AskFact], form: Formatter) -> str:
    """Name the acts, officers or pieces of evidence that one question is about."""
    words = form.words
    names = list(dict.fromkeys(form.element(fact.element) for fact in same if fact.element))
    return form.bracketed(words.join(names))


def question_of(fact: AskFact, form: Formatter) -> str:
    """Return the question that asks for a fact, with what would have answered it and was not supplied."""
    words = form.words
    text = words.pick(*fact.question(form.verdict.vocabulary, form.labels))
    if fact.fact.startswith(("@", ELEMENTS)):
        return text
    marks = [words.say("ask.contested")] if fact.contested else []
    missing = [entry for entry in form.verdict.not_checked if fact.fact in entry.leaves_open]
    if missing:
        names = words.join([form.provision(form.title(each.instrument), each.article) for each in missing])
        marks.append(words.say("ask.not_supplied", names=names))
    return text + "".join(map(form.bracketed, marks))


def effect_of(fact: AskFact, form: Formatter) -> str:
    """Return what an answer would do, for the rule it weighs most for."""
    words = form.words
    kind, _, detail = fact.effect.partition(":")
    if kind in ("scope", "version", "contested"):
        return words.say(f"ask.effect.{kind}")
    says, cite = _rule(fact, form)
    if kind in ("shall", "may"):
        effect = words.say("or").join(words.say(f"effect.{each}") for each in detail.split("|"))
        return words.say(f"ask.effect.{kind}", effect=effect, cite=cite)
    if kind == "unkept" and any(each.ref.rule == fact.decides and each.applies for each in form.verdict.findings):
        kind = "unkept_so_far"
    return words.say(f"ask.effect.{kind}", says=says, cite=cite)


def _rule(fact: AskFact, form: Formatter) -> tuple[str, str]:
    """Return what the decisive rule says and its citation: the first whose effect is the one named."""
    refs = {finding.ref.rule: finding.ref for finding in form.verdict.findings}
    for result in form.verdict.results:
        refs |= {ground.ref.rule: ground.ref for ground in result.treatment.grounds}
        if result.statutory.ref is not None:
            refs[result.statutory.ref.rule] = result.statutory.ref
    ref = refs.get(fact.decides)
    if ref is None:
        # Of a provision that is only possible no version is settled: its instrument is all that can be named.
        title = form.title(fact.decides.partition("/")[0])
        return title, title
    return form.says(ref), form.cite(ref)


def warnings_of(verdict: Verdict, form: Formatter) -> Iterator[Line]:
    """Yield names that nobody knows, and law that is not loaded."""
    words = form.words
    for each in verdict.warnings:
        near = each.args.get("near")
        shown = {key: _step(each.args[key], verdict, form) for key in ("step", "other") if key in each.args}
        listed = {"n": len(each.args.get("instruments", ()))}
        if each.code == "cause_of_other_item":
            yield Line(_of_causes(each.args, form), mark="✗", right=form.place(each.path or None))
            continue
        text = words.say(f"warning.{each.code}", **({"name": None} | dict(each.args) | listed | shown))
        if near:
            text += words.say("warning.near", near=near)
        yield Line(text, mark="✗" if each.blocks else "·", right=form.place(each.path or None))


def _of_causes(args: Mapping[str, Any], form: Formatter) -> str:
    """Return that an item and a cause clash, with the causes by their names and where the one stated belongs."""
    words, law = form.words, form.title(args["instrument"])
    causes = words.join([form.cause(each) for each in args["causes"]])
    place = form.provision(law, args["item"])
    text = words.say("warning.cause_of_other_item", cause=form.cause(args["cause"]), place=place, causes=causes)
    if "items" in args:
        items = words.join([form.provision(law, each) for each in args["items"]])
        text += words.say("warning.cause_elsewhere", items=items)
    return text + (words.say("warning.cause_later") if "later" in args else "")


def calendars_of(verdict: Verdict, form: Formatter) -> Iterator[Line]:
    """Yield the years whose holiday notice is missing, each once."""
    found = {args["year"]: args for each in verdict.findings for code, args in each.notes if code == "calendar_missing"}
    for _, args in sorted(found.items()):
        yield Line(form.words.say("note.calendar_missing", **args), mark="?")


def not_checked_of(verdict: Verdict, form: Formatter, *, everything: bool) -> Iterator[Line]:
    """Yield versions that are not loaded, then clauses that are not encoded; the first few on a page."""
    words = form.words
    ordered = sorted(
        verdict.not_checked,
        key=lambda entry: (not entry.blocks, entry.reason not in _NAMED_BY_THE_ORGAN, entry.article is not None),
    )
    shown = ordered if everything else ordered[:NOT_CHECKED_SHOWN]
    for entry in shown:
        yield _not_checked(entry, verdict, form)
    left = len(ordered) - len(shown)
    if left:
        yield Line(words.say("more", n=left))
    if not ordered:
        yield Line(words.say("none"))


def _not_checked(entry: NotChecked, verdict: Verdict, form: Formatter) -> Line:
    words = form.words
    names = [_step(step, verdict, form) for step in entry.steps]
    what = words.pick(entry.says, entry.says_en) or words.join(names)
    named = words.say("stated.unnamed") if entry.instrument == UNNAMED else form.title(entry.instrument)
    text = form.provision(named, entry.article)
    reason = form.bracketed(words.say(f"reason.{entry.reason}"))
    return Line(text + (words.say("colon") + what if what else "") + reason, mark="✗" if entry.blocks else "·")


def _step(step: str, verdict: Verdict, form: Formatter) -> str:
    kind = verdict.vocabulary.steps.get(step)
    return form.words.pick(kind.zh, kind.en) if kind else form.words.say(f"step.{step}")
