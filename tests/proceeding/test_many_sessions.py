"""Sessions opened and closed by the thousand leave no memory behind.

A hundred every time; 600 with the long properties, where `MANY_SESSIONS` asks for more. The last long run is in
docs/proceeding.md.
"""

from __future__ import annotations

import datetime as dt
import gc
import os
from pathlib import Path

import pytest

from enforcement_rules import CaseSession, load_rulesets
from enforcement_rules.evaluation.durable import available

SESSIONS = int(os.environ.get("MANY_SESSIONS", "600"))
MOST_GROWN = 4_000_000
"""Bytes; one verdict that is kept takes about a tenth of this, so that a leak shows within a few dozen sessions."""
NUMBERS = [pytest.param(100, 100, id="few"), pytest.param(300, SESSIONS, id="many", marks=pytest.mark.long)]
"""How many sessions come before the memory is measured, and how many then."""
STATM = Path("/proc/self/statm")
ON = dt.date(2026, 9, 1)


@pytest.mark.skipif(not STATM.exists(), reason="the memory of a process is read from /proc")
@pytest.mark.parametrize("evaluator", ["compiled", "durable"])
@pytest.mark.parametrize(("first", "then"), NUMBERS)
def test_memory_stays_flat(evaluator, first, then):
    if evaluator == "durable" and not available():
        pytest.skip("durable-rules is not installed here")
    rulesets = load_rulesets()
    opened(range(first), rulesets, evaluator)  # rules compiled, the latest runs of every network kept
    before = memory()
    opened(range(first, first + then), rulesets, evaluator)
    grown = memory() - before
    assert grown < MOST_GROWN, f"{grown} bytes after {then} sessions"


def opened(numbers, rulesets, evaluator):
    """Open a session for each number, enter a step and a fact, go on a day, and let it go."""
    for n in numbers:
        session = CaseSession(
            {
                "number": f"虚构〔2026〕{n}号",
                "procedure": "ordinary",
                "parties": [{"id": "p1", "kind": "legal_person"}],
            },
            rulesets,
            on=ON,
            evaluator=evaluator,
        )
        session.take({"step": "case_filing", "id": "s", "on": (ON + dt.timedelta(n % 90)).isoformat()})
        assert session.verdict.outcome == "undetermined"


def memory():
    """Return the bytes of this process that are in memory."""
    gc.collect()
    return int(STATM.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
