"""Names can be looked up, in Chinese and English, whole or in part, and say where they stand and what they take."""

import json

import pytest

from enforcement_rules import load_case, load_rulesets
from enforcement_rules.explanation.names import KINDS, entries_of, find_names, names_record, names_text
from enforcement_rules.loading.naming import case_names, english_path
from enforcement_rules.loading.schemas import of_field
from enforcement_rules.values.errors import InputError


@pytest.fixture(scope="module")
def law():
    return load_rulesets()


def first(law, word, *what):
    found = find_names(law, word, what)
    return (found.names or found.near)[0]


@pytest.mark.parametrize(
    ("word", "what", "id_"),
    [
        ("未取得许可从事食品经营", "causes", "food_sold_without_licence"),  # the label
        ("无证经营食品", "causes", "food_sold_without_licence"),  # the Chinese key
        ("food_sold_without", "causes", "food_sold_without_licence"),  # the beginning of the id
        ("food business without", "causes", "food_sold_without_licence"),  # a part of the English label
        ("过期", "causes", "food_expired"),  # 过 … 期, in its order
        ("初次违法", "facts", "violation.first"),
        ("首次违法", "facts", "violation.first"),  # spelt like it
        ("first violation", "facts", "violation.first"),
        ("立案", "steps", "case_filing"),
        ("告知", "steps", "notice"),
        ("penalty notice", "steps", "notice"),
        ("罚款", "penalties", "fine"),
        ("轻微", "values", "minor"),
        ("serious", "values", "serious"),
        ("食品安全法", "instruments", "food_safety_law"),
        ("中华人民共和国食品安全法", "instruments", "food_safety_law"),
        ("食品安全法第一百二十四条第一款", "provisions", "food_safety_law/unsafe_food"),
        ("食品安全法第124条第1款", "provisions", "food_safety_law/unsafe_food"),
        ("行政处罚法第33条第2款", "grounds", "administrative_penalty_law/no_fault_shown"),  # art. 33(2)
        ("没有主观过错", "grounds", "administrative_penalty_law/no_fault_shown"),  # only in what it says
        ("市场监管", "fields", "market_regulation"),
        ("tax", "fields", "tax"),
        ("县级", "values", "county"),
        ("案号", "keys", "number"),
        ("处罚依据", "keys", "penalised_by"),
        ("3501", "places", None),
    ],
)
def test_what_a_word_finds_first(law, word, what, id_):
    found = find_names(law, word, [what])
    if id_ is None:
        assert all(each.what == "places" for each in found.names)
    else:
        assert first(law, word, what).id == id_


@pytest.mark.parametrize(
    ("word", "what", "id_"),
    [("告知", "steps", "notice"), ("初次违法", "facts", "violation.first"), ("罚款", "penalties", "fine")],
)
def test_what_a_word_finds_first_among_everything(law, word, what, id_):
    found = first(law, word)
    assert (found.what, found.id) == (what, id_)


def test_a_misspelt_name_finds_the_one_that_was_meant(law):
    found = find_names(law, "market_regulaton")
    assert found.names == ()
    assert found.near[0].id == "market_regulation"
    assert find_names(law, "qqqqqqqq").near == ()


def test_a_fact_says_where_it_stands_and_what_it_takes(law):
    gravity = first(law, "violation.gravity")
    assert gravity.where == ("violations[].gravity",)
    assert gravity.where_zh == ("违法行为[].情节",)
    assert [value.id for value in gravity.values] == ["minor", "ordinary", "serious"]
    goods = first(law, "goods_value", "facts")
    assert (goods.where, goods.takes) == (("violations[].bases.goods_value",), "amount")
    served = next(each for each in entries_of(law) if each.id == "notice.served")
    assert served.where == ("steps[notice].served",)
    text = names_text(find_names(law, "notice.served"), "notice.served", "en")
    assert "steps[] (step: notice) → served" in text
    assert "a date, as in 2024-03-05" in text


def test_what_is_worked_out_says_from_what(law):
    days = first(law, "case.days_to_decision")
    assert days.where == ()
    assert "decision.on" in days.follows_from


def test_a_cause_names_the_provision_that_penalises_it(law):
    expired = first(law, "food_expired", "causes")
    penalties = {(use.instrument, use.article) for use in expired.uses if use.as_ == "penalty"}
    assert ("food_safety_law", "第一百二十四条第一款") in penalties
    unlicensed = first(law, "food_sold_without_licence", "causes")
    # Art. 122 stands in the text of the law, and no ruleset has encoded it.
    assert "第一百二十二条" in {use.article for use in unlicensed.uses if use.as_ == "gap"}
    assert "没有指明该案由的罚则" in names_text(find_names(law, "food_sold_without_licence", ["causes"]), "", "zh")


def test_output_is_bounded_and_counts_what_is_left(law):
    found = find_names(law, "处罚")
    text = names_text(found, "处罚", "zh", most=3)
    assert f"另有 {len(found.names) - 3} 个" in text
    assert len(text.splitlines()) < 30


def test_both_languages_say_something_of_every_name(law):
    for name in entries_of(law):
        assert name.zh, name
        assert name.en, name
        assert name.where or name.follows_from or name.what == "facts", name


def test_the_record_is_json(law):
    record = json.loads(json.dumps(names_record(find_names(law, "轻微"))))
    assert {"what", "id", "key", "key_zh", "label", "where", "where_zh", "takes", "values"} <= record["names"][0].keys()


def test_every_place_in_chinese_is_the_place_in_english(law):
    names = case_names(law)
    for name in entries_of(law):
        for english, chinese in zip(name.where, name.where_zh, strict=True):
            if not english.startswith("steps["):
                assert english_path(names, chinese.replace("[]", "")) == english.replace("[]", ""), name


# Each line of a made-up case (虚构) states one kind of name where the look-up says that it stands.
def test_what_is_found_can_be_written_where_it_is_said_to_stand(law):
    for name in entries_of(law):
        if name.what == "causes":
            load_case({"violations": [{"id": "v1", "cause": name.key}]}, law)
        elif name.what == "steps":
            load_case({"steps": [{"step": name.key}]}, law)
        elif name.what == "penalties":
            load_case({"proposed": [{"penalties": [{"kind": name.key}]}]}, law)
        elif name.what == "grounds":
            load_case({"proposed": [{"basis": [name.key], "declined": [{"ground": name.key}]}]}, law)
        elif name.what == "provisions":
            cited = {"instrument": name.id.partition("/")[0], "article": name.key}
            load_case({"violations": [{"id": "v1", "penalised_by": [cited]}]}, law)


_SAMPLES = {"yes_no": True, "count": 1, "number": 1, "amount": 1, "days": 1, "date": "2024-03-05", "time": "2024-03-05"}


def test_every_fact_can_be_stated_where_it_is_said_to_stand(law):
    for name in entries_of(law):
        if name.what != "facts" or not name.where or name.takes in ("name", "text"):
            continue
        value = name.values[0].id if name.values else _SAMPLES[name.takes]
        value = [value] if name.takes == "some_of" else value
        load_case(_stating(name.where[0], value, law), law)


def _stating(path, value, law):
    """Return a case that states a value at a path, with what must stand around it."""
    head, _, rest = path.partition("].") if path.startswith("steps[") else path.partition("[].")
    if not rest:
        *outer, key = path.split(".")
        return {outer[0]: {key: value}} if outer else {key: value}
    inner = _nested(rest.split("."), value)
    if head.startswith("steps["):
        kind = head.removeprefix("steps[")
        kind = kind or next(each for each, entry in law.vocabulary.steps.items() if entry.act)
        return {"steps": [{"step": kind, **inner}]}
    ids = {"parties": {"id": "x"}, "violations": {"id": "x"}, "officers": {"id": "x"}, "evidence": {"id": "x"}}
    if head == "steps":
        return {"steps": [{"step": next(k for k, entry in law.vocabulary.steps.items() if entry.act), **inner}]}
    return {head: [{**ids.get(head, {}), **inner}]}


def _nested(keys, value):
    first_key, *rest = keys
    return {first_key: _nested(rest, value) if rest else value}


def test_a_field_narrows_what_is_found(law):
    food = of_field(law, "market_regulation")
    tax = of_field(law, "tax")
    assert find_names(food, "food_expired", ["causes"]).names
    assert not [each for each in find_names(tax, "food_expired", ["causes"]).names if each.id == "food_expired"]
    assert find_names(tax, "初次违法", ["facts"]).names
    assert len(entries_of(food)) < len(entries_of(law))


@pytest.mark.parametrize("field", ["税务", "tax"])
def test_a_field_goes_by_any_of_its_names(law, field):
    assert of_field(law, field).vocabulary.causes.keys() == of_field(law, "tax").vocabulary.causes.keys()


def test_an_unknown_field_is_refused_with_the_one_that_was_meant(law):
    with pytest.raises(InputError) as refused:
        of_field(law, "market_regulaton")
    assert "market_regulation" in str(refused.value)


def test_kinds_are_those_that_are_looked_up(law):
    assert {each.what for each in entries_of(law)} == set(KINDS)
