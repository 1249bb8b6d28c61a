"""Changes of days: an act before its law, a limit missed by a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from enforcement_rules.evaluation.views import Deadline, deadlines_of
from enforcement_rules.testing.twins.builder import Twin
from enforcement_rules.testing.twins.changes import Unlawful, change
from enforcement_rules.testing.twins.editing import changed, steps_of
from enforcement_rules.testing.twins.skeleton import workday
from enforcement_rules.values.errors import Path
from enforcement_rules.values.kinds import BARRING

_BEFORE = 30
"""Days before the law was in force on which the act ended."""


@change(
    "法律施行前的行为不依该法处罚（行政处罚法第三十七条，立法法第一百零四条）",
    "no law reaches back to acts before it was in force (art. 37; Legislation Law, art. 104)",
)
def act_before_the_law(twin: Twin) -> Iterator[Unlawful]:
    """Let the act end before the version was in force, where no loaded law of that time may have forbidden it."""
    start = twin.version.head.in_force.from_
    if start is None or _had_a_forerunner(twin):
        return
    day = start - dt.timedelta(days=_BEFORE)
    edits: list[tuple[Path, str]] = [(("violations", 0, key), day.isoformat()) for key in ("began", "ended")]
    edits.append((("violations", 0, "discovered"), (day + dt.timedelta(days=1)).isoformat()))
    yield Unlawful("act_before_the_law", day.isoformat(), changed(twin.data, *edits))


def _had_a_forerunner(twin: Twin) -> bool:
    """Say whether another loaded version, or a provision that became this one, may have governed before."""
    name = twin.version.head.instrument
    return len(twin.rulesets.versions[name]) > 1 or any(
        cited.instrument == name
        for version in twin.rulesets.all_versions()
        for provision in version.penalties
        for cited in provision.becomes
    )


@change(
    "超过法定期限一日（行政处罚法第八十五条及各期限条款）",
    "a limit is missed by one day (art. 85 and the articles that set limits)",
)
def limit_missed(twin: Twin) -> Iterator[Unlawful]:
    """Take the step on the first day after the last of its limit; where a time must be waited for, on its last day."""
    for limit in deadlines_of(twin.reviewed.duties, twin.reviewed.verdict.on):
        if limit.status == "done" and limit.last is not None:
            for n, _ in steps_of(twin.data, limit.end[0].partition(".")[0]):
                key = limit.end[0].partition(".")[2]
                day = _missed(limit)
                data = changed(twin.data, (("steps", n, key), day.isoformat()))
                bars = limit.severity in BARRING and limit.curable != "never"
                yield Unlawful("limit_missed", f"{limit.ref.rule}: {day}", data, limit.ref.rule, bars)


def _missed(limit: Deadline) -> dt.date:
    assert limit.last is not None
    if limit.not_before:
        return limit.last
    day = limit.last + dt.timedelta(days=1)
    return workday(day) if limit.unit == "working" else day
