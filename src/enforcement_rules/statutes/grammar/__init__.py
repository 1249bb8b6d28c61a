"""The first reader of penalty clauses: a grammar over pieces that a scanner cuts.

In comes the text of a paragraph's head or an item (`units_of` an article). Out comes its typed tree
(`statutes.clauses`), or one in which every sentence that is not surely read is a refusal with its reason. It never
guesses: words outside its lists, scopes with two readings and acts whose party is not plain are refused. Pieces are cut
by `scanning`, joined by the rules of `rules` (lark, LALR) and made a tree by `building`.
"""

from __future__ import annotations

from enforcement_rules.statutes.grammar.reading import LONGEST, read_unit

__all__ = ["LONGEST", "read_unit"]
