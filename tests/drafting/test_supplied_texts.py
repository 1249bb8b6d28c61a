"""Drafts of the supplied statute texts load, whatever stands in them (skipped where they are not beside the checkout)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from enforcement_rules import InputError, load_law_text, load_rulesets
from enforcement_rules.drafting import draft_of

TEXTS = Path("../shared/law/text")
ENTRIES = load_law_text(TEXTS).entries[::9] if TEXTS.is_dir() else ()
REASON = "no statute texts beside the checkout: they are not part of the repository"


@pytest.mark.skipif(not ENTRIES, reason=REASON)
def test_drafts_of_supplied_texts_load(tmp_path):
    texts = load_law_text(TEXTS)
    provisions = 0
    for n, entry in enumerate(ENTRIES):
        try:
            made = draft_of(texts.wording(entry), entry, f"draft_{n}", today=dt.date(2026, 11, 1))
        except InputError as refused:
            if {problem.code for problem in refused.problems} != {"no_penalty_articles"}:
                raise
            continue
        folder = tmp_path / f"draft_{n}"
        folder.mkdir()
        for name, content in made.files.items():
            (folder / name).write_text(content, encoding="utf-8")
        provisions += made.provisions
    drafts = [rule for version in load_rulesets(tmp_path).all_versions() for rule in version.drafts]
    assert len(drafts) == provisions > 0
