"""TODO ROOM."""

from __future__ import annotations

from enforcement_rules.evaluation.range.decisive_facts import rests_on
from enforcement_rules.evaluation.range.fines import open_bases, span_amount
from enforcement_rules.evaluation.range.illegal_gains import gains_of
from enforcement_rules.evaluation.range.schemes import place
from enforcement_rules.evaluation.range.statute import Statute, stated_by_file, statute_of
from enforcement_rules.evaluation.range.threatened import Threat
from enforcement_rules.evaluation.range.tiers import Measured, measure

__all__ = [
    "Measured",
    "Statute",
    "Threat",
    "gains_of",
    "measure",
    "open_bases",
    "place",
    "rests_on",
    "span_amount",
    "stated_by_file",
    "statute_of",
]
