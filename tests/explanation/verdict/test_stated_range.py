"""A range that the file states beside a provision that is loaded stands on the page, though the law decides."""

from __future__ import annotations

import copy

import pytest

from enforcement_rules import load_case, load_rulesets, review, shipped_directory
from enforcement_rules.explanation.verdict import as_text
from enforcement_rules.loading.reading import read_document

LAW = load_rulesets()
CLEAN = dict(read_document(shipped_directory().parent / "cases" / "made_up" / "clean_fine.yaml").data)


@pytest.mark.parametrize(
    ("stated", "zh", "en"),
    [
        ({"at_least": 100, "at_most": 5000}, "100元以上5,000元以下", "100"),
        ({"more_than": 100, "below": 5000, "by": "旧标准"}, "5,000元", "旧标准"),
        ({"exactly": 3000}, "3,000元", "3,000"),
        ({"at_most": 3000}, "3,000元以下", "3,000"),
        ({"at_least": 1, "at_most": "2.5", "times": "goods_value"}, "货值金额1倍以上2.5倍以下", "2.5"),
        ({"at_least": 10, "at_most": 30, "percent_of": "goods_value"}, "货值金额的10%以上30%以下", "30"),
        (
            {
                "switch": {"base": "goods_value", "at": 10000},
                "below": {"at_least": 2000, "at_most": 8000},
                "otherwise": {"at_least": 5, "at_most": 10, "times": "goods_value"},
            },
            "2,000元以上8,000元以下",
            "2,000",
        ),
    ],
)
def test_a_stated_range_stands_beside_that_of_the_law(stated, zh, en):
    case = copy.deepcopy(CLEAN)
    case["violations"][0]["stated_range"] = stated
    verdict = review(load_case(case, LAW), LAW)
    (line,) = [each for each in as_text(verdict, "zh").splitlines() if "材料所述的幅度" in each]
    assert zh in line
    assert "以已载入的为准" in line
    (line,) = [each for each in as_text(verdict, "en").splitlines() if "range as the file states it" in each]
    assert en in line


def test_without_one_nothing_is_said_of_it():
    assert "材料所述的幅度" not in as_text(review(load_case(CLEAN, LAW), LAW), "zh")
