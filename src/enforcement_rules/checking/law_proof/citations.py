"""Citations of rules: each resolves in the wording that the version rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from enforcement_rules.checking.law_proof.finding import Finding
from enforcement_rules.rules.amount import Provision
from enforcement_rules.rules.base import Rule
from enforcement_rules.rules.ruleset import Version
from enforcement_rules.statutes.text import Wording, passage
from enforcement_rules.values.errors import InputError, Place

_UNIT = re.compile(r"第[^第]*?(款|项|目)")


def cited_places(citation: str) -> tuple[str, ...]:
    """Return the places of a citation; one that begins with 款 or 项 lies in the article or paragraph before it.

    >>> cited_places("第十八条第五项、第九项"), cited_places("第五条、第八条")
    (('第十八条第五项', '第十八条第九项'), ('第五条', '第八条'))
    """
    places: list[str] = []
    for each in citation.split("、"):
        unit = _UNIT.match(each)
        before = re.sub(rf"第[^第]*{unit[1]}.*$", "", places[-1]) if unit and places else ""
        places.append(before + each)
    return tuple(places)


def all_places(rule: Rule) -> tuple[str, ...]:
    """Return every place that a rule cites: with 、 between them, as what it rests on, as its items."""
    named = cited_places(rule.article)
    return (*named, *rule.places[1:], *rule.items) if isinstance(rule, Provision) else named


def unresolved(version: Version, rule: Rule, wording: Wording) -> Iterator[Finding]:
    """Yield what a rule cites and its text has not."""
    for cited in all_places(rule):
        try:
            passage(wording, cited)
        except InputError as error:
            yield Finding(
                code="citation",
                level="contradiction",
                rule=version.rule_id(rule.name),
                place=rule.place or Place(""),
                law=wording.title,
                text=Place(wording.file),
                args={"why": (error.problems[0].text("zh"), error.problems[0].text("en"))},
            )
