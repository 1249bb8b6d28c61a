"""Provisions that a case cites by the title of their instrument: where that is loaded, its name is put beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enforcement_rules.values.titles import law_title

CITING = ("penalised_by", "basis", "benchmark")


def named(data: Mapping[str, Any], by_title: Mapping[str, str]) -> dict[str, Any]:
    """Return a violation or proposal in which loaded instruments are known by name, whether cited by it or by title.

    `by_title` are the loaded instruments by title (`Rulesets.by_title`). The title stays; what is of another shape is
    left for the model to refuse.
    """
    return {key: _named(value, by_title) if key in CITING else value for key, value in data.items()}


def _named(value: Any, by_title: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_named(each, by_title) for each in value]
    if not isinstance(value, dict) or value.get("instrument") is not None or not isinstance(value.get("title"), str):
        return value
    instrument = by_title.get(law_title(value["title"]))
    return value if instrument is None else {**value, "instrument": instrument}
