"""Numbers as people write them: 5万元, 1,000, １２００, 伍万元整, ¥500, 5e4."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from enforcement_rules.values.amount_words import read_amount_words
from enforcement_rules.values.slips.marks import plain

Slip = tuple[str, dict[str, Any]]
_SCIENTIFIC = re.compile(r"\+?([0-9]{1,12}(?:\.[0-9]{0,6})?)[eE]\+?([0-9]{1,2})\Z")
_DECIMALS = re.compile(r"\+?0*([0-9]{0,13})(?:\.([0-9]*))?\Z")
_UNITS_OF_COUNTS = re.compile("[余]?[次人名份个件户处家条张瓶袋盒只台枚]\\Z")
_UNITS_OF_DAYS = re.compile("(?:个自然日|自然日|日|天)\\Z")
_NONE = frozenset({"无", "没有"})
_LARGEST = Decimal(10) ** 13
_CENTS, _MILLIONTHS = 2, 6


def amount_slip(text: str) -> Slip | None:
    """Read yuan."""
    return _exact(text, _CENTS)


def six_decimals_slip(text: str) -> Slip | None:
    """Read a number with at most six decimals."""
    return _exact(text, _MILLIONTHS)


def count_slip(text: str) -> Slip | None:
    """Read how often or how many."""
    return _whole(text, _UNITS_OF_COUNTS)


def days_slip(text: str) -> Slip | None:
    """Read a number of days."""
    return _whole(text, _UNITS_OF_DAYS)


def _whole(text: str, units: re.Pattern[str]) -> Slip | None:
    written = plain(text)
    if written in _NONE:
        return "none_or_unknown", {"value": text}
    found = _number(units.sub("", written), 0)
    return None if found is None or found % 1 or str(found) == text else _write(text, found)


def _exact(text: str, places: int) -> Slip | None:
    written = plain(text)
    if written in _NONE:
        return "none_or_unknown", {"value": text}
    if written[:1] in ("-", "\N{MINUS SIGN}") and _number(written[1:], places) is not None:
        return "below_zero", {"value": text}
    found = _number(written, places)
    if found is not None:
        return _write(text, found)
    digits = _DECIMALS.match(written)
    if digits is not None and len(digits[2] or "") > places:
        return "too_many_decimals", {"value": text, "decimals": len(digits[2]), "places": places}
    return None


def _number(written: str, places: int) -> Decimal | None:
    """Return the number that a text stands for; `None` where that is not certain or is finer than it may be."""
    scientific, digits = _SCIENTIFIC.match(written), _DECIMALS.match(written)
    if scientific is not None:
        found: Decimal | None = Decimal(scientific[1]).scaleb(int(scientific[2]))
    elif digits is not None and (digits[1] or digits[2] or "0" in written):
        found = Decimal(f"{digits[1] or 0}.{digits[2] or 0}")
    else:
        found = read_amount_words(re.sub("[wW](?=元?\\Z)", "万", written.removesuffix("RMB").removesuffix("CNY")))
    if found is None or found >= _LARGEST or found.normalize().as_tuple().exponent < -places:  # type: ignore[operator]
        return None
    return found


def _write(text: str, number: Decimal) -> Slip:
    shown = format(number, "f")
    return "write_instead", {"value": text, "instead": shown.rstrip("0").rstrip(".") if "." in shown else shown}
