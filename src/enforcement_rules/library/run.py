"""Running a library: every case against its expectation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from msgspec import Struct

from enforcement_rules.evaluation.appraisal import appraise
from enforcement_rules.evaluation.engine import review
from enforcement_rules.evaluation.verdict import Verdict
from enforcement_rules.library.coverage import Coverage
from enforcement_rules.library.expectation import Difference
from enforcement_rules.library.read import LibraryCase
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.errors import InputError
from enforcement_rules.values.kinds import BARRING


class CaseReport(Struct, frozen=True):
    """One case: what differs; nothing when all is as expected."""

    name: str
    differences: tuple[Difference, ...]
    verdict: Verdict | None


class LibraryReport(Struct, frozen=True):
    """All cases of a run, and how often each rule was put to the test."""

    cases: tuple[CaseReport, ...]
    coverage: Coverage

    @property
    def differing(self) -> tuple[CaseReport, ...]:
        """The cases that are not as expected."""
        return tuple(case for case in self.cases if case.differences)


def run_library(cases: Iterable[LibraryCase], rulesets: Rulesets, today: dt.date | None = None) -> LibraryReport:
    """Review every case; `today` serves for cases without a day and without a date of decision."""
    coverage = Coverage()
    reports = []
    for case in cases:
        report = _run(case, rulesets, today)
        if report.verdict is not None:
            coverage.add(report.verdict)
        reports.append(report)
    return LibraryReport(tuple(reports), coverage)


def _run(case: LibraryCase, rulesets: Rulesets, today: dt.date | None) -> CaseReport:
    try:
        verdict = review(case.case, rulesets, case.on)
    except InputError as error:
        if today is None:
            return CaseReport(case.name, (("on", "a day", str(error)),), None)
        verdict = review(case.case, rulesets, today)
    found = [*case.expect.differences(verdict, case.instrument), *_upheld(case, verdict)]
    if (wanted := case.expect.appraisal) is not None:
        found += wanted.differences(appraise(case.case, rulesets, wanted.id(case.instrument), verdict.on))
    return CaseReport(case.name, tuple(found), verdict)


def _upheld(case: LibraryCase, verdict: Verdict) -> Iterator[Difference]:
    """Yield void and fatal breaches shown on a case that was upheld: such a finding is wrong."""
    shown = [f.ref.rule for f in verdict.findings if f.status == "breached" and f.severity in BARRING]
    if case.upheld and shown:
        yield "upheld", [], shown
