"""Paths into a case, as verdicts and sessions write them (`violations.v1.harm`), in Chinese and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enforcement_rules.loading.naming.names import KIND, Names


def zh_path(names: Names, path: str, raw: Any = None) -> str:
    """Return a path with Chinese keys: `violations.v1.harm` → `违法行为.v1.危害后果`. Ids and numbers stay.

    Args:
        names: what a case file calls things, from its top.
        path: keys, ids of items and kinds of steps, with dots between them.
        raw: the data of the case, which tell the kind of a step that is named by its id; without them every kind that
            can state such a fact calls it alike, or the first of them is taken.
    """
    return ".".join(_walked(names, path.split("."), raw, chinese=True))


def english_path(names: Names, path: str, raw: Any = None) -> str:
    """Return a path with English keys, whichever it was written with; what has no name stays as it is."""
    return ".".join(_walked(names, path.split("."), raw, chinese=False))


def _walked(names: Names, parts: list[str], raw: Any, *, chinese: bool) -> list[str]:
    found: list[str] = []
    here = names
    for part in parts:
        here = here.of(raw) if isinstance(raw, Mapping) else here
        english = here.english(part)
        if english in here.inside:
            found.append(here.zh(english) if chinese else english)
            here, raw = here.inside[english], raw.get(english) if isinstance(raw, Mapping) else None
        elif here.kinds:
            here, shown, raw = _step(here, part, raw, chinese=chinese)
            found.append(shown)
        else:
            found.append(part)
            raw = _item(raw, part)
    return found


def _step(steps: Names, part: str, raw: Any, *, chinese: bool) -> tuple[Names, str, Any]:
    """Return what a step that is named by its kind, its id or its number may hold, its name, and the step itself."""
    kinds = steps.inside[KIND]
    kind = kinds.english_values.get(part, part)
    if kind in steps.kinds:
        return steps.kinds[kind], kinds.zh_value(kind) if chinese else kind, None
    item = _item(raw, part)
    return (steps if isinstance(item, Mapping) else _any_step(steps)), part, item


def _any_step(steps: Names) -> Names:
    """Return what any kind of step may hold, for a step of which only the id is told."""
    kinds = [steps.kinds[kind] for kind in steps.kinds]
    inside = {key: below for each in reversed(kinds) for key, below in each.inside.items()}
    return Names(inside, {key: zh for each in reversed(kinds) for key, zh in each.keys.items()})


def _item(raw: Any, part: str) -> Any:
    """Return the item of a list that is named by its id or its number."""
    items = raw if isinstance(raw, list) else []
    named = [each for each in items if isinstance(each, Mapping) and each.get("id") == part]
    if named:
        return named[0]
    return items[int(part)] if part.isascii() and part.isdigit() and int(part) < len(items) else None
