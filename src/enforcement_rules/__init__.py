"""Explained verdicts on administrative penalties (行政处罚): the law as data, a case in, a verdict with reasons out.

The public names are resolved on first use, so that importing the package alone costs next to nothing.

>>> from enforcement_rules import load_rulesets, load_case, review
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from enforcement_rules.values.version import VERSION as __version__  # noqa: N811 - the conventional name

if TYPE_CHECKING:
    from enforcement_rules.evaluation.appraisal import appraise
    from enforcement_rules.evaluation.engine import review
    from enforcement_rules.evaluation.verdict import Verdict
    from enforcement_rules.loading import load_calendar, load_case, load_law_text, load_rulesets, shipped_directory
    from enforcement_rules.model.case import Case
    from enforcement_rules.proceeding.session import CaseSession
    from enforcement_rules.rules.ruleset import Rulesets
    from enforcement_rules.values.errors import InputError
    from enforcement_rules.writing import convert

_HOMES = {
    "Case": "model.case",
    "CaseSession": "proceeding.session",
    "InputError": "values.errors",
    "Rulesets": "rules.ruleset",
    "Verdict": "evaluation.verdict",
    "appraise": "evaluation.appraisal",
    "convert": "writing",
    "load_calendar": "loading",
    "load_case": "loading",
    "load_law_text": "loading",
    "load_rulesets": "loading",
    "review": "evaluation.engine",
    "shipped_directory": "loading",
}

__all__ = [
    "Case",
    "CaseSession",
    "InputError",
    "Rulesets",
    "Verdict",
    "__version__",
    "appraise",
    "convert",
    "load_calendar",
    "load_case",
    "load_law_text",
    "load_rulesets",
    "review",
    "shipped_directory",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'enforcement_rules' has no attribute '{name}'")
    value = globals()[name] = getattr(import_module(f"enforcement_rules.{_HOMES[name]}"), name)
    return value
