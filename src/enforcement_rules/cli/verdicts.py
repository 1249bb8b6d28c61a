"""The verdict on a file, for the commands that review one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from enforcement_rules.cli.common import Setting, as_of, case_at
from enforcement_rules.cli.options import Lang
from enforcement_rules.evaluation.engine import review
from enforcement_rules.evaluation.plan import Evaluator
from enforcement_rules.evaluation.verdict import Verdict


def verdict_on(case: Path, here: Setting, lang: Lang, evaluator: Evaluator = "compiled") -> Verdict:
    """Review one file; without a day and without a date of decision as of today, which is said.

    Raises:
        InputError: when the file cannot be read as a case, or the evaluator cannot be used here.
    """
    at = partial(review, case_at(case, here.law), here.law, calendar=here.calendar, evaluator=evaluator)
    return as_of(case, here.day, lang, ("审查", "reviewed"), at)
