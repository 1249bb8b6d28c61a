"""Time limits in words: what is over, what is due and by when, what cannot be computed and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.views import Deadline
from enforcement_rules.explanation.forms import PAIR, Formatter
from enforcement_rules.explanation.wording import Language, Words
from enforcement_rules.model.case import Case
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.values.moment import Moment
from enforcement_rules.values.visible import page_of

MARKS = {"overdue": "✗", "late": "✗", "due": "→", "not_computable": "?", "waiting": "·", "done": "✓"}


class Dated(Struct, frozen=True):
    """A case with its time limits, what is needed to name facts and laws, and the day as of which they were found.

    Without a day of its own a case has that of the whole page.
    """

    case: Case
    vocabulary: Vocabulary
    titles: Mapping[str, tuple[str, str]]
    deadlines: Sequence[Deadline]
    on: dt.date | None = None


def as_deadline_text(cases: Sequence[Dated], on: dt.date, lang: Language = "zh", *, everything: bool = False) -> str:
    """Return the time limits of some cases as text; what was done in time and what has not begun only on demand."""
    words = Words(lang)
    out: list[str] = []
    for each in cases:
        form = Formatter(each, words)
        out.append(f"{words.say('case')}  {each.case.number or words.say('unnumbered')}")
        out.append(f"{words.say('deadlines.on')}  {(each.on or on).isoformat()}")
        shown = [limit for limit in each.deadlines if everything or limit.status not in ("done", "waiting")]
        for limit in shown:
            out += _lines(limit, form)
        left = len(each.deadlines) - len(shown)
        if left:
            out.append("  " + words.say("deadlines.hidden", n=left))
        if not each.deadlines:
            out.append("  " + words.say("none"))
        out.append("")
    return page_of(out[:-1])


def summary(limit: Deadline, form: Formatter) -> str:
    """Return one line on a time limit: its state, the duty, the last day."""
    words = form.words
    return f"{words.say(f'deadline.{limit.status}')}{words.say('colon')}{form.says(limit.ref)}"


def details(limit: Deadline, form: Formatter) -> Iterator[str]:
    """Yield how a limit was counted, and what stands in the way of counting it."""
    words = form.words
    yield from _days(limit, form)
    for code, args in limit.why:
        if code == "calendar_missing":
            yield words.say("note.calendar_missing", **args)
        else:
            known = limit.start if args["fact"] == limit.start[0] else limit.end
            yield words.say(f"deadline.why.{code}", fact=form.name(args["fact"]), on=_shown(known, form))
    if limit.applies == "unknown":
        yield words.say("deadline.may_apply")
    if limit.violation is not None:
        yield f"{PAIR} {form.pair(limit.violation, limit.party)}"


def _lines(limit: Deadline, form: Formatter) -> Iterator[str]:
    yield f"  {MARKS[limit.status]} {summary(limit, form)}    [{form.cite(limit.ref)}]"
    yield from (f"      {line}" for line in details(limit, form))


def _days(limit: Deadline, form: Formatter) -> Iterator[str]:
    words = form.words
    unit = words.say(f"deadline.unit.{limit.unit}")
    start = form.name(limit.start[0])
    if limit.first is not None:
        text = words.say("deadline.counted", start=start, on=_shown(limit.start, form), first=limit.first, unit=unit)
    elif limit.last is not None:
        text = words.say("deadline.counted_back", start=start, on=_shown(limit.start, form), unit=unit)
    else:
        text = words.say("deadline.unit_only", start=start, unit=unit)
    yield text
    if limit.last is not None:
        yield words.say(f"deadline.{_last_code(limit)}", last=limit.last, n=abs(limit.days_left or 0))
    if limit.status in ("done", "late"):
        yield f"{form.name(limit.end[0])}  {_shown(limit.end, form)}"


def _last_code(limit: Deadline) -> str:
    if limit.status in ("done", "late"):
        return "last"
    if limit.not_before:
        return "wait_left" if (limit.days_left or 0) >= 0 else "wait_over"
    return "left" if (limit.days_left or 0) >= 0 else "over"


def _shown(known: tuple[str, Any], form: Formatter) -> str:
    value = known[1]
    if isinstance(value, Moment) and value.earliest is not None and value.earliest != value.latest:
        return value.earliest.date().isoformat()
    return form.value(known[0], value)
