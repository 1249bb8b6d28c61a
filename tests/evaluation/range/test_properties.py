"""What must hold whatever the numbers: limits met once, scale, order, leniency never harsher."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from enforcement_rules import load_rulesets, review
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.proof import truth
from enforcement_rules.evaluation.range import span_amount
from enforcement_rules.library.read import LibraryCase, read_library
from enforcement_rules.model.statement import Statement
from enforcement_rules.rules.amount import Span
from enforcement_rules.rules.condition import (
    All,
    AnyOf,
    Condition,
    FactBound,
    Not,
    Quantified,
    Test as FactTest,
    facts_of,
)
from enforcement_rules.values.interval import Interval, ends

RULESETS = load_rulesets()
CENT = Decimal("0.01")
FILES = sorted(Path("rulesets").rglob("*.cases.yaml"))
FEW_OR_ALL = pytest.mark.parametrize(
    "files", [FILES[1::12], pytest.param(FILES, marks=pytest.mark.long)], ids=["few", "all"]
)
BENCHMARKS = [
    pytest.param(version, rule, id=version.rule_id(rule.name))
    for version in RULESETS.all_versions()
    for rule in version.benchmarks
]
PUBLISHED_TWICE = {"public_place_health_benchmark_tianjin/unlicensed_business_tiers": "正好三个月两档都成立，照录"}
"""Tiers of one published table that hold together at a limit; the verdict says so and takes none."""


def limits(condition: Condition) -> Iterator[tuple[str, Decimal]]:
    """Yield every numeric limit of a condition."""
    if isinstance(condition, FactTest):
        if not isinstance(condition.bound, FactBound) and type(condition.bound) in (int, Decimal):
            yield condition.fact, Decimal(condition.bound)
    elif isinstance(condition, Not):
        yield from limits(condition.part)
    elif isinstance(condition, All | AnyOf):
        for part in condition.parts:
            yield from limits(part)
    else:
        assert isinstance(condition, Quantified)


def numeric(id_: str) -> bool:
    return RULESETS.vocabulary.fact(id_).type.kind in ("amount", "number", "count", "days")


def triples(rule) -> Iterator[tuple[str, object]]:
    """Yield each fact of the tiers of a benchmark just below, on and just above each of its limits."""
    for id_, bound in {each for tier in rule.tiers for each in limits(tier.when) if numeric(each[0])}:
        whole = RULESETS.vocabulary.fact(id_).type.kind in ("count", "days")
        step = 1 if whole else CENT
        for value in (bound - step, bound, bound + step):
            if value > 0 or (value == 0 and not whole):  # no case has none of what its benchmark counts
                yield id_, int(value) if whole else value


@pytest.mark.parametrize(("version", "rule"), BENCHMARKS)
def test_on_and_beside_every_limit_at_most_one_tier_holds(version, rule):
    alone = {id_ for tier in rule.tiers for id_ in facts_of(tier.when)}
    for id_, value in triples(rule):
        facts = Facts({id_: value}, RULESETS.vocabulary)
        held = [tier.name for tier in rule.tiers if truth(tier.when, facts) is True]
        assert len(held) <= 1 or version.rule_id(rule.name) in PUBLISHED_TWICE, (id_, value, held)
        if alone == {id_} and "tiers_end_early" not in rule.accepted:
            assert len(held) == 1, (id_, value, held)


AMOUNTS = st.integers(0, 10**9).map(lambda cents: Decimal(cents) / 100)
SPANS = st.builds(
    lambda low, width: Span(at_least=low, at_most=low + width, times="violation.goods_value"),
    st.integers(0, 50).map(Decimal),
    st.integers(0, 50).map(Decimal),
)


@given(SPANS, AMOUNTS, st.integers(1, 1000))
def test_all_amounts_times_k_give_the_range_times_k(span, base, k):
    one = span_amount(span, Facts({"violation.goods_value": base}, RULESETS.vocabulary)).range
    other = span_amount(span, Facts({"violation.goods_value": base * k}, RULESETS.vocabulary)).range
    assert one is not None
    assert other is not None
    assert (other.low, other.high) == (one.low * k, one.high * k)


@given(SPANS, AMOUNTS, AMOUNTS, AMOUNTS)
def test_a_base_known_better_never_widens_the_range(span, one, two, three):
    low, exact, high = sorted((one, two, three))
    wide = span_amount(span, Facts({"violation.goods_value": Interval(low, high)}, RULESETS.vocabulary)).range
    narrow = span_amount(span, Facts({"violation.goods_value": exact}, RULESETS.vocabulary)).range
    assert narrow is not None
    assert wide is None or narrow.within(wide) is True


@functools.cache
def beside(file: Path) -> list[LibraryCase]:
    """Return the cases that stand beside a ruleset."""
    return read_library(file, RULESETS)


def cases(files):
    for file in files:
        yield from beside(file)


def seen(verdict):
    return {
        (r.violation, r.party): (
            r.statutory.range,
            r.treatment.outcome,
            r.tier and r.tier.tiers,
            r.scheme and r.scheme.range,
            r.proposal and (r.proposal.statute, r.proposal.benchmark),
        )
        for r in verdict.results
    }


@FEW_OR_ALL
def test_the_order_of_a_file_never_counts(files):
    published = read_library("cases", RULESETS)
    for case in [*cases(files), *(published if files == FILES else published[::5])]:
        lists = ("parties", "violations", "proposed", "prior_penalties", "evidence")
        turned = case.case.model_copy(update={name: getattr(case.case, name)[::-1] for name in lists})
        one, other = (review(each, RULESETS, case.on) for each in (case.case, turned))
        assert seen(one) == seen(other), case.name
        assert one.outcome == other.outcome, case.name


def lower(one, other, *, upper=False):
    """Say whether an end lies no higher than another; an absent lower end is zero, an absent upper one unlimited."""
    absent = Decimal("Infinity") if upper else Decimal(0)
    return (absent if one is None else one) <= (absent if other is None else other)


def repaired(violation):
    """Return a violation whose harm the party removed, unless its file says something on that."""
    said = {"removed_or_reduced_harm": (Statement(True, path=("violations", 0)),)}
    return violation.model_copy(update={"facts": said | violation.facts})


@FEW_OR_ALL
def test_a_lenient_circumstance_never_raises_either_end(files):
    checked = 0
    for case in cases(files):
        lenient = case.case.model_copy(update={"violations": tuple(map(repaired, case.case.violations))})
        before, after = (review(each, RULESETS, case.on) for each in (case.case, lenient))
        for one, other in zip(before.results, after.results, strict=True):
            if one.permitted is None or other.permitted is None:
                continue
            checked += 1
            assert lower(other.permitted.low, one.permitted.low), case.name
            assert lower(other.permitted.high, one.permitted.high, upper=True), case.name
    assert checked > 10


@FEW_OR_ALL
def test_no_range_of_the_law_has_its_ends_upside_down(files):
    for case in cases(files):
        for result in review(case.case, RULESETS, case.on).results:
            for each in (result.statutory.range, result.permitted, result.tier and result.tier.range):
                if each is not None and each.low is not None and each.high is not None:
                    low, high = ends(each.low)[0], ends(each.high)[1]
                    assert low <= high, case.name
