"""TODO ROOM."""

from __future__ import annotations

from enforcement_rules.loading.vocabulary.bounds import CALENDAR_UNITS, MOST_OFFSET, NUMBERS, TESTS, WITHOUT_PLAIN
from enforcement_rules.loading.vocabulary.conditions import COLLECTIONS, read_condition
from enforcement_rules.loading.vocabulary.files import (
    CausesFile,
    VocabularySource,
    check_fact_name,
    join_vocabularies,
    read_vocabulary,
)

__all__ = [
    "CALENDAR_UNITS",
    "COLLECTIONS",
    "MOST_OFFSET",
    "NUMBERS",
    "TESTS",
    "WITHOUT_PLAIN",
    "CausesFile",
    "VocabularySource",
    "check_fact_name",
    "join_vocabularies",
    "read_condition",
    "read_vocabulary",
]
