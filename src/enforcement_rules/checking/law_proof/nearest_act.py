"""Which place of an article states the act that a provision or a cause says: found by the words that both share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from enforcement_rules.rules.amount import Provision
from enforcement_rules.statutes.proving import Passages, scanned
from enforcement_rules.statutes.text import Paragraph, normal_text

_ENDS = re.compile(r"的,|;|,(?:并|可以)?(?:没收|罚|责令|改正|警告|吊销|照)")
"""Where a rule's own words go on from the act to what it costs."""
_NO_ACT = re.compile(r"[该本][条款项]所列")
"""How a rule says that it is for all that its place lists, which names no act."""
_MARKS = re.compile(r"[,;。:、()]")
_CLEARLY = 2
_CLEARLY_OF_CAUSE = 4
"""By how many characters and pairs of them another place must be nearer than the one cited, by what is compared."""


def nearer_place(rule: Provision, at: Passages) -> str:
    """Return the place whose act shares clearly more words with what the rule says; empty where none does."""
    said = normal_text(rule.says)
    return "" if _NO_ACT.match(said) else _nearer(_ENDS.split(said)[0], at, _CLEARLY)


def nearer_for_cause(label: str, at: Passages) -> str:
    """Return the place whose act shares clearly more words with what a cause is called; empty where none does."""
    return _nearer(normal_text(label), at, _CLEARLY_OF_CAUSE)


def _nearer(words: str, at: Passages, clearly: int) -> str:
    said = _shingles(words)
    acts = dict(_acts(at))
    if len(acts) < 2 or (at.paragraph, at.item) not in acts:  # noqa: PLR2004
        return ""
    common = {each for each in said if all(each in act for act in acts.values())}
    shared = {place: len((said - common) & act) for place, act in acts.items()}
    best = max(shared, key=lambda place: shared[place])
    return at.name(*best) if shared[best] >= shared[at.paragraph, at.item] + clearly else ""


def _acts(at: Passages) -> Iterator[tuple[tuple[int, int], frozenset[str]]]:
    for paragraph in at.article.paragraphs:
        if at.item and paragraph.number == at.paragraph:
            yield from (((paragraph.number, each.number), _shingles(each.text)) for each in paragraph.items)
        elif not at.item and at.paragraph:
            yield (paragraph.number, 0), _shingles(_before_penalties(at, paragraph))


def _before_penalties(at: Passages, paragraph: Paragraph) -> str:
    """Return what a paragraph says before it threatens, with its items; all of it where it threatens nothing itself."""
    name, text = at.name(paragraph.number), normal_text(paragraph.text)
    starts = [each.start for each in scanned(Passages(at.article, paragraph.number)).atoms if each.place == name]
    return text[: min(starts, default=len(text))] + "".join(each.text for each in paragraph.items)


def _shingles(text: str) -> frozenset[str]:
    parts = _MARKS.split(normal_text(text))
    return frozenset(part[n : n + size] for part in parts for size in (1, 2) for n in range(len(part) - size + 1))
