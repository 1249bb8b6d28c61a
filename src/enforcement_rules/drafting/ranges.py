"""Ranges of a reading (`x goods_value [5,10]`, `days [5,15]`) as ranges of fines and terms of rules."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final

from enforcement_rules.drafting.conditions import base_fact
from enforcement_rules.drafting.names import NewFacts

_RANGE: Final = re.compile(
    r"(?:(?P<scale>x|%|per_mille|per_ten_thousand|days|months|years)(?: (?P<base>[a-z_]+))? )?"
    r"(?P<open>[\[(])(?P<low>[^,\])]*),(?P<high>[^,\])]*)(?P<close>[\])])"
    r"(?: per\((?P<unit>.*)\))?\Z"
)
_PERCENT: Final = {"%": Decimal(1), "per_mille": Decimal("0.1"), "per_ten_thousand": Decimal("0.01")}
_TERMS: Final = frozenset({"days", "months", "years"})


def range_of(words: str, facts: NewFacts) -> dict[str, Any] | None:
    """Return a range as `{"fine": …}` or `{"term": …}`; `None` for a form that rules do not have."""
    found = _RANGE.match(words)
    if found is None:
        return {"term": {"exactly": {"for_life": True}}} if words == "life" else None
    if found["scale"] in _TERMS:
        return _term(found)
    ends = _ends(found)
    if ends is None:
        return None
    return {"fine": ends | _base(found, facts) | _per(found, facts)}


def _ends(found: re.Match[str]) -> dict[str, Any] | None:
    share = _PERCENT.get(found["scale"] or "")
    low, high = (_end(found[key], share) for key in ("low", "high"))
    if low is None and high is None:
        return None
    if low == high:
        return {"exactly": low}
    ends: dict[str, Any] = {}
    if low is not None:
        ends["at_least" if found["open"] == "[" else "more_than"] = low
    if high is not None:
        ends["at_most" if found["close"] == "]" else "below"] = high
    return ends


def _end(words: str, share: Decimal | None) -> int | float | None:
    if not words:
        return None
    value = Decimal(words.partition(" ")[0]) * (share or 1)
    return int(value) if value == value.to_integral_value() else float(value)


def _base(found: re.Match[str], facts: NewFacts) -> dict[str, str]:
    if found["scale"] is None:
        return {}
    base = base_fact(found["base"] or "", facts)
    if " percent" in found["low"]:
        return {"times": base, "percent_of": base}
    return {"times" if found["scale"] == "x" else "percent_of": base}


def _per(found: re.Match[str], facts: NewFacts) -> dict[str, str]:
    return {"per": facts.of(f"数量：每{found['unit'].strip('()')}", "number")} if found["unit"] else {}


def _term(found: re.Match[str]) -> dict[str, Any]:
    """Return a term; an end with a unit of its own (六个月以上一年以下) keeps it."""
    ends = {}
    for key, end in (("at_least", found["low"]), ("at_most", found["high"])):
        if end:
            value, _, unit = end.partition(" ")
            ends[key] = {unit or found["scale"]: int(value)}
    if ends.get("at_least") == ends.get("at_most"):
        return {"term": {"exactly": ends["at_most"]}}
    return {"term": ends}
