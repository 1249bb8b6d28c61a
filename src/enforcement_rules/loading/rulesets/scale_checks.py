"""Scales of penalties (直至): at least two steps, from light to heavy, of which the heaviest needs no more."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from enforcement_rules.loading.reading import Document, Problems
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.amount import Penalty, Provision
from enforcement_rules.rules.instrument import Chapter
from enforcement_rules.values.kinds import weight_of

_Step = tuple[int, Penalty]


def check_scales(document: Document, chapter: Chapter, problems: Problems) -> None:
    """Note what is wrong with the scales of the provisions of a chapter, each at its step."""
    for n, provision in enumerate(chapter.penalties):
        scales = _scales(provision)
        for m, penalty in enumerate(provision.then):
            if penalty.either in scales:
                problems.add(document, "either_or_up_to", ("penalties", n, "then", m, "either"))
        for name, steps in scales.items():
            for m, code, args in _faults(name, steps):
                problems.add(document, code, ("penalties", n, "then", m, "up_to"), **args)


def check_approvals(document: Document, chapter: Chapter, vocabulary: Vocabulary, problems: Problems) -> None:
    """Note every approval that no vocabulary lists."""
    for n, provision in enumerate(chapter.penalties):
        for m, penalty in enumerate(provision.then):
            if penalty.approval is not None and penalty.approval not in vocabulary.approvals:
                args = {"name": penalty.approval, "expected": sorted(vocabulary.approvals)}
                problems.add(document, "unknown_approval", ("penalties", n, "then", m, "approval"), **args)


def _scales(provision: Provision) -> dict[str, list[_Step]]:
    found: dict[str, list[_Step]] = {}
    for m, penalty in enumerate(provision.then):
        if penalty.up_to is not None:
            found.setdefault(penalty.up_to, []).append((m, penalty))
    return found


def _faults(name: str, steps: list[_Step]) -> Iterator[tuple[int, str, dict[str, Any]]]:
    if len(steps) == 1:
        yield steps[0][0], "scale_of_one", {"name": name}
    for (_, before), (m, step) in pairwise(steps):
        one, other = weight_of(before.kind), weight_of(step.kind)
        if one is not None and other is not None and other < one:
            yield m, "scale_descends", {"kind": step.kind, "before": before.kind}
        if (before.when, before.force) != (step.when, step.force):
            yield m, "scale_conditions_differ", {}
