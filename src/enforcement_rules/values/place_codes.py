"""Division codes (GB/T 2260, and GB/T 10114 below the county), by which rules and organs say where they are."""

from __future__ import annotations

import re

_CODE = re.compile(
    r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])(?:[0-9]{2}(?:[0-9]{2}(?:[0-9]{3}(?:[0-9]{3})?)?)?)?\Z"
)


def is_place_code(text: object) -> bool:
    """Say whether a text is the code of a province or of what lies in one: 2, 4, 6, 9 or 12 digits.

    >>> is_place_code("330604"), is_place_code("33"), is_place_code("33060"), is_place_code("990604")
    (True, True, False, False)
    """
    return isinstance(text, str) and _CODE.match(text) is not None
