"""Catalogues (执法事项目录): what an organ may do, and the item a violation is penalised under.

In: the items of the catalogues that concern a case, a day. Out: facts that follow from the item where the file is
silent; the items that are proposed for clean-up. Like `duties`, it asks who may act; unlike them, it answers from a
list.
"""

from __future__ import annotations

from enforcement_rules.evaluation.catalogue.cleanup import CatalogueState, ItemState, catalogues_on
from enforcement_rules.evaluation.catalogue.violation_item import contradicted, with_item

__all__ = [
    "CatalogueState",
    "ItemState",
    "catalogues_on",
    "contradicted",
    "with_item",
]
