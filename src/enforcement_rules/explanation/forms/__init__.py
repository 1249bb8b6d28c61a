"""Forms: values, amounts, citations, places and lines as a reader expects them.

In: a value with the vocabulary that types it. Out: text, in the language asked for. `wording` below holds sentences;
here what is put into them takes its form. Nothing here knows which page it is for.
"""

from __future__ import annotations

from enforcement_rules.explanation.forms.articles import article_in_words, behind
from enforcement_rules.explanation.forms.catalogue_items import basis_in_words, item_days, item_holders
from enforcement_rules.explanation.forms.formatter import Formatter
from enforcement_rules.explanation.forms.keys import asked_key, shown_path, spoken_path, takes_in_words
from enforcement_rules.explanation.forms.lines import PAIR, Line, Table, seen
from enforcement_rules.explanation.forms.money import grouped

__all__ = [
    "PAIR",
    "Formatter",
    "Line",
    "Table",
    "article_in_words",
    "asked_key",
    "basis_in_words",
    "behind",
    "grouped",
    "item_days",
    "item_holders",
    "seen",
    "shown_path",
    "spoken_path",
    "takes_in_words",
]
