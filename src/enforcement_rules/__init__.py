"""Explained verdicts on administrative penalties (行政处罚): the law as data, a case in, a verdict with reasons out.

The public names are resolved on first use, so that importing the package alone costs next to nothing.

>>> from enforcement_rules import load_rulesets, load_case, review
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from enforcement_rules.values.version import VERSION as __version__  # noqa: N811 - the conventional name

if TYPE_CHECKING:
    from enforcement_rules.checking import check
    from enforcement_rules.evaluation.verdict import Verdict
    from enforcement_rules.evaluation.views import Deadline
    from enforcement_rules.explanation.deadlines import as_deadline_text
    from enforcement_rules.explanation.verdict import as_markdown, as_text
    from enforcement_rules.loading import load_calendar, load_case, load_law_text, load_rulesets, shipped_directory
    from enforcement_rules.model.case import Case
    from enforcement_rules.proceeding.change import Change
    from enforcement_rules.proceeding.public import appraise, deadlines, review
    from enforcement_rules.proceeding.session import CaseSession
    from enforcement_rules.proceeding.text import as_change_text
    from enforcement_rules.rules.ruleset import Rulesets
    from enforcement_rules.values.errors import InputError, Problem
    from enforcement_rules.writing import convert

_HOMES = {
    "Case": "model.case",
    "CaseSession": "proceeding.session",
    "Change": "proceeding.change",
    "Deadline": "evaluation.views",
    "InputError": "values.errors",
    "Problem": "values.errors",
    "Rulesets": "rules.ruleset",
    "Verdict": "evaluation.verdict",
    "appraise": "proceeding.public",
    "as_change_text": "proceeding.text",
    "as_deadline_text": "explanation.deadlines",
    "as_markdown": "explanation.verdict",
    "as_text": "explanation.verdict",
    "check": "checking",
    "convert": "writing",
    "deadlines": "proceeding.public",
    "load_calendar": "loading",
    "load_case": "loading",
    "load_law_text": "loading",
    "load_rulesets": "loading",
    "review": "proceeding.public",
    "shipped_directory": "loading",
}

__all__ = [
    "Case",
    "CaseSession",
    "Change",
    "Deadline",
    "InputError",
    "Problem",
    "Rulesets",
    "Verdict",
    "__version__",
    "appraise",
    "as_change_text",
    "as_deadline_text",
    "as_markdown",
    "as_text",
    "check",
    "convert",
    "deadlines",
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
