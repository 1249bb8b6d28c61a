"""Text without what an input method adds: full-width letters and digits, and the quotes and blanks around."""

from __future__ import annotations

import unicodedata

_QUOTES = "\"'“”‘’「」『』《》"


def plain(text: str) -> str:
    """Return text in half-width characters, without quotes around it and without blanks at its ends.

    >>> plain("“２０２４”")
    '2024'
    """
    return unicodedata.normalize("NFKC", text).strip().strip(_QUOTES).strip()
