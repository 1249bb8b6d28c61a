"""Amounts as decisions write them in words (大写金额) and in 万元, read and written exactly."""

from __future__ import annotations

from decimal import Decimal
from importlib import import_module
from typing import Any

_LONGEST = 60
_WAN = Decimal(10000)


def read_amount_words(text: str) -> Decimal | None:
    """Return the amount of a capital-numeral text in yuan, or `None` where it is none.

    >>> read_amount_words("伍仟零叁元伍角"), read_amount_words("五元人")
    (Decimal('5003.5'), None)
    """
    written = text.removeprefix("人民币").strip().removesuffix("整").removesuffix("正")
    if not written or len(written) > _LONGEST:
        return None
    try:
        return Decimal(str(_numerals().cn2an(written, "normal")))
    except (ValueError, ArithmeticError):
        return None


def amount_words(amount: Decimal) -> str:
    """Return an amount of yuan in capital numerals.

    >>> amount_words(Decimal("136.50"))
    '壹佰叁拾陆元伍角'
    """
    return str(_numerals().an2cn(format(amount.normalize(), "f"), "rmb"))


def in_wan(amount: Decimal) -> Decimal:
    """Return yuan as 万元, which the published columns write with six decimals.

    >>> in_wan(Decimal(50000))
    Decimal('5.000000')
    """
    return (amount / _WAN).quantize(Decimal("0.000001"))


def _numerals() -> Any:
    return import_module("cn2an")  # only cases that write amounts in words pay for it
