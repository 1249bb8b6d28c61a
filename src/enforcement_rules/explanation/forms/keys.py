"""How a page names the place where a case file states something, and what may stand there, in one line."""

from __future__ import annotations

from collections.abc import Sequence

from enforcement_rules.evaluation.verdict import AskFact
from enforcement_rules.explanation.forms.formatter import Formatter
from enforcement_rules.explanation.wording import Words
from enforcement_rules.model.vocabulary import Fact

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


def asked_key(fact: AskFact, same: Sequence[AskFact], form: Formatter) -> str:
    """Return the key that answers a question, with the id of the thing it is of, and what it takes.

    Args:
        fact: what is asked for.
        same: everything that the same question asks for, of other elements of one list.
        form: the page.
    """
    if fact.fact.startswith("@"):
        listed = "steps" if fact.path == "steps[].by" else _LISTED.get(fact.path, fact.path)
        return f"complete: [{listed}]"
    ids = list(dict.fromkeys(_thing(each.path) for each in same))
    named = ", ".join(ids[:_IDS_SHOWN]) + (", …" if len(ids) > _IDS_SHOWN else "")
    return _written(fact.path.split("."), named) + _short(form.fact(fact.fact), fact.path, form.words)


_LISTED = {"acts": "steps", "performers": "steps"}
"""Collections that no list of a case bears the name of → the list whose completeness answers for them."""
_NESTED = ("parties", "violations", "officers", "evidence", "prior_penalties", "steps", "documents", "proposed")
_IDS_SHOWN, _SHORTLY = 3, 5


def _thing(path: str) -> str:
    """Return what a path says of which violation, party, officer or step it is: of a proposal the violation and party.

    Numbers of a list are those of its items, from one.
    """
    parts = path.split(".")
    ids = parts[1:3] if parts[0] == "proposed" else parts[1:2]
    return ", ".join(f"#{int(each) + 1}" if each.isdecimal() else each for each in ids)


def _written(parts: Sequence[str], named: str) -> str:
    if parts[0] not in _NESTED:
        return ".".join(parts)
    rest = parts[3 if parts[0] == "proposed" else 2 :]
    if rest[:1] == ["facts"]:  # what stands there may stand beside the other keys
        rest = rest[1:]
    if parts[0] == "steps" and rest == ["done"]:
        rest = []
    return ".".join([f"{parts[0]}[{named}]", *rest])


def _short(fact: Fact | None, path: str, words: Words) -> str:
    """Return what may stand at a key: the values themselves, or in one word what kind of thing."""
    if fact is None or path.endswith("[].amount"):
        return ""
    values = list(fact.type.values)
    if fact.name == "done":
        told = words.say("takes.short.step")
    elif values:
        told = "/".join(values[:_SHORTLY]) + ("/…" if len(values) > _SHORTLY else "")
    else:
        told = words.say(f"takes.short.{fact.type.kind}")
    return f": {told}" if told else ""
