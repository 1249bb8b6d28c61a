"""The grammar of what a clause attaches to an act: tiers, who and when, measures that go together or are alternatives.

Terminals are whole pieces, made by the scanner; a comma is named after what follows it, so that one piece ahead is
enough (LALR). What is not written here is not read.
"""

from __future__ import annotations

RULES = r"""
start: tier (SEMI tier)* END

tier: block
    | CONDITION block             -> conditioned
    | ACT block                   -> acting
    | SAID                        -> said

block: lead? measures addressed*
     | lead? measures later+
     | lead? measures addressed+ last_case
     | person_first

person_first: lead? address measures addressed* last_case?
addressed: COMMA_TO address measures
later: COMMA_IF CONDITION lead? measures addressed*
last_case: COMMA_IF CONDITION lead? measures addressed*
lead: LEAD
address: ADDRESS

measures: chain (COMMA chain)*

?chain: single
      | single OR single (OR single)*         -> alternative
      | single (DUN single)+ OR single        -> alternative
      | single UNTIL single                   -> step
      | single (AND single)+                  -> together
      | single (DUN single)+                  -> together
      | single (DUN single)+ AND single       -> together
      | single OR single (DUN single)+        -> alternative
      | single (DUN single)+ OR single (DUN single)+ -> alternative

single: MEASURE

%declare SEMI END SAID CONDITION ACT COMMA_TO COMMA_IF LEAD ADDRESS COMMA OR DUN AND UNTIL MEASURE
"""
