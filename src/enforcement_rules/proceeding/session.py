"""One case as it proceeds: steps and facts come one by one, and each tells what it changed."""

from __future__ import annotations

import copy
import datetime as dt
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from enforcement_rules.evaluation.engine import reviewed
from enforcement_rules.evaluation.plan import Evaluator
from enforcement_rules.evaluation.verdict import Verdict
from enforcement_rules.evaluation.views import deadlines_of
from enforcement_rules.loading import load_case, load_rulesets
from enforcement_rules.loading.naming import canonical, case_names, english_path, speaks_chinese
from enforcement_rules.loading.reading import Problems, plain_document, read_document
from enforcement_rules.model.case import Case
from enforcement_rules.proceeding.change import Change, State, change
from enforcement_rules.proceeding.paths import put, take_out
from enforcement_rules.proceeding.pending import settled, unsettled
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.arguments import hold_argument, hold_calendar, hold_day, hold_path
from enforcement_rules.values.errors import refuse
from enforcement_rules.values.workdays import PUBLISHED, Calendar


class CaseSession:
    """A case under way. What it knows is its case data and the day, nothing else.

    Every change is a change of the data, read and evaluated anew: facts that were corrected or withdrawn leave no
    trace, the order in which steps were entered does not count, and a session built from `data` says the same.

    >>> session = CaseSession({"procedure": "ordinary"}, on=dt.date(2026, 9, 1))
    >>> filed = session.take({"step": "case_filing", "on": "2026-09-01"})
    >>> [(limit.ref.article, limit.last.isoformat()) for limit in filed.due]
    [('第六十条', '2026-11-30')]
    """

    def __init__(
        self,
        case: str | Path | Mapping[str, Any] | None = None,
        rulesets: Rulesets | None = None,
        *,
        on: dt.date,
        calendar: Calendar = PUBLISHED,
        evaluator: Evaluator = "compiled",
    ) -> None:
        """Begin with a case file, its data, or nothing.

        Args:
            case: path of a case file, or a mapping of the same shape; default: an empty working file.
            rulesets: the law; default: that of the library.
            on: today: what is due is found as of this day.
            calendar: which days are working days.
            evaluator: the compiled one, or `durable`: the network, run anew at each step.

        Raises:
            InputError: when the case cannot be read, or the evaluator cannot be used here.
        """
        hold_day("on", on)
        if rulesets is not None:
            hold_argument("rulesets", rulesets, Rulesets, "Rulesets, as load_rulesets() returns them")
        hold_calendar(calendar)
        self._rulesets = load_rulesets() if rulesets is None else rulesets
        self._calendar = calendar
        self._evaluator: Evaluator = evaluator
        self._on = on
        self._names = case_names(self._rulesets)
        self._data = self._in_english(_read({} if case is None else case))
        self._case, self._state = self._evaluated(self._data, on)

    @property
    def data(self) -> dict[str, Any]:
        """The case data, a copy: what a case file of this state holds."""
        return copy.deepcopy(self._data)

    def as_json(self) -> str:
        """Return the case file of this state; a session made from it says the same."""
        return json.dumps(self._data, ensure_ascii=False, indent=2) + "\n"

    @property
    def case(self) -> Case:
        """The case as it stands."""
        return self._case

    @property
    def pending(self) -> tuple[str, ...]:
        """Where a step names another step or an officer that has not been entered yet; left aside until then."""
        return tuple(path for path, _ in unsettled(self._data))

    @property
    def on(self) -> dt.date:
        """Today."""
        return self._on

    @property
    def verdict(self) -> Verdict:
        """The verdict on the case as it stands: exactly that of `review`."""
        return self._state.verdict

    @property
    def state(self) -> State:
        """The verdict and the time limits."""
        return self._state

    def so_far(self) -> Change:
        """Return everything that is so now, as if the whole case had been entered at once."""
        return change(None, self._state)

    def take(self, step: Mapping[str, Any]) -> Change:
        """Enter a step, as a case file states it, and return what that changed.

        Raises:
            InputError: when the step is none; the session is then as it was.
        """
        hold_argument("step", step, Mapping, "a mapping (dict)")
        data = self.data
        data.setdefault("steps", []).append(copy.deepcopy(dict(step)))
        return self._changed(data)

    def add(self, part: str, item: Mapping[str, Any]) -> Change:
        """Enter an item of a list of the case: `violations`, `parties`, `officers`, `evidence`, `proposed`, ….

        Raises:
            InputError: when it is none; the session is then as it was.
        """
        hold_argument("part", part, str, "a str such as violations")
        hold_argument("item", item, Mapping, "a mapping (dict)")
        data = self.data
        data.setdefault(self._names.english(part), []).append(copy.deepcopy(dict(item)))
        return self._changed(data)

    def say(self, path: str, value: Any) -> Change:
        """State or correct a fact: `violations.v1.harm`, `steps.n1.served`, `procedure`; return what that changed.

        Like everything entered, path and value may be Chinese: `say("违法行为.v1.危害后果", "轻微")`.

        Raises:
            InputError: when the path leads nowhere or the value does not fit; the session is then as it was.
        """
        hold_argument("path", path, str, "a str such as violations.v1.harm")
        data = self.data
        put(data, english_path(self._names, path, data), copy.deepcopy(value))
        return self._changed(data)

    def withdraw(self, path: str) -> Change:
        """Take back a fact or a step (`steps.n1`), as if it had never been stated; return what that changed.

        Raises:
            InputError: when nothing stands there; the session is then as it was.
        """
        hold_argument("path", path, str, "a str such as steps.n1")
        data = self.data
        take_out(data, english_path(self._names, path, data))
        return self._changed(data)

    def proceed(self, on: dt.date) -> Change:
        """Go on to another day and return what time alone changed.

        Raises:
            InputError: when it is no `datetime.date` of 1900–2200.
        """
        hold_day("on", on)
        return self._changed(self.data, on)

    def _changed(self, data: dict[str, Any], on: dt.date | None = None) -> Change:
        day = self._on if on is None else on
        data = self._in_english(data)
        case, state = self._evaluated(data, day)
        before, self._state = self._state, state
        self._data, self._case, self._on = data, case, day
        return change(before, state)

    def _in_english(self, data: dict[str, Any]) -> dict[str, Any]:
        """Return data with English names.

        Raises:
            InputError: when one thing is written in both languages.
        """
        if not speaks_chinese(data, self._names):
            return data
        problems = Problems()
        found = canonical(plain_document(data), self._rulesets, problems).data
        if problems or not isinstance(found, dict):
            raise problems.error()
        return found

    def _evaluated(self, data: dict[str, Any], on: dt.date) -> tuple[Case, State]:
        case = load_case(settled(data), self._rulesets)
        found = reviewed(case, self._rulesets, on, calendar=self._calendar, evaluator=self._evaluator)
        return case, State(found.verdict, deadlines_of(found.duties, on))


def _read(case: str | Path | Mapping[str, Any]) -> dict[str, Any]:
    """Return the data of a case as files hold it: mappings, lists and text."""
    if not isinstance(case, Mapping):
        hold_argument("case", case, (str, os.PathLike), "a path (str or pathlib.Path) or a mapping")
        hold_path("case", case)
    document = plain_document(case) if isinstance(case, Mapping) else read_document(Path(case))
    if not isinstance(document.data, dict):
        raise refuse("expected_mapping", (document.name,))
    return document.data
