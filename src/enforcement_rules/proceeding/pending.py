"""References to what is still to come: steps arrive in any order, also before those they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_NAMES = {"after": "steps", "replaces": "steps", "by": "officers"}


def unsettled(data: Mapping[str, Any]) -> Iterator[tuple[str, tuple[int, str]]]:
    """Yield every list of a step that names something the case does not have yet: its path, and where it is."""
    steps = data.get("steps")
    for n, step in enumerate(steps if isinstance(steps, list) else ()):
        for key, of in _NAMES.items():
            named = step.get(key) if isinstance(step, Mapping) else None
            if isinstance(named, list) and not _ids(data, of).issuperset(map(str, named)):
                yield f"steps.{n}.{key}", (n, key)


def settled(data: dict[str, Any]) -> dict[str, Any]:
    """Return the data without the lists that name what is still to come.

    A list is left out as a whole: half of the officers of an act would be a wrong number.
    """
    found = [place for _, place in unsettled(data)]
    if not found:
        return data
    steps = [dict(step) if isinstance(step, Mapping) else step for step in data["steps"]]
    for n, key in found:
        del steps[n][key]
    return data | {"steps": steps}


def _ids(data: Mapping[str, Any], of: str) -> set[str]:
    items = data.get(of)
    return {str(item["id"]) for item in items if isinstance(item, Mapping) and "id" in item} if items else set()
