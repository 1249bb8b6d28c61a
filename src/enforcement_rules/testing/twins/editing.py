"""Editing the data of a case at a path, as proofs name it: keys, and numbers of items."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any

from enforcement_rules.evaluation.engine import path_of
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.proceeding.paths import put
from enforcement_rules.values.errors import Path

PAIR = ("v1", "p1")
"""The violation and the party of a twin, by their ids."""


def changed(data: dict[str, Any], *edits: tuple[Path, Any]) -> dict[str, Any]:
    """Return a copy in which other values stand at some paths; what lies on the way is made where it is a mapping."""
    made = copy.deepcopy(data)
    for path, value in edits:
        holder: Any = made
        for part in path[:-1]:
            holder = holder[part] if isinstance(part, int) else holder.setdefault(part, {})
        holder[path[-1]] = value
    return made


def at(data: dict[str, Any], path: Path) -> Any:
    """Return what stands at a path; `None` where nothing does."""
    here: Any = data
    for part in path:
        try:
            here = here[part]
        except (KeyError, IndexError, TypeError):
            return None
    return here


def steps_of(data: dict[str, Any], kind: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the steps of a kind with their places."""
    return ((n, step) for n, step in enumerate(data["steps"]) if step["step"] == kind)


def proposing(data: dict[str, Any], penalties: list[dict[str, Any]], written: dict[str, Any]) -> dict[str, Any]:
    """Return a copy that proposes other penalties, of which the notice told."""
    edits: list[tuple[Path, Any]] = [(("proposed", 0, "penalties"), penalties)]
    edits += [(("steps", n, "written"), written) for n, _ in steps_of(data, "notice")]
    return changed(data, *edits)


def state(data: dict[str, Any], path: str, value: Any) -> None:
    """Put a fact where a verdict names its place."""
    put(data, path.replace(f"proposed.{'.'.join(PAIR)}.", "proposed.0."), value)


def stated(data: dict[str, Any], answers: Mapping[str, Any], vocabulary: Vocabulary) -> dict[str, Any]:
    """Return a copy that states some facts of the case, its organ, party and violation."""
    made = copy.deepcopy(data)
    for id_, value in answers.items():
        state(made, path_of(id_, vocabulary, PAIR), value)
    return made
