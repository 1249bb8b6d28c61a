"""TODO ROOM."""

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
