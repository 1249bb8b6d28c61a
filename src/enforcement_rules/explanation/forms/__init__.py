"""TODO ROOM."""

from __future__ import annotations

from enforcement_rules.explanation.forms.catalogue_items import basis_in_words, item_days, item_holders
from enforcement_rules.explanation.forms.formatter import Formatter
from enforcement_rules.explanation.forms.lines import Line, Table

__all__ = [
    "Formatter",
    "Line",
    "Table",
    "basis_in_words",
    "item_days",
    "item_holders",
]
