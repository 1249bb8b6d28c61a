"""How a page names the place where a case file states something, and what may stand there, in one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from weakref import WeakKeyDictionary

from enforcement_rules.evaluation.verdict import AskFact
from enforcement_rules.explanation.forms.formatter import Formatter
from enforcement_rules.explanation.wording import Words
from enforcement_rules.loading.naming import Names, case_names, zh_path
from enforcement_rules.model.parts import HELD_IN, LISTS
from enforcement_rules.model.vocabulary import Fact, Vocabulary
from enforcement_rules.rules.ruleset import Rulesets

Choice = tuple[str, str | None, str, str]
"""A value: its id, its key in Chinese, its labels in Chinese and English."""
_VALUES_SHOWN = 12
_UNTOLD = ("count", "number")
"""What has a unit that the words for it do not say; units stand in the vocabulary in Chinese alone."""


def shown_path(path: str) -> str:
    """Return a place of a case file as a page writes it: of a kind of step the place in a step of that kind.

    >>> shown_path("violations[].first"), shown_path("steps[notice].content.penalty")
    ('violations[].first', 'steps[] (step: notice) → content.penalty')
    """
    found = _IN_KIND.match(path)
    return f"steps[] (step: {found[1]}) → {found[2]}" if found else path


def spoken_path(path: str, names: Names) -> str:
    """Return a place with Chinese keys, as `shown_path` writes it: `程序步骤[] (步骤: 告知) → 送达日期`."""
    if found := _IN_KIND.match(path):
        kind = names.inside["steps"].kinds[found[1]]
        inner = zh_path(kind, found[2])
        steps = names.inside["steps"]
        return f"{names.zh('steps')}[] ({steps.zh('step')}: {steps.inside['step'].zh_value(found[1])}) → {inner}"
    return ".".join(_with_lists(path.split("."), names))


def _with_lists(path: list[str], names: Names) -> list[str]:
    """Return the parts of a path with Chinese keys, each list marked as it was."""
    spoken = zh_path(names, ".".join(path).replace("[]", "")).split(".")
    return [name + "[]" * part.endswith("[]") for name, part in zip(spoken, path, strict=True)]


_IN_KIND = re.compile(r"steps\[([a-z_0-9]+)\]\.(.+)")


def takes_in_words(takes: str, values: Sequence[Choice], unit: str | None, words: Words) -> str:
    """Return what stands at a place: a day, yuan, yes or no, or its values as the language writes them."""
    if not values:
        text = words.say(f"takes.{takes}")
        told = unit and words.lang == "zh" and takes in _UNTOLD
        return words.say("takes.of_unit", takes=text, unit=unit) if told else text
    named = [_choice(value, words) for value in values[:_VALUES_SHOWN]]
    more = words.say("names.more_places", n=len(values) - _VALUES_SHOWN) if len(values) > _VALUES_SHOWN else ""
    return words.say(f"takes.{takes}", values=words.join(named) + more)


def _choice(value: Choice, words: Words) -> str:
    id_, key_zh, chinese, english = value
    if words.lang == "zh":
        return key_zh or chinese
    return id_ if english in (id_, id_.replace("_", " ")) else f"{id_} ({english})"


def asked_key(fact: AskFact, same: Sequence[AskFact], form: Formatter) -> str:
    """Return the key that answers a question, with the id of the thing it is of, and what it takes.

    A page in Chinese shows Chinese keys and values, as a case file may write them.

    Args:
        fact: what is asked for.
        same: everything that the same question asks for, of other elements of one list.
        form: the page.
    """
    path = fact.path.split(".")
    if fact.fact.startswith("@"):
        listed = "steps" if fact.path == "steps[].by" else HELD_IN.get(fact.path, fact.path)
        key, value = _spoken(["complete"], form), _spoken([listed], form)
        return f"{key[0]}: [{value[0]}]"
    ids = list(dict.fromkeys(_thing(each.path) for each in same))
    named = ", ".join(ids[:_IDS_SHOWN]) + (", …" if len(ids) > _IDS_SHOWN else "")
    return _written(path, named, form) + _short(form.fact(fact.fact), fact.path, form.words)


_IDS_SHOWN, _SHORTLY = 3, 5
_PAIR = "proposed"
"""The list of which an item is known by two ids: the violation and the party."""


def _thing(path: str) -> str:
    """Return what a path says of which violation, party, officer or step it is: of a proposal the violation and party.

    Numbers of a list are those of its items, from one.
    """
    list_, *parts = path.split(".")
    ids = parts[: 2 if list_ == _PAIR else 1]
    return ", ".join(f"#{int(each) + 1}" if each.isdecimal() else each for each in ids)


def _written(path: list[str], named: str, form: Formatter) -> str:
    """Return a path with the ids of the thing in brackets; without the `facts` that may be left out, and `done`."""
    if path[0] != _PAIR and path[0] not in LISTS:
        return ".".join(_spoken(path, form))
    spoken = _spoken(path, form)
    begin = 3 if path[0] == _PAIR else 2
    if path[begin : begin + 1] == ["facts"] and len(path) > begin + 1:
        begin += 1
    rest = [] if path[begin:] == ["done"] else spoken[begin:]
    thing = spoken[1] if path[1:2] == [named] else named
    return ".".join([f"{spoken[0]}[{thing}]", *rest])


def _spoken(path: list[str], form: Formatter) -> list[str]:
    """Return the parts of a path as a case file in the language of the page writes them."""
    if form.words.lang != "zh":
        return path
    return _with_lists(path, _names_of(form.verdict.vocabulary))


def _names_of(vocabulary: Vocabulary) -> Names:
    """Return what case files call the things of a vocabulary: a verdict keeps no more of its rulesets."""
    found = _KNOWN.get(vocabulary)
    if found is None:
        found = _KNOWN[vocabulary] = case_names(Rulesets(versions={}, vocabulary=vocabulary))
    return found


_KNOWN: WeakKeyDictionary[Vocabulary, Names] = WeakKeyDictionary()


def _short(fact: Fact | None, path: str, words: Words) -> str:
    """Return what may stand at a key: the values themselves, or in one word what kind of thing."""
    if fact is None or path.endswith(("[].amount", "[].term")):
        return ""
    chinese = words.lang == "zh"
    keys = fact.entry.value_keys if chinese else {}
    values = [keys.get(value, value) for value in fact.type.values]
    if fact.name == "done":
        told = words.say("takes.short.step")
    elif values:
        told = "/".join(values[:_SHORTLY]) + ("/…" if len(values) > _SHORTLY else "")
    else:
        told = words.say(f"takes.short.{fact.type.kind}")
    return f": {told}" if told else ""
