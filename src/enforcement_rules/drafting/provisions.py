"""An article's readings as provisions: heads with their items, items with penalties of their own, and gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from msgspec import Struct

from enforcement_rules.drafting.deeds import Deed, deeds_of
from enforcement_rules.drafting.names import NewFacts, blank, name_of
from enforcement_rules.drafting.penalties import Penalties, penalties_of
from enforcement_rules.statutes.agreement import Reading
from enforcement_rules.values.citation import Part, citation_parts, written

_OF_THIS_LAW: Final = re.compile(r"(?:本法|本条例|本办法|本规定|本细则)?(?P<place>第.+条.*)\Z")
_PARAGRAPH_BEFORE: Final = re.compile(r"(?:本条)?前款(?:规定)?\Z")
_PARAGRAPH: Final = re.compile(r"(?:本条)?(?P<place>第[一二三四五六七八九十]+款)\Z")


class Drafted(Struct, frozen=True):
    """A provision or a gap with the text that it is of.

    Attributes:
        rule: its keys.
        text: the normal text of its head or item, for the comment beside it.
        remarks: what stands in the text besides, for the comment.
    """

    rule: dict[str, Any]
    text: str
    remarks: tuple[str, ...] = ()


class DraftedArticle(Struct, frozen=True):
    """What an article becomes: provisions, gaps, and the causes of its acts (id → place)."""

    provisions: tuple[Drafted, ...]
    gaps: tuple[Drafted, ...]
    causes: dict[str, str]


def drafted(readings: Iterable[Reading], prefix: str, facts: NewFacts, articles: frozenset[str]) -> DraftedArticle:
    """Return what the readings of an article become.

    Args:
        readings: of its heads and items, in order.
        prefix: what the ids of causes begin with.
        facts: where new facts are declared.
        articles: the names of all articles that the text has: what refers to another is left to a person.
    """
    units = list(readings)
    made = _Made(prefix, facts, articles)
    for n, reading in enumerate(units):
        if not reading.accepted:
            made.gaps.append(_refused(reading))
            continue
        items = list(_items(reading.unit.citation, units[n + 1 :]))
        for number, deed in enumerate(deeds_of(reading), 1):
            made.add(reading, deed, items if deed.listed else [], number)
    return DraftedArticle(tuple(made.provisions), tuple(made.gaps), made.causes)


class _Made:
    """What was made of an article so far."""

    def __init__(self, prefix: str, facts: NewFacts, articles: frozenset[str]) -> None:
        self.prefix, self.facts, self.articles = prefix, facts, articles
        self.provisions: list[Drafted] = []
        self.gaps: list[Drafted] = []
        self.causes: dict[str, str] = {}

    def add(self, reading: Reading, deed: Deed, items: list[str], number: int) -> None:
        """Add what one act of a head or item becomes; `number` counts its acts from 1."""
        place = reading.unit.citation
        name = name_of(place) + (f"_act_{number}" if number > 1 else "")
        found = penalties_of(deed.lines, self.facts)
        references = _references(found, place, self.articles)
        self.gaps += _gaps(reading, found, references, name)
        if not found.then and not references:
            return
        acts = {f"{self.prefix}_{name_of(each)}": each for each in items}
        acts = acts or {f"{self.prefix}_{name}": place}
        self.causes |= acts
        as_in = [{"instrument": self.prefix, "article": each} for each in references[:1]]
        made = _provision(reading, deed, found, acts, as_in, listed=bool(items))
        self.provisions.append(Drafted(made.rule | {"name": name}, made.text, made.remarks))


def _items(head: str, behind: list[Reading]) -> Iterator[str]:
    """Yield the items of a head that threaten nothing of their own: the acts that its penalties are for."""
    for each in behind:
        if not each.unit.citation.startswith(head) or "项" not in each.unit.citation[len(head) :]:
            return
        if each.accepted and not each.lines:
            yield each.unit.citation


def _provision(
    reading: Reading,
    deed: Deed,
    found: Penalties,
    acts: Mapping[str, str],
    as_in: list[dict[str, str]],
    *,
    listed: bool,
) -> Drafted:
    """Return a provision for the acts of its items, where the head lists any, else for the one act that it names."""
    place = reading.unit.citation
    rule: dict[str, Any] = {"article": place, "name": name_of(place), "says": blank("用自己的话说"), "status": "draft"}
    if listed:
        rule["acts"] = [{"item": _within(item, place), "cause": cause} for cause, item in acts.items()]
    else:
        rule["causes"] = list(acts)
    if as_in:
        rule["as_in"] = as_in[0]
    if found.then:
        rule["then"] = list(found.then)
    organs = dict.fromkeys(line.organ for line in deed.lines if line.organ)
    remarks = [f"机关：{'；'.join(organs)}（待写 imposed_by）"] if organs else []
    remarks += [f"另有措施：{'、'.join(found.beside)}"] if found.beside else []
    remarks += [f"只是其中一种行为：{deed.words}"] if deed.words else []
    return Drafted(rule, reading.unit.text, tuple(remarks))


def _within(item: str, head: str) -> str:
    return item.removeprefix(head) or item


def _references(found: Penalties, place: str, articles: frozenset[str]) -> list[str]:
    """Return the places of this law that the penalties are those of; others are gaps (see `_gaps`)."""
    meant = (_referred(each, place) for each in found.as_in)
    return [each for each in meant if each is not None and article_of(each) in articles]


def article_of(place: str) -> str:
    """Return the article of a place as the law writes it."""
    return written(citation_parts(place)[:1])


def _referred(words: str, place: str) -> str | None:
    parts = citation_parts(place)
    article, paragraph = parts[0], next((part.number for part in parts if part.unit == "款"), 1)
    if _PARAGRAPH_BEFORE.match(words):
        return written((article, Part("款", paragraph - 1, 0))) if paragraph > 1 else None
    inside = _PARAGRAPH.match(words)
    if inside is not None:
        return written((article,)) + inside["place"]
    found = _OF_THIS_LAW.match(words)
    if found is None or "法" in found["place"] or not citation_parts(found["place"]):
        return None
    return written(citation_parts(found["place"]))


def _refused(reading: Reading) -> Drafted:
    """Return the gap of a head or item that the readers refuse, with their reason."""
    place = reading.unit.citation
    reason = "、".join(reading.reasons)
    rule = {
        "article": place,
        "name": f"{name_of(place)}_refused",
        "reason": "pending",
        "says": f"读法器未读（{reading.refuser}：{reason}），由人录入",
    }
    return Drafted(rule, reading.unit.text)


def _gaps(reading: Reading, found: Penalties, references: list[str], name: str) -> Iterator[Drafted]:
    """Yield a gap for what the readers read and no rule can hold."""
    place = reading.unit.citation
    foreign = [each for each in found.as_in if _referred(each, place) not in references[:1]]
    told = [f"幅度未定或者格式不能表达：{'；'.join(found.untold)}"] if found.untold else []
    told += [f"依照他处处罚，由人录入：{'、'.join(foreign)}"] if foreign else []
    if "as_referenced" in found.beside and not found.as_in:
        told.append("依照他处处罚，条文未写明哪一条，由人录入")
    if "as_public_order" in found.beside:
        told.append("依照治安管理处罚法处罚，由公安机关决定")
    for n, says in enumerate(told, 1):
        rule = {"article": place, "name": f"{name}_left_{n}", "reason": "pending", "says": says}
        yield Drafted(rule, reading.unit.text)
