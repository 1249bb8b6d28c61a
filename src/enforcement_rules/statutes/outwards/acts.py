"""The act of a sentence, and the places of the law that its words or a measure name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from enforcement_rules.statutes.outwards.cutting import Cut
from enforcement_rules.statutes.outwards.numbers import NUMBER, number_value, written_value
from enforcement_rules.statutes.outwards.quantities import ranges_in
from enforcement_rules.statutes.outwards.refused import Doubt, Place, placed


class Act(Struct, frozen=True):
    """The act of a sentence: places of its words, the places of the law named in it, whether its items follow."""

    acts: tuple[Place, ...]
    references: tuple[str, ...]
    listed: bool


_PART = rf"第(\(?)({NUMBER})\)?([条款项目])(?:之({NUMBER}))?"
_REFERENCE = re.compile(rf"(?:本法|本条例|本办法|本规定|本实施条例|本实施细则|本细则)?(?:{_PART})+")
_RELATIVE = re.compile(rf"(?:前款|前条|本条(?!例)|前([两二三四五六])[款条项])(?:{_PART})*")
_LAW = re.compile(r"(《[^《》]{2,40}》|(?:^|(?<=[、和及与]))(?!本)[^,、《》第]{1,24}?(?:法|条例|办法|规定|细则))$")
"""The name of a law right before a place of it."""
_GLUE = re.compile(
    r"^[,、]|[,、]$|^违反(?:了)?(?:本法|本条例|本办法|本规定|本实施条例)?(?:的)?规定[,、]?|^(?:违法)?(?:行为|情形)(?:之一)?[,、]|违反(?:《[^》]{1,30}》|[^,、违反]{2,15}(?:法|条例))$|^违反$|^违反(?:本法|本条例)$"
    r"|^(?:的)?规定[,、]?|^(?:或者|和|、|以及|至)$"
    r"|^[,]?(?:有|存在)?(?:下列|以下)?(?:违法)?(?:行为|情形)?之一$|^(?:违法)?(?:行为|情形)(?:之一)?[,、]|违反(?:《[^》]{1,30}》|[^,、违反]{2,15}(?:法|条例))$|^违反$|(?<=.)违反$|^有$|[,]有$|(?<=[人位构业者])有$|^(?:所列|规定的?)?(?:违法)?(?:行为|情形)(?:之一)?$"
)
_LISTED = re.compile(r"(?:下列|以下)(?:违法)?(?:行为|情形)(?:之一|$)")
_EXCEPT = re.compile(
    r"除.{1,60}外[,、]|[条款项](?:的?规定)?(?:的?情形)?(?:以外(?!的(?:活动|违反|任何))|之外|除外)|除第"
)


def act_of(parts: list[Cut], text: str) -> Act:
    """Return the act that some clauses say; their last one ended in 的.

    Raises:
        Doubt: a sum of money in it that nothing reads.
    """
    words = text[parts[0].start : parts[-1].end].removesuffix("的").replace("之一者", "之一")
    whole = Cut(parts[0].start, parts[-1].end, words)
    with placed(whole.start):
        ranges = ranges_in(whole.text, 0, len(whole.text))
    for each in ranges:
        if each.type == "amount":
            raise Doubt("unclear_numeral", whole.start + each.start, whole.start + each.end)
    if _EXCEPT.search(whole.text):
        raise Doubt("exception", whole.start, whole.end)
    listed = _LISTED.search(whole.text)
    references, begin, acts = [], 0, []
    for match in _places(whole.text):
        references.append(cited(match[0], whole))
        acts.extend(_words(whole, begin, match.start()))
        begin = match.end()
    acts.extend(_words(whole, begin, len(whole.text)))
    return Act(tuple(acts), tuple(references), listed is not None)


def _places(text: str) -> Iterator[re.Match[str]]:
    begin = 0
    for match in sorted((*_REFERENCE.finditer(text), *_RELATIVE.finditer(text)), key=lambda each: each.start()):
        if match.start() >= begin:
            yield match
            begin = match.end()


def places_cited(text: str) -> Iterator[str]:
    """Yield the places of the law that some words name, as they stand, with the name of another law before them."""
    begin = 0
    for match in _places(text):
        law = _LAW.search(text, begin, match.start())
        yield (law[1] if law else "") + match[0]
        begin = match.end()


def _words(whole: Cut, start: int, end: int) -> list[Place]:
    """Return the place of the words of an act without what only joins them to a reference or a list."""
    while start < end:
        match = _GLUE.search(whole.text[start:end])
        if match is None or match[0] == "":
            break
        if match.start() == 0:
            start += match.end()
        elif match.end() == end - start:
            end = start + match.start()
        else:
            break
    return [(whole.start + start, whole.start + end)] if start < end else []


def cited(words: str, at: Cut) -> str:
    """Return a reference as atoms have it: as the law writes it, with digits.

    Raises:
        Doubt: a numeral in it that makes no number.
    """

    def digits(match: re.Match[str]) -> str:
        value = number_value(match[0])
        if value is None:
            raise Doubt("unclear_reference", at.start, at.end)
        return written_value(value)

    return re.sub(NUMBER, digits, words)
