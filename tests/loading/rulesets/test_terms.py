"""Terms of penalties in rule files: what cannot be a term is refused at its place, with what to write (虚构)."""

from __future__ import annotations

import pytest

from enforcement_rules.loading import load_rulesets
from enforcement_rules.values.errors import InputError

RULES = """\
penalties:
  - article: 第一条
    name: threat
    says: 罚则
    says_en: made-up provision
    causes: [stale_bread]
    then:
      - {kind: occupation_restriction, MORE}
"""
_AT = len("      - {kind: occupation_restriction, term: {") + 1
"""The column in which the first end of a term stands."""


def _refused(made_up, more):
    with pytest.raises(InputError) as refused:
        load_rulesets(made_up({"bread_law_2020/rules.yaml": RULES.replace("MORE", more)}), only=True)
    return refused.value.problems


@pytest.mark.parametrize(
    ("term", "column", "said"),
    [
        ("at_least: {years: 1}, at_most: {months: 6}", _AT - 1, "expected the lower one first"),
        ("at_least: {for_life: true}, at_most: {years: 1}", _AT - 1, "expected the lower one first"),
        ("at_least: {months: 13}, at_most: {years: 1}", _AT - 1, "expected the lower one first"),
        ("at_least: {days: 30}, at_most: {months: 1}", _AT - 1, "expected both in the same unit"),
        ("at_least: {years: 1}, at_most: {days: 365}", _AT - 1, "expected both in the same unit"),
        ("at_least: {weeks: 2}", _AT + 11, "expected one of: days, for_life, months, years"),
        ("exactly: {year: 2}", _AT + 10, "years"),
        ("exactly: {for_life: true, years: 1}", _AT + 9, "for_life: true alone"),
        ("exactly: {for_life: false}", _AT + 9, "years, months or days of more than zero"),
        ("exactly: {years: 0}", _AT + 9, "years, months or days of more than zero"),
        ("exactly: {months: 1.5}", _AT + 18, "no whole number"),
        ("exactly: 5", _AT + 9, "not a mapping"),
        ("exactly: {years: 1}, at_most: {years: 2}", _AT - 1, "one lower and one upper end"),
        ("or_for_life: true", _AT - 1, "exactly, at_least, at_most"),
        ("at_least: {years: 10}, at_most: {for_life: true}, or_for_life: true", _AT - 1, "no or_for_life"),
    ],
)
def test_what_is_no_term_is_refused_where_it_stands(made_up, term, column, said):
    [problem] = _refused(made_up, f"term: {{{term}}}")
    assert (problem.place.file.rpartition("/")[2], problem.place.line, problem.place.column) == (
        "rules.yaml",
        8,
        column,
    )
    assert said in problem.text("en")
    assert problem.text("zh") != problem.text("en")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("term: {exactly: {years: 1}}, days: {at_least: 5}", "one of days and term"),
        ("days: {at_least: 5, at_most: {months: 1}}", "expected term for years, months"),
        ("days: {exactly: {for_life: true}}", "expected term for years, months"),
    ],
)
def test_days_and_other_units_are_not_mixed(made_up, more, said):
    [problem] = _refused(made_up, more)
    assert said in problem.text("en")
    assert problem.place.line == 8


def test_a_fine_has_no_term(made_up):
    rules = RULES.replace(
        "kind: occupation_restriction, MORE", "kind: fine, fine: {at_most: 5}, term: {exactly: {years: 1}}"
    )
    with pytest.raises(InputError, match="the term of a fine"):
        load_rulesets(made_up({"bread_law_2020/rules.yaml": rules}), only=True)


@pytest.mark.parametrize(
    "term",
    [
        "at_least: {months: 6}, at_most: {years: 1}",
        "at_least: {days: 27}, at_most: {months: 1}",
        "at_least: {years: 5}",
        "at_most: {years: 1, months: 6}",
        "exactly: {years: 10}, or_for_life: true",
        "exactly: {for_life: true}",
    ],
)
def test_a_term_that_can_be_is_read(made_up, term):
    files = {"bread_law_2020/rules.yaml": RULES.replace("MORE", f"term: {{{term}}}")}
    [version] = load_rulesets(made_up(files), only=True).all_versions()
    assert version.penalties[0].then[0].term is not None
