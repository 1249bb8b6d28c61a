"""Places in the data of a case, named as verdicts name them: `violations.v1.harm`, `steps.n1.content.penalty`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enforcement_rules.values.errors import refuse

DEEPEST_PATH = 12


def put(data: dict[str, Any], path: str, value: Any) -> None:
    """Put a value where a path says; what lies on the way is made where it is a mapping.

    Raises:
        InputError: when the path is none, or names an item of a list that the case does not have.
    """
    parts = _parts(path)
    holder = _walk(data, parts, path, make=True)
    if not isinstance(holder, dict):
        raise refuse("no_such_place", (path,), place=path)
    holder[parts[-1]] = value


def take_out(data: dict[str, Any], path: str) -> Any:
    """Take out what stands at a path: a fact, a mapping, or an item of a list; return it.

    Raises:
        InputError: when nothing stands there.
    """
    parts = _parts(path)
    holder = _walk(data, parts, path, make=False)
    if isinstance(holder, dict) and parts[-1] in holder:
        return holder.pop(parts[-1])
    if isinstance(holder, list):
        return holder.pop(_index(holder, parts[-1], path))
    raise refuse("no_such_place", (path,), place=path)


def _parts(path: str) -> list[str]:
    parts = path.split(".")
    if not all(parts) or len(parts) > DEEPEST_PATH:
        raise refuse("no_such_place", (path[:200],), place=path[:200])
    return parts


def _walk(data: dict[str, Any], parts: list[str], path: str, *, make: bool) -> Any:
    here: Any = data
    for part in parts[:-1]:
        if isinstance(here, list):
            here = here[_index(here, part, path)]
        elif isinstance(here, dict) and (part in here or make):
            here = here.setdefault(part, {})
        else:
            raise refuse("no_such_place", (path,), place=path)
    return here


def _index(items: list[Any], part: str, path: str) -> int:
    """Return where in a list an item is: by its id, its kind of step if there is one of it only, or its number."""
    for key in ("id", "step"):
        found = [n for n, item in enumerate(items) if isinstance(item, Mapping) and item.get(key) == part]
        if len(found) == 1:
            return found[0]
    if part.isascii() and part.isdigit() and int(part) < len(items):
        return int(part)
    raise refuse("no_such_place", (path,), place=path)
