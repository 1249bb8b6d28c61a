"""A start of the command line stays cheap, measured against its packages alone in the same run."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path("benchmarks").resolve()))
from command_line import BASELINE, NAMES, REVIEW, measured, surroundings

MOST = {"names": 2.6, "review": 4.5}
"""Times the baseline; docs/cache.md says what was measured."""


@pytest.mark.skipif(sys.platform == "win32", reason="CPU time of children is POSIX's")
def test_a_review_costs_a_few_times_what_its_packages_cost():
    with surroundings() as setting:
        found = measured({"base": BASELINE, "names": NAMES, "review": REVIEW}, 5, setting)
    for name, most in MOST.items():
        assert found[name] / found["base"] < most, (name, found)
