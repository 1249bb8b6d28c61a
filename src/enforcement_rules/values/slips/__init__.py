"""A value that is not written as files write it: what was perhaps meant, and how it is written.

In: the code of what was expected and the text that stands there. Out: the code of a sentence that says what to write
instead, with its arguments; or nothing, where no reading is certain. Asked only of what was refused: nothing here ever
reads a value for a case.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from enforcement_rules.values.slips.dates import day_slip, span_slip, time_slip, year_slip
from enforcement_rules.values.slips.marks import plain
from enforcement_rules.values.slips.numbers import amount_slip, count_slip, days_slip, six_decimals_slip
from enforcement_rules.values.slips.words import choice_slip, id_slip, list_slip, unknown_slip, yes_no_slip

__all__ = ["plain", "with_slip"]

Slip = tuple[str, dict[str, Any]]
_LONGEST = 60

_READERS: Mapping[str, Callable[[str], Slip | None]] = {
    "expected_date": span_slip,
    "expected_day": day_slip,
    "expected_time": time_slip,
    "expected_year": year_slip,
    "expected_amount": amount_slip,
    "expected_number": amount_slip,
    "expected_points": amount_slip,
    "expected_six_decimals": six_decimals_slip,
    "expected_count": count_slip,
    "expected_offset": count_slip,
    "expected_days": days_slip,
    "expected_yes_no": yes_no_slip,
    "expected_identifier": id_slip,
    "expected_list": list_slip,
    "place_code": id_slip,
}
"""Code of what was expected → what reads a text that is not so."""
_CHOICES = frozenset({"expected_one_of", "expected_graded", "expected_choice", "expected_choices"})


def with_slip(code: str, args: Mapping[str, Any], raw: Any = None) -> dict[str, Any]:
    """Return the arguments of a problem, with `slip` (the sentence to say) and its own where a slip is recognised.

    Args:
        code: of the problem.
        args: its arguments; `value` is what was refused.
        raw: what stands in the file, where `value` only hints at it, as `{…}` does at a mapping.
    """
    value = raw if isinstance(raw, Mapping) else args.get("value")
    found = _found(code, value, args.get("expected") or ())
    return dict(args) if found is None else {**args, "slip": found[0], **found[1]}


def _found(code: str, value: Any, expected: Any) -> Slip | None:
    if code == "expected_date" and isinstance(value, Mapping):
        return _ends(value)
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    if code in _CHOICES:
        return choice_slip(value, list(expected))
    reader = _READERS.get(code)
    return None if reader is None else reader(value) or unknown_slip(value)


def _ends(span: Mapping[str, Any]) -> Slip | None:
    """Read the two ends of a span of dates."""
    if not span or set(span) - {"from", "to"} or not all(isinstance(end, str) for end in span.values()):
        return None
    written = {}
    for key, end in span.items():
        found = day_slip(end)
        if found is not None and found[0] != "write_instead":
            return found
        written[key] = end if found is None else found[1]["instead"]
    if written.get("from", "") > written.get("to", "9"):
        return "span_upside_down", {"from": written["from"], "to": written["to"]}
    shown = ", ".join(f"{key}: {end}" for key, end in written.items())
    return "write_instead", {"value": "{from, to}", "instead": f"{{{shown}}}"}
