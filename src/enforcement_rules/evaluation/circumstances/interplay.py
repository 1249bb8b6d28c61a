"""The interplay of circumstances: rows of a matrix that stands as data, and grounds whose facts decided already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from enforcement_rules.evaluation.applicability import deciding
from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import Plan
from enforcement_rules.evaluation.verdict import Ground, Interplay
from enforcement_rules.rules.circumstance import GroundPattern, Interplay as Row

_WEIGHED = frozenset({"lighter", "mitigated", "heavier", "band_up"})
_NO_CIRCUMSTANCE = frozenset({"party.kind", "party.role", "party.other_roles", "violation.cause"})
"""Facts that say who and what, not how grave: a range may turn on them and a circumstance too."""


def interplay_of(
    plan: Plan, pair: Pair, grounds: tuple[Ground, ...]
) -> tuple[tuple[Ground, ...], tuple[Interplay, ...]]:
    """Return the grounds, those that a row bars marked so, and the rows that apply, in the order of their names."""
    rows: list[Interplay] = []
    for version in deciding(plan, pair, "interplay"):
        for rule, ref, reading in version.interplay.read(pair.facts):
            joined = _joined(rule, grounds) if reading.when is True and True not in reading.unless else ()
            if joined:
                rows.append(Interplay(ref, rule.then, joined))
    barred = {rule for row in rows if row.then == "not_spared" for rule in row.rules}
    kept = tuple(replace(ground, status="barred") if ground.ref.rule in barred else ground for ground in grounds)
    return kept, tuple(sorted(rows, key=lambda row: row.ref.rule))


def _joined(row: Row, grounds: Iterable[Ground]) -> tuple[str, ...]:
    """Return the grounds that hold and that the patterns of a row speak of; none, unless every pattern finds one."""
    # What is barred is barred whether it is made out already or not.
    counted = ("yes", "unknown") if row.then == "not_spared" else ("yes",)
    held = [ground for ground in grounds if ground.status in counted]
    found = [[ground.ref.rule for ground in held if _matches(pattern, ground)] for pattern in row.together]
    if not all(found) or len({rule for rules in found for rule in rules}) < len(found):
        return ()
    return tuple(dict.fromkeys(rule for rules in found for rule in rules))


def _matches(pattern: GroundPattern, ground: Ground) -> bool:
    force = "shall" if ground.binding else "may"
    return pattern.force in (None, force) and set(ground.effects) <= set(pattern.effects)


def counted_twice(grounds: Iterable[Ground], decided: frozenset[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the grounds that hold and rest on facts that already decided the range, with those facts."""
    for ground in grounds:
        shared = (ground.speaks_of & decided) - _NO_CIRCUMSTANCE
        if ground.status == "yes" and shared and _WEIGHED & set(ground.effects):
            yield ground.ref.rule, tuple(sorted(shared))
