"""Folders of rule files become `Rulesets`: the versions of instruments that are loaded together.

In come directories. Out come `Rulesets`: each version with its head, its rules and its hash, and the vocabulary that
all of them speak; or one error that names everything wrong in any file.

The room `vocabulary` below reads one vocabulary or one condition; here whole files are read, in the order of their
folders (`folders`), each rule with its place (`chapters`), and held against each other: that what a rule names exists,
that names are used once, that versions do not overlap (`checks` and the modules named after what they check).
"""

from __future__ import annotations

from enforcement_rules.loading.rulesets.load import load_rulesets
from enforcement_rules.loading.rulesets.shipped import shipped_directory

__all__ = [
    "load_rulesets",
    "shipped_directory",
]
