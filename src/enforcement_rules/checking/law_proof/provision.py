"""The proof of one provision against the place that it cites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, structs

from enforcement_rules.checking.law_proof.aligning import Aligned, Pair, best_aligned
from enforcement_rules.checking.law_proof.alternatives import alternatives
from enforcement_rules.checking.law_proof.citations import cited_places, unresolved
from enforcement_rules.checking.law_proof.conditions_held import Beside
from enforcement_rules.checking.law_proof.expected import RuleAtom, expected
from enforcement_rules.checking.law_proof.finding import Finding, Level
from enforcement_rules.checking.law_proof.ledger import Ledger
from enforcement_rules.checking.law_proof.nearest_act import nearer_for_cause, nearer_place
from enforcement_rules.checking.law_proof.said import Said, said_rule, said_text
from enforcement_rules.rules.amount import CitedProvision, Provision
from enforcement_rules.rules.ruleset import Version
from enforcement_rules.statutes.proving import Atom, Passages, Scan, Unread, scanned
from enforcement_rules.statutes.text import Passage, Wording, passage
from enforcement_rules.values.citation import citation_covers, citation_parts, written
from enforcement_rules.values.errors import Place


def cited(found: Passage) -> Passages:
    """Return a cited place as the scanner wants it; the only paragraph of an article is that paragraph."""
    paragraph = found.paragraph.number if found.paragraph else 0
    if not paragraph and len(found.article.paragraphs) == 1:
        paragraph = 1
    return Passages(found.article, paragraph, found.item.number if found.item else 0)


def rested_on(rule: Provision, wording: Wording) -> tuple[Passages, ...]:
    """Return every place that a provision rests on, the one that it is numbered by first.

    Raises:
        InputError: where one of them names nothing in the text.
    """
    return tuple(cited(passage(wording, each)) for each in rule.places)


class Held(Struct, frozen=True):
    """A version and what it is held against: the text, what its gaps name, what causes are called in Chinese."""

    version: Version
    wording: Wording
    ledger: Ledger
    causes: Mapping[str, str]


class OneRule:
    """The proof of one provision."""

    def __init__(self, held: Held, rule: Provision) -> None:
        """Keep the provision, and what its version is held against."""
        self.version, self.wording, self.ledger, self.causes = held.version, held.wording, held.ledger, held.causes
        self.rule = rule
        self.at: Passage | None = None

    def findings(self) -> Iterator[Finding]:
        """Yield what is found of the provision."""
        named = cited_places(self.rule.article)
        wrong = list(unresolved(self.version, self.rule, self.wording))
        yield from wrong
        if len(named) > 1:
            yield self._on_rule("several_places", "not_proved", own=self.rule.article)
        if not wrong and len(named) == 1:
            self.at = passage(self.wording, self.rule.article)
            yield from self._at(*rested_on(self.rule, self.wording))

    def _at(self, at: Passages, *more: Passages) -> Iterator[Finding]:
        scan = scanned(at, *more)
        yield from self._readable(scan)
        scan = structs.replace(scan, atoms=tuple(each for each in scan.atoms if not self._taken_over(each)))
        if scan.atoms and self.rule.range_source == "statute":
            others = "\n".join(each.text for each in at.article.paragraphs if each.number != at.paragraph)
            yield from self._aligned(best_aligned(tuple(expected(self.rule)), Beside(scan, others)))
        yield from self._act(at)
        yield from self._twice()

    def _readable(self, scan: Scan) -> Iterator[Finding]:
        if self.rule.range_source != "statute":
            yield self._on_rule("source", "not_proved")
        as_in = self.rule.as_in
        referring = [each for each in scan.unread if as_in and _names(each, as_in)]
        if as_in is not None and not referring and not any(map(self._taken_over, scan.atoms)):
            yield self._on_rule("as_in", "contradiction", own=as_in.article or "")
        if not scan.atoms and not referring:
            yield self._on_rule("nothing_read", "not_proved")
        for each in scan.unread:
            if each not in referring:
                yield self._on_text(each.code, "not_proved", self.rule.place, each, word=each.word)
        for atom in expected(self.rule):
            for code, own in atom.problems:
                yield self._on_rule(code, "not_proved", atom, own=own)

    def _taken_over(self, text: Atom) -> bool:
        """Say whether a reference inside the article led to an atom, and the rule takes the penalties of that place."""
        as_in = self.rule.as_in
        own = as_in is not None and as_in.instrument == self.version.head.instrument
        return own and as_in is not None and citation_covers(as_in.article or "", text.place)

    def _aligned(self, found: Aligned) -> Iterator[Finding]:
        for pair in found.pairs:
            yield from self._differences(*pair)
        for rule in found.only_rule:
            yield self._on_rule("not_in_text", "contradiction", rule, own=said_rule(rule))
        for text in found.only_text:
            if not self.ledger.takes(text, self.at.name if self.at else ""):
                yield self._on_text(
                    "missing", "contradiction", self._branching(found, text), text, other=said_text(text)
                )
        for rule, text, code, other in alternatives(found):
            yield self._on_text(code, "contradiction", rule.place, text, other=other)

    def _branching(self, found: Aligned, missing: Atom) -> Place | None:
        """Return where a penalty that is missing would be a branch; else where the rule begins."""
        beside = (rule for rule, text, _ in found.pairs if text.place == missing.place and rule.kind in missing.kinds)
        return next((rule.place for rule in beside if rule.penalty.branches), self.rule.place)

    def _differences(self, rule: RuleAtom, text: Atom, differences: Pair) -> Iterator[Finding]:
        for code, own, other in differences:
            level: Level = "not_proved" if _unreadable(code, rule, text) else "contradiction"
            yield self._on_text(code, level, rule.place, text, own=own, other=other)

    def _act(self, at: Passages) -> Iterator[Finding]:
        nearer = nearer_place(self.rule, at)
        if nearer:
            yield self._on_rule("act", "contradiction", other=nearer)
        bound = {cause: place for place, cause in self.rule.items.items()}
        for cause in self.rule.causes:
            place = cited(passage(self.wording, bound[cause])) if cause in bound else at
            nearer = nearer_for_cause(self.causes.get(cause, ""), place)
            if nearer:
                yield self._on_rule("act_of_cause", "contradiction", own=cause, other=nearer)

    def _twice(self) -> Iterator[Finding]:
        for other in self.version.provisions:
            if other.name >= self.rule.name or other.article != self.rule.article:
                continue
            if not self.rule.causes or not other.causes or set(self.rule.causes) & set(other.causes):
                yield self._on_rule("encoded_twice", "contradiction", other=other.name)

    def _on_rule(self, code: str, level: Level, atom: RuleAtom | None = None, **args: str | Said) -> Finding:
        at = self.at
        return Finding(
            code=code,
            level=level,
            rule=self.version.rule_id(self.rule.name),
            place=(atom.place if atom else self.rule.place) or Place(""),
            law=self.wording.title,
            passage=at.name if at else "",
            text=Place(self.wording.file, at.place.line) if at else None,
            args=args,
        )

    def _on_text(self, code: str, level: Level, place: Place | None, at: Atom | Unread, **args: str | Said) -> Finding:
        return Finding(
            code=code,
            level=level,
            rule=self.version.rule_id(self.rule.name),
            place=place or Place(""),
            law=self.wording.title,
            passage=at.place,
            sentence=at.sentence,
            span=(at.start, at.end),
            text=Place(self.wording.file, at.line),
            args=args,
        )


def _unreadable(code: str, rule: RuleAtom, text: Atom) -> bool:
    """Say whether a difference may lie in the reading: the rule's condition or party, a clause of unknown meaning."""
    codes = {each for each, _ in rule.problems}
    if code == "condition":
        unknown = any(each.family.startswith("other:") for each in text.grounds)
        return unknown or bool(codes & {"condition_unknown", "condition_form", "base_unknown"})
    return (code == "party" and ("party_form" in codes or text.party.startswith("other:"))) or (
        code == "range" and bool(codes & {"range_form", "base_unknown"})
    )


def _names(reference: Unread, as_in: CitedProvision) -> bool:
    """Say whether what the text refers to is the article whose penalties a rule takes over."""
    article = citation_parts(as_in.article or "")[:1]
    return reference.code == "reference" and bool(article) and written(article) in reference.word
