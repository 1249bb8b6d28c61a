"""Checks of lists: a condition, a ground and a provision for every entry, and nothing narrower than the law."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.checking.remark import Remark, remark
from enforcement_rules.rules.amount import CitedProvision
from enforcement_rules.rules.base import Rule
from enforcement_rules.rules.condition import ALWAYS, facts_of
from enforcement_rules.rules.listing import Entry, Listing
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.citation import citation_covers
from enforcement_rules.values.kinds import SPARING

_EFFECTS = {
    "lighter": frozenset({"lighter"}),
    "mitigated": frozenset({"mitigated"}),
    "first_violation_no_penalty": SPARING,
    "minor_no_penalty": SPARING,
}
_LAW = ("law", "administrative_regulation", "local_regulation", "departmental_rule", "local_government_rule")
_REPEAT = ("violation.first",)


def listings(rulesets: Rulesets) -> Iterator[Remark]:
    """Check every list and its entries."""
    for version in rulesets.all_versions():
        for listing in version.listings:
            found = [*_list(rulesets, version, listing)]
            found += [each for entry in listing.entries for each in _entry(rulesets, version, listing, entry)]
            yield from (each for each in found if each.code not in listing.accepted)


def _list(rulesets: Rulesets, version: Version, listing: Listing) -> Iterator[Remark]:
    if not set(listing.then.effects) <= _EFFECTS[listing.list]:
        yield remark("entry_effect", version, list=listing.name, effects=", ".join(listing.then.effects))
    if listing.ground is None:
        yield remark("list_without_ground", version, list=listing.name)
    elif not _known(rulesets, listing.ground):
        yield remark("ground_unknown", version, list=listing.name, article=listing.ground.article or "")


def _known(rulesets: Rulesets, cited: CitedProvision) -> bool:
    """Say whether a cited article is one of a loaded instrument; what is not loaded cannot be judged."""
    versions = rulesets.versions.get(cited.instrument or "", ())
    article = cited.article
    if not versions or article is None:
        return True
    return any(citation_covers(known, article) for version in versions for known in version.head.articles)


def _entry(rulesets: Rulesets, version: Version, listing: Listing, entry: Entry) -> Iterator[Remark]:
    if listing.when == ALWAYS and entry.when == ALWAYS:
        yield remark("entry_without_condition", version, entry)
    if not entry.penalised_by:
        yield remark("entry_without_basis", version, entry)
    asked = {*facts_of(listing.when), *facts_of(entry.when)}
    if listing.list == "mitigated" and not _grounded(rulesets, asked):
        yield remark("mitigation_without_ground", version, entry)
    if listing.list == "minor_no_penalty" and listing.then.binding and asked & set(_REPEAT):
        yield remark("minor_narrowed", version, entry)
    for cited in entry.penalised_by:
        yield from expired(rulesets, version, entry, cited)


def _grounded(rulesets: Rulesets, asked: set[str]) -> bool:
    """Say whether what an entry asks for includes what some law, regulation or rule mitigates for."""
    return any(
        "mitigated" in rule.then.effects and asked >= set(facts_of(rule.when))
        for version in rulesets.all_versions()
        if version.head.rank in _LAW
        for rule in version.circumstances
    )


def expired(rulesets: Rulesets, version: Version, rule: Rule, cited: CitedProvision) -> Iterator[Remark]:
    """Report a list or benchmark that outlives the provision it cites where nothing says what took its place."""
    versions = rulesets.versions.get(cited.instrument or "", ())
    if not versions or versions[-1].head.in_force.to is None:
        return
    last, end = versions[-1], version.head.in_force.to
    ended = last.head.in_force.to
    meant = [
        each
        for each in last.penalties
        if cited.article is None or any(citation_covers(cited.article, place) for place in each.places)
    ]
    if ended is not None and (end is None or end > ended) and not any(each.becomes for each in meant):
        yield remark("basis_expired", version, rule, article=cited.article or last.head.id, to=ended.isoformat())
