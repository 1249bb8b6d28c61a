"""The hash of a trace: the same however the files were named and wherever they lie."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

_TEXT = r'"[^"\\]*(?:\\.[^"\\]*)*"'
# In JSON a quote inside a text stands behind a backslash, so what looks like one of these keys is one. Each pattern
# begins with plain text, which is what makes the search fast.
_PLACES = tuple(
    (re.compile(rf'"{key}": (?:{_TEXT}|\[(?:{_TEXT}(?:, )?)*\])'), f'"{key}": null') for key in ("where", "place")
)
_ENCODE = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def trace_of(written: Mapping[str, Any]) -> str:
    """Return the SHA-256, in hexadecimal, of a record without the places of its files.

    It is that of the record's JSON in UTF-8, on one line, its keys in their order, with `null` for every text or list
    of texts under `where` or `place`: a place names a file as the user did, and a file is the same by any name.
    """
    text = _ENCODE(written)
    for pattern, nothing in _PLACES:
        text = pattern.sub(nothing, text)
    return hashlib.sha256(text.encode()).hexdigest()
