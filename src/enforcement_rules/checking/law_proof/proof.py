"""The proof of penalty provisions against the statute's text, in both directions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from enforcement_rules.checking.law_proof.aligning import Aligned, Beside, aligned, alternatives, said_range, said_span
from enforcement_rules.checking.law_proof.expected import RuleAtom, expected
from enforcement_rules.checking.law_proof.facts import KIND_WORDS
from enforcement_rules.checking.law_proof.finding import Finding, Level
from enforcement_rules.checking.law_proof.nearest_act import nearer_place
from enforcement_rules.rules.amount import Provision
from enforcement_rules.rules.requirement import Gap
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.statutes.proving import Atom, Passages, Scan, Unread, scanned
from enforcement_rules.statutes.text import LawText, Passage, Wording, passage
from enforcement_rules.values.errors import InputError, Place

Status = Literal["proved", "contradicted", "not_proved"]
_OPEN_REASONS = frozenset({"pending", "elsewhere", "no_text", "unverified", "secondary"})


class Proved(Struct, frozen=True):
    """A provision and how its proof came out; `atoms` is how many it holds."""

    rule: str
    status: Status
    atoms: int


class LawProof(Struct, frozen=True):
    """The proof of rulesets: each provision, and everything found, in the order of the files."""

    provisions: tuple[Proved, ...]
    findings: tuple[Finding, ...]

    def count(self, status: Status) -> int:
        """Return how many provisions came out so."""
        return sum(each.status == status for each in self.provisions)


def prove(rulesets: Rulesets, texts: LawText) -> LawProof:
    """Prove the penalty provisions of rulesets against the texts that they rest on.

    Args:
        rulesets: the encoded law, drafts among it.
        texts: a folder of statute texts.
    """
    provisions: list[Proved] = []
    findings: list[Finding] = []
    for version in rulesets.all_versions():
        for rule, found in _version(version, texts):
            findings.extend(found)
            if rule is not None:
                provisions.append(Proved(version.rule_id(rule.name), _status(found), len(tuple(expected(rule)))))
    return LawProof(tuple(provisions), tuple(findings))


def _status(found: list[Finding]) -> Status:
    levels = {each.level for each in found}
    return "contradicted" if "contradiction" in levels else "not_proved" if "not_proved" in levels else "proved"


def _version(version: Version, texts: LawText) -> Iterator[tuple[Provision | None, list[Finding]]]:
    rules = (*version.penalties, *version.drafts)
    if not rules:
        return
    head = version.head
    match = texts.matching(head.title.zh, head.version, head.in_force.from_, head.in_force.to)
    wording = None if match.entry is None else texts.wording(match.entry)
    if wording is None:
        for rule in rules:
            yield rule, [_plain("no_text", "not_proved", version, rule, why=match.reason)]
        return
    for rule in rules:
        yield rule, list(_OneRule(version, rule, wording).findings())
    yield None, list(_not_encoded(version, rules, wording))


def _plain(code: str, level: Level, version: Version, rule: Provision, **args: str) -> Finding:
    return Finding(code, level, version.rule_id(rule.name), rule.place or Place(""), args=args)


def cited(found: Passage) -> Passages:
    """Return a cited place as the scanner wants it; the only paragraph of an article is that paragraph."""
    paragraph = found.paragraph.number if found.paragraph else 0
    if not paragraph and len(found.article.paragraphs) == 1:
        paragraph = 1
    return Passages(found.article, paragraph, found.item.number if found.item else 0)


class _OneRule:
    """The proof of one provision."""

    def __init__(self, version: Version, rule: Provision, wording: Wording) -> None:
        self.version, self.rule, self.wording = version, rule, wording

    def findings(self) -> Iterator[Finding]:
        """Yield what is found of the provision."""
        try:
            place = passage(self.wording, self.rule.article)
        except InputError as error:
            yield self._on_rule("citation", "contradiction", why=error.problems[0].text("zh"))
            return
        at = cited(place)
        scan = scanned(at)
        yield from self._readable(scan)
        if scan.atoms and self.rule.range_source == "statute":
            others = "\n".join(each.text for each in at.article.paragraphs if each.number != at.paragraph)
            yield from self._aligned(aligned(tuple(expected(self.rule)), Beside(scan, others)))
        yield from self._act(at)
        yield from self._twice()

    def _readable(self, scan: Scan) -> Iterator[Finding]:
        if self.rule.range_source != "statute":
            yield self._on_rule("source", "not_proved")
        if not scan.atoms:
            yield self._on_rule("nothing_read", "not_proved")
        for each in scan.unread:
            yield self._on_text(each.code, "not_proved", self.rule.place, each, word=each.word)
        for atom in expected(self.rule):
            for code, own in atom.problems:
                yield self._on_rule(code, "not_proved", atom, own=own)

    def _aligned(self, found: Aligned) -> Iterator[Finding]:
        for rule, text, differences in found.pairs:
            for code, own, other in differences:
                level: Level = "not_proved" if _unreadable(code, rule, text, other) else "contradiction"
                yield self._on_text(code, level, rule.place, text, own=own, other=other)
        for rule in found.only_rule:
            elsewhere = _other_article(self.rule)
            if elsewhere:
                yield self._on_rule("elsewhere", "not_proved", rule, own=f"{rule.name} {rule.kind}", other=elsewhere)
                continue
            yield self._on_rule("not_in_text", "contradiction", rule, own=f"{rule.name} {rule.kind} {said_span(rule)}")
        for text in found.only_text:
            if not any(_names(gap, text) for gap in self.version.gaps):
                yield self._on_text("missing", "contradiction", self.rule.place, text, other=said(text))
        for rule, text, code, other in alternatives(found):
            yield self._on_text(code, "contradiction", rule.place, text, other=other)

    def _act(self, at: Passages) -> Iterator[Finding]:
        nearer = nearer_place(self.rule, at)
        if nearer:
            yield self._on_rule("act", "contradiction", other=nearer)

    def _twice(self) -> Iterator[Finding]:
        for other in (*self.version.penalties, *self.version.drafts):
            if other.name >= self.rule.name or other.article != self.rule.article:
                continue
            if not self.rule.causes or not other.causes or set(self.rule.causes) & set(other.causes):
                yield self._on_rule("encoded_twice", "contradiction", other=other.name)

    def _on_rule(self, code: str, level: Level, atom: RuleAtom | None = None, **args: str) -> Finding:
        place = (atom.place if atom else self.rule.place) or Place("")
        return Finding(code, level, self.version.rule_id(self.rule.name), place, args=args)

    def _on_text(self, code: str, level: Level, place: Place | None, at: Atom | Unread, **args: str) -> Finding:
        return Finding(
            code,
            level,
            self.version.rule_id(self.rule.name),
            place or Place(""),
            at.place,
            Place(self.wording.file, at.line),
            (at.start, at.end if isinstance(at, Atom) else at.start + len(at.word)),
            args,
        )


def _unreadable(code: str, rule: RuleAtom, text: Atom, other: str) -> bool:
    """Say whether a difference may lie in the reading: the rule's condition or party, or a clause of unknown meaning."""
    codes = {each for each, _ in rule.problems}
    if code == "condition":
        unknown = any(each.family.startswith("other:") for each in text.grounds) and "other:" in other
        return unknown or bool(codes & {"condition_unknown", "condition_form"})
    return (code == "party" and ("party_form" in codes or text.party.startswith("other:"))) or (
        code == "range" and "range_form" in codes
    )


def _other_article(rule: Provision) -> str:
    """Return an article that a rule says it rests on besides the one it cites; empty where it says none."""
    own = rule.article.partition("条")[0]
    named = re.findall(r"（(第[^（）条]+条[^（）]*)）", rule.says)
    return next((each for each in named if not each.startswith(f"{own}条")), "")


def said(text: Atom) -> str:
    """Return an atom of the text in short words."""
    grounds = ", ".join(each.value if each.family.startswith("other") is False else "…" for each in text.grounds)
    return " ".join(filter(None, ["/".join(text.kinds), text.force, said_range(text.range), text.party, grounds]))


def _names(gap: Gap, text: Atom) -> bool:
    """Say whether a gap names an atom: its place down to the paragraph, and its kind."""
    if gap.reason not in _OPEN_REASONS:
        return False
    paragraph = text.place[text.place.index("条") + 1 :]
    article = text.place[: text.place.index("条") + 1]
    placed = article in gap.article and (paragraph in gap.article or paragraph in gap.says)
    return placed and any(re.search(KIND_WORDS[kind], gap.says) for kind in text.kinds)


def _not_encoded(version: Version, rules: tuple[Provision, ...], wording: Wording) -> Iterator[Finding]:
    """Yield the atoms of encoded articles that no rule holds and no gap names."""
    places: dict[tuple[int, int], list[Passages]] = {}
    first: dict[tuple[int, int], Provision] = {}
    for rule in rules:
        try:
            at = cited(passage(wording, rule.article))
        except InputError:
            continue
        key = at.article.number, at.article.insert
        places.setdefault(key, []).append(at)
        first.setdefault(key, rule)
    for key, held in places.items():
        yield from _rest(version, first[key], held, wording)


def _rest(version: Version, rule: Provision, held: list[Passages], wording: Wording) -> Iterator[Finding]:
    article = held[0].article
    for paragraph in article.paragraphs:
        of_it = [each for each in held if each.paragraph in (0, paragraph.number)]
        if any(each.item == 0 for each in of_it):
            continue
        items = [each.number for each in paragraph.items if each.number not in {one.item for one in of_it}]
        if of_it and not items:
            continue
        for number in items if of_it else [0]:
            for atom in scanned(Passages(article, paragraph.number, number)).atoms:
                if not any(_names(gap, atom) for gap in version.gaps):
                    at = Passages(article).name(paragraph.number, number)
                    place = Place(wording.file, atom.line)
                    args = {"other": said(atom)}
                    yield Finding(
                        "atom_not_encoded",
                        "not_encoded",
                        version.rule_id(rule.name),
                        rule.place or Place(""),
                        at,
                        place,
                        (atom.start, atom.end),
                        args,
                    )
