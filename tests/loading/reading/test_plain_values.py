"""Plain values become the text that a file would hold; where the limits are reached is told by the first key."""

import datetime as dt
import sys
from decimal import Decimal
from enum import IntEnum, StrEnum

import pytest

from enforcement_rules.loading.reading import plain_document
from enforcement_rules.loading.reading.documents import MOST_NODES
from enforcement_rules.loading.reading.tokens import _FORBIDDEN, DEEPEST, forbidden_character
from enforcement_rules.values.errors import InputError


def refusal(value):
    """Return code and path of the first problem."""
    with pytest.raises(InputError) as caught:
        plain_document(value)
    return caught.value.problems[0].code, caught.value.problems[0].path


def test_no_printable_character_is_forbidden():
    """Whole texts are let pass because they are printable."""
    signs = map(chr, range(sys.maxunicode + 1))
    assert not [sign for sign in signs if sign.isprintable() and _FORBIDDEN.search(sign)]
    assert forbidden_character("两\u2028行") == (1, "U+2028")
    assert forbidden_character("two\nlines\t") is None


def test_every_scalar_is_the_text_of_a_file():
    """Also members of enumerations, which are text or numbers of another type."""
    kind, rank = StrEnum("Kind", {"a": "甲"}), IntEnum("Rank", {"first": 1})
    day = dt.date(2024, 3, 1)
    value = {"a": [True, False, None, 0, -7, "一\n二", Decimal("1E+2"), day, kind.a, rank.first], "b": {kind.a: "丙"}}
    read = plain_document(value).data
    assert read == {
        "a": ["true", "false", None, "0", "-7", "一\n二", "100", "2024-03-01", "甲", "1"],
        "b": {"甲": "丙"},
    }
    assert {type(each) for each in read["a"]} == {str, type(None)}


@pytest.mark.parametrize("leaf", ["x", 1, Decimal(1), None, []], ids=repr)
def test_the_last_node_and_the_deepest(leaf):
    """Common scalars are counted as all others are."""
    assert plain_document({"a": [leaf] * (MOST_NODES - 2)}).data
    assert refusal({"a": [leaf] * (MOST_NODES - 3), "b": leaf, "c": leaf}) == ("too_many_nodes", ("c",))
    for _ in range(DEEPEST - 1):
        leaf = [leaf]
    assert plain_document({"a": leaf}).data
    assert refusal({"a": [leaf]}) == ("too_deep", ("a",))


@pytest.mark.parametrize(
    "value",
    [10**13, -(10**13), 10**5000, Decimal("1E+13"), Decimal("NaN")],
    ids=["up", "down", "long", "exact", "none"],
)
def test_numbers_beyond_all_bounds(value):
    """They are never written out."""
    assert refusal({"a": value}) == ("number_out_of_bounds", ("a",))


@pytest.mark.parametrize("key", ["a\u0000", "\u2029", "\ufeff"])
def test_keys_hold_no_forbidden_characters(key):
    """A key that is not printable is looked at closely."""
    assert refusal({"a": {key: "x"}}) == ("bad_character", ("a",))
