"""Ranges of tiers in words, for remarks on them: in Chinese and English, by the name of the hole in the sentence."""

from __future__ import annotations

from decimal import Decimal

from enforcement_rules.rules.amount import Span

_PERCENT = ("%", "%")
_PARTS = {
    "fine": ("", ""),
    "below": ("数额不足分界的一支（below）：", "below the switch: "),
    "otherwise": ("数额达到分界的一支（otherwise）：", "from the switch on (otherwise): "),
}
"""Which of the ranges of the statute is spoken of."""


def shown(name: str, span: Span) -> dict[str, str]:
    """Return a range in words.

    >>> from decimal import Decimal
    >>> shown("own", Span(at_least=Decimal(5), below=Decimal(10)))
    {'own_zh': '5 元以上不足 10 元', 'own_en': 'at least 5 yuan, below 10 yuan'}
    """
    return {f"{name}_zh": _chinese(span), f"{name}_en": _english(span)}


def shown_gap(one: Span, two: Span) -> dict[str, str]:
    """Return what lies between two ranges."""
    words = ("{} 至 {}", "{} to {}") if one.high != two.low else ("{}", "{}")
    ends = [[_number(one.high, _above(one)[lang]), _number(two.low, _below(two)[lang])] for lang in (0, 1)]
    return {"gap_zh": words[0].format(*ends[0]), "gap_en": words[1].format(*ends[1])}


def shown_part(name: str) -> dict[str, str]:
    """Return which of the ranges of a statute is meant; nothing where it has but one."""
    chinese, english = _PARTS.get(name, (f"分支 {name}：", f"branch {name}: "))
    return {"part_zh": chinese, "part_en": english}


def _chinese(span: Span) -> str:
    below, above = _below(span)[0], _above(span)[0]
    if span.exactly is not None:
        return _number(span.exactly, below)
    low = _with(span.more_than, "超过 {}", below) or _with(span.at_least, "{}以上", below)
    return low + (_with(span.below, "不足 {}", above) or _with(span.at_most, " {}以下" if low else "{}以下", above))


def _english(span: Span) -> str:
    below, above = _below(span)[1], _above(span)[1]
    if span.exactly is not None:
        return _number(span.exactly, below)
    low = _with(span.more_than, "more than {}", below) or _with(span.at_least, "at least {}", below)
    high = _with(span.below, "below {}", above) or _with(span.at_most, "at most {}", above)
    return ", ".join(each for each in (low, high) if each)


def _with(value: Decimal | None, words: str, unit: str) -> str:
    return "" if value is None else words.format(_number(value, unit))


def _number(value: Decimal | None, unit: str) -> str:
    return "" if value is None else format(value.normalize(), "f") + unit


def _below(span: Span) -> tuple[str, str]:
    """Return what the lower end counts."""
    return _PERCENT if span.percent_of is not None else _above(span)


def _above(span: Span) -> tuple[str, str]:
    """Return what the upper end counts."""
    if span.times is not None:
        return " 倍", " times"
    return (" 元", " yuan") if span.percent_of is None else _PERCENT
