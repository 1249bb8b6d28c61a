"""The receipt: the same case has the same hash, in every run."""

from __future__ import annotations

import os
import subprocess
import sys

HASHED = """
from enforcement_rules.evaluation.engine.receipt import _of_content
from enforcement_rules.model.case import Case
from enforcement_rules.model.statement import Statement
from enforcement_rules.values.choices import Choices

chosen = Choices(frozenset("abcdefgh"))
print(_of_content(Case(number="1", facts={"kinds": (Statement(chosen),)})))
"""


def test_the_hash_of_a_case_in_memory_does_not_depend_on_the_order_of_sets():
    runs = [
        subprocess.run(
            [sys.executable, "-c", HASHED],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        for seed in ("1", "2")
    ]
    assert len({run.stdout for run in runs}) == 1
    assert len(runs[0].stdout.strip()) == 64
