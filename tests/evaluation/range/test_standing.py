"""Who imposes a penalty and who bears it: conditions of the provision, or of one of its penalties."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest

from enforcement_rules import InputError, load_case, load_rulesets, review
from enforcement_rules.explanation.verdict import as_text

RULESETS = load_rulesets("rulesets")

WHOLE = """
penalties:
  - article: 第一条
    name: provision
    says: 省级机关对单位处罚
    says_en: imposed by the province on units
    IMPOSED
    BORNE
    then: [{kind: fine, fine: {at_least: 1000, at_most: 5000}}]
    whole: true
"""
PARTS = """
penalties:
  - article: 第一条
    name: provision
    says: 单位罚款，责任人员另罚，公安机关拘留责任人员
    says_en: units and persons are fined, persons detained by the police
    imposed_by: {organ.field: market_regulation}
    then:
      - {kind: fine, borne_by: {party.is_unit: true}, fine: {at_least: 1000, at_most: 5000}}
      - {kind: fine, borne_by: {party.is_responsible_person: true}, fine: {at_least: 100, at_most: 500}}
      - kind: administrative_detention
        force: may
        imposed_by: {organ.may_detain: true}
        borne_by: {party.is_responsible_person: true}
        days: {at_least: 5, at_most: 10}
    whole: true
"""
FINE = [{"kind": "fine", "amount": 3000}]


def standing(rules, organ, party, penalties, **case):
    """Return the verdict on a proposal under the made-up article."""
    loaded = load_case(
        {
            "schema": "enforcement_rules/case/1",
            "organ": organ,
            "parties": [{"id": "p1", **party}],
            "violations": [
                {"id": "v1", "parties": ["p1"], "began": "2024-01-10", "ended": "2024-01-10"}
                | {"penalised_by": [{"instrument": "act", "article": "第一条"}]}
            ],
            "steps": [{"step": "decision", "on": "2024-03-01"}],
            "proposed": [{"violation": "v1", "party": "p1", "penalties": penalties}],
            **case,
        },
        rules,
    )
    return review(loaded, rules, dt.date(2024, 3, 1))


def whole(imposed="", borne=""):
    text = WHOLE.replace("    IMPOSED\n", f"    imposed_by: {imposed}\n" if imposed else "")
    return text.replace("    BORNE\n", f"    borne_by: {borne}\n" if borne else "")


ORGANS = [({"rank": "province"}, True), ({"rank": "county"}, False), ({}, None)]
PARTIES = [
    ({"kind": "legal_person"}, True),
    ({"kind": "individual_business"}, True),
    ({"kind": "natural_person"}, False),
    ({"role": "unit"}, None),
    ({"kind": "natural_person", "role": "unit"}, False),
    ({}, None),
]


@pytest.mark.parametrize(("organ", "party"), list(product(ORGANS, PARTIES)))
def test_organ_and_party_of_a_provision(act, organ, party):
    rules = act(whole("{organ.rank: province}", "{party.is_unit: true}"))
    verdict = standing(rules, organ[0], party[0], FINE)
    (found,) = verdict.results
    expected = False if False in (organ[1], party[1]) else None if None in (organ[1], party[1]) else True
    assert found.proposal.statute is expected
    codes = {code for code, _ in found.proposal.findings}
    wrong = {code for code, (_, known) in (("wrong_organ", organ), ("wrong_party", party)) if known is False}
    assert codes & {"wrong_organ", "wrong_party"} == wrong
    assert (verdict.outcome == "must_not_decide") is (expected is False)
    asked = {fact.path for ask in verdict.asks for fact in ask.facts}
    if organ[1] is None and party[1]:
        assert "organ.rank" in asked
    if party[1] is None and organ[1]:
        assert "parties.p1.kind" in asked


def test_the_page_names_the_provision_and_who_would_be_right(act):
    rules = act(whole("{organ.rank: province}", "{party.is_unit: true}"))
    verdict = standing(rules, {"rank": "county"}, {"kind": "natural_person"}, FINE)
    page = as_text(verdict)
    assert "依第一条，该项处罚只能由符合下列条件的机关作出：机关层级为省级；本案机关不符合" in page
    assert "依第一条，该项处罚只能由符合下列条件的当事人承担：当事人是单位；本案当事人不符合" in page
    assert "only by an organ of which rank of the organ is province" in as_text(verdict, "en")


def test_who_spares_is_not_asked_for_its_standing(act):
    rules = act(whole("{organ.rank: province}"))
    (found,) = standing(rules, {"rank": "county"}, {"kind": "legal_person"}, []).results
    assert "wrong_organ" not in {code for code, _ in found.proposal.findings}


DETAINED = [{"kind": "administrative_detention", "days": 7}]
RESPONSIBLE = {"kind": "natural_person", "role": "responsible_person"}


@pytest.mark.parametrize(
    ("field", "party", "penalties", "statute", "codes"),
    [
        ("market_regulation", {"kind": "legal_person"}, FINE, True, set()),
        ("market_regulation", RESPONSIBLE, [{"kind": "fine", "amount": 300}], True, set()),
        ("market_regulation", RESPONSIBLE, FINE, False, set()),
        ("market_regulation", {"kind": "natural_person"}, [{"kind": "fine", "amount": 300}], None, set()),
        ("market_regulation", RESPONSIBLE, [{"kind": "fine", "amount": 300}, *DETAINED], False, {"wrong_organ"}),
        ("public_security", RESPONSIBLE, DETAINED, True, set()),
        ("public_security", RESPONSIBLE, [{"kind": "fine", "amount": 300}], False, {"wrong_organ"}),
        ("public_security", {"kind": "legal_person"}, DETAINED, False, {"wrong_organ", "wrong_party"}),
        (
            "market_regulation",
            {"kind": "legal_person", "role": "responsible_person"},
            DETAINED,
            False,
            {"wrong_organ", "wrong_party"},
        ),
        ("tax", {"kind": "legal_person"}, FINE, False, {"wrong_organ"}),
    ],
)
def test_organ_and_party_of_a_single_penalty(act, field, party, penalties, statute, codes):
    (found,) = standing(act(PARTS), {"field": field}, party, penalties).results
    said = {code for code, _ in found.proposal.findings} & {"wrong_organ", "wrong_party"}
    assert said == codes
    if statute is not None or not codes:
        assert found.proposal.statute is not (not statute)


def test_a_company_is_never_the_person_responsible(act):
    """The range of the unit is decided and nobody asks for the role; a natural person bears only that of the person."""
    rules = act(PARTS)
    verdict = standing(rules, {"field": "market_regulation"}, {"kind": "legal_person"}, FINE)
    (found,) = verdict.results
    assert (found.statutory.range.low, found.statutory.range.high, found.statutory.decided) == (1000, 5000, True)
    assert "parties.p1.role" not in {fact.path for ask in verdict.asks for fact in ask.facts}
    (found,) = standing(rules, {"field": "market_regulation"}, {"kind": "natural_person"}, FINE).results
    assert (found.statutory.range.low, found.statutory.range.high, found.statutory.decided) == (100, 500, False)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("imposed_by: {party.kind: legal_person}", "party.kind"),
        ("borne_by: {organ.rank: province}", "organ.rank"),
        ("borne_by: {violation.gravity: serious}", "violation.gravity"),
    ],
)
@pytest.mark.parametrize("inner", [False, True])
def test_conditions_on_organ_and_party_speak_of_nothing_else(act, line, what, inner):
    text = PARTS.replace("imposed_by: {organ.field: market_regulation}", line, 1)
    if inner:
        text = PARTS.replace(
            "        borne_by: {party.is_responsible_person: true}\n        days", f"        {line}\n        days"
        )
        text = (
            text.replace("        imposed_by: {organ.may_detain: true}\n", "") if line.startswith("imposed") else text
        )
    with pytest.raises(InputError, match=what):
        act(text)


PROVINCE = {"field": "agriculture", "rank": "province", "place": "510105"}
CASES = [
    ("pesticide_regulations", "第五十一条", {**PROVINCE, "rank": "county"}, {"kind": "legal_person"}, 60000, False),
    ("pesticide_regulations", "第五十一条", PROVINCE, {"kind": "legal_person"}, 60000, True),
    ("pesticide_regulations", "第五十一条", PROVINCE, {"kind": "natural_person"}, 60000, False),
    ("exit_entry_law", "第八十三条第一款", {"field": "immigration"}, {"kind": "legal_person"}, 6000, False),
    ("exit_entry_law", "第八十三条第一款", {"field": "immigration"}, {"kind": "natural_person"}, 6000, True),
    ("exit_entry_law", "第八十三条第一款", {"field": "transport"}, {"kind": "natural_person"}, 6000, False),
    ("noise_pollution_law", "第七十七条", {"field": "urban_management"}, {"kind": "natural_person"}, 20000, False),
    ("noise_pollution_law", "第七十七条", {"field": "urban_management"}, {"kind": "legal_person"}, 20000, True),
    ("tax_collection_law", "第六十二条", {"field": "market_regulation"}, {"kind": "legal_person"}, 1500, False),
    ("water_law", "第六十七条第二款", {"field": "water"}, {"kind": "legal_person"}, 60000, True),
    ("water_law", "第六十七条第二款", {"field": "transport"}, {"kind": "legal_person"}, 60000, None),
    (
        "water_law",
        "第六十七条第二款",
        {"field": "transport", "concentrated_power": True},
        {"kind": "legal_person"},
        60000,
        True,
    ),
    (
        "public_security_penalty_law",
        "第四十三条第二款",
        {"field": "public_security"},
        {"kind": "legal_person"},
        600,
        False,
    ),
    (
        "air_pollution_law",
        "第一百一十九条第二款",
        {"field": "urban_management"},
        {"kind": "natural_person"},
        1000,
        True,
    ),
    ("air_pollution_law", "第一百一十九条第二款", {"field": "urban_management"}, {"kind": "legal_person"}, 1000, False),
    (
        "air_pollution_law",
        "第一百一十九条第二款",
        {"field": "urban_management"},
        {"kind": "individual_business", "counted_as_organization": False},
        1000,
        True,
    ),
    (
        "air_pollution_law",
        "第一百一十九条第二款",
        {"field": "urban_management"},
        {"kind": "individual_business"},
        1000,
        None,
    ),
]


@pytest.mark.parametrize(("instrument", "article", "organ", "party", "fine", "statute"), CASES)
def test_organ_and_party_of_shipped_provisions(instrument, article, organ, party, fine, statute):
    violation = {
        "id": "v1",
        "parties": ["p1"],
        "began": "2024-02-10",
        "ended": "2024-02-10",
        "penalised_by": [{"instrument": instrument, "article": article}],
        "gravity": "ordinary",
        "bases": {"illegal_gains": 0},
    }
    case = {
        "schema": "enforcement_rules/case/1",
        "organ": organ,
        "parties": [{"id": "p1", **party}],
        "violations": [violation],
        "steps": [{"step": "decision", "on": "2024-05-06"}],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": fine}]}],
    }
    (found,) = review(load_case(case, RULESETS), RULESETS).results
    wrong = {code for code, _ in found.proposal.findings} & {"wrong_organ", "wrong_party"}
    if statute is True:
        assert not wrong
        assert found.proposal.statute is True
    elif statute is False:
        assert found.proposal.statute is not True
        assert wrong or "below_floor" in str(found.proposal.findings)
    else:
        assert found.proposal.statute is None
        assert not wrong


EACH = """
penalties:
  - article: 第一条
    name: provision
    says: 公安机关罚款、没收、拘留
    says_en: the police fine, confiscate and detain
    then:
      - {kind: fine, IMPOSED, fine: {at_least: 1000, at_most: 5000}}
      - {kind: confiscation_of_illegal_property, IMPOSED}
      - {kind: warning}
    whole: true
"""


@pytest.mark.parametrize(
    "kinds", [["fine"], ["fine", "confiscation_of_illegal_property"], ["confiscation_of_illegal_property", "warning"]]
)
def test_a_wrong_organ_is_said_once_whatever_the_number_of_kinds(act, kinds):
    rules = act(EACH.replace("IMPOSED", "imposed_by: {organ.may_detain: true}"))
    penalties = [{"kind": kind, **({"amount": 3000} if kind == "fine" else {})} for kind in kinds]
    verdict = standing(rules, {"may_detain": False}, {"kind": "legal_person"}, penalties)
    (wrong,) = [args for code, args in verdict.results[0].proposal.findings if code == "wrong_organ"]
    assert set(wrong["kinds"]) == set(kinds) - {"warning"}
    assert as_text(verdict).count("本案机关不符合") == 1
