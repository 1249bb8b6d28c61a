"""Made-up lawful cases, changed by hand so that the law forbids them: none may be decided, and it is said why."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from enforcement_rules import load_case, load_rulesets, review

MADE_UP = Path(__file__).parents[2] / "cases" / "made_up"
RULESETS = load_rulesets()
GAINS = "administrative_penalty_law/illegal_gains_confiscated"


@pytest.fixture
def changed(tmp_path):
    """Return a function that changes the text of a made-up case and reviews what it then says."""

    def run(name, *changes):
        text = (MADE_UP / f"{name}.yaml").read_text()
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        file = tmp_path / "case.yaml"
        file.write_text(text)
        return review(load_case(file, RULESETS), RULESETS, dt.date(2026, 11, 28))

    return run


def remarks(verdict):
    return {code: args for result in verdict.results for code, args in result.proposal.findings}


ORDINARY = ("treatment: ordinary", "treatment: no_penalty")


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("clean_fine", ["fine"]),
        ("tax_return_late_on_the_spot", ["fine"]),
        ("assault_detained", ["administrative_detention", "fine"]),
        ("hotel_without_fire_clearance_stopped", ["fine", "order_to_suspend_business"]),
        ("food_residue_after_a_hearing", ["fine"]),
    ],
)
def test_no_penalty_beside_penalties_says_neither(changed, name, kinds):
    verdict = changed(name, ORDINARY)
    assert verdict.outcome == "undetermined"
    assert verdict.results[0].proposal.statute is None
    assert remarks(verdict)["spared_and_penalised"] == {"kinds": kinds}


@pytest.mark.parametrize("penalties", ["", "{kind: fine, amount: 0}"])
def test_sparing_that_imposes_nothing_contradicts_nothing(changed, penalties):
    verdict = changed("advertisement_spared", ("    penalties: []", f"    penalties: [{penalties}]"))
    assert "spared_and_penalised" not in remarks(verdict)


@pytest.mark.parametrize(
    ("taken", "outcome"), [("1500", "may_decide"), ("1499.99", "undetermined"), ("1", "undetermined")]
)
def test_gains_that_are_due_are_confiscated_whole(changed, taken, outcome):
    """行政处罚法第二十八条第二款：违法所得应当没收，不是没收一部分；案卷没有写明的退赔可能是其余部分，故待查。"""
    verdict = changed(
        "food_residue_after_a_hearing",
        ("confiscated_gains: 1500", f"confiscated_gains: {taken}"),
        (
            "{kind: confiscation_of_illegal_gains, amount: 1500}",
            f"{{kind: confiscation_of_illegal_gains, amount: {taken}}}",
        ),
    )
    assert verdict.outcome == outcome
    assert ("gains_below_due" in remarks(verdict)) is (outcome != "may_decide")


def test_of_gains_known_by_receipts_alone_less_leaves_it_open(changed):
    verdict = changed(
        "food_residue_after_a_hearing",
        ("goods_value: 6000, illegal_gains: 1500", "goods_value: 6000, receipts: 2000"),
    )
    assert "gains_below_due" in remarks(verdict)
    assert verdict.outcome == "undetermined"


@pytest.mark.parametrize(
    ("said", "status", "outcome"),
    [
        ("", "apparent", "undetermined"),
        ("gains_to_be_refunded: false", "breached", "must_not_decide"),
        ("gains_to_be_refunded: true", "not_applicable", "may_decide"),
    ],
)
@pytest.mark.parametrize("name", ["site_dust_under_the_code", "hotel_without_fire_clearance_stopped"])
def test_gains_are_confiscated_though_the_provision_says_nothing_of_them(changed, name, said, status, outcome):
    """行政处罚法第二十八条第二款：除依法应当退赔的外，应当没收；所引条文未规定没收的也是。"""
    verdict = changed(
        name,
        ("illegal_gains: 0", "illegal_gains: 5000"),
        ("    facts_clear: true", f"    facts_clear: true\n    {said}"),
    )
    (found,) = (each for each in verdict.findings if each.ref.rule == GAINS)
    assert found.status == status
    assert verdict.outcome == outcome
