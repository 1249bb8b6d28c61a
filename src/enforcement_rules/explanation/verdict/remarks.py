"""Remarks on a proposal in words: amounts in yuan, rules by their citation, kinds by name."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from enforcement_rules.evaluation.verdict import ELEMENTS, Result
from enforcement_rules.explanation.forms import Formatter, grouped
from enforcement_rules.explanation.verdict.amounts import labels_of
from enforcement_rules.explanation.verdict.citations import rule_in_words, rules_in_words
from enforcement_rules.explanation.verdict.terms import length_in_words, term_in_words

_AMOUNTS = frozenset({"fine", "each", "amount", "read", "stated", "sum"})
_FLOORS, _CEILINGS = frozenset({"floor", "low"}), frozenset({"ceiling", "high"})
_NUMBERS = frozenset({"units", "wan", "product", "times"})
_PLAIN = frozenset({"words", "last", "least", "most"})
"""Arguments that are sums, ends of ranges, numbers, and those that are shown as they are."""
_FEN = Decimal("0.01")


def remark_in_words(code: str, args: Mapping[str, Any], result: Result, form: Formatter) -> str:
    """Return a remark as a sentence; of a fine that nobody proposes it does not speak as of one of nothing."""
    shown = {name: _shown(name, value, form) for name, value in args.items()}
    if "tiers" in args:
        shown["tiers"] = labels_of(result.tier, form)
    if "least" in args:
        shown["term"] = term_in_words(args["least"], args["most"], form, or_for_life="or_for_life" in args)
    nothing = f"finding.{code}.no_fine"
    if nothing in form.words.table and Decimal(args.get("fine") or 0) == 0:
        return form.words.say(nothing, **shown)
    return form.words.say(f"finding.{code}", **shown)


def _shown(name: str, value: Any, form: Formatter) -> str:
    words = form.words
    if name in _AMOUNTS | _FLOORS | _CEILINGS:
        return "" if value is None else form.yuan(_to_fen(name, Decimal(value)))
    if name in _NUMBERS:
        return grouped(Decimal(value))
    if name in _PLAIN:
        return str(value)
    if name in ("days", "approval"):
        return length_in_words(value, form) if name == "days" else _approval(value, form)
    if name in ("of", "base", "fact"):
        return words.say(f"total.{value}") if name == "of" else form.name(value)
    if name in ("wanting", "kinds"):
        named = [form.name(each) if name == "wanting" else words.say(f"kind.{each}") for each in value]
        return words.join(named) or words.say("finding.any_kind")
    if name == "who":
        return words.say("either").join(_facts(each, form) for each in value)
    return rules_in_words(value, form) if isinstance(value, list) else rule_in_words(value, form)


def _approval(name: str, form: Formatter) -> str:
    label = form.verdict.vocabulary.approvals[name]
    return form.words.pick(label.zh, label.en)


def _to_fen(name: str, amount: Decimal) -> Decimal:
    """Return an end of a range to the fen: no sum that can be paid lies between it and the exact one."""
    if name in _FLOORS:
        return amount.quantize(_FEN, rounding=ROUND_CEILING)
    return amount.quantize(_FEN, rounding=ROUND_FLOOR) if name in _CEILINGS else amount


def _facts(facts: list[dict[str, Any]], form: Formatter) -> str:
    """Return facts with the values that somebody would have to have."""
    return form.words.join([_fact(each, form) for each in facts])


def _fact(each: dict[str, Any], form: Formatter) -> str:
    words, name = form.words, form.name(each["fact"])
    if len(each["values"]) == 1 and isinstance(each["values"][0], bool):
        so = each["so"] is each["values"][0]
        return words.say("finding.fact_so" if so else "finding.fact_not_so", name=name)
    values = words.say("or").join(number_in_words(each["fact"], value, form) for value in each["values"])
    return words.say("finding.fact_is" if each["so"] else "finding.fact_is_not", name=name, value=values)


def number_in_words(id_: str, value: Any, form: Formatter) -> str:
    """Return a value as it stands in the JSON of a verdict, in words; no money is no sum but nothing."""
    if id_.startswith(ELEMENTS):
        return form.value(id_, value)
    if value is None:  # only bounds of it are known
        return form.words.say("node.unknown")
    fact = form.fact(id_)
    if fact is not None and fact.type.kind == "amount":
        return form.yuan(value) if Decimal(str(value)) else form.words.say("nothing")
    if isinstance(value, bool):
        return form.words.say("truth.yes" if value else "truth.no")
    if fact is None:
        return str(value)
    label = form.label(fact, value) if isinstance(value, str) else str(value)
    return form.measured(fact, grouped(Decimal(label)) if _is_number(label) else label)


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal() and text.isascii()
