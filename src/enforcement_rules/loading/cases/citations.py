"""Provisions that a case cites by the title of their instrument: where that is loaded, its name is put beside it."""

from __future__ import annotations

from typing import Any

from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.titles import law_title

_CITING = {"violations": ("penalised_by",), "proposed": ("basis", "benchmark")}
"""Lists of a case → the keys under which their items cite."""


def with_instruments(data: dict[str, Any], law: Rulesets) -> dict[str, Any]:
    """Return the data of a case in which loaded instruments are known by name, whether cited by it or by title.

    The title stays; what is of another shape is left for the model to refuse.
    """
    for key, citing in _CITING.items():
        items = data.get(key)
        for item in items if isinstance(items, list) else ():
            if isinstance(item, dict):
                item |= {name: _named(item[name], law) for name in citing if name in item}
    return data


def _named(value: Any, law: Rulesets) -> Any:
    if isinstance(value, list):
        return [_named(each, law) for each in value]
    if not isinstance(value, dict) or value.get("instrument") is not None or not isinstance(value.get("title"), str):
        return value
    instrument = law.by_title.get(law_title(value["title"]))
    return value if instrument is None else {**value, "instrument": instrument}
