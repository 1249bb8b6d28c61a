"""The hash of a trace: the same however the files were named and wherever they lie."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from enforcement_rules.values.json_text import json_bytes

_TEXT = r'"[^"\\]*(?:\\.[^"\\]*)*"'
_PLACES = re.compile(rf"{_TEXT}|\[(?:{_TEXT},?)*\]")


def trace_of(written: Mapping[str, Any]) -> str:
    """Return the SHA-256, in hexadecimal, of a record without the places of its files.

    It is that of the record's JSON in UTF-8 without spaces, its keys in their order, with `null` for every text or list
    of texts under `where` or `place`: a place names a file as the user did, and a file is the same by any name.
    """
    text = _without("place", _without("where", json_bytes(written).decode()))
    return hashlib.sha256(text.encode()).hexdigest()


def _without(key: str, text: str) -> str:
    """Return JSON with `null` for the places under a key."""
    # In JSON a quote inside a text stands behind a backslash, so what looks like the key is the key. To split at it
    # takes a fifth of what a search by pattern takes.
    first, *parts = text.split(f'"{key}":')
    found = ((_PLACES.match(part), part) for part in parts)
    return f'"{key}":'.join([first, *("null" + part[at.end() :] if at else part for at, part in found)])
