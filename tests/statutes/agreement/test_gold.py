"""The readers held against readings made by hand: places and values of real articles, without their sentences.

The texts lie beside the checkout; without them the test is skipped and says so.
"""

from __future__ import annotations

import copy
import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path("tools").resolve()))
import readers
from readers import GOLD, PAGE, against_gold, differing, page

from enforcement_rules.statutes.agreement import read_both
from enforcement_rules.statutes.clauses import units_of
from enforcement_rules.statutes.text import passage

HAND = json.loads(GOLD.read_text(encoding="utf-8"))
CHANGES = {
    "kind": lambda line: line | {"kind": "warning" if line["kind"] != "warning" else "fine"},
    "force": lambda line: line | {"force": "shall" if line.get("force") == "may" else "may"},
    "range": lambda line: line | {"ranges": ["[1,2]"]},
    "condition": lambda line: line | {"conditions": ["tier:vile"]},
    "choice": lambda line: line | {"choice": 0 if line.get("choice") else 1},
    "step": lambda line: line | {"step": 7},
}


@pytest.mark.long
def test_nothing_that_is_accepted_differs_from_the_reading_by_hand(law_texts):
    counts, wrong = against_gold(law_texts)
    assert wrong == []
    assert counts["accepted that threaten"] >= 110 and counts["other text"] == 0


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
            if line["kind"] not in readers._NOT_COMPARED and line["kind"] != "order":
                lines = copy.deepcopy(gold["lines"])
                lines[n] = CHANGES[change](line)
                assert differing(lines, found), (gold["file"], gold["at"], n)
                tried += 1
    assert tried > 100


def test_the_readings_by_hand_hold_no_sentence():
    for gold in HAND:
        for line in gold["lines"]:
            said = json.dumps({k: v for k, v in line.items() if k != "kind"}, ensure_ascii=False)
            assert not any("\u4e00" <= char <= "\u9fff" for char in said), (gold["file"], gold["at"])
