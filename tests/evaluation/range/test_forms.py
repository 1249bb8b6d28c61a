"""Every form a fine takes: its range in yuan, its ends, what is left open."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from enforcement_rules import load_case, review
from enforcement_rules.explanation.verdict import as_text
from enforcement_rules.values.errors import InputError

RULE = """
penalties:
  - article: 第一条
    name: threat
    says: 罚则
    says_en: threat
    then: [{kind: fine, FINE}]
"""


def ends(amount):
    r = amount.range
    return None if r is None else (r.low, r.high, r.low_open, r.high_open)


@pytest.mark.parametrize(
    ("fine", "facts", "expected", "decided"),
    [
        ("fine: {exactly: 2000}", {}, (Decimal(2000), Decimal(2000), False, False), True),
        ("fine: {at_least: 1000, below: 5000}", {}, (Decimal(1000), Decimal(5000), False, True), True),
        ("fine: {more_than: 1000, at_most: 5000}", {}, (Decimal(1000), Decimal(5000), True, False), True),
        ("fine: {at_most: 5000}", {}, (None, Decimal(5000), False, False), True),
        ("fine: {at_least: 5000}", {}, (Decimal(5000), None, False, False), True),
        (
            "fine: {at_least: 1, at_most: 3, times: violation.goods_value}",
            {"bases": {"goods_value": "136.50"}},
            (Decimal("136.50"), Decimal("409.50"), False, False),
            True,
        ),
        (
            "fine: {at_least: 1, at_most: 1.3, percent_of: violation.contract_price}",
            {"bases": {"contract_price": 999999}},
            (Decimal("9999.99"), Decimal("12999.987"), False, False),
            True,
        ),
        (
            "fine: {at_least: 500, at_most: 2000, per: violation.area}",
            {"bases": {"area": "12.5"}},
            (Decimal(6250), Decimal(25000), False, False),
            True,
        ),
        ("fine: {at_least: 500, at_most: 2000, per: violation.area}", {}, None, False),
        (
            "fine: {at_least: 5, at_most: 20, times: violation.illegal_gains, deemed_at_least: 10000}",
            {"bases": {"illegal_gains": "9999.99"}},
            (Decimal(50000), Decimal(200000), False, False),
            True,
        ),
        (
            "fine: {at_least: 5, at_most: 20, times: violation.illegal_gains, deemed_at_least: 10000}",
            {"bases": {"illegal_gains": "10000.01"}},
            (Decimal("50000.05"), Decimal("200000.20"), False, False),
            True,
        ),
        (
            "fine: {at_least: 5, at_most: 20, times: violation.illegal_gains, deemed_at_least: 10000}",
            {},
            (Decimal(50000), None, False, False),
            False,
        ),
        (
            "fine: {at_least: 1, at_most: 3, times: violation.illegal_gains, capped_at: 30000}",
            {"bases": {"illegal_gains": 20000}},
            (Decimal(20000), Decimal(30000), False, False),
            True,
        ),
        (
            "fine: {exactly: 1000, increase: {of: violation.units, over: 5, by: 200}}",
            {"bases": {"units": 8}},
            (Decimal(1600), Decimal(1600), False, False),
            True,
        ),
        (
            "fine: {exactly: 1000, increase: {of: violation.units, over: 5, each: 2, by: 200}}",
            {"bases": {"units": 8}},
            (Decimal(1400), Decimal(1400), False, False),
            True,
        ),
        (
            "fine: {exactly: 1000, increase: {of: violation.units, over: 5, by: 200}}",
            {"bases": {"units": 5}},
            (Decimal(1000), Decimal(1000), False, False),
            True,
        ),
        (
            "fine: {at_least: 1000, at_most: 2000, increase: {of: violation.units, over: 5, at_most: 200}}",
            {"bases": {"units": 7}},
            (Decimal(1000), Decimal(2400), False, False),
            True,
        ),
        (
            "fine: {at_least: 30, at_most: 3, percent_of: violation.illegal_gains, times: violation.illegal_gains}",
            {"bases": {"illegal_gains": "10000.01"}},
            (Decimal("3000.003"), Decimal("30000.03"), False, False),
            True,
        ),
        (
            "fine: {at_least: 30, below: 3, percent_of: violation.illegal_gains, times: violation.illegal_gains, "
            "deemed_at_least: 50000}",
            {"bases": {"illegal_gains": 1}},
            (Decimal(15000), Decimal(150000), False, True),
            True,
        ),
        (
            "fine: {at_least: 3, at_most: 3, percent_of: violation.tax, times: violation.tax}",
            {"bases": {"tax": 100}},
            (Decimal(3), Decimal(300), False, False),
            True,
        ),
        (
            "fine: {exactly: 1, times: violation.tax, per: violation.units}",
            {"bases": {"tax": 10000, "units": 9}},
            (Decimal(90000), Decimal(90000), False, False),
            True,
        ),
    ],
)
def test_the_range_of_every_form(act, result, fine, facts, expected, decided):
    found = result(act(RULE.replace("FINE", fine)), **facts).statutory
    assert ends(found) == expected
    assert found.decided is decided


SWITCHED = RULE.replace(
    "FINE",
    "switch: {base: violation.goods_value, at: 10000}, below: {at_least: 50000, at_most: 100000},"
    " otherwise: {at_least: 10, at_most: 20, times: violation.goods_value}",
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("9999.99", (Decimal(50000), Decimal(100000), False, False)),
        ("10000", (Decimal(100000), Decimal(200000), False, False)),
        ("10000.01", (Decimal("100000.10"), Decimal("200000.20"), False, False)),
    ],
)
def test_on_and_beside_a_switch(act, result, value, expected):
    assert ends(result(act(SWITCHED), bases={"goods_value": value}).statutory) == expected


def test_without_the_base_the_range_is_the_hull_and_the_base_is_asked_for(act, result):
    found = result(act(SWITCHED))
    assert ends(found.statutory) == (Decimal(50000), None, False, False)
    assert not found.statutory.decided
    assert not found.settled_amount


BRANCHED = """
penalties:
  - article: 第一条
    name: threat
    says: 罚则
    says_en: threat
    then:
      - kind: fine
        branches:
          - {name: unit, says: 单位, says_en: a unit, when: {party.role: unit}, fine: {at_least: 500, at_most: 3000}}
          - {name: person, says: 个人, says_en: a person, when: {party.role: responsible_person}, fine: {at_least: 200, at_most: 1000}}
      - {kind: administrative_detention, force: may, days: {at_least: 5, at_most: 10}}
"""


@pytest.mark.parametrize(
    ("role", "expected", "said"),
    [
        ({"role": "unit"}, (Decimal(500), Decimal(3000), False, False), ("单位",)),
        ({"role": "responsible_person"}, (Decimal(200), Decimal(1000), False, False), ("个人",)),
        ({"kind": "natural_person"}, (Decimal(200), Decimal(3000), False, False), ("单位", "个人")),
    ],
)
def test_unit_and_responsible_person_each_have_their_range(act, result, role, expected, said):
    found = result(act(BRANCHED), party=role).statutory
    assert ends(found) == expected
    assert tuple(chinese for chinese, _ in found.branches) == said
    assert found.decided is ("role" in role)


@pytest.mark.parametrize(
    ("days", "statute", "codes"),
    [(4, None, ["term_below_ground_open"]), (5, True, []), (10, True, []), (11, False, ["term_outside"])],
)
def test_a_term_keeps_to_its_days(act, result, days, statute, codes):
    penalties = [{"kind": "fine", "amount": 600}, {"kind": "administrative_detention", "days": days}]
    found = result(act(BRANCHED), party={"role": "unit"}, proposed={"penalties": penalties})
    assert [code for code, _ in found.proposal.findings] == codes
    assert found.proposal.statute is statute


EITHER = RULE.replace(
    "{kind: fine, FINE}",
    "{kind: warning, either: one}, {kind: fine, either: one, fine: {at_least: 100, at_most: 200}}",
)


@pytest.mark.parametrize(
    ("penalties", "statute", "codes"),
    [
        ([{"kind": "warning"}], True, []),
        ([{"kind": "fine", "amount": 150}], True, []),
        ([{"kind": "fine", "amount": 99}], None, ["below_floor_ground_open", "no_stated_basis"]),
        ([{"kind": "confiscation_of_illegal_gains", "amount": 5}], None, None),
    ],
)
def test_of_alternatives_one_is_imposed(act, result, penalties, statute, codes):
    found = result(act(EITHER), proposed={"penalties": penalties}).proposal
    assert found.statute is statute
    if codes is None:
        assert "mandatory_penalty_missing" in [code for code, _ in found.findings]
    else:
        assert [code for code, _ in found.findings] == codes


@pytest.mark.parametrize(("force", "codes"), [("shall", ["mandatory_penalty_missing"]), ("may", [])])
def test_what_shall_be_imposed_besides_cannot_be_dropped(act, result, force, codes):
    rule = RULE.replace(
        "{kind: fine, FINE}", f"{{kind: warning}}, {{kind: fine, force: {force}, fine: {{at_most: 200}}}}"
    )
    found = result(act(rule), proposed={"penalties": [{"kind": "warning"}]}).proposal
    assert [code for code, _ in found.findings] == codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("fine: {at_least: 1, exactly: 2}", "one_end"),
        ("fine: {times: violation.tax}", "no_end"),
        ("fine: {at_least: 3, at_most: 2}", "range_upside_down"),
        ("fine: {at_least: 1, times: violation.tax, percent_of: violation.tax}", "one_base"),
        ("fine: {at_least: 1, at_most: 2, times: violation.tax, percent_of: violation.units}", "one_base"),
        ("fine: {at_most: 2, times: violation.tax, percent_of: violation.tax}", "one_base"),
        ("fine: {exactly: 2, times: violation.tax, percent_of: violation.tax}", "one_base"),
        ("fine: {at_least: 301, at_most: 3, times: violation.tax, percent_of: violation.tax}", "range_upside_down"),
        ("fine: {at_least: 1, deemed_at_least: 2}", "deemed_without_base"),
        ("fine: {at_least: 1, increase: {of: violation.units, over: 1}}", "by_or_at_most"),
        ("fine: {at_least: 1, increase: {of: violation.units, over: 1, each: 0, by: 2}}", "each_zero"),
        ("fine: {at_least: 1, per: violation.gravity}", "fact_kind"),
        ("fine: {at_least: 1, times: violation.taxes}", "unknown_fact"),
        ("fine: {at_least: 1}, days: {at_least: 1}", "days_of_fine"),
    ],
)
def test_a_form_that_cannot_be_is_refused_where_it_stands(act, text, code):
    with pytest.raises(InputError) as refused:
        act(RULE.replace("FINE", text))
    assert code in {problem.code for problem in refused.value.problems}
    assert all(problem.place.file.endswith("rules.yaml") and problem.place.line for problem in refused.value.problems)


def test_a_percentage_below_and_a_multiple_above_are_shown_as_the_law_writes_them(act):
    fine = "fine: {at_least: 30, at_most: 3, percent_of: violation.illegal_gains, times: violation.illegal_gains}"
    case = {
        "schema": "enforcement_rules/case/1",
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [
            {
                "id": "v1",
                "parties": ["p1"],
                "began": "2024-01-10",
                "ended": "2024-01-10",
                "penalised_by": [{"instrument": "act", "article": "第一条"}],
                "bases": {"illegal_gains": 1000},
            }
        ],
        "steps": [{"step": "decision", "on": "2024-03-01"}],
    }
    rulesets = act(RULE.replace("FINE", fine))
    verdict = review(load_case(case, rulesets), rulesets, dt.date(2024, 3, 1))
    assert verdict.to_dict()["results"][0]["range"]["statutory"]["form"] == "percent_to_times"
    assert "30%以上3倍以下" in as_text(verdict, "zh")
    assert "30% to 3 times the" in as_text(verdict, "en")


@pytest.mark.parametrize(
    ("key", "stated"),
    [
        ("stated_range", {"at_least": 30, "at_most": 3, "percent_of": "tax", "times": "tax"}),
    ],
)
def test_a_file_states_a_percentage_below_and_a_multiple_above_too(result, act, key, stated):
    found = result(act(RULE.replace("FINE", "fine: {at_most: 9}")), cite=None, **{key: stated, "bases": {"tax": 1000}})
    assert (found.statutory.range.low, found.statutory.range.high) == (Decimal(300), Decimal(3000))
    assert found.statutory.factors == ("30", "3")
