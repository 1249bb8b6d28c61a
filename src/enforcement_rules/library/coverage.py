"""How often each rule held, failed and was left open by missing facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from enforcement_rules.evaluation.verdict import Verdict
from enforcement_rules.rules.circumstance import Circumstance
from enforcement_rules.rules.requirement import Requirement
from enforcement_rules.rules.ruleset import Rulesets

ANSWERS = ("held", "failed", "open")
_FINDINGS = {"satisfied": "held", "breached": "failed", "apparent": "failed", "undetermined": "open"}
_GROUNDS = {"yes": "held", "no": "failed", "unknown": "open"}


class Coverage:
    """Counts of answers by rule."""

    def __init__(self) -> None:
        """Start with nothing counted."""
        self.counts: dict[str, Counter[str]] = {}

    def add(self, verdict: Verdict) -> None:
        """Count the answers of a verdict."""
        for finding in verdict.findings:
            self._count(finding.ref.rule, _FINDINGS.get(finding.status))
        for result in verdict.results:
            for ground in result.treatment.grounds:
                self._count(ground.ref.rule, _GROUNDS.get(ground.status))

    def _count(self, rule: str, answer: str | None) -> None:
        if answer:
            self.counts.setdefault(rule, Counter())[answer] += 1

    def without(self, answer: str, rulesets: Rulesets) -> Iterator[str]:
        """Yield the duties and circumstances that never gave an answer (`held`, `failed` or `open`)."""
        for version in rulesets.all_versions():
            for rule in version.rules():
                name = version.rule_id(rule.name)
                if isinstance(rule, Requirement | Circumstance) and not self.counts.get(name, Counter())[answer]:
                    yield name
