"""Rules that a verdict names by their ids, as citations."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.evaluation.verdict import RuleRef
from enforcement_rules.explanation.forms import Formatter


def rule_in_words(rule: str, form: Formatter) -> str:
    """Return a rule by its citation; one that the verdict does not answer by the title of its instrument."""
    return cited(rule, form) or form.title(rule.partition("/")[0])


def cited(rule: str, form: Formatter) -> str | None:
    """Return a rule that the verdict answers by its citation; nothing for another."""
    return next((form.cite(ref) for ref in _refs(form) if ref.rule == rule), None)


def rules_in_words(rules: list[str], form: Formatter) -> str:
    """Return rules by their citations, each instrument once; those that the verdict does not answer by their titles."""
    refs = {ref.rule: ref for ref in _refs(form)}
    known = [refs[rule] for rule in dict.fromkeys(rules) if rule in refs]
    others = dict.fromkeys(form.title(rule.partition("/")[0]) for rule in rules if rule not in refs)
    return form.words.say("semicolon").join([*([form.cite_all(known)] if known else []), *others])


def _refs(form: Formatter) -> Iterator[RuleRef]:
    for result in form.verdict.results:
        yield from (ground.ref for ground in result.treatment.grounds)
        yield from (candidate.ref for candidate in result.candidates)
        yield from (each.ref for each in (result.statutory, result.tier, result.scheme) if each and each.ref)
    yield from (finding.ref for finding in form.verdict.findings)
