"""What the file states, where a reviewer looks for it: the organ's own grounds, what speaks against an unread law."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from enforcement_rules.evaluation.verdict import Denied, Result, Stated, StatedCitation, StatedTier, Verdict
from enforcement_rules.explanation.forms import Formatter, Line
from enforcement_rules.explanation.verdict.citations import cited
from enforcement_rules.model.fields import NOT_CALCULABLE, ForeignSum
from enforcement_rules.model.stated_law import BASES

_OF_MANY = (("evidence",), ("officers",), ("prior_penalties",))
"""Lists whose facts do not say by their names which entry is meant."""
_MONEY = frozenset({"amount", "fine", "each", "fines", "confiscated"})
"""Keys that are no facts and hold yuan; others hold numbers, factors or percent."""
_BASES = (*BASES, "base")
_OWN_NAME = 3
"""How long the path of what a part of the case is called by is: its list, its place, the key."""


def against_of(verdict: Verdict, form: Formatter) -> Iterator[Line]:
    """Yield the stated facts that speak against duties whose law is not loaded, each once."""
    told = {(each.fact, each.path): each for entry in verdict.not_checked for each in entry.unjudged}
    for each in told.values():
        yield Line(form.words.say("unjudged", name=_said(each, verdict, form)), mark="!", right=form.place(each.path))


def _said(denied: Denied, verdict: Verdict, form: Formatter) -> str:
    text = f"{form.name(denied.fact)}  {form.value(denied.fact, denied.raw)}"
    if denied.path[:1] in _OF_MANY:
        text = _part(denied.path[:2], verdict, form) + form.words.say("colon") + text
    if denied.against is None:
        return text
    other, value, _ = denied.against
    return text + form.words.say("stated.against", name=form.name(other), value=form.value(other, value))


def by_speaker(speaker: str | None, form: Formatter) -> str:
    """Return who says something, in brackets; of the file itself that it is the file."""
    return form.words.say("by_speaker", speaker=form.speaker(speaker))


def benchmark_of(result: Result, form: Formatter) -> Iterator[Line]:
    """Yield the benchmark that the organ names, where it is not loaded, and the tier as the file states it."""
    words = form.words
    if result.proposal is None:
        return
    stated = result.proposal.stated
    head = words.say("range.tier")
    if stated.benchmark is not None and not stated.benchmark.loaded:
        yield Line(f"{head}  {_title(stated.benchmark, form)}{words.say('stated.document_not_loaded')}")
    elif result.tier is None and stated.benchmark is None and stated.benchmark_used is not None:
        yield Line(f"{head}  {words.say('stated.benchmark_used' if stated.benchmark_used else 'stated.no_benchmark')}")
    elif result.tier is None:
        yield Line(f"{head}  {words.say('tier.missing')}")
    if stated.tier is not None:
        yield Line(_tier(stated.tier, form), depth=1, mark="!" if stated.tier.holds is False else "·")


def _tier(tier: StatedTier, form: Formatter) -> str:
    words = form.words
    parts = [part for part in (tier.name, _multiples(tier, form)) if part]
    parts += [form.range(tier.range)] if tier.range is not None else []
    by = by_speaker(tier.by, form) if tier.by else ""
    holds = "unknown" if tier.holds is None else "yes" if tier.holds else "no"
    fits = words.say("semicolon") + words.say(f"stated.tier.{holds}") if tier.range is not None else ""
    return words.say("stated.tier", tier=" ".join(parts)) + by + fits


def _multiples(tier: StatedTier, form: Formatter) -> str | None:
    if tier.base is None or tier.factors is None:
        return None
    factors = form.percent(tier.factors) if tier.percent else form.times(tier.factors)
    return form.words.say("way.percent" if tier.percent else "way.times", base=form.name(tier.base), factors=factors)


def grounds_of(result: Result, form: Formatter) -> Iterator[Line]:
    """Yield what the organ says for its proposal: its grounds, what it declined, why it left the benchmark."""
    words = form.words
    if result.proposal is None:
        return
    stated = result.proposal.stated
    if stated.shared_by:
        fine = words.say("node.unknown") if stated.shared_fine is None else form.yuan(stated.shared_fine)
        yield Line(
            words.say("stated.shared", parties=words.join([form.party(each) for each in stated.shared_by]), fine=fine),
            depth=1,
            mark="!",
        )
    for each in stated.basis:
        loaded = "" if each.loaded or each.rule is not None else words.say("stated.not_loaded")
        yield Line(words.say("stated.basis", title=_title(each, form)) + loaded, depth=1, mark="·")
    for ground, reason in stated.declined or ():
        code = "stated.declined" if reason else "stated.declined_without_reason"
        yield Line(words.say(code, ground=_rule(ground, form), reason=reason or ""), depth=1, mark="·")
    if stated.declined == ():
        yield Line(words.say("stated.nothing_declined"), depth=1, mark="·")
    if stated.deviation is not None and any(stated.deviation):
        reason, approved = (part or words.say("node.unknown") for part in stated.deviation)
        yield Line(words.say("stated.deviation", reason=reason, approved=approved), depth=1, mark="·")


def _title(cited: StatedCitation, form: Formatter) -> str:
    """Return a document as the file cites it; its short title where the file gives only its id."""
    if cited.rule is not None:
        return _rule(cited.rule, form, quote=True)
    named = cited.title or (form.title(cited.instrument) if cited.instrument else None)
    if named is None:
        return cited.article or form.words.say("node.unknown")
    return form.provision(named, cited.article)


def _rule(name: str, form: Formatter, *, quote: bool = False) -> str:
    """Return a ground by its citation where the verdict answers it, else as the file writes it."""
    return cited(name, form) or (form.words.quoted(name) if quote else name)


def everything_of(verdict: Verdict, form: Formatter) -> Iterator[Line]:
    """Yield everything that the file states, each value under the part of the case that it is said of."""
    part: tuple[Any, ...] = ()
    for each in verdict.stated:
        head = each.path[:2] if len(each.path) > 1 and isinstance(each.path[1], int) else each.path[:1]
        if head != part and len(each.path) > 1:
            yield Line(_part(head, verdict, form))
        part = head
        if each.path[-1] in ("id", "step") and len(each.path) == _OWN_NAME:
            continue  # the line above names it
        yield Line(_line(each, form), depth=1 if len(each.path) > 1 else 0, mark="·", right=form.place(each.path))


def _part(head: tuple[Any, ...], verdict: Verdict, form: Formatter) -> str:
    """Return the name of a part of the case: its list, its place in it, its id or kind."""
    words = form.words
    name = words.table.get(f"stated.part.{head[0]}", str(head[0]))
    if len(head) == 1:
        return name
    item = getattr(verdict.case, str(head[0]))[head[1]]
    kind = verdict.vocabulary.steps.get(getattr(item, "step", None) or "")
    said = words.pick(kind.zh, kind.en) if kind is not None else getattr(item, "id", None) or str(head[1] + 1)
    return words.say("stated.named_part", part=name, name=said)


def _line(each: Stated, form: Formatter) -> str:
    by = by_speaker(each.by, form) if each.by else ""
    if each.fact is not None:
        return f"{form.name(each.fact)}  {_value(each.fact, each, form)}{by}"
    called = form.words.pick(*each.called)
    return f"{called.replace(' ', '') if form.words.lang == 'zh' else called}  {_unnamed(each, form)}{by}"


def _unnamed(each: Stated, form: Formatter) -> str:
    """Return a value that is of no fact: names in words, an amount in yuan, all else as it is written."""
    if isinstance(each.raw, Decimal):
        return form.yuan(each.raw) if each.path[-1] in _MONEY else f"{each.raw:f}"
    if isinstance(each.raw, str) and (each.path[-1] in _BASES or ("penalties" in each.path and each.path[-1] == "of")):
        return form.name(f"violation.{each.raw}")
    if each.path[-1] == "rank" and isinstance(each.raw, str):
        return form.value("violation.basis_ranks", each.raw)
    if each.path[-1] == "instrument" and isinstance(each.raw, str):
        return form.title(each.raw)
    if each.path[-1] == "rank" and isinstance(each.raw, str):
        return form.words.table.get(f"catalogue.rank.{each.raw}", each.raw)
    if each.label is not None and form.words.lang == "zh":
        return each.label
    if each.path[-1] == "kind" and isinstance(each.raw, str):
        return form.words.table.get(f"kind.{each.raw}", each.raw)
    return _plain(each.value, form)


def _value(id_: str, each: Stated, form: Formatter) -> str:
    """Return the value of a fact, also where a field of the model holds it in another form than facts do."""
    fact = form.fact(id_)
    if fact is not None and isinstance(each.raw, tuple):
        return form.words.join([form.label(fact, str(one)) for one in each.raw]) or form.words.say("none")
    if isinstance(each.raw, ForeignSum):
        return _foreign(each.raw, form)
    if each.raw == NOT_CALCULABLE:
        return form.words.say("stated.not_calculable")
    return form.value(id_, each.raw)


def foreign_of(result: Result, form: Formatter) -> Iterator[Line]:
    """Yield the bases that the file states in a foreign currency: what they come to in yuan is for the file to say."""
    violation = next(each for each in form.verdict.case.violations if each.id == result.violation)
    for base, value in violation.bases.items():
        if isinstance(value, ForeignSum):
            yield Line(f"{form.name(f'violation.{base}')}  {_foreign(value, form)}", depth=1, mark="·")


def _foreign(value: ForeignSum, form: Formatter) -> str:
    text = f"{value.amount:f} {value.currency}"
    if value.yuan is None:
        return text + form.words.say("stated.not_converted")
    return text + form.words.say("stated.converted", amount=form.yuan(value.yuan))


def _plain(value: Any, form: Formatter) -> str:
    if isinstance(value, bool):
        return form.words.say("truth.yes" if value else "truth.no")
    if isinstance(value, list):
        return form.words.join([_plain(each, form) for each in value]) or form.words.say("none")
    if isinstance(value, dict):
        low, high = value.get("from"), value.get("to")
        if low is not None and high is not None:
            return form.words.say("day.between", since=low, until=high)
        return form.words.say("op.at_least", bound=low) if high is None else form.words.say("op.at_most", bound=high)
    return _name(str(value), form)


def _name(text: str, form: Formatter) -> str:
    """Return a name that the file gives or takes: of a list, a kind of step, a rule; its own in quotation marks."""
    step = form.verdict.vocabulary.steps.get(text)
    if step is not None:
        return form.words.pick(step.zh, step.en)
    if "/" in text:
        return _rule(text, form, quote=True)
    known = form.words.table.get(f"collection.{text}") or form.words.table.get(f"stated.part.{text}")
    return known or (form.words.quoted(text) if text.isascii() and text.isidentifier() else text)
