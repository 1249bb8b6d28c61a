"""The points of a file: of every group of items, capped where the standard says so, and of all together."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.appraisal.items_appraised import ItemResult
from enforcement_rules.evaluation.verdict import list_of
from enforcement_rules.rules.appraisal import Standard
from enforcement_rules.values.points import PointSpan, points_text

Remarks = tuple[tuple[str, dict[str, Any]], ...]
_NONE = Decimal(0)


class GroupScore(Struct, frozen=True):
    """The points of one group of items, out of those that its items which apply have."""

    group: str
    points: PointSpan
    of: PointSpan
    deducted: PointSpan

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        ends = self.points.to_dict()
        return {"group": self.group} | ends | {"of": self.of.to_dict(), "deducted": self.deducted.to_dict()}


class Score(Struct, frozen=True):
    """The points of a file out of those that the items which apply have; `grades` are those still possible.

    A `None` among the grades: fewer points than the lowest grade asks for.
    """

    points: PointSpan
    of: PointSpan
    deducted: PointSpan
    total: Decimal
    groups: tuple[GroupScore, ...] = ()
    grades: tuple[str | None, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return self.points.to_dict() | {
            "of": self.of.to_dict(),
            "deducted": self.deducted.to_dict(),
            "total": points_text(self.total),
            "groups": list_of(each.to_dict() for each in self.groups),
            "grades": list_of(self.grades),
        }


def score_of(items: Sequence[ItemResult], standard: Standard) -> tuple[Score | None, Remarks]:
    """Return the points, and what must be said of them; no points where the standard states no total."""
    if standard.total is None:
        return None, (("no_points", {}),)
    named = dict.fromkeys(item.item.group for item in items if item.item.points is not None)
    groups = tuple(_group(name, items, standard) for name in named)
    points, of, lost = (
        sum((getattr(each, key) for each in groups), PointSpan()) for key in ("points", "of", "deducted")
    )
    whole = standard.whole
    if not (of.settled and of.lowest == whole):
        left = (("fewer_points", {"of": of.to_dict(), "total": points_text(whole)}),)
        return Score(points, of, lost, standard.total, groups), left
    vetoed = any(item.item.veto and item.status == "failed" for item in items)
    return Score(points, of, lost, standard.total, groups, () if vetoed else _grades(points, standard)), ()


def _group(name: str, items: Sequence[ItemResult], standard: Standard) -> GroupScore:
    """Return the points of a group; where it has a cap, all its faults together cost at most that."""
    own = [item for item in items if item.item.group == name]
    full = standard.inapplicable == "full"
    points = sum((item.points(full=full) for item in own), PointSpan())
    of = sum((item.of(full=full) for item in own), PointSpan())
    lost = sum((item.deducted for item in own), PointSpan())
    cap = standard.cap_of(name)
    if cap is not None:
        of, lost = of.at_most(cap), lost.at_most(cap)
        points = PointSpan(max(of.lowest - lost.highest, _NONE), max(of.highest - lost.lowest, _NONE))
    return GroupScore(name, points, of, lost)


def _grades(points: PointSpan, standard: Standard) -> tuple[str | None, ...]:
    """Return the grades that the points can come to, the best first."""
    ordered = sorted(standard.grades, key=lambda grade: grade.at_least, reverse=True)
    if not ordered:
        return ()
    possible: list[str | None] = []
    above: Decimal | None = None
    for grade in ordered:
        if points.highest >= grade.at_least and (above is None or points.lowest < above):
            possible.append(grade.name)
        above = grade.at_least
    return tuple(possible if points.lowest >= ordered[-1].at_least else [*possible, None])
