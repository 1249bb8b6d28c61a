"""Conditions of a reading (`tier:serious`, `gains:none | illegal_gains<100000`) as conditions of rules."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from enforcement_rules.drafting.names import NewFacts

Condition = dict[str, Any]
_KNOWN: Final[Mapping[str, Condition]] = {
    "tier:serious": {"violation.gravity": "serious"},
    "failure:refused": {"violation.refused_to_correct": True},
    "failure:overdue": {"violation.overdue_correction": True},
    "crime:no": {"violation.suspected_crime": False},
    "crime:yes": {"violation.suspected_crime": True},
    "gains:none": {"violation.illegal_gains": {"at_most": 0}},
    "gains:some": {"violation.illegal_gains": {"more_than": 0}},
}
"""What the general vocabulary has a fact for; everything else becomes a fact of the draft."""
_FAILURE: Final = re.compile(r"failure:(?:refused|overdue)\((?P<deed>.+)\)\Z")
_THRESHOLD: Final = re.compile(r"(?P<base>[a-z_+]+)(?P<sign>>=|<=|<|>)(?P<at>[0-9.]+)\Z")
_SIGNS: Final = {">=": "at_least", ">": "more_than", "<=": "at_most", "<": "below"}
BASES: Final[Mapping[str, str]] = {
    "illegal_gains": "violation.illegal_gains",
    "goods_value": "violation.goods_value",
    "turnover": "violation.turnover",
    "tax": "violation.tax",
}
"""The bases that the general vocabulary has."""
_BASE_WORDS: Final[Mapping[str, str]] = {
    "income": "上一年度收入",
    "cost": "造价、费用",
    "amount": "金额",
    "fees": "收费",
    "fine": "罚款",
}


def base_fact(base: str, facts: NewFacts) -> str:
    """Return the fact that a base of the readers is, declared where no vocabulary has it."""
    return BASES.get(base) or facts.of(_BASE_WORDS.get(base, base) or "条文所称的基数", "amount")


def condition_of(words: str, facts: NewFacts) -> Condition:
    """Return one condition of a reading: alternatives divided by `|`, each of premises joined by `&`."""
    alternatives = [_all_of([_premise(each.strip(), facts) for each in one.split("&")]) for one in words.split("|")]
    return alternatives[0] if len(alternatives) == 1 else {"any": alternatives}


def all_hold(conditions: tuple[str, ...], facts: NewFacts) -> Condition:
    """Return several conditions of a reading as one: all of them hold."""
    return _all_of([condition_of(each, facts) for each in conditions])


def _all_of(parts: list[Condition]) -> Condition:
    if len(parts) == 1:
        return parts[0]
    keys = [key for part in parts for key in part]
    # Two tests of one fact, or two choices, cannot share a mapping.
    if len(set(keys)) < len(keys):
        return {"all": parts}
    return {key: value for part in parts for key, value in part.items()}


def _premise(words: str, facts: NewFacts) -> Condition:
    known = _KNOWN.get(words)
    if known is not None:
        return dict(known)
    found = _THRESHOLD.match(words)
    if found is not None:
        base = base_fact(found["base"].partition("+")[0], facts)
        return {base: {_SIGNS[found["sign"]]: number(found["at"])}}
    failed = _FAILURE.match(words)
    if failed is not None:
        means = "拒不" if words.startswith("failure:refused") else "逾期不"
        order = ["violation.correction_ran_out"]
        return {facts.of(f"{means}{failed['deed']}", "yes_no", presupposes=order): True}
    if words.startswith("except("):
        return {facts.of(words[len("except(") : -1], "yes_no"): False}
    own = words[len("own(") : -1] if words.startswith("own(") else _TIERS.get(words, words)
    return {facts.of(own, "yes_no"): True}


_TIERS: Final = {
    "tier:lighter": "情节较轻",
    "tier:minor": "情节轻微",
    "tier:heavier": "情节较重",
    "tier:very_serious": "情节特别严重",
    "tier:vile": "情节恶劣",
    "tier:grave_consequences": "造成严重后果",
}


def number(text: str) -> int | float:
    """Return a number as YAML writes it."""
    return int(text) if text.isdecimal() else float(text)
