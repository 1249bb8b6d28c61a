"""The table of what is covered names rules and gaps that exist, and every researched requirement once."""

from __future__ import annotations

import re
from pathlib import Path

from enforcement_rules import load_rulesets

TEXT = (Path(__file__).parents[2] / "docs" / "coverage_of_procedure.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([A-Z]+-[A-Z0-9-]+) \| (.+?) \| (.+) \|$", TEXT, flags=re.MULTILINE)


def test_every_requirement_and_every_check_of_the_plan_is_there_once():
    ids = [id_ for id_, _, _ in ROWS]
    assert len(ids) == len(set(ids)) == 162 + 51
    assert sum(id_.startswith("SYS-") for id_ in ids) == 51


def test_every_rule_and_gap_named_exists():
    loaded = {
        version.rule_id(each.name)
        for version in load_rulesets().all_versions()
        for each in (*version.rules(), *version.gaps)
    }
    named = {rule for _, _, rules in ROWS for rule in re.findall(r"`([a-z_0-9]+/[a-z_0-9]+)`", rules)}
    assert len(named) > 150
    assert named <= loaded, sorted(named - loaded)


PENALTIES = (Path(__file__).parents[2] / "docs" / "coverage_of_penalties.md").read_text(encoding="utf-8")


def test_the_table_of_penalties_says_of_every_provision_whether_it_is_whole():
    told = re.findall(r"^\| `([a-z_0-9/]+)` \((.+?)\) \| .+? \| .+? \| (yes|no) \|", PENALTIES, flags=re.MULTILINE)
    loaded = {
        (version.rule_id(each.name), version.head.version, "yes" if each.whole else "no")
        for version in load_rulesets().all_versions()
        for each in version.penalties
    }
    assert len(told) == len(set(told))
    assert set(told) == loaded
