"""Numerals with what stands beside them: typed quantities and the ranges that they join to."""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct, structs

from enforcement_rules.statutes.clauses import Bound, Bounds
from enforcement_rules.statutes.outwards.codes import BASES
from enforcement_rules.statutes.outwards.numbers import NUMBER, number_value, written_value
from enforcement_rules.statutes.outwards.refused import LocalDoubt

_UNITS: Final = {
    "元人民币": "amount",
    "元": "amount",
    "倍": "multiple",
    "个工作日": "days",
    "工作日": "days",
    "日": "days",
    "天": "days",
    "个月": "months",
    "年": "years",
    "小时": "hours",
    "%": "percent",
    "‰": "per_mille",
}
_SCALES: Final = {
    "months": ("term", 30.0),
    "years": ("term", 365.0),
    "days": ("term", 1.0),
    "percent": ("share", 0.01),
    "multiple": ("share", 1.0),
}
_FRACTIONS: Final = {"百": "percent", "千": "per_mille", "万": "per_ten_thousand"}
_QUANTITY = rf"(?:([百千万])分之({NUMBER})|(?:人民币)?({NUMBER})({'|'.join(_UNITS)})?|(等值|等额))"
_RANGE = re.compile(
    rf"(?:(?P<low>{_QUANTITY})以上,?(?P<short>不足|不满)?(?P<high>{_QUANTITY})(?P<end>以下)?)"
    rf"|(?:(?P<from>{_QUANTITY})(?:至|-|—|~|到)(?P<to>{_QUANTITY}))"
    rf"|(?:(?P<word>不超过|超过|不足|不满|低于)?(?P<one>{_QUANTITY})(?P<bound>以上|以下|以内)?)"
)
_BRACKETS = re.compile(r"\([^()]*\)")
_CHOICE_INSIDE = re.compile("[^的]*(?<!所得)(?<!收入)(?<!价值)(?<!金额)(?<![费款额])或者[^的]*的[^或的]+")
_PER = re.compile("(?:按照?)?每([^每,按]{1,6})")
_DOUBTFUL = re.compile("每|按|日|,|或者|罚款(?!数额|金额)|处(?!置|理)|以上|以下")
"""Words that a base does not hold."""
_LAST_YEAR = re.compile("^其?上一(?:年度|年|个?会计年度)|前[一二三]年")
_VALUES = ("价值", "货值金额", "价款")
_ONE = re.compile(_QUANTITY)
_NUMERAL = re.compile(NUMBER)


class FoundRange(Struct, frozen=True):
    """A range of one type of quantity: where it stands and what it says, without its base."""

    start: int
    end: int
    type: str
    bounds: Bounds


class _Quantity(Struct, frozen=True):
    type: str
    value: str


def ranges_in(text: str, start: int, end: int) -> tuple[FoundRange, ...]:
    """Return the ranges of a part of the text, typed; numerals without a unit of penalties are no range.

    Raises:
        Doubt: a numeral that makes no number, a range whose ends differ in type or are upside down, a missing unit.
    """
    found = []
    for match in _RANGE.finditer(text, start, end):
        one = _range(match)
        if one is not None:
            found.append(one)
    return tuple(found)


def _range(match: re.Match[str]) -> FoundRange | None:
    if match["low"]:
        if match["short"] and match["end"]:
            raise LocalDoubt("unclear_numeral", *match.span())
        low, high = _pair(match, "low", "high", shared=False)
        if not match["short"] and not match["end"]:
            raise LocalDoubt("misprint", *match.span())
        return _made(match, low, high, high_closed=not match["short"])
    if match["from"]:
        if match.string[: match.start()].endswith("第") or _quantity(match, "to") is None:
            return None
        low, high = _pair(match, "from", "to", shared=True)
        return _made(match, low, high)
    return _single(match)


def _single(match: re.Match[str]) -> FoundRange | None:
    one = _quantity(match, "one")
    if one is None:
        if match["bound"] and not match.string[: match.start("one")].endswith("第"):
            raise LocalDoubt("unclear_numeral", *match.span())
        return None
    word, behind = match["word"], match["bound"]
    if word and behind:
        raise LocalDoubt("unclear_numeral", *match.span())
    if word in ("不超过", "不足", "不满", "低于") or behind in ("以下", "以内"):
        return _made(match, None, one, high_closed=word in (None, "不超过"))
    if word == "超过" or behind == "以上":
        return _made(match, one, None, low_closed=word is None)
    return _made(match, one, one)


def _pair(match: re.Match[str], first: str, second: str, *, shared: bool) -> tuple[_Quantity, _Quantity]:
    """Return both ends; they are of one type, in order, and each has its unit where the words do not share one."""
    high, low = _quantity(match, second), _quantity(match, first)
    if high is not None and low is None and shared:
        value = number_value(match[first])
        low = None if value is None else _Quantity(high.type, written_value(value))
    if low is None or high is None:
        raise LocalDoubt("misprint" if low or high else "unclear_numeral", *match.span())
    if _scale(low.type)[0] != _scale(high.type)[0]:
        raise LocalDoubt("unclear_numeral", *match.span())
    if float(low.value) * _scale(low.type)[1] >= float(high.value) * _scale(high.type)[1]:
        raise LocalDoubt("misprint", *match.span())
    return low, high


def _scale(type_: str) -> tuple[str, float]:
    """Return what a type of quantity may be compared with, and how: months with years, percents with multiples."""
    return _SCALES.get(type_, (type_, 1.0))


def _quantity(match: re.Match[str], group: str) -> _Quantity | None:
    """Return the typed quantity of a group; `None` for a numeral that has no unit of penalties."""
    parts = _ONE.fullmatch(match[group])
    if parts is None:
        raise LocalDoubt("unclear_numeral", *match.span())
    fraction, of_fraction, number, unit, equal = parts.groups()
    if equal:
        return _Quantity("multiple", "1")
    if not fraction and not unit:
        return None
    value = number_value(of_fraction or number)
    if value is None:
        raise LocalDoubt("unclear_numeral", *match.span())
    return _Quantity(_FRACTIONS[fraction] if fraction else _UNITS[unit], written_value(value))


def _made(
    match: re.Match[str],
    low: _Quantity | None,
    high: _Quantity | None,
    *,
    low_closed: bool = True,
    high_closed: bool = True,
) -> FoundRange:
    kind = (high or low or _Quantity("", "")).type
    return FoundRange(
        match.start(),
        match.end(),
        kind,
        Bounds(
            None if low is None else Bound(low.type, low.value, low_closed),
            None if high is None else Bound(high.type, high.value, high_closed),
        ),
    )


def with_base(found: FoundRange, text: str, start: int) -> tuple[Bounds, ...]:
    """Return the bounds with their base: what stands between `start` and the range. Two bases give two ranges.

    Raises:
        Doubt: a multiple without a base, a sum with one, a base with numerals or words that count units or days.
    """
    end = found.start - text[start : found.start].endswith("的")
    base = text[start:end]
    if not base:
        if found.type in ("multiple", "percent", "per_mille", "per_ten_thousand"):
            raise LocalDoubt("unclear_base", found.start, found.end)
        return (found.bounds,)
    if found.type == "amount":
        unit = _PER.fullmatch(base)
        if unit is None or _NUMERAL.search(base):
            raise LocalDoubt("unclear_base", start, found.end)
        return (structs.replace(found.bounds, per=(start + unit.start(1), start + unit.end(1))),)
    head, both, other = base.partition("或者")
    if both and other in BASES and head.endswith(_VALUES):
        return (_of(found, head, start), _of(found, other, start + len(head) + len(both)))
    return (_of(found, base, start),)


def _of(found: FoundRange, base: str, start: int) -> Bounds:
    plain = _BRACKETS.sub("", base)
    if _CHOICE_INSIDE.fullmatch(plain):
        plain = plain.replace("或者", "、")
    if _DOUBTFUL.search(plain) or _NUMERAL.search(_LAST_YEAR.sub("", base)):
        raise LocalDoubt("unclear_base", start, found.end)
    low, high = found.bounds.low, found.bounds.high
    if base in BASES:
        return Bounds(low, high, (BASES[base],))
    return Bounds(low, high, (), ((start, start + len(base)),))
