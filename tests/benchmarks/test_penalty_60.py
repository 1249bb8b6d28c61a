"""The workload that is timed gives the same answers on both sides."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path("benchmarks").resolve()))
from penalty_60 import by_hand, reference
from penalty_60.mapping import PLACES, Engine
from penalty_60.workload import gen

ENGINE = Engine()


def test_the_workload_has_its_sixty_rules():
    assert len(ENGINE.rules) + 2 * len(ENGINE.tiers) == 60
    assert len(PLACES) == 54


def test_compiled_rules_equal_the_function_written_by_hand():
    fired = set()
    for record in gen(400, seed=3):
        assert ENGINE.evaluate(record) == by_hand.evaluate(record)
        fired |= set(ENGINE.evaluate(record)[0])
    assert len(fired) > 45


@pytest.mark.parametrize("missing", [0.02, 0.3])
def test_three_valued_answers_equal_an_independent_reading(missing):
    conditions, derived = reference.load()
    open_ = 0
    for record in gen(200, seed=4, missing=missing):
        case = {id_: record[section][key] for section, key, id_ in PLACES}
        expected = tuple(reference.holds(conditions[id_], case, derived) for id_ in ENGINE.ids)
        assert ENGINE.statuses(record) == expected
        assert ENGINE.walked(record) == expected
        open_ += expected.count(None)
    assert open_ > 0
