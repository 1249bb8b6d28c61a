"""The penalties that a place of a statute threatens, read for the proof of rules alone.

In comes an article and the place in it that a rule cites. Out comes what is threatened there: atoms, each with party,
conditions, kind, force, range and the characters it was read from; numerals by what they are; and what could not be
read, with its reason. Nothing is shared with the readers of clauses but the splitting into articles, paragraphs and
items: two ways to read a text that fail in the same way would prove nothing.
"""

from __future__ import annotations

from enforcement_rules.statutes.proving.atoms import Atom, Range, Scan, Unread
from enforcement_rules.statutes.proving.places import Passages, of_items, scanned

__all__ = ["Atom", "Passages", "Range", "Scan", "Unread", "of_items", "scanned"]
