"""Checks of citations: every rule cites an article that is listed, every encoded article has a rule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from enforcement_rules.checking.remark import Remark, remark
from enforcement_rules.rules.amount import Provision
from enforcement_rules.rules.base import Rule
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.citation import Part, citation_parts, written

_HAS_RULES = ("encoded", "partly")
_STALE = dt.timedelta(days=3 * 366)


def citations(rulesets: Rulesets) -> Iterator[Remark]:
    """Check that every rule cites an article of its instrument that is marked encoded or partly."""
    for version in rulesets.all_versions():
        numbered = any(citation_parts(article) for article in version.head.articles)
        for rule in version.rules():
            if numbered:
                yield from _citation(version, rule, rule.article)
                for place in rule.places[1:] if isinstance(rule, Provision) else ():
                    yield from _citation(version, rule, place)


def _citation(version: Version, rule: Rule, article: str) -> Iterator[Remark]:
    parts = citation_parts(article)
    if not parts:
        if article not in version.head.articles:
            yield remark("no_citation", version, rule, article=article)
        return
    status = _statuses(version).get(parts[0])
    if status is None:
        yield remark("article_not_listed", version, rule, article=article)
    elif status not in _HAS_RULES:
        yield remark("article_not_encoded", version, rule, article=article, status=status)


def _statuses(version: Version) -> dict[Part, str]:
    listed = {article: citation_parts(article) for article in version.head.articles}
    return {parts[0]: version.head.articles[article] for article, parts in listed.items() if parts}


def coverage(rulesets: Rulesets) -> Iterator[Remark]:
    """Check that every article marked encoded has a rule, and that a complete instrument lists all its articles."""
    for version in rulesets.all_versions():
        cited = {parts[0] for article in _cited(version) if (parts := citation_parts(article))}
        gaps = {parts[0] for gap in version.gaps if (parts := citation_parts(gap.article))}
        statuses = _statuses(version)
        for article, status in statuses.items():
            if status == "encoded" and article not in cited:
                yield remark("article_without_rule", version, article=written((article,)))
            if status == "partly" and article not in cited | gaps:
                yield remark("article_without_rule", version, article=written((article,)))
        missing = [*_missing(statuses)]
        if version.head.articles_complete and missing:
            yield remark("articles_missing", version, missing="、".join(missing))


def _missing(listed: Iterable[Part]) -> Iterator[str]:
    """Yield what a series of articles, or of items without an article, leaves out."""
    series: dict[str, set[int]] = {}
    for part in listed:
        series.setdefault(part.unit, set()).add(part.number)
    for unit, numbers in series.items():
        yield from (written((Part(unit, each),)) for each in range(1, max(numbers)) if each not in numbers)


def _cited(version: Version) -> Iterator[str]:
    yield from (rule.article for rule in version.rules())
    yield from (place for rule in version.penalties for place in rule.places)
    yield from (listing.article for listing in version.listings if listing.article is not None)
    for standard in version.appraisals:
        yield from (standard.article, *(item.article for item in standard.items if item.article is not None))


def heads(rulesets: Rulesets) -> Iterator[Remark]:
    """Check the period in force, and that sources were looked at in the last three years (against the newest)."""
    newest = max((version.head.checked for version in rulesets.all_versions()), default=dt.date.min)
    for version in rulesets.all_versions():
        start, end = version.head.in_force.from_, version.head.in_force.to
        if start is not None and end is not None and end < start:
            yield remark("in_force_upside_down", version)
        if newest - version.head.checked > _STALE:
            yield remark("old_source", version, checked=version.head.checked)
