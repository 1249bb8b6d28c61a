"""Editing the data of a case at a path, as proofs name it: keys, and numbers of items."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from enforcement_rules.values.errors import Path


def changed(data: dict[str, Any], *edits: tuple[Path, Any]) -> dict[str, Any]:
    """Return a copy in which other values stand at some paths; what lies on the way is made where it is a mapping."""
    made = copy.deepcopy(data)
    for path, value in edits:
        holder: Any = made
        for part in path[:-1]:
            holder = holder[part] if isinstance(part, int) else holder.setdefault(part, {})
        holder[path[-1]] = value
    return made


def steps_of(data: dict[str, Any], kind: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the steps of a kind with their places."""
    return ((n, step) for n, step in enumerate(data["steps"]) if step["step"] == kind)


def proposing(data: dict[str, Any], penalties: list[dict[str, Any]], written: dict[str, Any]) -> dict[str, Any]:
    """Return a copy that proposes other penalties, of which the notice told."""
    edits: list[tuple[Path, Any]] = [(("proposed", 0, "penalties"), penalties)]
    edits += [(("steps", n, "written"), written) for n, _ in steps_of(data, "notice")]
    return changed(data, *edits)
