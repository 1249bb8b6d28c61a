"""Atoms of rules and texts in short words, in Chinese and English."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from enforcement_rules.checking.law_proof.expected import RuleAtom
from enforcement_rules.checking.law_proof.facts import KINDS_ZH
from enforcement_rules.rules.term import Term
from enforcement_rules.statutes.proving import Atom, Range
from enforcement_rules.values.length import Length

Said = tuple[str, str]
"""The same in Chinese and in English."""
Key = tuple[str, str, Decimal | None, bool]
"""A condition as it is compared: family, value, threshold, whether it holds."""
_NOTHING = ("无", "nothing")
NOBODY: Said = ("没有区分", "nobody in particular")
"""The party of a rule that names none where the text tells parties apart."""
_FORCES = {"shall": ("应当", "shall"), "may": ("可以", "may")}
_UNITS = {"yuan": ("元", "yuan"), "factor": ("倍", "times"), "days": ("日", "days"), "months": ("个月", "months")}
_ENDS = {
    "exactly": ("", ""),
    "at_least": ("以上", "at least "),
    "more_than": ("（不含）以上", "more than "),
    "at_most": ("以下", "at most "),
    "below": ("（不含）以下", "below "),
}
_PARTIES = {
    "": ("行为人", "whoever acted"),
    "responsible": ("直接责任人员", "the persons responsible"),
    "not_responsible": ("责任人员以外的当事人", "others than the persons responsible"),
    "principal": ("主要负责人", "the principal"),
    "leading_and_responsible": ("法定代表人、主要负责人和责任人员", "the leading persons and those responsible"),
    "principal_and_responsible": ("主要负责人和责任人员", "the principal and the persons responsible"),
    "in_charge": ("负责人", "the person in charge"),
    "ringleader": ("首要分子", "the ringleader"),
    "unit": ("单位", "a unit"),
    "person": ("个人", "a person"),
    "not_person": ("个人以外的当事人", "others than persons"),
}
_GROUNDS = {
    ("gravity", "serious"): ("情节严重", "serious"),
    ("gravity", "minor"): ("情节较轻", "minor"),
    ("refused", "refused"): ("拒不改正", "refused"),
    ("refused", "overdue"): ("逾期不改正", "not corrected in time"),
    ("refused", "unpaid"): ("逾期不缴纳", "not paid in time"),
    ("result", "yes"): ("造成后果", "a result was caused"),
    ("again", "yes"): ("再次", "again"),
    ("gains", "none"): ("没有违法所得", "no gains"),
    ("gains", "some"): ("有违法所得", "gains"),
    ("uncalculable", "yes"): ("无法计算", "not calculable"),
    ("repeated", "yes"): ("多次", "repeated"),
    ("base", "below"): ("不足", "below"),
    ("base", "from"): ("以上", "from"),
}


def said_kind(kind: str) -> Said:
    """Return what a kind is called."""
    return KINDS_ZH.get(kind, kind), kind.replace("_", " ")


def said_kinds(text: Atom) -> Said:
    """Return the kinds that an atom of the text may be."""
    kinds = [said_kind(each) for each in text.kinds]
    return "/".join(each[0] for each in kinds), "/".join(each[1] for each in kinds)


def said_force(force: str) -> Said:
    """Return whether a penalty shall or may be imposed."""
    return _FORCES[force]


def said_party(party: str) -> Said:
    """Return who bears a penalty; the words themselves where no meaning is known."""
    words = party.partition(":")[2] or party
    return _PARTIES.get(party, (words, words))


def said_span(rule: RuleAtom) -> Said:
    """Return the range of a rule's atom."""
    span, term = rule.span, rule.penalty.term
    if term is not None:
        return _said_term(term)
    if span is None:
        return _NOTHING
    zh, en = ("日", " days") if rule.penalty.days else ("元", " yuan")
    if span.base is not None:
        share = ("%", "%") if span.percent_of else ("倍", " times")
        zh, en = f"{share[0]}（{span.base}）", f"{share[1]} of {span.base}"
    ends = [(name, getattr(span, name)) for name in _ENDS if getattr(span, name) is not None]
    more = [(name, getattr(span, name)) for name in ("per", "deemed_at_least", "capped_at") if getattr(span, name)]
    said_more = "".join(f" {name} {value}" for name, value in more)
    return (
        "".join(f"{_number(end)}{zh}{_ENDS[name][0]}" for name, end in ends) + said_more,
        ", ".join(f"{_ENDS[name][1]}{_number(end)}{en}" for name, end in ends) + said_more,
    )


def _said_term(term: Term) -> Said:
    ends = {name: getattr(term, name) for name in ("exactly", "at_least", "at_most")}
    said = [(name, end.length) for name, end in ends.items() if end is not None]
    zh, en = (
        "、".join(_length(name, end)[0] for name, end in said),
        ", ".join(_length(name, end)[1] for name, end in said),
    )
    return (f"{zh}或者终身", f"{en}, or for life") if term.or_for_life else (zh, en)


def _length(name: str, length: Length) -> Said:
    if length.for_life:
        return "终身", "for life"
    zh = (f"{length.months}个月" if length.months else "") + (f"{length.days}日" if length.days else "")
    en = " ".join([f"{length.months} months"] * bool(length.months) + [f"{length.days} days"] * bool(length.days))
    return f"{zh}{_ENDS[name][0]}", f"{_ENDS[name][1]}{en}"


def said_range(text: Range | None) -> Said:
    """Return a range of the text."""
    if text is None:
        return _NOTHING
    if text.unit == "life":
        return "终身", "for life"
    zh, en = _UNITS[text.unit]
    ends = [("at_least", text.low), ("at_most", text.high)]
    base = text.base and (f"{text.base}的", f" of {text.base}")
    per = text.per and (f" 每{text.per}", f" per {text.per}")
    deemed = text.deemed and (f" 不足{_number(text.deemed)}按其计", f" deemed {_number(text.deemed)}")
    tail = [each for each in (per, deemed) if each]
    said = [(name, end) for name, end in ends if end is not None]
    return (
        (base[0] if base else "")
        + "".join(f"{_number(end)}{zh}{_ENDS[name][0]}" for name, end in said)
        + "".join(each[0] for each in tail),
        ", ".join(f"{_ENDS[name][1]}{_number(end)} {en}" for name, end in said)
        + (base[1] if base else "")
        + "".join(each[1] for each in tail),
    )


def _number(value: Decimal) -> str:
    return format(value.normalize(), "f")


def said_keys(keys: Iterable[Key]) -> Said:
    """Return conditions, in order."""
    said = sorted(_key(*each) for each in keys)
    return ("，".join(each[0] for each in said), ", ".join(each[1] for each in said)) if said else _NOTHING


def _key(family: str, value: str, amount: Decimal | None, holds: bool) -> Said:
    words = family.partition(":")[2] if family.startswith("other") else value if family == "words" else ""
    zh, en = _GROUNDS.get((family, value), (words or f"{family} {value}",) * 2)
    if amount is not None:
        zh, en = f"{zh}{_number(amount)}元", f"{en} {_number(amount)} yuan"
    return (zh, en) if holds else (f"非“{zh}”", f"not “{en}”")


def said_rule(rule: RuleAtom) -> Said:
    """Return an atom of a rule: its number among those of the rule, kind, force and range."""
    parts = [(rule.name, rule.name), said_kind(rule.kind), said_force(rule.penalty.force)]
    return _joined([*parts, *([said_span(rule)] if rule.span or rule.penalty.term else [])])


def said_text(text: Atom) -> Said:
    """Return an atom of the text: kind, force, range, party and conditions."""
    parts = [said_kinds(text), said_force(text.force)]
    if text.range is not None:
        parts.append(said_range(text.range))
    if text.party:
        parts.append(said_party(text.party))
    if text.grounds:
        parts.append(said_keys((*each.key, True) for each in text.grounds))
    return _joined(parts)


def _joined(parts: list[Said]) -> Said:
    return "，".join(each[0] for each in parts), ", ".join(each[1] for each in parts)
