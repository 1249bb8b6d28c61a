"""How a page names the place where a case file states something, and what may stand there, in one line."""

from __future__ import annotations

from collections.abc import Sequence

from enforcement_rules.explanation.wording import Words

Choice = tuple[str, str | None, str, str]
"""A value: its id, its key in Chinese, its labels in Chinese and English."""
_VALUES_SHOWN = 12
_UNTOLD = ("count", "number")
"""What has a unit that the words for it do not say; units stand in the vocabulary in Chinese alone."""


def shown_path(path: str) -> str:
    """Return a place of a case file as a page writes it: what is known by its id stands in brackets.

    >>> shown_path("violations[].first"), shown_path("steps[notice].content.penalty")
    ('violations[].first', 'steps[] (step: notice) → content.penalty')
    """
    list_, bracket, rest = path.partition("[")
    id_, _, name = rest.partition("]")
    if list_ == "steps" and bracket and id_:
        return f"steps[] (step: {id_}) → {name.removeprefix('.')}"
    return path


def takes_in_words(takes: str, values: Sequence[Choice], unit: str | None, words: Words) -> str:
    """Return what stands at a place: a day, yuan, true or false, one of some values with their names."""
    if not values:
        text = words.say(f"takes.{takes}")
        told = unit and words.lang == "zh" and takes in _UNTOLD
        return words.say("takes.of_unit", takes=text, unit=unit) if told else text
    named = [_choice(value, words) for value in values[:_VALUES_SHOWN]]
    more = words.say("names.more_places", n=len(values) - _VALUES_SHOWN) if len(values) > _VALUES_SHOWN else ""
    return words.say(f"takes.{takes}", values=words.join(named) + more)


def _choice(value: Choice, words: Words) -> str:
    id_, key_zh, chinese, english = value
    label = words.pick(key_zh or chinese, english)
    return id_ if label == id_ else f"{id_}{words.say('open_bracket')}{label}{words.say('close_bracket')}"
