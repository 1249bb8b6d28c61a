"""Ten thousand orders of the steps of a case: nothing crashes, and nothing void or fatal is ever waved through.

What must be so for a decision is told from the steps alone (`lacking`), beside what the engine finds. They are a
long property, spread over ten tests so that several workers can share them; `STEP_ORDERS` asks for another number. A few
other orders are tried every time.
"""

from __future__ import annotations

import calendar
import copy
import datetime as dt
import os
import random
from pathlib import Path

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.loading.reading import read_document

RULESETS = load_rulesets()
CLEAN = read_document(Path(__file__).parents[2] / "cases" / "made_up" / "clean_fine.yaml").data
ORDERS = int(os.environ.get("STEP_ORDERS", "10000"))
BLOCKS, FEW = 10, 200
SHARES = [
    pytest.param(BLOCKS, FEW, id="few"),
    *(pytest.param(block, ORDERS // BLOCKS, id=str(block), marks=pytest.mark.long) for block in range(BLOCKS)),
]
"""The seed and the number of orders."""
# Filing is a material duty: its lack is found and does not bar.
REQUIRED = {"notice", "legal_review", "collective_discussion"}
BEFORE = [
    ("notice", "collective_discussion"),
    ("notice", "decision"),
    ("legal_review", "decision"),
    ("collective_discussion", "decision"),
    ("hearing", "collective_discussion"),
    ("hearing", "legal_review"),
    ("hearing", "decision"),
]
"""Which step must come before which other, where both took place: arts. 44, 57, 58, 62 and 65."""
MORE = [
    {"step": "hearing_request", "on": "2024-03-26"},
    {"step": "hearing_notice", "on": "2024-03-26"},
    {
        "step": "hearing",
        "on": "2024-04-07",
        "chair": "丙",
        "chair_investigated": "false",
        "public": "true",
        "case_presented": "true",
        "party_heard": "true",
        "record": "true",
        "record_confirmed": "true",
        "fee": "false",
    },
    {"step": "statement_and_defence", "on": "2024-03-28", "reviewed": "true"},
    {"step": "extension", "on": "2024-04-01", "days": "30"},
    {"step": "exclusion", "on": "2024-03-10", "until": "2024-03-20"},
    {"step": "service", "on": "2024-04-11"},
    {"step": "seizure", "on": "2024-03-07"},
]


def varied(chance):
    """Return the clean case with steps dropped, added, moved to other days, told not to have happened, and shuffled."""
    data = copy.deepcopy(CLEAN)
    steps = [step for step in data["steps"] if chance.random() > 0.12]
    steps += [copy.deepcopy(step) for step in MORE if chance.random() < 0.2]
    for step in steps:
        luck = chance.random()
        if luck < 0.15:
            moved = dt.date.fromisoformat(step["on"]) + dt.timedelta(days=chance.randint(-40, 40))
            step["on"] = max(moved, dt.date(2024, 3, 5)).isoformat()
        elif luck < 0.2:
            del step["on"]
        elif luck < 0.23:
            step["done"] = "false"
        elif luck < 0.26:
            step["on"] = step["on"][:7]
    if any(step["step"] == "hearing" for step in steps):
        next((s for s in steps if s["step"] == "decision"), {})["based_on_hearing_record"] = "true"
    chance.shuffle(steps)
    data["steps"] = steps
    return data


def days(step):
    """Return the first and the last day on which a step may have been."""
    written = step.get("on", step.get("served"))
    if written is None:
        return dt.date.min, dt.date.max
    if len(written) == 7:
        year, month = map(int, written.split("-"))
        return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
    return (dt.date.fromisoformat(written),) * 2


def lacking(steps):
    """Say what void or fatal duty the steps alone leave unmet, perhaps or surely: missing, out of order, not heard."""
    done = {step["step"]: step for step in steps if step.get("done") != "false"}
    out = sorted(REQUIRED - done.keys())
    out += [
        f"{first} before {then}"
        for first, then in BEFORE
        if first in done and then in done and days(done[first])[1] > days(done[then])[0]
    ]
    asked, told = (days(done[kind])[0].isoformat() if kind in done else None for kind in ("hearing_request", "notice"))
    if asked == "2024-03-26" and told == "2024-03-25" and "hearing" not in done:
        out.append("hearing")
    return out


def statuses(verdict):
    return sorted((f.ref.rule, f.status, f.violation or "", f.party or "") for f in verdict.findings)


def bars(finding):
    return (
        finding.severity in ("void", "fatal")
        and finding.status in ("breached", "apparent", "undetermined", "not_checked")
        and not RULESETS.vocabulary.steps[finding.due].after_decision
    )


@pytest.mark.parametrize(("seed", "orders"), SHARES)
def test_orders_of_steps(seed, orders):
    chance = random.Random(seed)  # noqa: S311 - seeded on purpose, so that a failure can be repeated
    on = dt.date(2024, 6, 1)
    decided = 0
    for n in range(orders):
        data = varied(chance)
        verdict = review(load_case(data, RULESETS), RULESETS, on)
        if verdict.outcome == "may_decide":
            decided += 1
            assert lacking(data["steps"]) == [], data["steps"]
            assert not [f.ref.rule for f in verdict.findings if bars(f)], data["steps"]
        if n % 10 == 0:
            chance.shuffle(data["steps"])
            again = review(load_case(data, RULESETS), RULESETS, on)
            assert statuses(again) == statuses(verdict)
            assert again.outcome == verdict.outcome
    assert 0 < decided < orders, "the orders are all alike"
