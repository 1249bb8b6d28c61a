"""What a case says of elements must hold together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from enforcement_rules.loading.reading import Document, Problems
from enforcement_rules.model.case import Case, Claim, Violation
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.errors import Path


def check_elements(case: Case, document: Document, law: Rulesets, problems: Problems) -> None:
    """Note elements that no ruleset names, evidence named twice or on both sides, and speakers heard twice."""
    known = sorted(law.elements) if any(violation.elements for violation in case.violations) else []
    for n, violation in enumerate(case.violations):
        for name in violation.elements:
            path: Path = ("violations", n, "elements", name)
            if name not in law.elements:
                codes = ("unknown_element_near", "unknown_element")
                problems.unknown(document, codes, path, name, known, name=name, expected=known)
            _check_claims(violation.claims(name), name, path, document, problems)


def _check_claims(claims: tuple[Claim, ...], name: str, path: Path, document: Document, problems: Problems) -> None:
    speakers: set[str | None] = set()
    for n, claim in enumerate(claims):
        if claim.by in speakers:
            problems.add(document, "element_stated_twice", (*path, n), name=name)
        speakers.add(claim.by)
        for ids in (claim.proven_by, claim.refuted_by):
            for id_ in sorted(id_ for id_, times in Counter(ids).items() if times > 1):
                problems.add(document, "evidence_named_twice", path, id=id_, name=name)
        for id_ in sorted(set(claim.proven_by) & set(claim.refuted_by)):
            problems.add(document, "evidence_on_both_sides", path, id=id_, name=name)


def evidence_of_elements(violation: Violation, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield every piece of evidence that is named for or against an element, with its path."""
    for name, said in violation.elements.items():
        here: Path = (*path, "elements", name)
        if isinstance(said, Claim):
            yield from _named(said, here)
            continue
        for n, each in enumerate(said):
            yield from _named(each, (*here, n)) if isinstance(each, Claim) else [((*here, n), str(each))]


def _named(claim: Claim, path: Path) -> Iterator[tuple[Path, str]]:
    for key in ("proven_by", "refuted_by"):
        yield from (((*path, key, n), id_) for n, id_ in enumerate(getattr(claim, key)))
