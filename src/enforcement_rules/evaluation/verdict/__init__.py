"""The verdict: frozen records of codes, numbers and references, and their JSON.

In: nothing but values and proofs that others worked out. Out: `Verdict` and its parts, `to_dict`. There is no logic
of law here; what fills the records stands in the rooms above, from `duties` to `engine`.
"""

from __future__ import annotations

from enforcement_rules.evaluation.verdict.amounts import (
    Amount,
    Candidate,
    Column,
    GainsCheck,
    LawChoice,
    ProposalCheck,
    SchemeChoice,
    TierChoice,
    Way,
)
from enforcement_rules.evaluation.verdict.codes import Burden, Known, Outcome, ProofStatus, Side, Status, WarningCode
from enforcement_rules.evaluation.verdict.contested import Contested, Said
from enforcement_rules.evaluation.verdict.evidence_rows import ELEMENTS, ElementCheck, Excluded, Standing
from enforcement_rules.evaluation.verdict.findings import OPEN, PASSED, Finding
from enforcement_rules.evaluation.verdict.questions import UNNAMED, Ask, AskFact, Flip, NotChecked, Question
from enforcement_rules.evaluation.verdict.quotes import About, Cited, Quote, Quoting, Unquoted, named_in, provision_of
from enforcement_rules.evaluation.verdict.references import RuleRef, list_of, word
from enforcement_rules.evaluation.verdict.results import Result
from enforcement_rules.evaluation.verdict.stated import Denied, Stated, StatedCitation, StatedProposal, StatedTier
from enforcement_rules.evaluation.verdict.trace import trace_of
from enforcement_rules.evaluation.verdict.treatment import Ground, Interplay, Treatment
from enforcement_rules.evaluation.verdict.verdict import Headline, Verdict
from enforcement_rules.evaluation.verdict.warnings import InputWarning

__all__ = [
    "ELEMENTS",
    "OPEN",
    "PASSED",
    "UNNAMED",
    "About",
    "Amount",
    "Ask",
    "AskFact",
    "Burden",
    "Candidate",
    "Cited",
    "Column",
    "Contested",
    "Denied",
    "ElementCheck",
    "Excluded",
    "Finding",
    "Flip",
    "GainsCheck",
    "Ground",
    "Headline",
    "InputWarning",
    "Interplay",
    "Known",
    "LawChoice",
    "NotChecked",
    "Outcome",
    "ProofStatus",
    "ProposalCheck",
    "Question",
    "Quote",
    "Quoting",
    "Result",
    "RuleRef",
    "Said",
    "SchemeChoice",
    "Side",
    "Standing",
    "Stated",
    "StatedCitation",
    "StatedProposal",
    "StatedTier",
    "Status",
    "TierChoice",
    "Treatment",
    "Unquoted",
    "Verdict",
    "WarningCode",
    "Way",
    "list_of",
    "named_in",
    "provision_of",
    "trace_of",
    "word",
]
