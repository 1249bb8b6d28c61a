"""Errors planted in a made-up ruleset (虚构): each is found, and at the place where it was planted."""

from __future__ import annotations

import pytest
from exchanges import EXCHANGES
from made_up import RULES, proof_of
from plants import CONDITIONS, FORCES, KINDS, MISSING, NUMBERS, PARTIES, PLACES

PLANTS = {
    f"{group}: {name}": (RULES.replace(old, new, 1), wrong)
    for group, plants in (
        ("number", NUMBERS),
        ("kind", KINDS),
        ("missing", MISSING),
        ("force", FORCES),
        ("party", PARTIES),
        ("condition", CONDITIONS),
        ("place", PLACES),
    )
    for name, (old, new, wrong) in plants.items()
} | {f"exchange: {name}": plant for name, plant in EXCHANGES.items()}


def test_there_are_as_many_as_asked_for():
    assert len(PLANTS) >= 60 and len(EXCHANGES) >= 10
    assert all(rules != RULES for rules, _ in PLANTS.values())


@pytest.mark.parametrize("name", PLANTS)
def test_what_is_planted_is_found_where_it_is(tmp_path, name):
    rules, wrong = PLANTS[name]
    found = {(each.place.line, each.code, each.passage) for each in proof_of(tmp_path, rules).findings}
    for known_by, code, passage in wrong:
        assert (rules[: rules.index(known_by)].count("\n") + 1, code, passage) in {
            (line if "name: " not in known_by else line + 1, each, at) for line, each, at in found
        }, found
