"""A decision that writes its sum in two ways that do not agree is not ready: which is imposed is open (art. 59(1))."""

from __future__ import annotations

import copy

import pytest

from enforcement_rules import load_case, load_rulesets, review, shipped_directory
from enforcement_rules.loading.reading import read_document

LAW = load_rulesets()
CLEAN = dict(read_document(shipped_directory().parent / "cases" / "made_up" / "clean_fine.yaml").data)


def reviewed(penalty=None, proposal=None, **case):
    (clean,) = copy.deepcopy(CLEAN["proposed"])
    clean |= {"penalties": [clean["penalties"][0] | (penalty or {})]} | (proposal or {})
    return review(load_case(CLEAN | case | {"proposed": [clean]}, LAW), LAW)


@pytest.mark.parametrize(
    "stated",
    [
        {"penalty": {"in_words": "柒万元整"}},  # 60 000 beside it: both are within the range of the statute
        {"penalty": {"wan": 7}},
        {"penalty": {"times": 15, "of": "goods_value"}},  # goods worth 3 000
        {"penalty": {"each": 3000, "units": 25}},
        {"proposal": {"total": {"amount": 70000}}},
        {"total": {"fines": 70000}},
    ],
)
def test_of_two_sums_that_do_not_agree_none_may_be_decided(stated):
    verdict = reviewed(**stated)
    assert verdict.outcome == "undetermined"


@pytest.mark.parametrize(
    "stated",
    [
        {"penalty": {"in_words": "陆万元整", "wan": 6, "times": 20, "of": "goods_value", "each": 3000, "units": 20}},
        {"proposal": {"total": {"amount": 60000, "in_words": "陆万元整"}}, "total": {"fines": 60000}},
    ],
)
def test_sums_that_agree_may(stated):
    assert reviewed(**stated).outcome == "may_decide"


def test_what_both_sums_break_stays_broken():
    assert reviewed({"amount": 120000, "in_words": "拾叁万元整"}).outcome == "must_not_decide"
