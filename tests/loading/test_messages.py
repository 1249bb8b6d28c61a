"""The sentences: complete in both languages, each with what was expected, none a template for its arguments."""

import re
from pathlib import Path
from typing import get_args

import pytest

from enforcement_rules.values.errors import InputError, Place, Problem, refuse
from enforcement_rules.values.fact_type import FactKind, FactType
from enforcement_rules.values.messages import MESSAGES, message, printable

SOURCE = Path(__file__).parents[2] / "src" / "enforcement_rules"
PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
RAISED = re.compile(
    r'(?:PydanticCustomError|refuse|refused|Refused|Problem|_note|problems\.add)\(\s*(?:[a-z_.]+,\s*)*"([a-z_0-9]+)"'
)


@pytest.mark.parametrize("code", MESSAGES)
def test_both_languages_say_the_same(code):
    chinese, english = MESSAGES[code]
    assert set(PLACEHOLDER.findall(chinese)) == set(PLACEHOLDER.findall(english))
    assert re.search("[\u4e00-\u9fff]", chinese)
    assert not re.search("[\u4e00-\u9fff]", english)
    assert re.search("expected|did you mean", english)
    assert re.search("应|是否指|请", chinese)
    assert chinese.isprintable()
    assert english.isprintable()


def test_every_code_that_is_raised_has_a_sentence():
    # What a reader of clauses refuses is no message: its reasons are the closed list of docs/clauses.md.
    files = [path for path in SOURCE.rglob("*.py") if not {"outwards", "grammar"} & {*path.parts}]
    raised = {code for path in files for code in RAISED.findall(path.read_text("utf-8"))}
    assert {"expected_time", "shall_or_may", "unknown_fact", "derived_from_two", "alias"} <= raised
    assert raised <= MESSAGES.keys()


def test_every_kind_of_fact_has_a_sentence():
    assert {FactType(kind).expected() for kind in get_args(FactKind)} <= MESSAGES.keys()


def test_arguments_are_text_and_no_templates():
    args = {"key": "{near}", "near": "a\n\x1b\ud800b"}
    assert message("unknown_key", args, "en") == "unknown key {near}; did you mean a\\n\\x1b\\ud800b?"


def test_long_arguments_are_cut():
    said = message("unknown_key", {"key": "x" * 10_000, "near": ["y" * 10_000]}, "zh")
    assert len(said) < 700
    assert "…" in said


def test_values_are_shown_as_files_write_them():
    assert message("expected_yes_no", {"value": None}, "en").startswith("null is")
    assert message("expected_yes_no", {"value": {"a": 1}}, "en").startswith("{…} is")
    assert message("expected_yes_no", {"value": ["a", None]}, "en").startswith("a, null is")
    assert message("expected_yes_no", {"value": []}, "en").startswith("[] is")


def test_lines_name_the_place_or_the_path():
    assert Problem("no_end", place=Place("a.yaml", 3, 4)).line().startswith("a.yaml:3:4: no end")
    assert Problem("no_end", path=("a", 0, "b\n")).line("zh").startswith("a.0.b\\n: ")
    assert refuse("no_end").lines() == [f"input: {MESSAGES['no_end'][1]}"]
    assert str(InputError([Problem("no_end"), Problem("one_end")])).count("\n") == 1


def test_printable_text_stays_on_one_line():
    assert printable("罚款 a\tb\r\n\u202e\ud800") == "罚款 a\\tb\\r\\n\\u202e\\ud800"
    assert printable("名\u3000称\u200b") == "名\\u3000称\\u200b"
