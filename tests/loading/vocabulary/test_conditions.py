"""Conditions: what they mean as trees, and what is refused at which key."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from enforcement_rules.loading.reading.documents import parse_document
from enforcement_rules.loading.vocabulary import read_condition
from enforcement_rules.loading.vocabulary.conditions import DEEPEST_CONDITION, MOST_TESTS
from enforcement_rules.rules.condition import ALWAYS, All, AnyOf, FactBound, Not, Quantified, Test as Check
from enforcement_rules.values.errors import InputError


@pytest.fixture(scope="module")
def vocabulary(rulesets):
    return rulesets.vocabulary


@pytest.fixture
def read(vocabulary):
    return lambda text, **kept: read_condition(parse_document(text, "c").data, vocabulary, **kept)


@pytest.fixture
def refusals(read):
    def refused(text, **kept):
        with pytest.raises(InputError) as caught:
            read(text, **kept)
        return [(".".join(map(str, problem.path)), problem.text()) for problem in caught.value.problems]

    return refused


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("violation.first: true", Check("violation.first", "is", True)),
        ("violation.harm: {at_most: slight}", Check("violation.harm", "at_most", 1)),
        ("violation.gravity: minor", Check("violation.gravity", "is", 0)),
        ("violation.gravity: {one_of: [minor, serious]}", Check("violation.gravity", "one_of", frozenset({0, 2}))),
        ("case.procedure: {one_of: [summary]}", Check("case.procedure", "one_of", frozenset({"summary"}))),
        ("violation.goods_value: {below: 10000.50}", Check("violation.goods_value", "below", Decimal("10000.50"))),
        ("violation.earlier: {at_least: 3}", Check("violation.earlier", "at_least", 3)),
        ("violation.began: {more_than: 2021-07-14}", Check("violation.began", "more_than", dt.date(2021, 7, 14))),
        ("violation.marks: {has: late}", Check("violation.marks", "has", "late")),
        (
            "violation.marks: {has_any: [late, fake]}",
            Check("violation.marks", "has_any", frozenset({"late", "fake"})),
        ),
        ("violation.note: a", Check("violation.note", "is", "a")),
        (
            "violation.ended: {same_as: violation.began}",
            Check("violation.ended", "same_as", FactBound("violation.began")),
        ),
        (
            "notice.moment: {precedes: decision.moment}",
            Check("notice.moment", "precedes", FactBound("decision.moment")),
        ),
        (
            "decision.on: {more_than: {fact: violation.ended, plus: {years: 2, days: -1}}}",
            Check("decision.on", "more_than", FactBound("violation.ended", years=2, days=-1)),
        ),
        (
            "proposal.fine: {at_most: {fact: violation.goods_value, times: 0.5, plus: {amount: 10}}}",
            Check(
                "proposal.fine", "at_most", FactBound("violation.goods_value", times=Decimal("0.5"), amount=Decimal(10))
            ),
        ),
        (
            "violation.goods_value: {more_than: 0, at_most: 5}",
            All(
                (
                    Check("violation.goods_value", "more_than", Decimal(0)),
                    Check("violation.goods_value", "at_most", Decimal(5)),
                )
            ),
        ),
        (
            "any: [{violation.first: true}, {not: {violation.note: a}}]",
            AnyOf((Check("violation.first", "is", True), Not(Check("violation.note", "is", "a")))),
        ),
        (
            "violation.first: false\nall: [{violation.note: a}]",
            All((Check("violation.first", "is", False), All((Check("violation.note", "is", "a"),)))),
        ),
        (
            "every: {of: acts, where: {act.kind: inspection}, holds: {act.record: true, violation.first: true}}",
            Quantified(
                True,
                "acts",
                Check("act.kind", "is", "inspection"),
                All((Check("act.record", "is", True), Check("violation.first", "is", True))),
            ),
        ),
        (
            "some: {of: prior_penalties, holds: {prior.on: {more_than: {fact: violation.began}}}}",
            Quantified(False, "prior_penalties", ALWAYS, Check("prior.on", "more_than", FactBound("violation.began"))),
        ),
        ("some: {of: evidence}", Quantified(False, "evidence", ALWAYS, ALWAYS)),
    ],
)
def test_what_conditions_mean(read, text, condition):
    assert read(text) == condition


@pytest.mark.parametrize(
    ("text", "path", "words"),
    [
        ("violation.hram: slight", "violation.hram", "unknown key violation.hram; did you mean violation.harm?"),
        ("xyzzy: 1", "xyzzy", "unknown key xyzzy; expected a field of this part or a fact of the vocabulary"),
        ("violation.first: yes", "violation.first", "yes is no truth value; expected true"),
        ("violation.first: ", "violation.first", "null is no truth value; expected true or false"),
        ("violation.first: [true]", "violation.first", "true is no truth value; expected true or false"),
        (
            "violation.gravity: grave",
            "violation.gravity",
            "grave is no grade; expected one of: minor, ordinary, serious",
        ),
        ("violation.goods_value: {at_most: 1e5}", "violation.goods_value.at_most", "1e5 is no amount"),
        ("violation.goods_value: {at_most: -1}", "violation.goods_value.at_most", "-1 is no amount"),
        ("violation.earlier: {at_least: 03}", "violation.earlier.at_least", "03 is no whole number"),
        ("violation.began: {at_least: 2021-02-30}", "violation.began.at_least", "2021-02-30 is no day"),
        ("violation.began: {at_least: 2021-02}", "violation.began.at_least", "2021-02 is no day"),
        ("violation.first: {at_most: true}", "violation.first.at_most", "violation.first (yes_no) has no order"),
        ("violation.note: {below: a}", "violation.note.below", "violation.note (text) has no order"),
        ("violation.first: {has: true}", "violation.first.has", "has cannot be used on violation.first (yes_no)"),
        (
            "violation.marks: late",
            "violation.marks",
            "= cannot be used on violation.marks (choices); expected one of: has",
        ),
        ("violation.marks: {has: lat}", "violation.marks.has", "lat is no choice; expected one of: late, fake"),
        ("violation.marks: {has_any: late}", "violation.marks.has_any", "not a list; expected a list"),
        ("violation.marks: {has_any: []}", "violation.marks.has_any", "list too short; expected at least 1 items"),
        ("violation.began: {one_of: [2021-01-01]}", "violation.began.one_of", "one_of cannot be used on"),
        (
            "violation.gravity: {atleast: minor}",
            "violation.gravity.atleast",
            "unknown key atleast; did you mean at_least?",
        ),
        ("violation.gravity: {zzz: minor}", "violation.gravity.zzz", "unknown test zzz; expected one of: at_least"),
        ("violation.gravity: {}", "violation.gravity", "empty condition"),
        ("violation.first: {known: true}", "violation.first.known", "known is for questions and gaps only"),
        ("violation.first: {precedes: decision.moment}", "violation.first.precedes", "precedes cannot be used on"),
        ("notice.moment: true", "notice.moment", "= cannot be used on notice.moment (moment)"),
        ("notice.moment: {precedes: decision.on}", "notice.moment.precedes", "decision.on (date) cannot be compared"),
        (
            "notice.moment: {precedes: decison.moment}",
            "notice.moment.precedes",
            "there is no fact decison.moment; did you",
        ),
        (
            "violation.harm: {same_as: violation.gravity}",
            "violation.harm.same_as",
            "violation.gravity (graded) cannot be",
        ),
        (
            "decision.on: {at_most: {fact: violation.earlier}}",
            "decision.on.at_most.fact",
            "violation.earlier (count) cannot be",
        ),
        ("decision.on: {at_most: {plus: {years: 1}}}", "decision.on.at_most", "fact is missing; expected it here"),
        (
            "decision.on: {at_most: {fact: notice.on, x: 1}}",
            "decision.on.at_most.x",
            "unknown key x; expected one of: fact",
        ),
        ("decision.on: {at_most: {fact: [a]}}", "decision.on.at_most.fact", "a is no name of a fact"),
        (
            "decision.on: {at_most: {fact: notice.on, plus: {amount: 1}}}",
            "decision.on.at_most.plus.amount",
            "amount cannot be used on a fact of kind date; expected one of: years, months, days",
        ),
        (
            "decision.on: {at_most: {fact: notice.on, times: 2}}",
            "decision.on.at_most.times",
            "times cannot be used on a fact of kind date; expected one of: fact, plus",
        ),
        (
            "decision.on: {at_most: {fact: notice.on, plus: {years: 1.5}}}",
            "decision.on.at_most.plus.years",
            "1.5 is no offset; expected a whole number",
        ),
        *(
            (
                f"decision.on: {{at_most: {{fact: notice.on, plus: {{{unit}: {count}}}}}}}",
                f"decision.on.at_most.plus.{unit}",
                f"{count} {unit} is no period that can be reckoned with; expected at most {most}",
            )
            for unit, count, most in [
                ("years", 201, 200),
                ("years", -8000, 200),
                ("months", 2401, 2400),
                ("days", 99999, 73000),
                ("workdays", -4001, 4000),
            ]
        ),
        ("decision.on: {at_most: {fact: notice.on, plus: {}}}", "decision.on.at_most.plus", "not a mapping"),
        (
            "proposal.fine: {at_most: {fact: violation.goods_value, times: x}}",
            "proposal.fine.at_most.times",
            "x is no number",
        ),
        (
            "violation.harm: {at_most: {fact: violation.harm, plus: {days: 1}}}",
            "violation.harm.at_most.plus.days",
            "days",
        ),
        ("any: []", "any", "list too short; expected at least 1 items"),
        ("all: {violation.first: true}", "all", "not a list; expected a list"),
        ("any: [{}]", "any.0", "empty condition; expected at least one test, or leave it out"),
        ("any: [violation.first]", "any.0", "no condition; expected a mapping of facts to tests"),
        ("not: []", "not", "no condition; expected a mapping of facts to tests"),
        ("{}", "", "empty condition; expected at least one test, or leave it out"),
        ("a", "", "no condition; expected a mapping of facts to tests"),
        ("act.record: true", "act.record", "act.record is used only inside every or some (of: acts)"),
        ("every: {of: acts}", "every", "holds is missing; expected it here"),
        ("every: {holds: {violation.first: true}}", "every", "of is missing; expected it here"),
        (
            "every: {of: act, holds: {act.record: true}}",
            "every.of",
            "act is not allowed; expected one of: officers, acts",
        ),
        ("every: {of: acts, hold: {a: 1}}", "every.hold", "unknown key hold; did you mean holds?"),
        ("every: {of: acts, xyz: {a: 1}}", "every.xyz", "unknown key xyz; expected one of: of, where, holds"),
        ("every: []", "every", "not a mapping; expected `key: value` entries"),
        (
            "every: {of: acts, holds: {officer.role: x}}",
            "every.holds.officer.role",
            "officer.role is no fact of these elements; expected act.… or a fact of the case",
        ),
        (
            "every: {of: acts, holds: {some: {of: evidence, holds: {act.record: true}}}}",
            "every.holds.some.holds.act.record",
            "act.record is no fact of these elements; expected evidence.… or a fact of the case",
        ),
    ],
)
def test_what_is_refused_and_where(refusals, text, path, words):
    ((where, said),) = refusals(text)
    assert where == path
    assert said.startswith(words)


def test_everything_wrong_is_said_at_once(refusals):
    assert [where for where, _ in refusals("violation.frist: true\nany: [{violation.harm: x}, {y: 1}]\nnot: {}")] == [
        "violation.frist",
        "any.0.violation.harm",
        "any.1.y",
        "not",
    ]


def test_known_is_allowed_where_the_caller_says_so(read):
    assert read("violation.first: {known: false}", allow_known=True) == Check("violation.first", "known", False)


def test_elements_may_be_opened_and_paths_begin_where_the_caller_says(read, refusals):
    assert read("act.record: true", elements=frozenset({"act"})) == Check("act.record", "is", True)
    assert refusals("a: 1", path=("when",))[0][0] == "when.a"


def test_the_depth_is_bounded(read, refusals):
    def nested(depth):
        return "{not: " * (depth - 1) + "{violation.first: true}" + "}" * (depth - 1)

    read(nested(DEEPEST_CONDITION))
    ((path, words),) = refusals(nested(DEEPEST_CONDITION + 1))
    assert path == ".".join(["not"] * DEEPEST_CONDITION)
    assert words == "condition nested too deeply; expected at most 12 levels"


def test_the_size_is_bounded(read, refusals):
    each = "{violation.first: true}, "
    read(f"any: [{each * (MOST_TESTS - 1)}]")
    ((_, words),) = refusals(f"any: [{each * MOST_TESTS}]")
    assert words == "condition too large; expected at most 500 tests"


keys = st.sampled_from(
    [
        "any",
        "all",
        "not",
        "every",
        "some",
        "of",
        "where",
        "holds",
        "violation.harm",
        "act.record",
        "at_most",
        "fact",
        "plus",
    ]
)
raw = st.recursive(
    st.none() | st.sampled_from(["true", "slight", "acts", "1", "violation.harm", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=12,
)


@given(raw)
def test_anything_is_read_or_refused(vocabulary, value):
    said = ["read"]
    try:
        read_condition(value, vocabulary)
    except InputError as error:
        said = error.lines() + error.lines("zh")
    assert said
    assert all(line.isprintable() for line in said)
