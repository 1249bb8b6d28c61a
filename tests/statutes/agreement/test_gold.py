"""The readers held against readings made by hand: places and values of real articles, without their sentences.

The texts lie beside the checkout; without them the test is skipped and says so.
"""

from __future__ import annotations

import copy
import json
import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path("tools").resolve()))
from by_hand import NOT_COMPARED, against_gold, bound, by_hand, differing, same_ranges
from readers import PAGE, page

from enforcement_rules.statutes.agreement import read_both
from enforcement_rules.statutes.clauses import units_of
from enforcement_rules.statutes.text import passage, split_statute

HAND = by_hand()
CHANGES = {
    "kind": lambda line: line | {"kind": "warning" if line["kind"] != "warning" else "fine"},
    "force": lambda line: line | {"force": "shall" if line.get("force") == "may" else "may"},
    "range": lambda line: line | {"ranges": ["[1,2]"]},
    "condition": lambda line: line | {"conditions": ["tier:vile"]},
    "party": lambda line: line | {"party": [0, 1]},
    "choice": lambda line: line | {"choice": 0 if line.get("choice") else 1},
    "step": lambda line: line | {"step": 7},
}


@pytest.mark.long
def test_nothing_that_is_accepted_differs_from_the_reading_by_hand(law_texts):
    counts, wrong = against_gold(law_texts)
    assert not wrong
    assert counts["units"] == len(HAND) and counts["other text"] == 0
    assert counts["threaten"] >= 300


@pytest.mark.long
def test_the_page_says_what_is_read(law_texts):
    assert page(law_texts) == PAGE.read_text(encoding="utf-8")


@pytest.mark.long
@pytest.mark.parametrize("change", sorted(CHANGES))
def test_every_change_of_a_reading_by_hand_is_found(law_texts, change):
    entries = {Path(each.file).name: each for each in law_texts.entries}
    tried = 0
    for gold in HAND:
        article = passage(law_texts.wording(entries[gold["file"]]), gold["at"]).article
        found = read_both(next(each for each in units_of(article) if each.citation == gold["at"]))
        for n, line in enumerate(gold["lines"] if found.accepted else []):
            payer = change == "party" and line["kind"] == "recovery"
            if line["kind"] not in NOT_COMPARED and line["kind"] != "order" and not payer:
                lines = copy.deepcopy(gold["lines"])
                lines[n] = CHANGES[change](line)
                assert differing(lines, found), (gold["file"], gold["at"], n)
                tried += 1
    assert tried > 100


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("x illegal_gains [2,5]", "x illegal_gains [2,5]", True),
        ("x illegal_gains [2,5]", "x goods_value [2,5]", False),
        ("x illegal_gains [2,5]", "% illegal_gains [2,5]", False),
        ("x illegal_gains [0.5,3]", "x illegal_gains [50 percent,3]", True),
        ("x fees [2,5]", "x cost [2,5]", True),
        ("x  [2,5]", "x goods_value [2,5]", True),
        ("[200,500]", "[200,500] per(1)", False),
    ],
)
def test_what_a_multiple_is_taken_of_is_compared_where_it_has_a_name(one, other, alike):
    assert same_ranges([one], [other]) is alike


def test_things_confiscated_by_one_verb_are_one_measure_of_each_kind():
    text = "# 虚构放鸽条例\n\n第一条 夜间放飞信鸽的,没收信鸽和违法所得以及鸽笼、工具,处五百元以下罚款。"
    found = read_both(next(iter(units_of(split_statute(text, "虚构.md").articles[0]))))
    assert found.accepted
    goods, gains = ({"kind": f"confiscation_of_illegal_{each}"} for each in ("property", "gains"))
    fine = {"kind": "fine", "ranges": ["[,500]"]}
    assert differing([goods, gains, fine], found) == differing([goods, gains, goods, fine], found) == []
    assert differing([goods, fine], found) and differing([gains, goods, fine, goods], found)


def test_the_gold_is_read_twice_and_settled_where_the_two_differ():
    articles = {(each["file"], each["at"].partition("条")[0]) for each in HAND}
    assert len(articles) >= 300
    assert len({(each["file"], each["at"]) for each in HAND}) == len(HAND)
    for gold in HAND:
        one, other, alike = gold["hands"]
        assert alike <= min(one, other), gold["at"]
        assert ["agreed" in gold, "settled" in gold, "open" in gold].count(True) == 1, gold["at"]
        assert bool(gold.get("agreed")) != ("why" in gold and "differ" in gold), gold["at"]
        assert not gold.get("agreed") or one == other == alike, gold["at"]
    assert Counter(each.get("settled", "") for each in HAND)["A"] >= 15


def test_the_bound_is_that_of_no_fault_in_so_many_draws():
    # The sample size of 95 % confidence in 95 % is 59.
    assert bound(59) < 0.05 < bound(58)
    assert bound(1) == pytest.approx(0.95)
    assert bound(300) == pytest.approx(3 / 300, rel=0.01)


def test_the_readings_by_hand_hold_no_sentence():
    for gold in HAND:
        assert not any("\u4e00" <= char <= "\u9fff" for char in gold.get("why", "")), gold["at"]
        for line in gold["lines"]:
            said = json.dumps({k: v for k, v in line.items() if k != "kind"}, ensure_ascii=False)
            assert not any("\u4e00" <= char <= "\u9fff" for char in said), (gold["file"], gold["at"])
