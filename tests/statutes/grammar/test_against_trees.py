"""The reader against the trees made by hand, and over real texts where they lie beside the checkout."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from enforcement_rules.statutes.clauses import Unit, atoms_of, faults_of, refusals_of, units_of
from enforcement_rules.statutes.grammar import read_unit
from enforcement_rules.statutes.text import passage

TREES = json.loads((Path(__file__).parents[1] / "clauses" / "trees.json").read_text(encoding="utf-8"))
UNITS = [(each["file"], msgspec.convert(each["unit"], Unit)) for each in TREES]


def compared(root, text):
    """Return what two readings must have alike.

    Not compared: which tiers the first organ reaches, whether a word like 并 stands in a measure or before it, and
    whether 停业、关闭 is a choice, which readings by hand say both of.
    """
    return [
        msgspec.structs.replace(each, organs=(), start=each.end, choice=None if "停业、关闭" in text else each.choice)
        for each in atoms_of(root)
    ]


@pytest.mark.parametrize(("file", "hand"), UNITS, ids=[f"{file[:6]} {unit.citation}" for file, unit in UNITS])
def test_the_reader_says_the_same_or_refuses(law_texts, file, hand):
    entry = next(each for each in law_texts.entries if Path(each.file).name == file)
    article = passage(law_texts.wording(entry), hand.citation).article
    (unit,) = (each for each in units_of(article) if each.citation == hand.citation)
    tree = read_unit(unit)
    assert faults_of(tree, unit.text) == ()
    assert refusals_of(tree.root) or compared(tree.root, unit.text) == compared(hand.root, unit.text)


def test_no_tree_of_a_real_text_is_at_fault(law_texts):
    every = 40
    articles = [each for entry in law_texts.entries[::every] for each in law_texts.wording(entry).articles]
    for article in articles:
        for unit in units_of(article):
            if unit.text:
                assert faults_of(read_unit(unit), unit.text) == ()
