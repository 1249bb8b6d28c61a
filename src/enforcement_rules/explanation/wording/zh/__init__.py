"""The Chinese sentences, by code; a file for each thing that is shown."""

from __future__ import annotations

from enforcement_rules.explanation.wording.zh.amounts import WORDS as AMOUNTS
from enforcement_rules.explanation.wording.zh.appraisal import WORDS as APPRAISAL
from enforcement_rules.explanation.wording.zh.catalogue import WORDS as CATALOGUE
from enforcement_rules.explanation.wording.zh.coverage import WORDS as COVERAGE
from enforcement_rules.explanation.wording.zh.deadlines import WORDS as DEADLINES
from enforcement_rules.explanation.wording.zh.evidence import WORDS as EVIDENCE
from enforcement_rules.explanation.wording.zh.interview import WORDS as INTERVIEW
from enforcement_rules.explanation.wording.zh.names import WORDS as NAMES
from enforcement_rules.explanation.wording.zh.page import WORDS as PAGE
from enforcement_rules.explanation.wording.zh.proceeding import WORDS as PROCEEDING
from enforcement_rules.explanation.wording.zh.quotes import WORDS as QUOTES
from enforcement_rules.explanation.wording.zh.skeleton import WORDS as SKELETON
from enforcement_rules.explanation.wording.zh.stated import WORDS as STATED
from enforcement_rules.explanation.wording.zh.verdict import WORDS as VERDICT

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
