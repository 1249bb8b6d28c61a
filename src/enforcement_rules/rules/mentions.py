"""Which facts a part of the law speaks of, whatever kind of rule it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from enforcement_rules.rules.condition import All, AnyOf, Not, Quantified, Test, facts_of
from enforcement_rules.values.validated import Validated

_FACT = re.compile(r"[a-z_]+(?:\.[a-z0-9_]+)+\Z")
_CONDITIONS = (All, AnyOf, Not, Quantified, Test)


def facts_mentioned(part: Any) -> Iterator[str]:
    """Yield the facts that a record speaks of: in its conditions and by name, also in the records inside it.

    What merely looks like the name of a fact is among them; who asks holds it against the vocabulary.
    """
    if isinstance(part, _CONDITIONS):
        yield from facts_of(part)
    elif isinstance(part, Validated):
        for name in part.field_names:
            yield from facts_mentioned(getattr(part, name))
    elif isinstance(part, Mapping):
        for each in part.values():
            yield from facts_mentioned(each)
    elif isinstance(part, tuple | list):
        for each in part:
            yield from facts_mentioned(each)
    elif isinstance(part, str) and _FACT.match(part):
        yield part
