"""All checks, one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from enforcement_rules.checking import appraisals, articles, listings, names, referred, rules, shared, tiers
from enforcement_rules.checking.law_proof import Finding, prove
from enforcement_rules.checking.remark import Remark
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.statutes.text import LawText
from enforcement_rules.values.arguments import hold_argument

CHECKS: tuple[Callable[[Rulesets], Iterator[Remark]], ...] = (
    articles.citations,
    articles.coverage,
    articles.heads,
    referred.references,
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


def check(
    rulesets: Rulesets, *, law_text: LawText | None = None, to_share: bool = False
) -> tuple[Remark | Finding, ...]:
    """Return everything that is wrong with rulesets: of themselves, then against the text of the law.

    Each has a `code`, a `place` in the rules and a `line(lang)`; a `Finding` has a place in the text besides. What a
    provision accepts with a reason is left out; `law_proof.prove` returns it, and how each provision came out.

    Args:
        rulesets: what is checked, as `load_rulesets` returns it.
        law_text: the folder of statute texts, as `load_law_text` returns it; without it nothing is proved.
        to_share: whether they are meant to be shared, so that every text must stand in English, too.

    Raises:
        InputError: for an argument of another type.
    """
    hold_argument("rulesets", rulesets, Rulesets, "a Rulesets from load_rulesets()")
    hold_argument("law_text", law_text, (LawText, type(None)), "a LawText from load_law_text()")
    found = check_rulesets(rulesets, to_share=to_share)
    return found if law_text is None else (*found, *prove(rulesets, law_text).findings)
