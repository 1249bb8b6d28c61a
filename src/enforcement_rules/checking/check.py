"""All checks, one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from enforcement_rules.checking import appraisals, articles, listings, names, rules, shared, tiers
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


def check_rulesets(rulesets: Rulesets, *, to_share: bool = False) -> tuple[Remark, ...]:
    """Return everything that is wrong with rulesets, in the order of the files.

    Args:
        rulesets: what is checked.
        to_share: whether they are meant to be shared, so that every text must stand in English, too.
    """
    # One fault of a tier may show in several branches of the statute; it is said once.
    checks = (*CHECKS, *((shared.without_english,) if to_share else ()))
    found = {(each.line(), each.line("zh")): each for check in checks for each in check(rulesets)}.values()
    return tuple(sorted(found, key=lambda each: (str(each.place), each.code, sorted(map(str, each.args.values())))))
