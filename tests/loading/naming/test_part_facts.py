"""The facts a part may state, looked up in an index, against the scan of the whole vocabulary that the index replaces."""

import gc
import weakref

import pytest
from hypothesis import given, strategies as st

from enforcement_rules import load_rulesets
from enforcement_rules.loading.naming.part_facts import base_facts, may_be_stated, part_facts
from enforcement_rules.model.joined_vocabulary import build_vocabulary
from enforcement_rules.model.vocabulary import FactEntry, StepEntry, VocabularyFile

VOCABULARY = load_rulesets().vocabulary
SCOPES = [("case",), ("organ",), ("party",), ("violation",), ("officer",), ("evidence",), ("prior",), ("proposal",)]
SCOPES += [(kind, *(("act",) if kind in VOCABULARY.acts else ()), "step") for kind in VOCABULARY.steps]


def scanned(name, scopes):
    """Return the fact of that name in the nearest scope that has it, and whether longer names begin with it."""
    facts = [VOCABULARY.fact(f"{scope}.{name}") for scope in scopes]
    begins = tuple(f"{scope}.{name}." for scope in scopes)
    return next(filter(None, facts), None), any(id_.startswith(begins) for id_ in VOCABULARY.facts)


NAMES = sorted({begin for id_ in VOCABULARY.facts for begin in (id_.partition(".")[2], id_.split(".")[1])})


@pytest.mark.parametrize("scopes", SCOPES[::5], ids=".".join)
def test_the_index_says_what_a_scan_says(scopes):
    """Every name of any scope, asked of this one."""
    known = part_facts(VOCABULARY, scopes)
    for name in NAMES[::7]:
        assert (known.named.get(name), name in known.begun) == scanned(name, scopes), name
    assert known.stated == {name for name, fact in known.named.items() if may_be_stated(fact)}


@given(st.sampled_from(SCOPES), st.text(st.sampled_from("content.penalty_on"), max_size=12))
def test_names_that_nobody_gives(scopes, name):
    """Dots at the ends, dots in a row, nothing at all."""
    known = part_facts(VOCABULARY, scopes)
    assert (known.named.get(name), name in known.begun) == scanned(name, scopes)


def test_of_two_scopes_the_nearest_decides():
    """A kind of act before acts, acts before steps."""
    entry = FactEntry(type="yes_no", zh="事实", en="fact")
    file = VocabularyFile(
        steps={"visit": StepEntry(zh="看", en="visit", act=True)},
        facts=dict.fromkeys(("step.seen", "act.seen", "visit.seen", "act.told", "step.told"), entry),
    )
    named = part_facts(build_vocabulary([(None, file)]), ("visit", "act", "step")).named
    assert (named["seen"].id, named["told"].id) == ("visit.seen", "act.told")


def test_bases_are_the_numbers_of_a_violation():
    """In the order of the vocabulary, as messages list them."""
    numbers = [f.name for f in VOCABULARY.facts.values() if f.scope == "violation" and "goods_value" in f.name]
    assert "goods_value" in base_facts(VOCABULARY)
    assert [name for name in base_facts(VOCABULARY) if "goods_value" in name] == [
        name for name in numbers if name in base_facts(VOCABULARY)
    ]


def test_an_index_keeps_no_vocabulary():
    """It goes with the vocabulary it was made of."""
    vocabulary = build_vocabulary([(None, VocabularyFile())])
    part_facts(vocabulary, ("case",))
    gone = weakref.ref(vocabulary)
    del vocabulary
    gc.collect()
    assert gone() is None
