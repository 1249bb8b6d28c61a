"""TODO ROOM."""

from __future__ import annotations

from enforcement_rules.loading.reading.documents import Document, read_document
from enforcement_rules.loading.reading.plain_values import plain_document
from enforcement_rules.loading.reading.problems import Problems, expected_code, nearest
from enforcement_rules.loading.reading.tokens import refused
from enforcement_rules.loading.reading.validation import keys_at, keys_of, note_unknown_key, validate

__all__ = [
    "Document",
    "Problems",
    "expected_code",
    "keys_at",
    "keys_of",
    "nearest",
    "note_unknown_key",
    "plain_document",
    "read_document",
    "refused",
    "validate",
]
