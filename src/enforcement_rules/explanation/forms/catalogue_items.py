"""Parts of an item of a catalogue in words: on which days it is in force, whose it is, what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from enforcement_rules.explanation.forms.articles import behind
from enforcement_rules.explanation.wording import Words
from enforcement_rules.rules.catalogue import Basis, Item

_DAYS = ("from_", "to", "suspended_from", "cancelled_on")


def item_days(item: Item, words: Words) -> Iterator[str]:
    """Yield the days on which an item begins or ceases to be in force."""
    for key in _DAYS:
        day = getattr(item, key)
        if day is not None:
            yield words.say(f"catalogue.{key.rstrip('_')}", day=day.isoformat())


def item_holders(item: Item, words: Words) -> Iterator[str]:
    """Yield the organs and the levels an item is for."""
    if item.organs:
        yield words.join(list(item.organs))
    if item.levels:
        yield words.join([words.say(f"catalogue.level.{level}") for level in item.levels])


def basis_in_words(basis: Basis, titles: Mapping[str, tuple[str, str]], words: Words) -> str:
    """Return a basis: instrument and article, its rank where it is stated, the day from which it is gone."""
    name = basis.title or words.pick(*titles.get(basis.instrument or "", (basis.instrument, basis.instrument)))
    said = behind(name, basis.article, words)
    marks = [words.say(f"catalogue.rank.{basis.rank}")] if basis.rank else []
    if basis.repealed_on is not None:
        marks.append(words.say("catalogue.repealed_on", day=basis.repealed_on.isoformat()))
    if not marks:
        return said
    return said + words.say("open_bracket") + words.say("semicolon").join(marks) + words.say("close_bracket")
