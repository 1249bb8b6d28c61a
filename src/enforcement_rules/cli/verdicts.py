"""The verdict on a file, for the commands that review one, and the texts attached to it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from enforcement_rules.cli.common import Setting, as_of, case_at
from enforcement_rules.cli.options import Lang
from enforcement_rules.cli.streams import tell
from enforcement_rules.evaluation.engine import review
from enforcement_rules.evaluation.plan import Evaluator
from enforcement_rules.evaluation.verdict import Verdict
from enforcement_rules.values.errors import InputError

if TYPE_CHECKING:
    from enforcement_rules.statutes.text import LawText


def verdict_on(case: Path, here: Setting, lang: Lang, evaluator: Evaluator = "compiled") -> Verdict:
    """Review one file; without a day and without a date of decision as of today, which is said.

    Raises:
        InputError: when the file cannot be read as a case, or the evaluator cannot be used here.
    """
    at = partial(review, case_at(case, here.law), here.law, calendar=here.calendar, evaluator=evaluator)
    return as_of(case, here.day, lang, ("审查", "reviewed"), at)


def attached(folder: Path | None, lang: Lang) -> LawText | None:
    """Return the statute texts of a folder, none where none is named; one that is of no use is as an empty one.

    What is wrong with it is shown, and is no reason not to review.
    """
    if folder is None:
        return None
    from enforcement_rules.loading import load_law_text
    from enforcement_rules.statutes.text import LawText, Wording

    try:
        texts = load_law_text(folder)
    except InputError as error:
        texts = LawText((), lambda entry: Wording(entry.file, entry.title, ()), error.problems)
    for problem in texts.problems:
        tell(problem.line(lang.value))
    return texts
