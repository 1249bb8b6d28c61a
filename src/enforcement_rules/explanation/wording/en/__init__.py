"""The English sentences, by code; a file for each thing that is shown."""

from __future__ import annotations

from enforcement_rules.explanation.wording.en.amounts import WORDS as AMOUNTS
from enforcement_rules.explanation.wording.en.appraisal import WORDS as APPRAISAL
from enforcement_rules.explanation.wording.en.catalogue import WORDS as CATALOGUE
from enforcement_rules.explanation.wording.en.coverage import WORDS as COVERAGE
from enforcement_rules.explanation.wording.en.deadlines import WORDS as DEADLINES
from enforcement_rules.explanation.wording.en.evidence import WORDS as EVIDENCE
from enforcement_rules.explanation.wording.en.interview import WORDS as INTERVIEW
from enforcement_rules.explanation.wording.en.names import WORDS as NAMES
from enforcement_rules.explanation.wording.en.page import WORDS as PAGE
from enforcement_rules.explanation.wording.en.proceeding import WORDS as PROCEEDING
from enforcement_rules.explanation.wording.en.quotes import WORDS as QUOTES
from enforcement_rules.explanation.wording.en.skeleton import WORDS as SKELETON
from enforcement_rules.explanation.wording.en.stated import WORDS as STATED
from enforcement_rules.explanation.wording.en.verdict import WORDS as VERDICT

TABLE: dict[str, str] = {
    **VERDICT,
    **AMOUNTS,
    **APPRAISAL,
    **CATALOGUE,
    **COVERAGE,
    **DEADLINES,
    **EVIDENCE,
    **INTERVIEW,
    **NAMES,
    **PAGE,
    **PROCEEDING,
    **QUOTES,
    **SKELETON,
    **STATED,
}
