"""Pages read as a judge would write: no name of the vocabulary in English, no uneven spaces, nothing said twice."""

from __future__ import annotations

import functools
import re

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.explanation.verdict import as_markdown, as_text, explain_text, subjects_of
from enforcement_rules.library import read_library

RULESETS = load_rulesets()
PLACE = re.compile(r" {4}\[.*\]$|“[^”]*”")
"""Where files and keys are named: at the right in brackets, and in quotation marks."""
NAME = re.compile(r"[a-z_]{3,}")
LATIN = re.compile(r"[A-Za-z_]{3,}")


@functools.cache
def pages():
    """Return the pages of every case of the library by the names of their files."""
    verdicts = {case.name: review(case.case, RULESETS, case.on) for case in read_library("cases", RULESETS)}
    return {name: as_text(verdict, "zh", everything=True) for name, verdict in verdicts.items()}


@functools.cache
def ids():
    """Return everything that is called something in English: facts, values, causes, steps, kinds, fields, laws."""
    words = RULESETS.vocabulary
    facts = [part for id_ in words.facts for part in id_.split(".")]
    values = [value for fact in words.facts.values() for value in fact.type.values]
    named = (words.steps, words.groups, words.events, words.causes, RULESETS.fields, RULESETS.versions)
    versions = [each.head.version for each in RULESETS.all_versions()]
    return frozenset(facts + values + versions + [name for each in named for name in each])


def test_no_chinese_line_names_anything_by_its_english_id():
    lines = {line: name for name, page in pages().items() for line in page.splitlines()[1:]}
    wrong = {line: name for line, name in lines.items() if ids() & set(NAME.findall(bare(line).replace("--all", "")))}
    assert wrong == {}


def bare(line):
    """Return a line without the places and quotations in it."""
    return PLACE.sub("", line)


UNEVEN = re.compile(r"[\u4e00-\u9fff] \d|\d [\u4e00-\u9fff]|[，。；：、（）] | [，。；：、）]")


def test_numbers_stand_beside_their_words_without_spaces():
    # A mark or the rank of a question is set off by one space, a label from its value by two; questions are those of
    # the vocabulary.
    lines = {line: name for name, page in pages().items() for line in page.splitlines()[1:] if "？" not in line}
    set_off = re.compile(r"^ *(?:[·▪✗✓◐○●?!→≠]|\d+) ")
    wrong = {
        line: name
        for line, name in lines.items()
        if UNEVEN.search(set_off.sub("", bare(line)).strip().replace("  ", "\t"))
    }
    assert wrong == {}


@pytest.mark.parametrize(
    "gone",
    [
        "表面",
        "未触发",
        "差在",
        "–\n",
        "罚款0.00元",
        "✗ ?",
        "应没收0.00元",
        "--all 或者",
        "可以不予处罚（可以不予处罚）",
        "None",
    ],
)
def test_what_hurt_is_gone(gone):
    assert [name for name, page in pages().items() if gone in page] == []


def test_explanations_name_nothing_by_its_english_id():
    verdict = review(load_case("cases/made_up/clean_fine.yaml"), RULESETS)
    subjects = [each for each in subjects_of(verdict) if each.status not in ("dormant", "not_applicable")]
    for subject in subjects:
        lines = explain_text(verdict, subject, "zh").splitlines()
        # The second line is the rule by its id, which the command takes.
        for line in (lines[0], *lines[2:]):
            assert not LATIN.search(PLACE.sub("", line)), line


def test_english_pages_have_no_chinese_but_what_files_and_titles_say():
    """Made-up green cases: names of parties and organs, numbers of cases, and places of documents stay Chinese."""
    verdict = review(load_case("cases/made_up/clean_fine.yaml"), RULESETS)
    page = as_text(verdict, "en")
    chinese = [line for line in page.splitlines()[4:] if re.search(r"[\u4e00-\u9fff]", line)]
    assert [line for line in chinese if "不服复议决定的起诉" not in line] == []


def test_markdown_leaves_a_blank_for_the_signature_and_signs_nothing():
    verdict = review(load_case("cases/made_up/clean_fine.yaml"), RULESETS)
    page = as_markdown(verdict, "zh")
    assert page.splitlines()[
        -1
    ] == r"审核人员（签名）：\_\_\_\_\_\_\_\_\_\_\_\_  日期：\_\_\_\_\_\_\_\_\_\_\_\_".replace("  ", " ")
    assert "签名" not in as_text(verdict, "zh")
