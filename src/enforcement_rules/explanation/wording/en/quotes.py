"""A verdict's words for what it quotes from attached texts, in English."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "quote": "text{place}  {text}",
    "quote.above": "see above",
    "quote.items": " ({n} items left out)",
    "quote.no_text": "Not quoted, no text of the law is supplied",
    "quote.other_wordings": "Not quoted, none or several of the texts supplied fit the version that applies",
    "quote.unreadable": "Not quoted, the text cannot be used",
    "quote.not_in_text": "Not quoted, the text has no such place",
    "quote.by_year": "Quoted from the wording of the version's year, its first day in force not compared",
    "quote.remarks": "To be checked in the attached texts",
    "quote.remarks_left": "{n} more left out",
}
