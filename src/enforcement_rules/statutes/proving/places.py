"""What a cited place threatens: its own text, what it refers to, and the sentences that speak of its items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct, structs

from enforcement_rules.statutes.proving.atoms import Atom, Numeral, Scan, Unread
from enforcement_rules.statutes.proving.numerals import number_in, numerals
from enforcement_rules.statutes.proving.segments import read
from enforcement_rules.statutes.proving.words import EXPLAINED, NUMBER, PENAL_WORDS
from enforcement_rules.statutes.text import Article, Item, Paragraph, normal_text
from enforcement_rules.values.citation import Part, written

_OF_ITEMS = re.compile(
    rf"有(?:前款|(?:本条)?第{NUMBER}款)(?P<items>第{NUMBER}项(?:(?:、|或者|和)第{NUMBER}项)*)(?:所列|规定的)?(?:情形|行为)(?:之一)?的,"
)
_REFERS = re.compile(rf"(?:依照|按照)(?:(?P<former>前款)|(?:本条)?第(?P<one>{NUMBER})款)的?规定(?:给予|予以)?处罚")
_REFERS_AWAY = re.compile(
    r"(?:依照|按照)(?:本法|本条例|本规定)第[^,;。]*处罚|(?:依照|按照)《[^》]*》[^,;。]*处罚|依照本条第[^,;。]*、第[^,;。]*处罚"
)
_BEGINS = re.compile(r"(?:由[^,]*)?(?:处|对|罚|予以|给予|警告|责令|没收|吊销|可以)")
"""How an item begins that threatens and states no act."""
_ITEM = re.compile(rf"第({NUMBER})项")
_MEASURED = frozenset({"amount", "multiple", "percentage"})


class Passages(Struct, frozen=True):
    """A place in an article: the article, the paragraph or all of them, the item or none."""

    article: Article
    paragraph: int = 0
    item: int = 0

    def name(self, paragraph: int, item: int = 0) -> str:
        """Return a place of the article as the law cites it."""
        parts = [Part("条", self.article.number, self.article.insert), Part("款", paragraph)]
        return written((*parts, Part("项", item)) if item else tuple(parts))


def scanned(*places: Passages) -> Scan:
    """Return what places threaten together; all paragraphs of one that names none."""
    scans = [scan for at in places for scan in _paragraphs(at)]
    return Scan(
        tuple(_once(_regrouped([scan.atoms for scan in scans]))),
        tuple(each for scan in scans for each in scan.unread),
        "。".join(scan.act for scan in scans if scan.act),
        tuple(each for scan in scans for each in scan.numerals),
    )


def _paragraphs(at: Passages) -> Iterator[Scan]:
    for each in at.article.paragraphs:
        if at.paragraph == each.number or (at.paragraph == 0 and not of_items(each)):
            yield _paragraph(at, each, frozenset())


def _once(atoms: Iterator[Atom]) -> Iterator[Atom]:
    """Yield atoms once, though several paragraphs refer to the one that threatens them."""
    seen: set[tuple[str, int, tuple[str, ...]]] = set()
    for each in atoms:
        key = (each.place, each.start, each.kinds)
        if key not in seen:
            seen.add(key)
            yield each


def _regrouped(parts: list[tuple[Atom, ...]]) -> Iterator[Atom]:
    """Yield the atoms of several texts, the groups and lists of each text kept apart."""
    group = listed = 0
    for atoms in parts:
        for each in atoms:
            yield structs.replace(
                each, group=each.group and each.group + group, listed=each.listed and each.listed + listed
            )
        group += max((each.group for each in atoms), default=0)
        listed += max((each.listed for each in atoms), default=0)


def _paragraph(at: Passages, paragraph: Paragraph, seen: frozenset[int]) -> Scan:
    scans = [_text(paragraph.text, at.name(paragraph.number), paragraph.place.line)]
    scans += [_referred(at, paragraph, seen | {paragraph.number})]
    scans += [_of_item(at, paragraph, each) for each in paragraph.items if at.item in (0, each.number)]
    scans += list(_later(at, paragraph))
    atoms = list(_regrouped([scan.atoms for scan in scans]))
    amounts = any(each.kinds == ("fine",) and each.range is not None for each in atoms)
    unread = [each for scan in scans for each in scan.unread if not (amounts and each.code == "no_amount")]
    return Scan(
        tuple(each for each in atoms if not (amounts and each.kinds == ("fine",) and each.range is None)),
        tuple(unread),
        scans[0].act,
        tuple(each for scan in scans for each in scan.numerals),
    )


def _of_item(at: Passages, paragraph: Paragraph, item: Item) -> Scan:
    found = _text(item.text, at.name(paragraph.number, item.number), item.place.line)
    # An item states an act; its numerals and words of punishment count only where it threatens one itself, behind it.
    threatens = bool(found.atoms) and (
        found.atoms[0].start > len(found.act) > 0 or _BEGINS.match(normal_text(item.text))
    )
    return found if threatens else Scan()


def _referred(at: Passages, paragraph: Paragraph, seen: frozenset[int]) -> Scan:
    text = normal_text(paragraph.text)
    found = _REFERS.search(text)
    place, line = at.name(paragraph.number), paragraph.place.line
    if found is None:
        away = _REFERS_AWAY.search(text)
        return Scan(unread=(Unread("reference", away[0], away.start(), place, line),)) if away else Scan()
    number = paragraph.number - 1 if found["former"] else int(number_in(found["one"]) or 0)
    target = next((each for each in at.article.paragraphs if each.number == number), None)
    if target is None or number in seen:
        return Scan(unread=(Unread("reference", found[0], found.start(), place, line),))
    scan = _paragraph(Passages(at.article, number), target, seen)
    return Scan(scan.atoms, scan.unread, "", scan.numerals)


def of_items(paragraph: Paragraph) -> bool:
    """Say whether a paragraph threatens against items of the one before it; it is read with each of them."""
    return _OF_ITEMS.match(normal_text(paragraph.text)) is not None


def _later(at: Passages, paragraph: Paragraph) -> Iterator[Scan]:
    """Yield what later paragraphs threaten against the item that is cited."""
    for later in at.article.paragraphs:
        if not at.item or later.number <= paragraph.number or not of_items(later):
            continue
        text = normal_text(later.text)
        found = list(_OF_ITEMS.finditer(text))
        ends = [*(each.start() for each in found[1:]), len(text)]
        for each, end in zip(found, ends, strict=True):
            if at.item in {int(number_in(number) or 0) for number in _ITEM.findall(each["items"])}:
                yield _text(text[:end], at.name(later.number), later.place.line, each.start())


def _text(raw: str, place: str, line: int, begin: int = 0) -> Scan:
    """Read a text from a character on; what is found is placed in the whole of it."""
    whole = normal_text(raw)
    text = whole[begin:]
    found = read(text)
    explained = [(each.start(), each.end()) for each in EXPLAINED.finditer(text)]
    read_at = [*((each.start, each.end) for each in found.atoms), *found.explained, *explained]
    typed = tuple(numerals(text))
    unread = (*_unread_words(text, read_at), *_unread_numerals(typed, read_at), *_open(found.atoms))

    def at(start: int) -> dict[str, Any]:
        return {
            "place": place,
            "line": line,
            "start": start + begin,
            "sentence": whole.count("。", 0, start + begin) + 1,
        }

    atoms = tuple(
        structs.replace(each, end=each.end + begin, words=text[each.start : each.end], **at(each.start))
        for each in found.atoms
    )
    placed = tuple(structs.replace(each, **at(each.start)) for each in unread)
    return Scan(atoms, placed, found.act or (text[: found.atoms[0].start] if found.atoms else ""), typed)


def _unread_words(text: str, read_at: list[tuple[int, int]]) -> Iterator[Unread]:
    for word in PENAL_WORDS.finditer(text):
        if not _within(word.start(), word.end(), read_at):
            yield Unread("word_not_read", word[0], word.start())


def _unread_numerals(typed: tuple[Numeral, ...], read_at: list[tuple[int, int]]) -> Iterator[Unread]:
    for each in typed:
        if each.is_a == "unknown":
            if not _within(each.start, each.end, read_at):
                yield Unread("numeral_unknown", each.text, each.start)
        elif each.is_a in _MEASURED and not _within(each.start, each.end, read_at):
            yield Unread("numeral_not_read", each.text, each.start)


def _within(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(a <= start and end <= b for a, b in spans)


def _open(atoms: tuple[Atom, ...]) -> Iterator[Unread]:
    for each in atoms:
        if each.kinds in {("fine",), ("administrative_detention",)} and each.range is None:
            yield Unread("no_amount", "罚款", each.start)
        if each.range is not None and each.range.unit == "factor" and not each.range.base:
            yield Unread("no_base", "倍", each.start)
        if each.party.startswith("other:"):
            yield Unread("party_unknown", each.party.removeprefix("other:")[:8], each.start)
