"""The names that can stand in one place of a case file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct, field

KIND = "step"
"""The key whose value says which kind of step a mapping is, and so which facts it may state."""


class Names(Struct, frozen=True, eq=False, dict=True):
    """What can stand in one place: the keys of a mapping, the values of a scalar; items of a list are named alike.

    Attributes:
        inside: English key → what can stand under it; every key that can stand here is in it.
        keys: English key → its Chinese key, of those that have one.
        values: English value → its Chinese key, of those that have one.
        key_labels: English key → its label in Chinese, which a reader may know.
        key_labels_en: English key → its label in English, of facts.
        value_labels: English value → its label in Chinese.
        also: other Chinese names of values → the English value; read, never written.
        numeric: whether a scalar here is a number.
        kinds: of a step: kind → what can stand in a step of that kind; `inside` is then what any step has.
    """

    inside: Mapping[str, Names] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    key_labels: Mapping[str, str] = field(default_factory=dict)
    key_labels_en: Mapping[str, str] = field(default_factory=dict)
    value_labels: Mapping[str, str] = field(default_factory=dict)
    also: Mapping[str, str] = field(default_factory=dict)
    numeric: bool = False
    kinds: Mapping[str, Names] = field(default_factory=dict)

    @cached_property
    def english_keys(self) -> dict[str, str]:
        """Chinese key → English key; one that two names bear (`check` remarks it) means neither."""
        return _inverse(self.keys)

    @cached_property
    def english_values(self) -> dict[str, str]:
        """Chinese value → English value; one that two bear means neither."""
        return {**self.also, **_inverse(self.values)}

    @cached_property
    def by_english_label(self) -> dict[str, str]:
        """English label in small letters → the key it is the label of."""
        return {label.lower(): name for name, label in self.key_labels_en.items()}

    def zh(self, key: str) -> str:
        """Return the Chinese key of a key that can stand here; the key itself where it has none."""
        return self.keys.get(key, key)

    def zh_value(self, value: str) -> str:
        """Return the Chinese key of a value that can stand here; the value itself where it has none."""
        return self.values.get(value, value)

    def english(self, key: str) -> str:
        """Return the English key of one written in either language; what is no key here comes back."""
        return self.english_keys.get(key, key)

    def of(self, raw: Mapping[str, Any]) -> Names:
        """Return what can stand in a mapping of this place: for a step, by the kind it says it is."""
        if not self.kinds:
            return self
        kind = raw.get(KIND, raw.get(self.zh(KIND)))
        steps = self.inside[KIND]
        name = steps.english_values.get(kind, kind) if isinstance(kind, str) else ""
        return self.kinds.get(name, self)

    def at(self, path: tuple[str | int, ...], raw: Any = None) -> Names:
        """Return what can stand at a path of English keys; empty where nothing has a name.

        Args:
            path: keys and indexes, from here.
            raw: what stands here in a file, which tells the kinds of its steps.
        """
        here = self
        for part in path:
            if isinstance(raw, Mapping):
                here = here.of(raw)
            if isinstance(part, str):
                here = here.inside.get(part, NOTHING)
            raw = _below(raw, part)
        return here.of(raw) if isinstance(raw, Mapping) else here


def _inverse(of: Mapping[str, str]) -> dict[str, str]:
    found = {zh: name for name, zh in of.items()}
    if len(found) == len(of):
        return found
    return {zh: name for zh, name in found.items() if list(of.values()).count(zh) == 1}


def _below(raw: Any, part: str | int) -> Any:
    if isinstance(raw, Mapping):
        return raw.get(part)
    return raw[part] if isinstance(raw, list) and isinstance(part, int) and part < len(raw) else None


NOTHING = Names()
"""Where nothing has a name."""
