"""The range that the file states beside a provision that is loaded: the law decides, yet it is told."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from enforcement_rules.evaluation.verdict import Result
from enforcement_rules.explanation.forms import Formatter, Line
from enforcement_rules.explanation.verdict.stated import by_speaker
from enforcement_rules.model.stated_law import StatedRange, StatedSpan
from enforcement_rules.values.range import Range


def stated_beside_law(result: Result, form: Formatter) -> Iterator[Line]:
    """Yield the range that the file states and that is not used, since that of the law or of a benchmark is."""
    if result.statutory.source in (None, "file"):
        return
    for violation in form.verdict.case.violations:
        stated = violation.stated_range
        if violation.id == result.violation and stated is not None:
            by = by_speaker(stated.by, form) if stated.by else ""
            yield Line(form.words.say("stated.range_beside_law", range=_shown(stated, form)) + by, depth=1, mark="·")


def _shown(stated: StatedRange, form: Formatter) -> str:
    words = form.words
    if stated.switch is None or not isinstance(stated.below, StatedSpan) or stated.otherwise is None:
        return _span(stated, form)
    args = {"base": form.name(f"violation.{stated.switch.base}"), "at": form.yuan(stated.switch.at, short=True)}
    parts = [
        words.say("way.below", **args) + words.say("colon") + _span(stated.below, form),
        words.say("way.from", **args) + words.say("colon") + _span(stated.otherwise, form),
    ]
    return words.say("semicolon").join(parts)


def _span(span: StatedRange | StatedSpan, form: Formatter) -> str:
    low = next((end for end in (span.exactly, span.at_least, span.more_than) if end is not None), None)
    below = span.below if isinstance(span.below, Decimal) else None
    high = next((end for end in (span.exactly, span.at_most, below) if end is not None), None)
    base = span.times or span.percent_of
    ends = (_text(low), _text(high))
    if base is not None:
        in_factors = form.percent_to_times if span.percent_of else form.times
        code, factors = ("times", in_factors(ends)) if span.times else ("percent", form.percent(ends))
        return form.words.say(f"way.{code}", base=form.name(f"violation.{base}"), factors=factors)
    if span.per is not None:
        return form.words.say("way.times", base=form.name(f"violation.{span.per}"), factors=form.each(ends))
    opened = {"low_open": span.more_than is not None, "high_open": below is not None}
    return form.range(Range(low, high, **opened))


def _text(end: Decimal | None) -> str | None:
    return None if end is None else format(end, "f")
