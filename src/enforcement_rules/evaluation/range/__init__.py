"""Ranges (幅度): what the statute threatens in yuan and kinds, and where a benchmark puts the case.

In: a violation of a party and the versions that govern it. Out: the threatened penalties of the law that applies
(arts. 29 and 37), the range of the fine as far as it is known, the tier, the band of a scheme, the gains to be
confiscated. What is proposed plays no part here: that is held against the ranges in `proposal`.
"""

from __future__ import annotations

from enforcement_rules.evaluation.range.decisive_facts import rests_on
from enforcement_rules.evaluation.range.fines import open_bases, span_amount, stated_by_file, stated_scale
from enforcement_rules.evaluation.range.illegal_gains import gains_of, gains_unconverted
from enforcement_rules.evaluation.range.presuppositions import not_shown
from enforcement_rules.evaluation.range.schemes import place
from enforcement_rules.evaluation.range.statute import Statute, statute_of
from enforcement_rules.evaluation.range.threatened import Threat, as_stated, standing_of, stands
from enforcement_rules.evaluation.range.tiers import Measured, measure

__all__ = [
    "Measured",
    "Statute",
    "Threat",
    "as_stated",
    "gains_of",
    "gains_unconverted",
    "measure",
    "not_shown",
    "open_bases",
    "place",
    "rests_on",
    "span_amount",
    "standing_of",
    "stands",
    "stated_by_file",
    "stated_scale",
    "statute_of",
]
