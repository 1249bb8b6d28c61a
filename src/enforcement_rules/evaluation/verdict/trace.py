"""The hash of a trace: the same however the files were named and wherever they lie."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

_TEXT = r'"(?:[^"\\]|\\.)*"'
# In JSON a quote inside a text stands behind a backslash, so what looks like one of these keys is one.
_PLACES = re.compile(rf'"(where|place)": (?:{_TEXT}|\[(?:{_TEXT}(?:, )?)*\])')


def trace_of(written: Mapping[str, Any]) -> str:
    """Return the SHA-256, in hexadecimal, of a record without the places of its files.

    It is that of the record's JSON in UTF-8, its keys sorted, on one line, with `null` for every text or list of texts
    under `where` or `place`: a place names a file as the user did, and a file is the same by any name.
    """
    text = json.dumps(written, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(_PLACES.sub(r'"\1": null', text).encode()).hexdigest()
