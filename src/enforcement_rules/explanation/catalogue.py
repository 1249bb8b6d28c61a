"""The items of catalogues and the proposals for clean-up, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from enforcement_rules.evaluation.catalogue import CatalogueState, ItemState
from enforcement_rules.explanation.forms import basis_in_words, item_days, item_holders
from enforcement_rules.explanation.wording import Language, Words
from enforcement_rules.values.visible import page_of

Titles = Mapping[str, tuple[str, str]]
_HELD = {True: "held", False: "not_held", None: "perhaps"}


def as_catalogue_text(catalogues: Sequence[CatalogueState], on: dt.date, titles: Titles, lang: Language = "zh") -> str:
    """Return the catalogues as text: every item with its state, what it rests on and what is proposed.

    Args:
        catalogues: those in force on the day.
        on: the day.
        titles: Chinese and English short title by loaded instrument.
        lang: the language.
    """
    words = Words(lang)
    out = [f"{words.say('deadlines.on')}  {on.isoformat()}"]
    if not catalogues:
        out.append(words.say("catalogue.none"))
    for state in catalogues:
        out += _catalogue(state, titles, words)
    items = [item for state in catalogues for item in state.items]
    proposed, open_ = (sum(bool(each) for each in found) for found in _found(items))
    if items:
        out.append(words.say("catalogue.sum", n=len(items), proposed=proposed, open=open_))
    return page_of(out)


def _found(items: Sequence[ItemState]) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    return [item.proposals for item in items], [item.open for item in items]


def _catalogue(state: CatalogueState, titles: Titles, words: Words) -> Iterator[str]:
    published = state.catalogue.published_on
    said = (
        words.say("catalogue.published", day=published.isoformat()) if published else words.say("catalogue.unpublished")
    )
    name = f"{state.head.instrument}/{state.catalogue.name}@{state.head.version}"
    yield f"{words.pick(state.catalogue.says, state.catalogue.says_en)}    [{name}{words.say('semicolon')}{said}]"
    counted = [f"{words.say(f'catalogue.kind.{kind}')} {n}" for kind, n in state.kinds.items() if n]
    missing = [words.say(f"catalogue.kind.{kind}") for kind, n in state.kinds.items() if not n]
    yield "  " + words.join(counted) + (words.say("catalogue.no_kinds", kinds=words.join(missing)) if missing else "")
    for item in state.items:
        yield from _item(item, titles, words)


def _item(state: ItemState, titles: Titles, words: Words) -> Iterator[str]:
    item = state.item
    mark = "–" if not state.valid else "✗" if state.proposals else "?" if state.open else "✓"
    validity = words.say("catalogue.valid" if state.valid else "catalogue.not_valid")
    kind = words.say(f"catalogue.kind.{item.kind}")
    marks = words.say("semicolon").join([kind, validity, *item_days(item, words), *item_holders(item, words)])
    place = f"{item.place.file.rpartition('/')[2]}:{item.place.line}" if item.place else ""
    title = words.pick(item.title.zh, item.title.en)
    yield f"  {mark} {words.say('catalogue.named', name=item.name, title=title)}    [{place}]"
    yield f"      {marks}"
    if item.basis:
        bases = [basis_in_words(basis, titles, words) for basis in item.basis]
        yield f"      {words.say('catalogue.basis')}{words.say('colon')}{words.say('semicolon').join(bases)}"
    for code, held in state.townships:
        yield f"      {words.say(f'catalogue.township.{_HELD[held]}', place=code)}"
    yield from (f"      → {words.say(f'catalogue.proposal.{each}')}" for each in state.proposals)
    yield from (f"      ? {words.say(f'catalogue.open.{each}')}" for each in state.open)
