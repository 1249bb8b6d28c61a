"""Trees of real articles, made by hand: places and values alone, held against the texts beside the checkout."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from enforcement_rules.statutes.clauses import (
    WORDS,
    Unit,
    atoms_of,
    faults_of,
    in_digits,
    leaves,
    printed,
    refusals_of,
    units_of,
)
from enforcement_rules.statutes.text import passage

TREES = json.loads(Path(__file__).with_name("trees.json").read_text(encoding="utf-8"))
UNITS = [(each["file"], msgspec.convert(each["unit"], Unit)) for each in TREES]
NAMES = [f"{file.partition('(')[0]} {unit.citation}" for file, unit in UNITS]


@pytest.fixture(scope="module")
def text_of(law_texts):
    entries = {each.file.rpartition("/")[2]: each for each in law_texts.entries}

    def found(file, citation):
        article = passage(law_texts.wording(entries[file]), citation).article
        (unit,) = (each for each in units_of(article) if each.citation == citation)
        return unit.text

    return found


@pytest.mark.parametrize(("file", "unit"), UNITS, ids=NAMES)
def test_the_tree_prints_the_clause_and_holds(text_of, file, unit):
    text = text_of(file, unit.citation)
    assert faults_of(unit, text) == ()
    assert printed(unit.root, text) == in_digits(text)


@pytest.mark.parametrize(("file", "unit"), UNITS, ids=NAMES)
def test_any_other_value_is_found(text_of, file, unit):
    text = text_of(file, unit.citation)
    source = msgspec.json.encode(unit).decode()
    places = [at for at in range(len(source)) if source.startswith('"value":"', at)]
    for at in places:
        behind = at + len('"value":"')
        other = msgspec.json.decode(f"{source[:behind]}7{source[behind:]}", type=Unit)
        codes = {each.code for each in faults_of(other, text)}
        assert codes & {"print_differs", "numeral_value"} or '"form":"终身"' in source or '"form":"等值"' in source


def test_no_sentence_of_a_statute_is_kept():
    """A string is a word of the closed lists, a form, a title, a citation, a value or a name of the types."""
    words = {word for table in WORDS.values() for each in table.values() for word in each} | {""}
    for _, unit in UNITS:
        for leaf in leaves(unit.root):
            data = msgspec.to_builtins(leaf)
            assert data.get("word", "") in words
            assert len(data.get("law", "")) <= len("本条例")
            assert len(data.get("form", "")) <= len("百分之{}")


def test_classes_that_trees_must_be_able_to_say():
    atoms = [atom for _, unit in UNITS for atom in atoms_of(unit.root)]
    kinds = {each.kind for each in atoms}
    assert len({file + unit.citation.partition("条")[0] for file, unit in UNITS}) >= 30
    assert {
        "fine",
        "warning",
        "notice_of_criticism",
        "confiscation_of_illegal_gains",
        "confiscation_of_illegal_property",
        "licence_suspension",
        "licence_revocation",
        "business_licence_revocation",
        "order_to_suspend_business",
        "order_to_close",
        "occupation_restriction",
        "administrative_detention",
        "order",
        "as_referenced",
        "disciplinary",
        "criminal",
        "deemed",
    } <= kinds
    ranges = [each for atom in atoms for each in atom.ranges]
    assert {each.daily for each in ranges} == {"", "repeats_original", "each_day"}
    assert any(each.unit_missing for each in ranges)
    assert any(each.per for each in ranges)
    assert {bound.type for each in ranges for bound in (each.low, each.high) if bound} >= {
        "amount",
        "multiple",
        "percent",
        "per_mille",
        "days",
        "months",
        "years",
        "life",
    }
    assert any(each.choice is not None for each in atoms)
    assert any(each.step == 1 for each in atoms)
    assert any(each.alone for each in atoms)
    assert any(each.around for each in atoms)
    assert any(each.approvers for each in atoms)
    kinds = {each.kind for atom in atoms for one in atom.conditions for other in one for each in other}
    assert kinds == {"tier", "failure", "gains", "crime", "threshold", "own", "exception"}
    assert any(refusals_of(unit.root) for _, unit in UNITS)
