"""The proof of penalty provisions against the statute's text, in both directions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct, structs

from enforcement_rules.checking.law_proof.citations import unresolved
from enforcement_rules.checking.law_proof.expected import expected
from enforcement_rules.checking.law_proof.finding import Finding
from enforcement_rules.checking.law_proof.ledger import Ledger
from enforcement_rules.checking.law_proof.leftover import leftover
from enforcement_rules.checking.law_proof.provision import Held, OneRule
from enforcement_rules.rules.amount import Provision
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.statutes.text import LawText, Wording
from enforcement_rules.values.errors import InputError, Place

Status = Literal["proved", "contradicted", "not_proved"]


class Proved(Struct, frozen=True):
    """A provision and how its proof came out; `atoms` is how many it holds."""

    rule: str
    status: Status
    atoms: int


class LawProof(Struct, frozen=True):
    """The proof of rulesets: each provision, and everything found, in the order of the files.

    Attributes:
        provisions: those of versions with a text, drafts among them.
        findings: what is to be mended, or read by a person.
        accepted: what a rule or a gap says why it may stand.
        without_text: the ids of the versions with penalty provisions whose text the folder does not hold.
    """

    provisions: tuple[Proved, ...]
    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    without_text: tuple[str, ...]

    def count(self, status: Status) -> int:
        """Return how many provisions came out so."""
        return sum(each.status == status for each in self.provisions)


def prove(rulesets: Rulesets, texts: LawText) -> LawProof:
    """Prove the penalty provisions of rulesets against the texts that they rest on, and that citations resolve.

    Args:
        rulesets: the encoded law, drafts among it.
        texts: a folder of statute texts.
    """
    provisions: list[Proved] = []
    findings: list[Finding] = []
    missing: list[str] = []
    causes = {name: label.zh for name, label in rulesets.vocabulary.causes.items()}
    for version in rulesets.all_versions():
        wording = _wording(version, texts, findings)
        if wording is None:
            missing += [version.head.id] if version.provisions else []
            continue
        held = Held(version, wording, Ledger(version), causes)
        for rule in version.provisions:
            found = list(_accepting(version, rule, OneRule(held, rule).findings()))
            findings += found
            provisions.append(Proved(version.rule_id(rule.name), _status(found), len(tuple(expected(rule)))))
        findings += [*leftover(version, wording, held.ledger), *held.ledger.rest(), *_other_citations(version, wording)]
    placed = sorted(findings, key=lambda each: (each.place.file, each.place.line, each.place.column))
    return LawProof(
        tuple(provisions),
        tuple(each for each in placed if not each.accepted),
        tuple(each for each in placed if each.accepted),
        tuple(missing),
    )


def _other_citations(version: Version, wording: Wording) -> Iterator[Finding]:
    """Yield the rules that are no penalty provisions and cite what the text has not."""
    provisions = {rule.name for rule in version.provisions}
    for rule in version.rules():
        if rule.name not in provisions:
            yield from unresolved(version, rule, wording)


def _wording(version: Version, texts: LawText, findings: list[Finding]) -> Wording | None:
    """Return the text that a version rests on; one that is there and cannot be read is a finding."""
    head = version.head
    match = texts.matching(head.title.zh, head.version, head.in_force.from_, head.in_force.to)
    if match.entry is None:
        return None
    try:
        return texts.wording(match.entry)
    except InputError as error:
        said = (error.problems[0].text("zh"), error.problems[0].text("en"))
        findings.append(
            Finding(
                code="text_unreadable",
                level="not_proved",
                rule=head.id,
                place=Place(match.entry.file),
                args={"why": said},
            )
        )
        return None


def _accepting(version: Version, rule: Provision, found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings, those with a reason that the rule accepts; contradictions are never accepted."""
    used = set()
    for each in found:
        reason = rule.accepted.get(each.code, "") if each.level == "not_proved" else ""
        used |= {each.code} if reason else set()
        yield structs.replace(each, accepted=reason)
    for code in rule.accepted:
        if code not in used:
            yield Finding(
                code="accepted_needlessly",
                level="not_proved",
                rule=version.rule_id(rule.name),
                place=rule.place or Place(""),
                args={"own": code},
            )


def _status(found: list[Finding]) -> Status:
    levels = {each.level for each in found if not each.accepted}
    return "contradicted" if "contradiction" in levels else "not_proved" if "not_proved" in levels else "proved"
