"""The text of a record is what the standard library writes, to the byte."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, strategies as st

from enforcement_rules.values.json_text import json_bytes, json_text

PLAIN = st.none() | st.booleans() | st.integers() | st.text()
RECORDS = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(RECORDS)
def test_the_bytes_are_those_of_the_standard_library(record):
    assert json_text(record) == json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    assert json_bytes(record) == json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()


class Name(str):
    """A text of another type."""


@pytest.mark.parametrize("record", [Name("a\n"), {"a": Name("甲")}, [Name("b")], {}, [], (), {"a": {}, "b": [[]]}])
def test_other_texts_and_empty_records_are_written_alike(record):
    assert json_text(record) == json.dumps(record, ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("record", [{"a": {None: 1}}, {"a": object()}])
def test_what_has_no_json_form_is_refused(record):
    with pytest.raises(TypeError):
        json_text(record)
