"""`review`, `appraise` and `deadlines` as programs call them: arguments and cases made in Python are checked first.

What a file is held to when it is read, a `Case` made in Python is held to here; evaluation itself takes both for good.
"""

from __future__ import annotations

import datetime as dt
import time
from typing import TYPE_CHECKING, get_args

from enforcement_rules.evaluation import engine
from enforcement_rules.evaluation.plan import Evaluator
from enforcement_rules.evaluation.verdict import Verdict
from enforcement_rules.loading.cases import check_by_hand
from enforcement_rules.model.case import Case
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.arguments import hold_argument, hold_calendar, hold_day
from enforcement_rules.values.errors import refuse
from enforcement_rules.values.log import log
from enforcement_rules.values.workdays import PUBLISHED, Calendar

if TYPE_CHECKING:
    from enforcement_rules.evaluation.appraisal import Appraisal
    from enforcement_rules.evaluation.views import Deadline


def review(
    case: Case,
    rulesets: Rulesets,
    on: dt.date | None = None,
    *,
    calendar: Calendar = PUBLISHED,
    evaluator: Evaluator = "compiled",
) -> Verdict:
    """Return the verdict on a case on a day.

    `on` fixes what is due by now and defaults to the date of the decision in the case, the last possible one where only
    bounds of it are known; recorded steps are evaluated whatever their date. The same case, rulesets and day give the
    same verdict, to the byte. `calendar` says which days are working days; `load_calendar` reads one that adds to the
    published years. `evaluator` is the compiled one or `durable`, the network; where the network cannot decide, the
    reference does, and the receipt says so.

    Raises:
        InputError: when an argument is of another type, when a case built in Python does not hold together, when `on`
            is no day of 1900–2200, or not given and nothing in the case says by when it was decided.
    """
    _hold(case, rulesets, on, calendar)
    if evaluator not in get_args(Evaluator):
        raise refuse("expected_one_of", ("evaluator",), value=evaluator, expected=get_args(Evaluator))
    started = time.perf_counter()
    verdict = engine.review(case, rulesets, on, calendar=calendar, evaluator=evaluator)
    took = (time.perf_counter() - started) * 1000
    log("info", "case %s reviewed for %s: %s in %.0f ms", case.number, verdict.on, verdict.outcome, took)
    return verdict


def deadlines(case: Case, rulesets: Rulesets, on: dt.date, *, calendar: Calendar = PUBLISHED) -> tuple[Deadline, ...]:
    """Return the time limits of a case as they stand on a day.

    Raises:
        InputError: as `review` does.
    """
    _hold(case, rulesets, on, calendar)
    hold_day("on", on)
    from enforcement_rules.evaluation import views  # noqa: PLC0415 - a review needs none

    return tuple(views.deadlines(case, rulesets, on, calendar=calendar))


def appraise(
    case: Case,
    rulesets: Rulesets,
    standard: str | None = None,
    on: dt.date | None = None,
    *,
    calendar: Calendar = PUBLISHED,
) -> Appraisal:
    """Return the appraisal of a case file against a standard.

    Args:
        case: the case; `documents` are what the file holds.
        rulesets: the law that the standard draws on and the standard itself.
        standard: its id (`instrument/name`), or its name alone where one has it; may be left out where one is loaded.
        on: the day as of which the file is appraised; default: the day of the decision.
        calendar: which days are working days.

    Raises:
        InputError: when there is no such standard, several (or one of another field or place) and none was named, none
            in force on the day, or no day; when an argument is of another type, or a case built in Python does not
            hold together.
    """
    _hold(case, rulesets, on, calendar)
    from enforcement_rules.evaluation import appraisal  # noqa: PLC0415 - as above

    return appraisal.appraise(case, rulesets, standard, on, calendar=calendar)


def _hold(case: object, rulesets: object, on: object, calendar: object) -> None:
    hold_argument("case", case, Case, "a Case, as load_case() returns it")
    hold_argument("rulesets", rulesets, Rulesets, "Rulesets, as load_rulesets() returns them")
    if on is not None:
        hold_day("on", on)
    hold_calendar(calendar)
    if isinstance(case, Case) and isinstance(rulesets, Rulesets):
        check_by_hand(case, rulesets)
