"""What the text of encoded articles threatens in places that no rule cites."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.checking.law_proof.finding import Finding
from enforcement_rules.checking.law_proof.ledger import Ledger
from enforcement_rules.checking.law_proof.provision import rested_on
from enforcement_rules.checking.law_proof.said import said_text
from enforcement_rules.rules.amount import Provision
from enforcement_rules.rules.ruleset import Version
from enforcement_rules.statutes.proving import Atom, Passages, of_items, scanned
from enforcement_rules.statutes.text import Wording
from enforcement_rules.values.errors import InputError, Place


def leftover(version: Version, wording: Wording, ledger: Ledger) -> Iterator[Finding]:
    """Yield the atoms of encoded articles that no rule holds and no gap names."""
    for rule, places in _encoded(version, wording):
        for at in _not_cited(places):
            name = at.name(at.paragraph, at.item)
            for atom in scanned(at).atoms:
                if not ledger.takes(atom, name):
                    yield _finding(version, rule, wording, name, atom)


def _encoded(version: Version, wording: Wording) -> Iterator[tuple[Provision, list[Passages]]]:
    """Yield each encoded article: its first rule, and the places that rules cite in it."""
    places: dict[str, list[Passages]] = {}
    first: dict[str, Provision] = {}
    for rule in version.provisions:
        try:
            cited = rested_on(rule, wording)
        except InputError:
            continue
        for at in cited:
            places.setdefault(at.article.name, []).append(at)
            first.setdefault(at.article.name, rule)
    yield from ((first[name], held) for name, held in places.items())


def _not_cited(held: list[Passages]) -> Iterator[Passages]:
    """Yield the paragraphs of an article that no rule cites, and the items of those cited by item alone.

    A paragraph about items of another is read with each of them.
    """
    article = held[0].article
    for paragraph in article.paragraphs:
        items = {each.item for each in held if each.paragraph in (0, paragraph.number)}
        if of_items(paragraph):
            continue
        if not items:
            yield Passages(article, paragraph.number)
        elif 0 not in items:
            for item in paragraph.items:
                if item.number not in items:
                    yield Passages(article, paragraph.number, item.number)


def _finding(version: Version, rule: Provision, wording: Wording, name: str, atom: Atom) -> Finding:
    return Finding(
        code="atom_not_encoded",
        level="not_encoded",
        rule=version.rule_id(rule.name),
        place=rule.place or Place(""),
        law=wording.title,
        passage=name,
        sentence=atom.sentence,
        span=(atom.start, atom.end),
        text=Place(wording.file, atom.line),
        args={"other": said_text(atom)},
    )
