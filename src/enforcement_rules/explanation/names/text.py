"""Names found, as text and as records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from enforcement_rules.explanation.forms import behind, shown_path, takes_in_words
from enforcement_rules.explanation.names.named import KINDS, NameEntry, Use, Value
from enforcement_rules.explanation.names.search import Found
from enforcement_rules.explanation.wording import Language, Words
from enforcement_rules.values.visible import page_of, visible

USES_SHOWN = 6
PLACES_SHOWN = 3


def names_text(found: Found, word: str, lang: Language = "zh", *, most: int | None = None) -> str:
    """Return what was found as text: each name with where it stands, what it takes, what of the law uses it.

    Args:
        found: the names.
        word: what was looked for; empty for everything.
        lang: the language.
        most: how many names are shown, the others counted; `None` for all.
    """
    words = Words(lang)
    shown = found.names[:most]
    out: list[str] = []
    if not shown:
        out.append(words.say("names.none", word=visible(word)))
    for name in shown:
        out += _name(name, words)
    if left := len(found.names) - len(shown):
        out.append(words.say("names.more", n=left))
    if found.near:
        out.append(words.say("names.near"))
    for name in found.near:
        out += _name(name, words)
    return page_of(out)


def counts_text(found: Found, lang: Language = "zh") -> str:
    """Return how many names there are of each kind, and how to look among them."""
    words = Words(lang)
    counts = {kind: sum(name.what == kind for name in found.names) for kind in KINDS}
    out = [f"{kind:<12}  {words.say(f'names.what.{kind}')}  {count}" for kind, count in counts.items() if count]
    return page_of([*out, words.say("names.how")])


def _name(name: NameEntry, words: Words) -> Iterator[str]:
    label = words.pick(name.zh, name.en)
    keys = list(dict.fromkeys(_keys(name, words)))
    yield f"{label}    [{words.say(f'names.one.{name.what}')}]"
    yield from (f"    {row}" for row in _rows(name, words.join(keys), words))


def _keys(name: NameEntry, words: Words) -> list[str]:
    """Return how a file writes a name, in the language of the page first."""
    keys = [name.key, *([name.key_zh] if name.key_zh else [])]
    return keys[::-1] if words.lang == "zh" else keys


def _rows(name: NameEntry, keys: str, words: Words) -> Iterator[str]:
    said = words.pick(*name.says)
    yield words.say("names.key", keys=keys)
    if name.what in ("provisions", "grounds", "keys") and said:
        yield words.say("names.says", says=said)
    if name.where:
        yield words.say("names.where", places=_first(_places(name, words), PLACES_SHOWN, words))
    if name.takes:
        yield words.say("names.takes", takes=_takes(name, words))
    if name.follows_from:
        yield words.say("names.follows", sources=words.join(list(name.follows_from)))
    if name.what == "causes":
        yield from _links(name, words)
        yield from _uses(name.uses, words)


def _links(name: NameEntry, words: Words) -> Iterator[str]:
    """Yield the causes that one is linked to, each by its name and its key."""
    for key, linked in (("also", name.also), ("becomes", name.becomes), ("before", name.before)):
        if linked:
            named = [words.pick(each.zh, each.en) + words.say("names.linked", key=_key(each, words)) for each in linked]
            yield words.say(f"names.{key}", named=words.join(named))


def _key(value: Value, words: Words) -> str:
    return value.key_zh or value.id if words.lang == "zh" else value.id


def _places(name: NameEntry, words: Words) -> list[str]:
    return list(name.where_zh) if words.lang == "zh" else list(map(shown_path, name.where))


def _takes(name: NameEntry, words: Words) -> str:
    if name.what == "provisions":
        instrument = name.id.partition("/")[0]
        if words.lang == "zh":
            return f"{{法规: {name.uses[0].title[0]}, 条款: {name.key}}}"
        return f"{{instrument: {instrument}, article: {name.key}}}"
    values = [(each.id, each.key_zh, each.zh, each.en) for each in name.values]
    return takes_in_words(name.takes or "", values, name.unit, words)


def _first(parts: list[str], most: int, words: Words) -> str:
    more = words.say("names.more_places", n=len(parts) - most) if len(parts) > most else ""
    return words.join(parts[:most]) + more


def _uses(uses: tuple[Use, ...], words: Words) -> Iterator[str]:
    for as_ in ("penalty", "gap", "benchmark", "listing"):
        named = [behind(words.pick(*use.title), use.article, words) for use in uses if use.as_ == as_]
        if named:
            yield words.say(f"names.use.{as_}", named=_first(named, USES_SHOWN, words))
    if not any(use.as_ == "penalty" for use in uses):
        yield words.say("names.no_penalty")


def names_record(found: Found) -> dict[str, Any]:
    """Return what was found with JSON types: the names that hold the word, and those spelt like it."""
    return {"names": list(map(_record, found.names)), "near": list(map(_record, found.near))}


def _record(name: NameEntry) -> dict[str, Any]:
    return {
        "what": name.what,
        "id": name.id,
        "key": name.key,
        "key_zh": name.key_zh,
        "label": {"zh": name.zh, "en": name.en},
        "where": list(name.where),
        "where_zh": list(name.where_zh),
        "takes": name.takes,
        "values": [
            {"id": value.id, "key_zh": value.key_zh, "label": {"zh": value.zh, "en": value.en}} for value in name.values
        ],
        "unit": name.unit,
        "follows_from": list(name.follows_from),
        "also": [each.id for each in name.also],
        "becomes": [each.id for each in name.becomes],
        "before": [each.id for each in name.before],
        "says": {"zh": name.says[0], "en": name.says[1]},
        "uses": [
            {"as": use.as_, "instrument": use.instrument, "version": use.version, "article": use.article}
            for use in name.uses
        ],
    }
