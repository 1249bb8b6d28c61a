"""A case laid out as facts.

In comes a `Case`: parts in the order of the file, each with what is stated of it. Out come `CaseFacts`, the facts of
the case as a whole with its collections (`@steps`, `@acts`, `@officers`, …), and on top of them the facts of every
violation of every party (`Pair`). Law is not read here, but for the ranks of cited instruments.

There is one pass. `officers`, `steps`, `elements` and `proposals` lay each officer, step, act, element and proposal out
once, with its place, its day, its moment and its certificates (`LaidCase`). `governing_steps` says which of several
steps rules speak of, `spans` between which days those were taken that are not dated. `case_facts` and `pair_facts` only
gather from there who says what (`Gathering`), and join it to one value a fact; what is laid out once is shared by all
violations.

The room `facts` below holds values by name, and works out the derived ones, without knowing how a case is built; the
room `proof` tells what a value rests on and which facts it waits for. Here the names get their values; rules are judged
by them in the rooms above.
"""

from __future__ import annotations

from enforcement_rules.evaluation.layout.case_facts import CaseFacts, case_facts
from enforcement_rules.evaluation.layout.elements import assumed_of_elements
from enforcement_rules.evaluation.layout.pair_facts import pair_facts
from enforcement_rules.evaluation.layout.pairs import Pair, decided_on, pairs_of, proposal_for
from enforcement_rules.evaluation.layout.proposals import amount_of
from enforcement_rules.evaluation.layout.reliance import RELIED_ON, reliance_of
from enforcement_rules.evaluation.layout.spans import DECISION

__all__ = [
    "DECISION",
    "RELIED_ON",
    "CaseFacts",
    "Pair",
    "amount_of",
    "assumed_of_elements",
    "case_facts",
    "decided_on",
    "pair_facts",
    "pairs_of",
    "proposal_for",
    "reliance_of",
]
