"""The proof of penalty provisions against the official text: both directions, aligned penalty by penalty.

In come rulesets and a folder of statute texts; out come a status for each provision and findings with places on both
sides. The text is read by `statutes.proving` alone; what cannot be read is said and never counted as proved.
"""

from __future__ import annotations

from enforcement_rules.checking.law_proof.finding import LEVELS, MESSAGES, Finding, Level
from enforcement_rules.checking.law_proof.proof import LawProof, Proved, Status, prove

__all__ = ["LEVELS", "MESSAGES", "Finding", "LawProof", "Level", "Proved", "Status", "prove"]
