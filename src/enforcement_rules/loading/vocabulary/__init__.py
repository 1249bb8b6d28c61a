"""Vocabulary files become the one vocabulary, and conditions the trees of tests on its facts.

In come documents: vocabulary files, and the conditions of rule files as raw mappings. Out come a `Vocabulary` of every
fact, kind of step, group and event, and `Condition` trees whose facts exist, whose tests their kinds allow and whose
constants are typed.

The room `reading` below gives text with its places; here text first gets a meaning, by the type that the vocabulary
declares for a fact. `files` reads and joins vocabularies, `conditions` reads the trees, `bounds` the tests of one fact.
"""

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
from enforcement_rules.loading.vocabulary.ordered import ordered_as, told_apart

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
    "ordered_as",
    "read_condition",
    "read_vocabulary",
    "told_apart",
]
