"""Checks of references: the article whose penalties a provision takes is loaded, and says one thing."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.checking.remark import Remark, remark
from enforcement_rules.rules.amount import Provision
from enforcement_rules.rules.referred import meant, with_penalties
from enforcement_rules.rules.ruleset import Rulesets, Version


def references(rulesets: Rulesets) -> Iterator[Remark]:
    """Check that every article that a provision refers to for its penalties has them in some loaded version."""
    for version in rulesets.all_versions():
        for rule in version.unresolved:
            yield _unresolved(version, rule)
        for rule in version.penalties:
            if rule.as_in is not None and not _found(rulesets, rule):
                yield _unresolved(version, rule)


def _found(rulesets: Rulesets, rule: Provision) -> bool:
    cited = rule.as_in
    assert cited is not None
    versions = rulesets.versions.get(cited.instrument or "", ())
    return any(with_penalties(rule, meant(each.penalties, cited.article or "")) is not None for each in versions)


def _unresolved(version: Version, rule: Provision) -> Remark:
    cited = rule.as_in
    named = "" if cited is None else f"{cited.instrument or cited.title} {cited.article}"
    return remark("reference_unresolved", version, rule, named=named)
