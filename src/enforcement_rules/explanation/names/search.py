"""Names that hold a word: exact before its beginning before a part of it; the nearest spelling where few do."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct

from enforcement_rules.explanation.names.entries import entries_of
from enforcement_rules.explanation.names.named import KINDS, NameEntry, NameKind
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.citation import citation_parts, citations_meet
from enforcement_rules.values.titles import law_title, normal_title

_PUNCTUATION = re.compile(r"[\s、，,。；;：:（）()·・/\-_.?？!！]+")
_LONGEST = 200
_NEAREST, _FEW = 5, 3
_LIKE_ENOUGH, _OF_TEXT, _SPELT_ALIKE = 0.35, 0.2, 0.65
_OF_ARTICLES: tuple[NameKind, ...] = ("provisions", "grounds")
_SOUGHT: tuple[NameKind, ...] = ("steps", "causes", "penalties")
"""What is looked up most: a part of such a name is as good as the beginning of another."""
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_GAPS, _LONGEST_SPREAD = 3, 6
EXACT, BEGINS, HOLDS, WORDS, SPREAD, SAID = range(6)
"""How good a hit is: the name itself, its beginning, a part of it, all words in any order, all signs of a Chinese word
in their order (过期 in 超过保质期), only in the question or what a provision says."""


class Found(Struct, frozen=True):
    """The names that hold a word, the likeliest first; where they are few, those that are spelt like it besides."""

    names: tuple[NameEntry, ...]
    near: tuple[NameEntry, ...] = ()


def find_names(rulesets: Rulesets, word: str = "", what: Iterable[NameKind] = ()) -> Found:
    """Return the names that hold a word; all of them without one.

    Args:
        rulesets: what is loaded, or what of it concerns a field (`loading.schemas.of_field`).
        word: Chinese or English: a name, its beginning or a part of it, an id, a key, an article such as
            食品安全法第一百二十四条; of several words each must be there.
        what: the kinds of things to look among; all of them by default.
    """
    wanted = set(what) or set(KINDS)
    names = [each for each in entries_of(rulesets) if each.what in wanted]
    folded = _folded(word[:_LONGEST])
    if not folded:
        return Found(tuple(names))
    ranked = [(*rank, n) for n, each in enumerate(names) if (rank := _rank(each, word, folded)) is not None]
    holding = [names[n] for *_, n in sorted(ranked)]
    if len(holding) > _FEW or (ranked and min(ranked)[0] == EXACT):
        return Found(tuple(holding))
    others = [each for each in names if each not in holding]
    return Found(tuple(holding), _nearest(others, folded))


def _rank(name: NameEntry, word: str, folded: str) -> tuple[int, bool, int, int] | None:
    """Return what a name is sorted by: how good a hit, whether no file states it, its kind, how much more it says."""
    quality = _quality(name, word, folded)
    if quality is None:
        return None
    longer = min((len(text) for text in _texts(name) if folded in text), default=_LONGEST)
    if quality > BEGINS and name.what in _SOUGHT:
        quality -= 1
    return quality, bool(name.follows_from), KINDS.index(name.what), longer


def _quality(name: NameEntry, word: str, folded: str) -> int | None:
    texts = _texts(name)
    if folded in texts:
        return EXACT
    if name.what in _OF_ARTICLES and _cited(name, word):
        return EXACT
    if any(text.startswith(folded) for text in texts):
        return BEGINS
    if any(folded in text for text in texts):
        return HOLDS
    parts = [_folded(part) for part in _PUNCTUATION.split(word) if part]
    if len(parts) > 1 and all(any(part in text for text in texts) for part in parts):
        return WORDS
    spread = _spread(folded)
    if spread is not None and any(spread.search(text) for text in texts):
        return SPREAD
    said = [_folded(each) for each in name.says]
    return SAID if any(folded in text for text in said) else None


@cache
def _spread(folded: str) -> re.Pattern[str] | None:
    """Return the pattern of a Chinese word with a few signs between its own."""
    if len(folded) > _LONGEST_SPREAD or not all(map(_CHINESE.match, folded)):
        return None
    return re.compile(f".{{0,{_GAPS}}}".join(map(re.escape, folded)))


def _cited(name: NameEntry, word: str) -> bool:
    """Say whether a word cites a provision: its article, with the title of its instrument or without."""
    if not citation_parts(word):
        return False
    article = name.zh.rpartition("）")[2]
    title = law_title(re.split(r"第\s*[\d零一二三四五六七八九十百千]", word, maxsplit=1)[0])
    titles = {law_title(each) for each in name.aliases}
    return (not title or title in titles) and citations_meet(word, article)


@cache
def _folded(text: str) -> str:
    return _PUNCTUATION.sub("", normal_title(text))


def _texts(name: NameEntry) -> tuple[str, ...]:
    known = (name.id, name.key, name.key_zh or "", name.zh, name.en, *name.aliases)
    return tuple(text for each in known if (text := _folded(each)))


def _nearest(names: Iterable[NameEntry], folded: str) -> tuple[NameEntry, ...]:
    stated = [name for name in names if not name.follows_from]
    likeness = sorted((-_likeness(name, folded), n) for n, name in enumerate(stated))
    return tuple(stated[n] for like, n in likeness[:_NEAREST] if -like >= _LIKE_ENOUGH)


def _likeness(name: NameEntry, folded: str) -> float:
    """Return how much a name is like a word, from 0 to 1: Chinese by what of the word is in it, English by spelling."""
    alike = _shared if _CHINESE.search(folded) else _spelling
    return max(alike(folded, text) for text in _texts(name))


def _shared(word: str, text: str) -> float:
    """Return how many pairs of neighbouring signs of a word a text has, and somewhat less how many of its own."""
    ours, theirs = set(_neighbours(word)), set(_neighbours(text))
    if not ours or not theirs:
        return 0.0
    both = len(ours & theirs)
    return (1 - _OF_TEXT) * both / len(ours) + _OF_TEXT * both / len(theirs)


def _neighbours(text: str) -> Iterator[str]:
    return (text[n : n + 2] for n in range(len(text) - 1))


def _spelling(one: str, other: str) -> float:
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    quick = matcher.real_quick_ratio() >= _SPELT_ALIKE and matcher.quick_ratio() >= _SPELT_ALIKE
    ratio = matcher.ratio() if quick else 0.0
    return ratio if ratio >= _SPELT_ALIKE else 0.0
