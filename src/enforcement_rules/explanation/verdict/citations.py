"""Rules that a verdict names by their ids, as citations."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.evaluation.verdict import RuleRef
from enforcement_rules.explanation.forms import Formatter


def rule_in_words(rule: str, form: Formatter) -> str:
    """Return a rule by its citation; one that the verdict does not answer by the title of its instrument."""
    for ref in _refs(form):
        if ref.rule == rule:
            return form.cite(ref)
    instrument = rule.partition("/")[0]
    return form.title(instrument)


def _refs(form: Formatter) -> Iterator[RuleRef]:
    for result in form.verdict.results:
        yield from (ground.ref for ground in result.treatment.grounds)
        yield from (candidate.ref for candidate in result.candidates)
        yield from (each.ref for each in (result.statutory, result.tier, result.scheme) if each and each.ref)
    yield from (finding.ref for finding in form.verdict.findings)
