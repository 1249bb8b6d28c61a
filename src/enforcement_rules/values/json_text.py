"""Records as JSON: without spaces, to be hashed, and laid out, to be read."""

from __future__ import annotations

import json
from typing import Any

from msgspec.json import encode, format as laid_out


def json_bytes(value: Any) -> bytes:
    """Return a record as JSON in UTF-8 without spaces, keys in their order.

    The bytes are those of `json.dumps(value, ensure_ascii=False, separators=(",", ":"))` for what records hold: texts,
    whole numbers, truth values, lists and mappings by text.

    Raises:
        TypeError: when something in it has no JSON form.
    """
    try:
        return encode(value, enc_hook=_plain)
    except OverflowError:  # a whole number of more than 64 bits
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def json_text(value: Any) -> str:
    """Return a record as JSON, two spaces a level, Chinese as it is, with a line feed at the end.

    The bytes are those of `json.dumps(value, ensure_ascii=False, indent=2)` and a line feed, in a tenth of the time.

    >>> print(json_text({"law": ["行政处罚法"], "gaps": []}), end="")
    {
      "law": [
        "行政处罚法"
      ],
      "gaps": []
    }

    Raises:
        TypeError: when something in it has no JSON form.
    """
    return laid_out(json_bytes(value), indent=2).decode() + "\n"


def _plain(value: Any) -> str:
    """Return a text of another type, such as the name of a fact with its element, as a plain one."""
    if isinstance(value, str):
        return str.__str__(value)
    raise TypeError(f"no JSON form: {type(value).__name__}")
