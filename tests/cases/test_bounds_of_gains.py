"""Bounds of illegal gains settle no more than every sum inside them would (行政处罚法第二十八条第二款)."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("base", ["illegal_gains", "receipts"])
@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ("{below: 10000}", "undetermined"),
        ("{at_most: 1500}", "undetermined"),
        ("{at_least: 1500}", "undetermined"),
        ("{at_least: 1500, at_most: 9999}", "undetermined"),
        ("{at_least: 1000, at_most: 1500}", "undetermined"),
        ("{more_than: 0, at_most: 2000}", "undetermined"),
        ("{at_most: 1499.99}", "must_not_decide"),
        ("{at_least: 1500, at_most: 1500}", "may_decide"),
    ],
)
def test_what_is_taken_is_due_for_sure_only_where_the_gains_are_known(changed, base, bounds, expected):
    change = ("illegal_gains: 1500", f"{base}: {bounds}")
    assert changed("food_residue_after_a_hearing", change).outcome == expected


def test_a_multiple_proposed_for_the_only_violation_needs_not_name_it(changed):
    """Goods of 3000, twenty times: 60000, as the notice says (第四十四条)."""
    multiple = ("{kind: fine, amount: 60000}", "{kind: fine, times: 20, of: goods_value}")
    assert changed("clean_fine", multiple, ("  - violation: v1\n    party", "  - party")).outcome == "may_decide"


@pytest.mark.parametrize("base", ["illegal_gains", "receipts"])
@pytest.mark.parametrize(
    ("told", "expected"), [("", "undetermined"), (", yuan: 1500", "may_decide"), (", yuan: 1499", "must_not_decide")]
)
def test_gains_that_nobody_converted_settle_no_sum_in_yuan(changed, base, told, expected):
    change = ("illegal_gains: 1500", f"{base}: {{amount: 200, currency: USD{told}}}")
    assert changed("food_residue_after_a_hearing", change).outcome == expected
