"""Ten thousand orders in which the steps of a case come to be known: all end in the verdict of the whole case.

They are a long property, spread over ten tests so that several workers can share them; `SESSION_ORDERS` asks for
another number. A few other orders are tried every time.
"""

from __future__ import annotations

import copy
import datetime as dt
import os
import random
from pathlib import Path

import pytest

from enforcement_rules import CaseSession, load_case, load_rulesets, review
from enforcement_rules.loading.reading import read_document

RULESETS = load_rulesets()
WHOLE = read_document(Path(__file__).parents[2] / "cases" / "made_up" / "clean_fine.yaml").data
BARE = {key: value for key, value in WHOLE.items() if key != "steps"}
ON = dt.date(2024, 6, 1)
ORDERS = int(os.environ.get("SESSION_ORDERS", "10000"))
BLOCKS, FEW = 10, 60
SHARES = [
    pytest.param(BLOCKS, FEW, id="few"),
    *(pytest.param(block, ORDERS // BLOCKS, id=str(block), marks=pytest.mark.long) for block in range(BLOCKS)),
]
"""The seed and the number of orders."""


def said(verdict):
    """Return all that a verdict says, but for the places in the file and the hash of the case."""
    found = [
        (f.ref.rule, f.status, f.violation, f.party, f.notes, f.kept, f.applies, f.exceptions) for f in verdict.findings
    ]
    asked = sorted(fact.path.partition(".")[0] for ask in verdict.asks for fact in ask.facts)
    return verdict.outcome, verdict.headline, found, [r.treatment.remaining for r in verdict.results], asked


def entered(session, step, chance):
    """Enter a step: as it is, or first with a wrong day that is corrected, or after one that is withdrawn."""
    how = chance.random()
    if how < 0.05 and "on" in step:
        session.take(step | {"id": "wrong", "on": "2024-03-01"})
        session.say("steps.wrong.on", step["on"])
        if "id" in step:
            session.withdraw("steps.wrong")
            session.take(step)
        else:
            session.withdraw("steps.wrong.id")
    elif how < 0.1:
        session.take({"step": "seizure", "id": "mistaken", "on": "2024-03-07"})
        session.withdraw("steps.mistaken")
        session.take(step)
    else:
        session.take(step)


@pytest.mark.parametrize(("seed", "orders"), SHARES)
def test_orders_in_which_steps_come_to_be_known(seed, orders):
    chance = random.Random(seed)  # noqa: S311 - seeded on purpose, so that a failure can be repeated
    expected = said(review(load_case(WHOLE, RULESETS), RULESETS, ON))
    for _ in range(orders):
        steps = copy.deepcopy(WHOLE["steps"])
        chance.shuffle(steps)
        # Every step is an evaluation: most of an order is known when the session begins, a few steps come one by one.
        known = len(steps) - chance.choice((1, 1, 2, len(steps) if chance.random() < 0.01 else 1))
        session = CaseSession(BARE | {"steps": steps[:known]}, RULESETS, on=ON)
        for step in steps[known:]:
            entered(session, step, chance)
        assert said(session.verdict) == expected
        assert sorted(session.data["steps"], key=str) == sorted(WHOLE["steps"], key=str)
