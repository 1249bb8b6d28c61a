"""Names: what causes, facts, steps, penalties, articles and keys are called, where they stand, what they take.

In: rulesets, and a word in Chinese or English. Out: the names that hold it, the likeliest first, each with its place
in a case file. `entries` gathers them from the vocabulary, the law and the case format; `search` ranks; `text` and
`record` show. Nothing here is a list of its own: what the rulesets hold is what can be found.
"""

from __future__ import annotations

from enforcement_rules.explanation.names.entries import entries_of
from enforcement_rules.explanation.names.named import KINDS, NameKind
from enforcement_rules.explanation.names.search import find_names
from enforcement_rules.explanation.names.text import counts_text, names_record, names_text

__all__ = [
    "KINDS",
    "NameKind",
    "counts_text",
    "entries_of",
    "find_names",
    "names_record",
    "names_text",
]
