"""The tree of names: what a case file calls things, by the place where they stand."""

from __future__ import annotations

import re

import pytest

from enforcement_rules import load_rulesets
from enforcement_rules.loading.naming import NOTHING, Names, case_names, english_path, zh_path
from enforcement_rules.model import case as model
from enforcement_rules.model.case import Part
from enforcement_rules.model.key import STATEMENT, YES_NO, keys_of_model

LAW = load_rulesets()
TOP = case_names(LAW)
RECORDS = sorted(
    (each for each in vars(model).values() if isinstance(each, type) and hasattr(each, "model_fields")),
    key=lambda each: each.__name__,
)
SHORT = re.compile(r"[0-9A-Za-z\u3007\u3400-\u9fff]{2,12}(\.[0-9A-Za-z\u3007\u3400-\u9fff]{2,12})*")


def test_the_examples_of_the_issue():
    violation = TOP.inside["violations"]
    assert (TOP.zh("number"), TOP.zh("steps")) == ("案号", "程序步骤")
    step = TOP.inside["steps"]
    assert (step.zh("step"), step.inside["step"].zh_value("case_filing")) == ("步骤", "立案")
    field = TOP.inside["organ"]
    assert (field.zh("field"), field.inside["field"].zh_value("market_regulation")) == ("执法领域", "市场监管")
    assert (violation.zh("gravity"), violation.inside["gravity"].zh_value("minor")) == ("情节", "轻微")
    penalty = TOP.inside["proposed"].inside["penalties"]
    assert penalty.inside["kind"].zh_value("fine") == "罚款"
    assert violation.inside["first"].values == {"true": "是", "false": "否"}
    cited = violation.inside["penalised_by"].inside["instrument"]
    assert cited.english_values["食品安全法"] == "food_safety_law"
    assert cited.english_values["中华人民共和国行政处罚法"] == "administrative_penalty_law"
    assert "食品安全法（2025修正）" not in cited.english_values  # an edition is said by `title` alone


@pytest.mark.parametrize("record", [each for each in RECORDS if each is not Part], ids=lambda each: each.__name__)
def test_every_field_of_the_model_has_a_key_and_says_what_it_holds(record):
    if not record.model_fields:
        return
    keys = keys_of_model(record)
    assert len({key.zh for key in keys.values()}) == len(keys)
    for key in (*keys.values(), *STATEMENT.values()):
        assert SHORT.fullmatch(key.zh)
        assert key.about_zh
        assert key.about_en.isascii()


def _places(names: Names, path: str = "", seen: set[int] | None = None):
    seen = set() if seen is None else seen
    if id(names) in seen:
        return
    seen.add(id(names))
    yield path, names
    for key, below in names.inside.items():
        yield from _places(below, f"{path}.{key}", seen)
    for kind in names.kinds:
        yield from _places(names.kinds[kind], f"{path}[{kind}]", seen)


def test_in_no_place_do_two_names_share_a_key_and_none_lacks_one():
    """Of the shipped law; the keys of steps that stand in fields (`on`, `at`) are the fields' own."""
    for path, names in _places(TOP):
        assert not names.inside.keys() - names.keys, path
        for texts in (names.keys, names.values):
            assert len(set(texts.values())) == len(texts), path
            long = [text for text in texts.values() if not SHORT.fullmatch(text)]
            assert texts == YES_NO or not long or path.endswith(".instrument"), (path, long)
        assert not set(names.inside) & set(names.english_keys), path


def test_every_value_of_a_fact_has_a_key():
    for fact in LAW.vocabulary.facts.values():
        assert set(fact.entry.value_keys) == {*fact.type.values, *fact.type.wider}, fact.id


def test_a_step_may_state_what_its_kind_may():
    steps = TOP.inside["steps"]
    assert "chair" not in steps.inside
    assert steps.of({"步骤": "听证"}).zh("chair") == "主持人"
    assert steps.of({"step": "hearing"}).english("主持人") == "chair"
    assert steps.of({"step": "nonsense"}) is steps
    assert steps.of({"step": ["hearing"]}) is steps


def test_dotted_facts_are_named_whole_and_one_inside_the_other():
    notice = TOP.inside["steps"].kinds["notice"]
    assert notice.zh("content.right_to_state") == "载明.陈述申辩权"
    assert notice.inside["content"].zh("right_to_state") == "陈述申辩权"
    assert notice.inside["content"].inside["right_to_state"].zh_value("true") == "是"


def test_what_is_at_a_path():
    data = {"steps": [{"step": "notice", "content": {}}], "violations": [{"gravity": "minor"}]}
    assert TOP.at(("steps", 0, "content"), data).zh("penalty") == "处罚内容"
    assert TOP.at(("violations", 0, "gravity"), data).zh_value("serious") == "严重"
    assert TOP.at(("violations", 0, "gravity", "value")).zh_value("serious") == "严重"
    assert TOP.at(("nothing", "of", "that")) is NOTHING


DATA = {"steps": [{"step": "notice", "id": "n1"}, {"步骤": "听证"}], "parties": [{"id": "甲"}]}
PATHS = [
    ("violations.v1.corrected_in_time", "违法行为.v1.及时改正"),
    ("parties.甲.birth_date", "当事人.甲.出生日期"),
    ("steps.n1.content.penalty", "程序步骤.n1.载明.处罚内容"),
    ("steps.decision.content.payment_period", "程序步骤.处罚决定.载明.缴款期限"),
    ("organ.field", "执法机关.执法领域"),
    ("procedure", "程序"),
    ("violations.v1.bases.goods_value", "违法行为.v1.计罚基数.货值金额"),
]


@pytest.mark.parametrize(("english", "chinese"), PATHS)
def test_paths_in_both_languages(english, chinese):
    assert zh_path(TOP, english, DATA) == chinese
    assert english_path(TOP, chinese, DATA) == english
    assert english_path(TOP, english, DATA) == english
    assert zh_path(TOP, chinese, DATA) == chinese


def test_a_path_whose_step_is_not_told_is_put_into_chinese_all_the_same():
    assert zh_path(TOP, "steps.n1.content.penalty") == "程序步骤.n1.载明.处罚内容"
    assert zh_path(TOP, "no.such.place") == "no.such.place"


def test_a_key_that_two_names_bear_means_neither():
    names = Names({"a": NOTHING, "b": NOTHING, "c": NOTHING}, {"a": "甲项", "b": "甲项", "c": "乙项"})
    assert names.english("甲项") == "甲项"
    assert names.english("乙项") == "c"


REFERENCES = {
    *("id", "by", "parties", "party", "violation", "after", "replaces", "same_act_as", "shared_with"),
    *("proven_by", "refuted_by", "item", "elements"),
}
"""Fields that hold ids of the file or of the organ's own catalogue: their values have no Chinese names."""


@pytest.mark.parametrize(
    ("record", "path"),
    [
        (model.Organ, ("organ",)),
        (model.Citation, ("violations", "penalised_by")),
        (model.Violation, ("violations",)),
        (model.StatedRange, ("violations", "stated_range")),
        (model.Officer, ("officers",)),
        (model.Evidence, ("evidence",)),
        (model.CaseDocument, ("documents",)),
        (model.Penalty, ("proposed", "penalties")),
        (model.Proposal, ("proposed",)),
    ],
)
def test_a_field_that_names_something_of_the_law_has_its_names(record, path):
    names = TOP.at(path)
    for name, field in record.model_fields.items():
        if "Identifier" in str(record.__annotations__.get(name)) and name not in REFERENCES:
            below = names.inside[field.alias or name]
            assert below.values or below.inside, name
