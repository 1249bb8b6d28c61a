"""Files become documents: text with the place of every part.

In come the bytes of a YAML or JSON file, or plain Python values of the same shape. Out comes a `Document`: mappings,
lists and text, and for each key and value the line and column where it stands. No scalar means anything yet: `no`,
`012` and `30.10` stay what was written until a declared type reads them.

`yaml_tokens` and `json_tokens` make one stream of tokens of either, `documents` builds from it, `plain_values` does the
same with values. Whatever else is found wrong with a document, here or in the rooms above, is gathered in `Problems`
and raised once, in the order of the files; `validate` holds a document to a pydantic model and says the model's errors
in the words of the library. Nothing here knows of cases, rules or facts.
"""

from __future__ import annotations

from enforcement_rules.loading.reading.documents import (
    Document,
    mended_document,
    parse_document,
    read_document,
    read_plain_text,
    read_text,
)
from enforcement_rules.loading.reading.plain_values import plain_document
from enforcement_rules.loading.reading.problems import MOST as MOST_PROBLEMS, Problems, expected_code
from enforcement_rules.loading.reading.rest import Rest, RestProblems, validate_rest
from enforcement_rules.loading.reading.tokens import Lines, refused
from enforcement_rules.loading.reading.validation import keys_at, keys_of, note_unknown_key, validate
from enforcement_rules.values.spelling import nearest

__all__ = [
    "MOST_PROBLEMS",
    "Document",
    "Lines",
    "Problems",
    "Rest",
    "RestProblems",
    "expected_code",
    "keys_at",
    "keys_of",
    "mended_document",
    "nearest",
    "note_unknown_key",
    "parse_document",
    "plain_document",
    "read_document",
    "read_plain_text",
    "read_text",
    "refused",
    "validate",
    "validate_rest",
]
