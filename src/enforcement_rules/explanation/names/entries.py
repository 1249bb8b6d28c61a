"""Every name there is, of rulesets as they are loaded."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from msgspec.structs import replace

from enforcement_rules.explanation.forms import spoken_path
from enforcement_rules.explanation.names.facts_named import facts_named, penalties_named, steps_named, values_named
from enforcement_rules.explanation.names.keys_named import keys_named
from enforcement_rules.explanation.names.law_named import (
    causes_named,
    elements_named,
    fields_named,
    grounds_named,
    instruments_named,
    places_named,
    provisions_named,
)
from enforcement_rules.explanation.names.named import NameEntry
from enforcement_rules.loading.naming import case_names
from enforcement_rules.rules.ruleset import Rulesets

_KNOWN: WeakKeyDictionary[Rulesets, tuple[NameEntry, ...]] = WeakKeyDictionary()


def entries_of(rulesets: Rulesets) -> tuple[NameEntry, ...]:
    """Return every name of rulesets with what is known of it, kind by kind, in the order of their files."""
    found = _KNOWN.get(rulesets)
    if found is None:
        names = case_names(rulesets)
        gathered = (
            *keys_named(rulesets.vocabulary),
            *steps_named(rulesets.vocabulary),
            *facts_named(rulesets.vocabulary),
            *causes_named(rulesets),
            *penalties_named(rulesets.vocabulary),
            *values_named(rulesets.vocabulary),
            *instruments_named(rulesets),
            *provisions_named(rulesets),
            *grounds_named(rulesets),
            *elements_named(rulesets),
            *fields_named(rulesets),
            *places_named(rulesets),
        )
        found = _KNOWN[rulesets] = tuple(
            replace(each, where_zh=tuple(spoken_path(path, names) for path in each.where)) for each in gathered
        )
    return found
