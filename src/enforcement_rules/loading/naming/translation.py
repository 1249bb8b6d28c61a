"""Plain data of a case put into English names, or into Chinese ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from enforcement_rules.loading.naming.names import NOTHING, Names
from enforcement_rules.model.key import YES_NO

Lang = Literal["zh", "en"]


def key_in(lang: Lang, names: Names, key: str) -> str:
    """Return a key of a place in a language, whichever it was written in; what is no key there comes back."""
    english = names.english(key)
    return names.zh(english) if lang == "zh" else english


def value_in(lang: Lang, names: Names, value: str) -> str:
    """Return a value of a place in a language, whichever it was written in; what is no name there comes back."""
    english = names.english_values.get(value, value)
    return names.zh_value(english) if lang == "zh" else english


def data_in(lang: Lang, raw: Any, names: Names) -> Any:
    """Return data of a case, or of a part of it, with the names of a language; what has no name stays as it is.

    Args:
        lang: `zh` or `en`.
        raw: mappings, lists and scalars, in either language or both.
        names: what can stand there, as `case_names` tells it of the top.
    """
    if isinstance(raw, Mapping):
        names = names.of(raw)
        return {key_in(lang, names, key): data_in(lang, value, _below(names, key)) for key, value in raw.items()}
    if isinstance(raw, list | tuple):
        return [data_in(lang, each, names) for each in raw]
    if isinstance(raw, bool) and lang == "zh" and names.values == YES_NO:
        return names.zh_value("true" if raw else "false")
    if not isinstance(raw, str):
        return raw
    value = value_in(lang, names, raw)
    return value == "true" if value != raw and names.values == YES_NO and lang == "en" else value


def _below(names: Names, key: str) -> Names:
    return names.inside.get(names.english(key), NOTHING)
