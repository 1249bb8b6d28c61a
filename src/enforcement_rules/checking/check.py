"""All checks, one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from enforcement_rules.checking import appraisals, articles, listings, names, rules, tiers
from enforcement_rules.checking.remark import Remark
from enforcement_rules.rules.ruleset import Rulesets

CHECKS: tuple[Callable[[Rulesets], Iterator[Remark]], ...] = (
    articles.citations,
    articles.coverage,
    articles.heads,
    tiers.benchmarks,
    listings.listings,
    appraisals.standards,
    rules.requirements,
    rules.elements,
    rules.sources,
    rules.dead,
    rules.conflicts,
    names.keys,
)


def check_rulesets(rulesets: Rulesets) -> tuple[Remark, ...]:
    """Return everything that is wrong with rulesets, in the order of the files."""
    # One fault of a tier may show in several branches of the statute; it is said once.
    found = {(each.line(), each.line("zh")): each for check in CHECKS for each in check(rulesets)}.values()
    return tuple(sorted(found, key=lambda each: (str(each.place), each.code, sorted(map(str, each.args.values())))))
