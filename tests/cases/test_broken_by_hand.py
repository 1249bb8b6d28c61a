"""Made-up lawful cases, changed by hand: what the law then forbids may not be decided, what it allows is not barred."""

from __future__ import annotations

import pytest

GAINS = "administrative_penalty_law/illegal_gains_confiscated"
SATISFIED = ("administrative_penalty_law/mitigation_has_ground", "satisfied")


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


CODE = "ecological_environment_code, article: 第一千一百二十八条"
OLD = "air_pollution_law, article: 第一百一十五条"
BEFORE = [("began: 2026-08-19", "began: 2026-08-12"), ("ended: 2026-08-19", "ended: 2026-08-12")]
ACROSS = [("began: 2026-08-19", "began: 2026-08-12")]


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ([], "may_decide"),
        # the code began on 15 August 2026: it governs what ended after that day, and nothing that ended before
        (ACROSS, "may_decide"),
        (BEFORE, "must_not_decide"),
        # the law that the code repealed governs what ended before, and nothing that ended after
        ([*BEFORE, (CODE, OLD)], "may_decide"),
        ([(CODE, OLD)], "must_not_decide"),
        ([*ACROSS, (CODE, OLD)], "must_not_decide"),
        ([*BEFORE, (f"{{instrument: {CODE}}}", f"{{instrument: {OLD}}}, {{instrument: {CODE}}}")], "may_decide"),
    ],
)
def test_the_law_cited_is_one_that_governs_the_act(changed, changes, outcome):
    """行政处罚法第三十七条：适用违法行为发生时的规定；幅度相同的新法不能作为依据，已失效的旧法也不能。"""
    verdict = changed("site_dust_under_the_code", *changes)
    assert verdict.outcome == outcome
    assert ("other_law_governs" in remarks(verdict)) is (outcome == "must_not_decide")


@pytest.mark.parametrize("ground", ["surrendered", "especially_minor", "redress_and_forgiven"])
def test_a_ground_of_a_special_law_mitigates_as_one_of_the_penalty_law_does(changed, ground):
    """治安管理处罚法（2012）第十九条：减轻或者不予处罚；行政处罚法第三十二条第五项：法律规定的其他情形。"""
    verdict = changed(
        "assault_detained",
        ("{assault_circumstances: []}", f"{{assault_circumstances: [], {ground}: true}}"),
        (
            "treatment: ordinary",
            "treatment: mitigated\n    basis: [{instrument: public_security_penalty_law, article: 第十九条}]",
        ),
        ("days: 7", "days: 3"),
        ("record: working", "record: complete"),
    )
    assert SATISFIED in {(each.ref.rule, each.status) for each in verdict.findings}
    assert verdict.outcome == "may_decide"


def test_without_a_ground_anywhere_a_complete_file_does_not_mitigate(changed):
    verdict = changed(
        "assault_detained", ("treatment: ordinary", "treatment: mitigated"), ("record: working", "record: complete")
    )
    assert verdict.outcome == "must_not_decide"


@pytest.mark.parametrize(("amount", "outcome"), [("0", "must_not_decide"), ("0.01", "may_decide")])
def test_a_fine_of_nothing_is_no_mitigation(changed, amount, outcome):
    """行政处罚法第三十二条只许从轻、减轻；不罚须有第三十条、第三十三条等的依据。"""
    verdict = changed(
        "river_outlet_mitigated", ("fine: 30000", f"fine: {amount}"), ("fine, amount: 30000", f"fine, amount: {amount}")
    )
    assert verdict.outcome == outcome
    assert ("below_floor_without_ground" in remarks(verdict)) is (outcome == "must_not_decide")
