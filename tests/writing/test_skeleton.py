"""A new case file states nothing that nobody stated, loads as it stands, and has room for what its rules turn on."""

import datetime as dt
import re

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.values.errors import InputError
from enforcement_rules.writing import new_case, wish_of

DAY = dt.date(2026, 11, 20)
WISHES = {
    "nothing": {},
    "field": {"field": "tax", "procedure": "summary"},
    "provision": {"field": "market_regulation", "provision": "食品安全法第一百二十四条第一款"},
    "cause": {"cause": "food_expired", "procedure": "fast_track"},
    "all": {
        "field": "市场监管",
        "procedure": "普通程序",
        "provision": "《中华人民共和国食品安全法》第124条第1款",
        "cause": "经营过期食品",
    },
    "not_encoded": {"provision": "food_safety_law 第一百二十二条"},
    "environment": {"field": "ecology_environment", "provision": "大气污染防治法第九十九条第二项"},
}


@pytest.fixture(scope="module")
def law():
    return load_rulesets()


@pytest.fixture
def begun(law, tmp_path):
    """Write a new file, perhaps changed, and return its text and the case."""

    def write(lang, change=lambda text: text, **wish):
        text = new_case(law, wish_of(law, lang, **wish), DAY, lang)
        path = tmp_path / "new.yaml"
        path.write_text(change(text), "utf-8")
        return text, load_case(path, law)

    return write


def uncommented(text):
    """Return the file with every line in force that is commented out; remarks begin with ## or stand at the margin."""
    return re.sub(r"^( +)# ", r"\1", text, flags=re.MULTILINE)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("wish", WISHES.values(), ids=WISHES.keys())
def test_it_loads_and_states_only_what_was_asked_for(begun, law, lang, wish):
    _, case = begun(lang, **wish)
    stated = case.model_dump(exclude_defaults=True)
    ids = wish_of(law, lang, **wish)
    assert stated.pop("procedure", None) == ids.procedure
    assert stated.pop("organ", {}) == ({"field": ids.field} if ids.field else {})
    assert stated.pop("parties") == ({"id": "p1"},)
    (violation,) = stated.pop("violations")
    assert violation.pop("cause", None) == ids.cause
    cited = violation.pop("penalised_by", ())
    assert [each["instrument"] for each in cited] == ([ids.cited.version.head.instrument] if ids.cited else [])
    assert violation == {"id": "v1", "parties": ("p1",)}
    assert stated == {}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("wish", WISHES.values(), ids=WISHES.keys())
def test_nothing_of_it_decides_anything(begun, law, lang, wish):
    _, case = begun(lang, **wish)
    verdict = review(case, law, DAY)
    assert verdict.outcome == "undetermined"
    assert not [each for each in verdict.findings if each.status in ("breached", "apparent")]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("wish", WISHES.values(), ids=WISHES.keys())
def test_every_line_that_is_commented_out_may_be_taken_in(begun, lang, wish):
    _, case = begun(lang, uncommented, **wish)
    assert len(case.steps) > 5
    assert case.proposed[0].violation == "v1"


def test_both_languages_begin_the_same_case(begun):
    _, chinese = begun("zh", uncommented, **WISHES["all"])
    _, english = begun("en", uncommented, **WISHES["all"])
    assert chinese.model_dump() == english.model_dump()


def test_chinese_files_have_chinese_keys(begun):
    text, _ = begun("zh", **WISHES["provision"])
    keys = re.findall(r"^[ #-]*([^\s#:：]+):", text, flags=re.MULTILINE)
    assert len(keys) > 50
    assert [key for key in keys if re.match(r"[a-z_]+$", key)] == []


# Art. 124(1) turns on the value of the goods, on the gains and on what is left of the food; arts. 32 and 33 of the
# penalty law on harm, correction, a first violation, fault and removed harm.
def test_the_facts_that_the_provision_and_the_grounds_turn_on_have_a_place(begun):
    text, _ = begun("en", **WISHES["provision"])
    for fact in ("goods_value", "illegal_gains", "unsafe_food_remaining", "gravity"):
        assert f"{fact}:" in text
    for fact in ("first", "harm", "corrected_in_time", "absence_of_fault", "removed_or_reduced_harm"):
        assert f"    {fact}:" in text
    other, _ = begun("en", **WISHES["field"])
    assert "unsafe_food_remaining" not in other


def test_what_an_event_must_first_raise_has_none(begun):
    text, _ = begun("en", **WISHES["provision"])
    assert "coerced_or_induced" not in text
    assert "mental_capacity" not in text


def steps(text):
    return re.findall(r"- step: (\w+)", text)


# Arts. 54, 44, 57: filing, notice, decision; art. 51 and 60 of the summary procedure: a decision on the spot, filed with
# the organ, no case filing.
def test_the_steps_of_the_procedure_stand_in_their_order(begun, law):
    ordinary = steps(begun("en", field="market_regulation", procedure="ordinary")[0])
    summary = steps(begun("en", field="market_regulation", procedure="summary")[0])
    order = list(law.vocabulary.steps)
    for found in (ordinary, summary):
        assert found == sorted(found, key=order.index)
    assert {"case_filing", "notice", "legal_review", "decision"} <= set(ordinary)
    assert "filing_with_organ" not in ordinary
    assert "case_filing" not in summary
    assert "filing_with_organ" in summary


def test_the_penalties_of_the_provision_are_proposed_with_their_force(begun):
    text, _ = begun("en", **WISHES["provision"])
    assert re.search(r"# +- \{kind: fine, amount: \} +# must", text)


def test_causes_of_the_provision_are_named_and_none_is_chosen(begun):
    text, case = begun("zh", **WISHES["provision"])
    assert "经营过期食品" in text
    assert case.violations[0].cause is None


def test_the_provision_of_a_cause_is_named_and_not_stated(begun):
    text, case = begun("zh", **WISHES["cause"])
    assert re.search(r"# - \{法规: 食品安全法, 条款: 第一百二十四条第一款\}", text)
    assert case.violations[0].penalised_by == ()


def test_an_edition_that_nobody_named_is_not_cited(begun):
    _, case = begun("zh", **WISHES["provision"])
    (cited,) = case.violations[0].penalised_by
    assert cited.title is None


@pytest.mark.parametrize(
    ("wish", "near"),
    [
        ({"field": "market_regulaton"}, "market_regulation"),
        ({"cause": "food_expird"}, "food_expired"),
        ({"cause": "无证经营"}, "无证经营食品"),
        ({"provision": "食品安权法第一百二十四条"}, "食品安全法"),
        ({"provision": "食品安全法第九百条"}, "第一百二十四条第一款"),
        ({"provision": "食品安全法"}, "第一百二十四条第一款"),
        ({"procedure": "一般程序"}, "普通程序"),
    ],
)
def test_a_name_that_is_none_is_refused_with_those_like_it(law, wish, near):
    with pytest.raises(InputError) as refused:
        wish_of(law, "zh", **wish)
    (line,) = refused.value.lines("zh")
    assert line.startswith(f"--{next(iter(wish))}: ")
    assert near in line


def test_a_filled_file_is_reviewed(begun, law):
    def filled(text):
        text = text.replace("货值金额: ", "货值金额: 136.50").replace("初次违法: ", "初次违法: 是")
        for step, day in (("立案", "2024-05-10"), ("处罚决定", "2024-07-01")):
            text = re.sub(rf"# - 步骤: {step}( +#.*)?\n  #   日期:.*", f"- 步骤: {step}\n    日期: {day}", text)
        return text.replace("终了日期:", "终了日期: 2024-05-05")

    _, case = begun("zh", filled, **WISHES["all"])
    assert str(case.violations[0].bases["goods_value"]) == "136.50"
    assert [step.step for step in case.steps] == ["case_filing", "decision"]
    result = review(case, law).results[0]
    # 货值不足一万元的，罚五万元以上十万元以下（第一百二十四条第一款）。
    assert (result.statutory.range.low, result.statutory.range.high) == (50000, 100000)
