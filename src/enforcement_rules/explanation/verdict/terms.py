"""Terms in words: days, months and years, or for life."""

from __future__ import annotations

import re

from enforcement_rules.explanation.forms import Formatter
from enforcement_rules.values.length import LIFE

_PART = re.compile(r"(\d+)([YMD])")
_UNITS = {"Y": "years", "M": "months", "D": "days"}


def length_in_words(length: str, form: Formatter) -> str:
    """Return a length in words: a number of days, an ISO 8601 duration, or `life`."""
    if length == LIFE:
        return form.words.say("term.life")
    parts = _PART.findall(length) or [(length, "D")]
    return form.words.say("term.joint").join(form.words.say(f"term.{_UNITS[unit]}", n=n) for n, unit in parts)


def term_in_words(least: str, most: str, form: Formatter, *, or_for_life: bool = False) -> str:
    """Return a term between two ends, each empty where there is none."""
    if not or_for_life and least.isdigit() | (not least) and most.isdigit() | (not most):
        return form.days(least or None, most or None)
    low, high = (length_in_words(end, form) if end else "" for end in (least, most))
    code = "exactly" if low == high else "between" if low and high else "from" if low else "to"
    said = form.words.say(f"term.{code}", low=low, high=high)
    return form.words.say("term.or_life", term=said) if or_for_life else said
