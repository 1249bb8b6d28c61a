"""Plain data: what is written of rules and words comes back equal, and nothing else can be written or read."""

import datetime as dt
import json
import pickle
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from enforcement_rules.loading import load_rulesets
from enforcement_rules.loading.rulesets.plain_data import NAME, RECORDS, PlainReader, as_plain
from enforcement_rules.loading.rulesets.stored import StoredVersion, as_stored, from_stored
from enforcement_rules.rules.condition import All, FactBound, Not, Test as Check
from enforcement_rules.rules.instrument import Chapter
from enforcement_rules.rules.ruleset import KINDS
from enforcement_rules.testing.conditions import conditions, known_values
from enforcement_rules.testing.laws import law_vocabulary, laws
from enforcement_rules.values.choices import Choices
from enforcement_rules.values.errors import Place
from enforcement_rules.values.interval import Interval
from enforcement_rules.values.moment import Moment

VOCABULARY = law_vocabulary()
BUILT = load_rulesets(cache=False)
TEXT = as_stored(BUILT, "key")
WORDS = ("facts", "steps", "groups", "events", "causes")


def back(value, file=""):
    return PlainReader().read(json.dumps(as_plain(value, file)), file)


def same(one, other):
    """Hold two rulesets to be equal in everything that can be asked of them, in the same order."""
    assert list(one.versions) == list(other.versions)
    for built, stored in zip(one.all_versions(), other.all_versions(), strict=True):
        assert (built.head, built.sha256) == (stored.head, stored.sha256)
        for name in ("kinds", "causes", "heirs", "element_names", *KINDS):
            assert getattr(built, name) == getattr(stored, name), (built.head.id, name)
        assert list(built.rules()) == list(stored.rules())
        assert list(built.chapters.items()) == list(stored.chapters.items())
    for name in WORDS:
        assert list(getattr(one.vocabulary, name).items()) == list(getattr(other.vocabulary, name).items())
    assert list(one.elements.items()) == list(other.elements.items())
    assert one.vocabulary_sha256 == other.vocabulary_sha256


@given(conditions())
def test_every_condition_comes_back(condition):
    assert back(condition) == condition


@pytest.mark.parametrize("kind", ["yes_no", "graded", "choice", "choices", "amount", "date", "count", "time"])
@given(data=st.data())
def test_every_value_of_a_fact_comes_back(kind, data):
    value = data.draw(known_values(kind))
    found = back(Check("case.x", "is", value)).bound
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    "value",
    [
        None,
        "~",
        Decimal("1.20"),
        Decimal("1E+3"),
        dt.date(2024, 2, 29),
        dt.datetime(2024, 2, 29, 9, 30),
        frozenset({1, 2}),
        frozenset({"b", "a"}),
        Choices(frozenset({"a"}), complete=False),
        Moment(None, dt.datetime(2024, 1, 1), frozenset({"n1"}), frozenset({"n2"})),
        FactBound("case.x", years=1, rolls=True, times=Decimal("0.5")),
        Place("elsewhere.yaml", 3, 4),
        ((1, ("a",)), ()),
        {"~": 1, "b": ("c", "d")},
        {1: "a"},
        Not(All()),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_come_back_as_they_were(value):
    found = back(value)
    assert (found, type(found)) == (value, type(value))
    assert isinstance(value, frozenset) or repr(found) == repr(value)


def test_a_span_comes_back():
    found = back(Interval(dt.date(2024, 1, 1), None))
    assert (found.low, found.high) == (dt.date(2024, 1, 1), None)


def test_a_place_in_the_file_itself_is_two_numbers():
    (version, *_) = BUILT.versions["administrative_penalty_law"]
    rule = version.circumstances[0]
    plain = as_plain(rule, rule.place.file)
    assert plain["place"] == [rule.place.line, rule.place.column]
    assert back(rule, rule.place.file) == rule
    assert back(rule) == rule


@pytest.mark.parametrize("value", [1.5, b"a", {1, 2}, object(), [1.5]], ids=lambda value: type(value).__name__)
def test_what_is_no_part_of_a_ruleset_is_not_written(value):
    with pytest.raises(TypeError, match="no part of a ruleset"):
        as_plain(value)


@pytest.mark.parametrize("name", ["os.system", "builtins.eval", "Chapter", "base.Record", ""])
def test_a_name_that_is_on_no_list_is_not_read(name):
    with pytest.raises(KeyError):
        PlainReader().read(json.dumps({NAME: name}))


def test_every_record_has_a_name_of_its_own():
    assert {"circumstance.Force", "instrument.Force", "vocabulary.FactEntry"} <= RECORDS.keys()
    assert tuple(Chapter.model_fields) == KINDS


def test_the_rulesets_of_the_library_come_back_equal():
    stored = from_stored(TEXT, "key")
    assert all(isinstance(version, StoredVersion) for version in stored.all_versions())
    same(BUILT, stored)


def test_writing_what_was_stored_gives_the_same_bytes():
    assert as_stored(from_stored(TEXT, "key"), "key") == TEXT


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(laws(VOCABULARY))
def test_made_up_laws_come_back_equal(rulesets):
    same(rulesets, from_stored(as_stored(rulesets)))


def test_a_kind_of_rules_is_read_when_it_is_asked_for(monkeypatch):
    stored = from_stored(TEXT, "key")
    read = []
    monkeypatch.setattr(StoredVersion, "_rules", lambda _, line: read.append(line.kind) or ())
    (version, *_) = stored.versions["administrative_penalty_law"]
    assert stored.by_title and stored.elements and version.kinds and version.causes is not None
    assert not read
    assert version.requirements == ()
    assert set(read) == {"requirements"}


def test_a_stored_version_is_pickled_as_what_it_is():
    stored = from_stored(TEXT, "key")
    (version, *_) = stored.versions["administrative_penalty_law"]
    copy = pickle.loads(pickle.dumps(version))  # noqa: S301 - written here
    assert (copy.head, copy.chapters, copy.sha256) == (version.head, version.chapters, version.sha256)


@pytest.mark.parametrize("at", [0, 1, 40, 200, 300, 5000, len(TEXT) // 2, len(TEXT) - 1])
def test_damage_anywhere_is_noticed(at):
    assert from_stored(TEXT[:at], "key") is None
    assert from_stored(TEXT[:at] + bytes([TEXT[at] ^ 1]) + TEXT[at + 1 :], "key") is None


def test_what_was_stored_of_something_else_is_not_taken(monkeypatch):
    assert from_stored(TEXT, "another key") is None
    assert from_stored(b"", "key") is None
    monkeypatch.setattr("enforcement_rules.loading.rulesets.stored.VERSION", "9.9")
    assert from_stored(TEXT, "key") is None
