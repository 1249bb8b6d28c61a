"""How much of the penalty law is encoded: each penalty article of each statute text, held against the rulesets.

In come rulesets and a folder of statute texts. An article counts as encoded where every paragraph of it that threatens
a penalty has a provision that was read as a whole (`whole`); a gap does not encode it, and neither does a draft.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from enforcement_rules.rules.amount import Provision
from enforcement_rules.rules.requirement import Gap
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.statutes.penalty_articles import PENALTY, Classified, classified
from enforcement_rules.statutes.text import Article, Entry, LawText
from enforcement_rules.values.citation import Part, citation_parts
from enforcement_rules.values.errors import InputError, Problem

_RANGE = re.compile("条(?:之[^第]+)?(?:至|到)第")
EncodedStatus = Literal["encoded", "partly", "draft", "gap", "missing"]
STATUSES: tuple[EncodedStatus, ...] = ("encoded", "partly", "draft", "gap", "missing")
"""From all of an article in applied rules to nothing about it."""


class ArticleCoverage(Struct, frozen=True, kw_only=True):
    """A penalty article and what the rulesets hold of it.

    Attributes:
        article: as the law writes it (第五十条之一).
        line: where it stands in its file.
        status: see `STATUSES`; the best that holds of the article as a whole.
        rules: the provisions on it, by name.
        paragraphs: the numbers of the paragraphs that threaten a penalty and that no whole provision covers.
        gaps: the gaps that speak of it: name, reason.
    """

    article: str
    line: int
    status: EncodedStatus
    rules: tuple[str, ...] = ()
    paragraphs: tuple[int, ...] = ()
    gaps: tuple[tuple[str, str], ...] = ()


class WordingCoverage(Struct, frozen=True, kw_only=True):
    """A text of the folder with its penalty articles.

    Attributes:
        entry: the text.
        versions: the ids of the versions of rulesets that rest on it.
        articles: its penalty articles, in order.
        excluded: how many articles speak of penalties and are no penalty articles, by their class.
        problems: why the text could not be read.
    """

    entry: Entry
    versions: tuple[str, ...] = ()
    articles: tuple[ArticleCoverage, ...] = ()
    excluded: tuple[tuple[str, int], ...] = ()
    problems: tuple[Problem, ...] = ()

    def count(self, status: EncodedStatus) -> int:
        """Return how many penalty articles have a status."""
        return sum(each.status == status for each in self.articles)


def law_coverage(rulesets: Rulesets, texts: LawText) -> tuple[WordingCoverage, ...]:
    """Return what of each text is encoded, by title and day; a text that cannot be read says why.

    Args:
        rulesets: the encoded law.
        texts: the folder of statute texts.
    """
    resting = _resting(rulesets, texts)
    return tuple(_wording(entry, resting.get(entry.file, []), texts) for entry in texts.entries)


def _resting(rulesets: Rulesets, texts: LawText) -> dict[str, list[Version]]:
    """Return the versions of rulesets by the file that they rest on."""
    found: dict[str, list[Version]] = {}
    for version in rulesets.all_versions():
        head = version.head
        match = texts.matching(head.title.zh, head.version, head.in_force.from_, head.in_force.to)
        if match.entry is not None:
            found.setdefault(match.entry.file, []).append(version)
    return found


def _wording(entry: Entry, versions: list[Version], texts: LawText) -> WordingCoverage:
    try:
        wording = texts.wording(entry)
    except InputError as error:
        return WordingCoverage(entry=entry, problems=error.problems)
    found = [classified(each, wording.title) for each in wording.articles]
    counted = [each for each in found if each.is_penalty_article]
    others = Counter(each.is_a for each in found if not each.is_penalty_article and each.is_a != "none")
    return WordingCoverage(
        entry=entry,
        versions=tuple(version.head.id for version in versions),
        articles=tuple(_article(each, versions) for each in counted),
        excluded=tuple(sorted(others.items())),
    )


def _article(found: Classified, versions: list[Version]) -> ArticleCoverage:
    article = found.article
    provisions = [rule for version in versions for rule in version.penalties if _rests_in(rule, article)]
    drafts = [rule for version in versions for rule in version.drafts if _rests_in(rule, article)]
    gaps = [gap for version in versions for gap in version.gaps if _speaks_of(gap.article, article)]
    open_ = tuple(number for number in _threatening(found) if not _covered(number, article, provisions))
    return ArticleCoverage(
        article=article.name,
        line=article.place.line,
        status=_status(provisions, drafts, gaps, open_),
        rules=tuple(rule.name for rule in (*provisions, *drafts)),
        paragraphs=open_,
        gaps=tuple((gap.name, gap.reason) for gap in gaps if gap.reason != "draft"),
    )


def _speaks_of(citation: str, article: Article) -> bool:
    wanted = Part("条", article.number, article.insert)
    named = [part for part in citation_parts(citation) if part.unit == "条"]
    if wanted in named:
        return True
    return _RANGE.search(citation) is not None and len(named) > 1 and named[0] < wanted < named[-1]


def _rests_in(rule: Provision, article: Article) -> bool:
    return any(_speaks_of(place, article) for place in rule.places)


def _threatening(found: Classified) -> tuple[int, ...]:
    """Return the numbers of the paragraphs that threaten, by the lines that their sentences stand in."""
    lines = {said.place.line for said in found.said if said.is_a in PENALTY}
    starts = [paragraph.place.line for paragraph in found.article.paragraphs]
    ends = [*starts[1:], max([*lines, *starts]) + 1]
    spans = zip(found.article.paragraphs, starts, ends, strict=True)
    return tuple(each.number for each, start, end in spans if any(start <= line < end for line in lines))


def _covered(number: int, article: Article, provisions: Iterable[Provision]) -> bool:
    """Say whether a provision that was read as a whole speaks of a paragraph, or of the article without naming one."""
    places = [place for rule in provisions if rule.whole for place in rule.places if _speaks_of(place, article)]
    return any(not (named := tuple(_paragraphs(place))) or number in named for place in places)


def _paragraphs(citation: str) -> Iterator[int]:
    return (part.number for part in citation_parts(citation) if part.unit == "款")


def _status(
    provisions: list[Provision], drafts: list[Provision], gaps: list[Gap], open_: tuple[int, ...]
) -> EncodedStatus:
    if provisions:
        return "partly" if open_ else "encoded"
    if drafts:
        return "draft"
    return "gap" if gaps else "missing"
