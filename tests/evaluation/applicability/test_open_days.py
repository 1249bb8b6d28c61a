"""Days of which only bounds are known: they decide what they decide, and nothing else does. All cases are made up."""

from __future__ import annotations

import copy
import datetime as dt

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.values.errors import InputError

RULESETS = load_rulesets()
PENALTY = "administrative_penalty_law"
FIRST = f"{PENALTY}/first_violation_slight_harm_corrected"
TODAY = dt.date(2026, 11, 28)


def case(violation=None, steps=(), *, field="market_regulation", proposed=None, **more):
    """Return a made-up case: one violation of one party, and the steps."""
    return {
        "number": "虚构",
        "record": "excerpt",
        "organ": {"field": field, "rank": "county", "place": "350121"},
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [{"id": "v1", "parties": ["p1"], **(violation or {})}],
        "steps": list(steps),
        "proposed": [{"violation": "v1", "party": "p1", **(proposed or {"imposes_penalty": True})}],
        **more,
    }


def verdict(data, on=TODAY):
    return review(load_case(copy.deepcopy(data), RULESETS), RULESETS, on)


def statuses(found, instrument=PENALTY):
    """Return the status of every duty of an instrument."""
    return {f.ref.rule: f.status for f in found.findings if f.ref.instrument == instrument}


def decided(found):
    return {rule for rule, status in statuses(found).items() if status in ("breached", "apparent", "satisfied")}


def unread(found):
    """Return the instruments of which no version could be told, or none is loaded, for some step that bears."""
    return {entry.instrument for entry in found.not_checked if entry.article is None and entry.blocks}


def first_ask(found):
    return found.asks[0].facts[0].path


def grounds(found):
    return {ground.ref.rule: ground.status for ground in found.results[0].treatment.grounds}


SPARED = {"first": True, "gravity": "minor", "harm": "none", "corrected_in_time": True}
NO_PENALTY = {"treatment": "no_penalty", "penalties": []}


# The day of the review where nobody says it.
@pytest.mark.parametrize(
    ("day", "last"),
    [
        ("2022-02", "2022-02-28"),
        ("2022", "2022-12-31"),
        ({"from": "2022-02-03", "to": "2022-02-09"}, "2022-02-09"),
        ({"to": "2022-02-09"}, "2022-02-09"),
    ],
)
def test_a_decision_known_within_bounds_is_reviewed_on_its_last_day_which_is_marked(day, last):
    found = review(load_case(case(steps=[{"step": "decision", "on": day}]), RULESETS), RULESETS)
    assert (found.on.isoformat(), found.last_day) == (last, True)
    assert found.to_dict()["on_is"] == "last_day"


def test_a_whole_day_of_decision_is_the_day_of_the_review():
    found = review(load_case(case(steps=[{"step": "decision", "on": "2022-02-03"}]), RULESETS), RULESETS)
    assert (found.on.isoformat(), found.last_day, found.to_dict()["on_is"]) == ("2022-02-03", False, "day")


def test_a_decision_served_was_made_by_then():
    steps = [{"step": "decision"}, {"step": "service", "on": "2022-05-04"}]
    found = review(load_case(case(steps=steps), RULESETS), RULESETS)
    assert (found.on.isoformat(), found.last_day) == ("2022-05-04", True)


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ([], "on_required"),
        ([{"step": "decision"}], "on_required"),
        ([{"step": "decision", "on": {"from": "2022-02-17"}}], "on_required_since"),
        ([{"step": "case_filing", "on": "2022-02"}, {"step": "decision"}], "on_required_since"),
    ],
)
def test_a_decision_without_a_last_day_is_not_reviewed_on_a_day_of_its_own(steps, code):
    with pytest.raises(InputError) as refused:
        review(load_case(case(steps=steps), RULESETS), RULESETS)
    assert refused.value.problems[0].code == code


# What filing, service and the violation say of the day of the decision.
BOUNDED = [
    ([{"step": "case_filing", "on": "2024-03-05"}], {}, {"to": "2024-06-30"}),
    ([{"step": "transfer_in", "on": "2023-01"}], {}, None),
    ([], {"ended": "2022-03-01"}, {"to": "2023"}),
    ([], {"discovered": "2021-08"}, None),
    ([], {"began": "2022-01-01"}, "2022"),
]


@pytest.mark.parametrize(("steps", "violation", "day"), BOUNDED)
def test_a_filing_or_a_violation_since_the_law_shows_that_it_governs_the_decision(steps, violation, day):
    decision = {"step": "decision"} if day is None else {"step": "decision", "on": day}
    found = verdict(case(violation, [*steps, decision]))
    assert PENALTY not in unread(found)
    assert not any(each.assumes_version for each in found.findings if each.ref.instrument == PENALTY)


UNTOLD = {"step": "notice", "content": {"grounds": False}}
MADE = [{"step": "decision"}, {"step": "service", "on": "2012-02-20"}]
OLD = [
    [{"step": "case_filing", "on": "2011-03-05"}, UNTOLD | {"served": "2012-02-01"}, *MADE],
    [UNTOLD, *MADE],
    [UNTOLD, {"step": "decision", "on": {"to": "2003-12-31"}}],
    [UNTOLD, {"step": "decision"}, {"step": "litigation", "on": "2017"}],
    [UNTOLD, {"step": "decision"}, {"step": "payment", "on": "2021-07-14"}],
    [UNTOLD, {"step": "service", "on": "2016-05"}],
]


@pytest.mark.parametrize("steps", OLD)
def test_no_duty_of_2021_is_found_in_a_procedure_of_before(steps):
    """Art. 86: in force from 15 July 2021. What is not dated of it was not done by today's law."""
    found = verdict(case(steps=steps, proposed={"penalties": [{"kind": "fine", "amount": 5000}]}))
    assert found.outcome == "undetermined"
    assert decided(found) == set()
    assert PENALTY in unread(found)


def test_a_decision_that_cannot_precede_its_filing_is_checked_as_one_of_a_known_day():
    steps = [{"step": "case_filing", "on": "2024-03-05"}]
    violation = {"began": "2024-03-01", "ended": "2024-03-01", "discovered": "2024-03-04", **SPARED}
    day = {"step": "decision", "on": "2024-06-30"}
    exact = verdict(case(violation, [*steps, day], proposed=NO_PENALTY), dt.date(2024, 6, 30))
    for on in ({"to": "2024-06-30"}, {"from": "2024-04-01", "to": "2024-06-30"}, "2024-06"):
        bounded = verdict(case(violation, [*steps, day | {"on": on}], proposed=NO_PENALTY), dt.date(2024, 6, 30))
        open_ = {rule for rule, status in statuses(bounded).items() if status == "undetermined"}
        assert statuses(bounded).keys() == statuses(exact).keys()
        assert {r: s for r, s in statuses(bounded).items() if r not in open_}.items() <= statuses(exact).items()
        assert unread(bounded) == unread(exact)


# Saying more never yields less.
@pytest.mark.parametrize(
    "violation", [{}, {"ended": "2021-02-01", "discovered": "2021-02-01"}, {"began": "2018", **SPARED}]
)
@pytest.mark.parametrize("day", ["2021", "2021-07", {"to": "2024-06-30"}, {"from": "2020-01-01"}, "2022-03", "2019"])
def test_a_bound_never_yields_less_than_no_date_at_all(violation, day):
    without = verdict(case(violation, [{"step": "notice"}, {"step": "decision"}]))
    bounded = verdict(case(violation, [{"step": "notice"}, {"step": "decision", "on": day}]))
    assert decided(without) <= decided(bounded)
    assert {rule for rule, status in grounds(without).items() if status == "yes"} <= {
        rule for rule, status in grounds(bounded).items() if status in ("yes", "unknown")
    } | ({FIRST} if day == "2019" else set())
    assert without.results[0].settled_treatment <= bounded.results[0].settled_treatment


@pytest.mark.parametrize(
    ("steps", "ask"),
    [
        ([{"step": "decision", "on": "2021"}], "steps.decision.on"),
        ([{"step": "decision", "on": {"to": "2024-06-30"}}], "steps.decision.on"),
        ([{"step": "notice"}, {"step": "decision"}], "steps.decision.on"),
        ([{"step": "notice", "on": "2021-07"}, {"step": "decision", "on": "2021-09-01"}], "steps.notice.on"),
    ],
)
def test_the_day_that_chooses_the_law_is_asked_first(steps, ask):
    found = verdict(case(SPARED, steps))
    assert first_ask(found) == ask
    assert found.asks[0].facts[0].effect == "version"


# A possible version: what would hold by it is possible, and named.
@pytest.mark.parametrize("steps", [[{"step": "decision", "on": {"to": "2024-06-30"}}], [{"step": "decision"}]])
@pytest.mark.parametrize("field", ["urban_management", "health", "agriculture"])
def test_a_ground_of_a_version_that_may_govern_is_named_as_possible(steps, field):
    found = verdict(case(SPARED, steps, field=field, proposed=NO_PENALTY))
    ground = {g.ref.rule: g for g in found.results[0].treatment.grounds}[FIRST]
    assert (ground.status, ground.waits_for_day) == ("unknown", True)
    assert found.results[0].treatment.outcome == "undetermined"
    assert "no_sparing_ground" not in {code for code, _ in found.results[0].proposal.findings}
    assert found.results[0].proposal.statute is None
    assert first_ask(found) == "steps.decision.on"


def test_an_act_known_to_be_of_one_version_makes_its_ground_hold_whatever_the_day_of_decision():
    found = verdict(case(SPARED | {"ended": "2024-03-01"}, [{"step": "decision"}], proposed=NO_PENALTY))
    assert grounds(found)[FIRST] == "yes"
    assert found.results[0].treatment.outcome == "no_penalty"


# An apparent breach.
@pytest.mark.parametrize(
    ("filed", "day"),
    [("2021-11-04", {"from": "2022-02-17"}), ("2022-01-05", "2022-07"), ("2023-03", {"from": "2023-08-01"})],
)
def test_a_day_of_which_every_possible_one_is_late_cures_nothing(filed, day):
    steps = [{"step": "case_filing", "on": filed}, {"step": "decision", "on": day}]
    found = verdict(case({"discovered": filed}, steps, procedure="ordinary"))
    assert statuses(found)[f"{PENALTY}/decided_within_90_days"] == "apparent"
    days = [f for ask in found.asks for f in ask.facts if f.path == "steps.decision.on"]
    assert all(fact.effect != "closes_apparent" for fact in days)
    assert all(f"{PENALTY}/decided_within_90_days" not in fact.rules for fact in days)


def test_a_day_that_alone_decides_on_an_exception_is_asked_for():
    """Extended to the end of March: whether the decision of that month or the next was in time is only its day."""
    steps = [
        {"step": "case_filing", "on": "2023-01-02"},
        {"step": "extension", "on": "2023-03-20", "until": "2023-04-30"},
        {"step": "decision", "on": {"from": "2023-04-20", "to": "2023-05-20"}},
    ]
    data = case({"discovered": "2023-01-02"}, steps, procedure="ordinary", complete=["steps"])
    found = verdict(data)
    assert statuses(found)[f"{PENALTY}/decided_within_90_days"] == "apparent"
    rules = [f.rules for ask in found.asks for f in ask.facts if f.path == "steps.decision.on"]
    assert any(f"{PENALTY}/decided_within_90_days" in each for each in rules)


# A code that is not yet in force at the decision.
CLEAR = {
    "gravity": "ordinary",
    "harm": "ordinary",
    "first": False,
    "corrected_in_time": False,
    "absence_of_fault": False,
    "removed_or_reduced_harm": False,
}
CODE = "ecological_environment_code"


@pytest.mark.parametrize(
    ("cited", "cause", "ended", "day"),
    [
        ("environmental_impact_assessment_law", "eia_construction_before_approval", "2025-04-20", "2025-06-10"),
        ("noise_pollution_law", "commercial_noise_over_standard", "2024-04-20", "2026-08-14"),
        ("air_pollution_law", "straw_burning", "2023-04-20", "2024"),
        ("water_pollution_law", "water_discharge_over_standard", "2022-04", "2022-09"),
    ],
)
def test_a_code_not_yet_in_force_at_the_decision_is_no_old_law(cited, cause, ended, day):
    """The code is in force from 15 August 2026 (art. 1242): before there was nothing of it to check."""
    violation = {"cause": cause, "penalised_by": [{"instrument": cited}], "ended": ended, "discovered": ended, **CLEAR}
    data = case(violation, [{"step": "decision", "on": day}], field="ecology_environment")
    found = review(load_case(data, RULESETS), RULESETS)
    assert CODE not in {entry.instrument for entry in found.not_checked}
    assert "not_checked" not in found.results[0].treatment.remaining


def test_a_code_that_may_be_in_force_at_the_decision_leaves_that_open():
    violation = {"cause": "night_construction_noise", "ended": "2026-06-20", "discovered": "2026-06-20", **CLEAR}
    found = verdict(case(violation, [{"step": "decision", "on": "2026-08"}], field="ecology_environment"))
    assert CODE in {entry.instrument for entry in found.not_checked}


# A version governs from its date in force.
@pytest.mark.parametrize(
    ("instrument", "article", "day", "field"),
    [
        ("noise_pollution_law", "第八十一条", "2022-06-04", "ecology_environment"),
        ("drug_administration_law", "第一百三十七条第三项", "2019-11-30", "drug_administration"),
        ("water_pollution_law", "第八十三条第二项", "2017-12-31", "ecology_environment"),
        ("tax_collection_law", "第六十三条第一款", "2010", "tax"),
        ("basic_healthcare_law", "第九十九条第一款", "2020-05", "health"),
    ],
)
def test_no_act_is_measured_by_a_version_before_it_is_in_force(instrument, article, day, field):
    cited = {"penalised_by": [{"instrument": instrument, "article": article}], "bases": {"tax": 1000}}
    cited["bases"] = {} if instrument != "tax_collection_law" else cited["bases"]
    steps = [{"step": "decision", "on": day}]
    for known in ({"ended": day}, {}, {"began": "2005"}):
        proposed = {"penalties": [{"kind": "fine", "amount": 700}]}
        found = verdict(case(cited | known, steps, field=field, proposed=proposed))
        (law,) = [law for law in found.results[0].law if law.instrument == instrument]
        assert (law.applied, law.alternatives, law.why) == (None, (), "no_version_in_force"), known
        assert found.results[0].statutory.range is None
        assert not {code for code, _ in found.results[0].proposal.findings} & {"below_floor", "above_ceiling"}


def test_in_the_year_of_its_name_a_version_without_a_day_only_may_govern():
    """Its last article was not seen: product quality law of 2018."""
    cited = {"penalised_by": [{"instrument": "product_quality_law", "article": "第四十九条"}]}
    for day, why in (("2018-06-01", "date_spans_versions"), ("2017-12-31", "no_version_in_force")):
        found = verdict(case(cited | {"ended": day}, [{"step": "decision", "on": "2019-03-01"}]))
        (law,) = [law for law in found.results[0].law if law.instrument == "product_quality_law"]
        assert (law.applied, law.why) == (None, why)


# Editions.
FOOD = {"cause": "food_expired", "bases": {"goods_value": 100}}
ARTICLE = "第一百二十四条第一款第五项"


@pytest.mark.parametrize("day", ["2024-07-17", "2021-06", "2025-11-30"])
def test_of_several_possible_editions_that_of_the_decision_is_named(day):
    cited = FOOD | {"penalised_by": [{"instrument": "food_safety_law", "article": ARTICLE}]}
    found = verdict(case(cited, [{"step": "decision", "on": day}]))
    assert found.results[0].statutory.ref.version == "2021"
    assert found.results[0].statutory.source != "published_decisions"
    (law,) = [law for law in found.results[0].law if law.instrument == "food_safety_law"]
    assert ("2021", "possible", law.why) in law.alternatives


@pytest.mark.parametrize(
    ("title", "ended", "version", "why"),
    [
        ("食品安全法（2015）", "2022-03-01", None, "edition_cited"),
        ("中华人民共和国食品安全法（2009）", "2022-03-01", None, "edition_cited"),
        ("食品安全法（2021修正）", "2022-03-01", "2021", "same_version"),
        ("食品安全法（2018修正）", "2020-03-01", "2015", None),
        ("食品安全法", "2022-03-01", "2021", "same_version"),
    ],
)
def test_the_edition_that_a_case_cites_is_not_replaced_by_a_later_one(title, ended, version, why):
    cited = FOOD | {"penalised_by": [{"title": title, "article": ARTICLE}], "ended": ended}
    found = verdict(case(cited, [{"step": "decision", "on": "2022-07-17"}]))
    (law,) = [law for law in found.results[0].law if law.instrument == "food_safety_law"]
    if version is None:
        assert (law.applied, law.why, found.results[0].statutory.range) == (None, why, None)
    else:
        assert found.results[0].statutory.range is not None
        assert version == law.applied or version in {each[0] for each in law.alternatives}


def test_an_undated_act_under_an_edition_that_is_cited_has_the_range_of_that_edition():
    cited = FOOD | {"penalised_by": [{"title": "食品安全法（2015）", "article": ARTICLE}]}
    found = verdict(case(cited, [{"step": "decision", "on": "2022-07-17"}]))
    assert found.results[0].statutory.ref.version == "2015"


# A notice that is known by its service.
@pytest.mark.parametrize(
    ("notice", "discussed", "kept"),
    [
        ({"served": "2023-04-14"}, "2023-04-13", False),
        ({"served": "2023-04-12"}, "2023-04-13", True),
        ({"served": "2023-04-13"}, "2023-04-13", None),
        ({"on": "2023-04-10", "served": "2023-04-14"}, "2023-04-13", False),
        ({"served": "2023-04"}, "2023-03-31", False),
        ({"served": {"to": "2023-04-12"}}, "2023-04-13", True),
    ],
)
def test_a_notice_is_ordered_by_its_service(notice, discussed, kept):
    """Arts. 44 and 57(2): told is who was served."""
    steps = [
        {"step": "collective_discussion", "id": "c1", "on": discussed},
        {"step": "notice", "id": "n1", "content": {"right_to_hearing": True}, **notice},
        {"step": "decision", "on": "2023-04-19"},
    ]
    found = verdict(case({"ended": "2023-01-10"}, steps), dt.date(2023, 4, 19))
    rule = f"{PENALTY}/notice_before_discussion"
    (finding,) = [each for each in found.findings if each.ref.rule == rule]
    assert finding.kept is kept
    if kept is False:
        assert first_ask(found) == "complex_or_serious"
        assert found.asks[0].facts[0].effect == "unkept:fatal"


# Speakers who disagree.
@pytest.mark.parametrize(
    ("where", "fact"),
    [
        (("violations", 0, "began"), "violation.began"),
        (("violations", 0, "discovered"), "violation.discovered"),
        (("parties", 0, "birth_date"), "party.birth_date"),
        (("prior_penalties", 0, "on"), "prior.on"),
        (("steps", 0, "served"), "notice.served"),
        (("steps", 1, "on"), "decision.on"),
    ],
)
def test_two_speakers_on_a_date_stand_in_the_verdict(where, fact):
    data = case(
        {"ended": "2021-12-31"},
        [{"step": "notice"}, {"step": "decision", "on": "2023-08-01"}],
        prior_penalties=[{"organ": "某局"}],
    )
    key, n, name = where
    data[key][n][name] = [{"value": "2019-05", "by": "decision"}, {"value": "2018", "by": "investigation"}]
    found = verdict(data)
    (contested,) = found.contested
    assert contested.fact == fact
    assert [(each.value.low.year, each.by) for each in contested.said] == [(2019, "decision"), (2018, "investigation")]
    (shown,) = found.to_dict()["contested"]
    assert shown["said"][0]["value"] == {"from": "2019-05-01", "to": "2019-05-31"}


def test_speakers_who_agree_contest_nothing():
    data = case({"began": [{"value": "2019", "by": "decision"}, {"value": "2019", "by": "investigation"}]})
    assert verdict(data).contested == ()


@pytest.mark.parametrize(
    ("filed", "day", "status"),
    [
        ("2021-07-01", "2021-10-05", "undetermined"),  # 96 days, 82 since the law
        ("2021-07", "2021-10-20", "undetermined"),  # 81 days or 111, by the day of filing
        ("2021-07", "2021-12-01", "apparent"),  # late however it is counted
        ("2021-07", "2021-09-20", "satisfied"),  # in time however it is counted
        ({"from": "2021-06-01", "to": "2021-08-01"}, "2021-10-10", "undetermined"),
    ],
)
def test_a_period_that_may_cross_the_change_of_law_shows_both_counts(filed, day, status):
    """Art. 60 counts ninety days; of the time before 15 July 2021 it is a reading whether they count."""
    steps = [{"step": "case_filing", "on": filed}, {"step": "decision", "on": day}]
    found = verdict(case({"discovered": "2021-06-01"}, steps, procedure="ordinary"))
    assert statuses(found)[f"{PENALTY}/decided_within_90_days"] == status


@pytest.mark.parametrize(
    ("days", "governs"),
    [(("2023-08-01", "2023-08-03"), True), (("2022", "2024-01"), True), (("2021-07-01", "2021-08-01"), False)],
)
def test_days_on_which_speakers_disagree_choose_the_law_where_it_is_one(days, governs):
    said = [{"value": day, "by": by} for day, by in zip(days, ("decision", "court"), strict=True)]
    found = verdict(case({}, [{"step": "decision", "on": said}]))
    assert (PENALTY not in unread(found)) is governs
    assert [each.fact for each in found.contested] == ["decision.on"]
