"""What stands before a closing 的: the act of a sentence, or the condition of what follows."""

from __future__ import annotations

import re
from typing import Final, Literal

from msgspec import Struct

from enforcement_rules.statutes.clauses import Premise
from enforcement_rules.statutes.outwards.codes import BASES, CRIMES, FAILURES, GAINS, OWN_CONDITIONS, TIERS
from enforcement_rules.statutes.outwards.cutting import Cut, piece
from enforcement_rules.statutes.outwards.numbers import NUMBER, number_value, written_value
from enforcement_rules.statutes.outwards.quantities import ranges_in
from enforcement_rules.statutes.outwards.refused import Alternatives, Doubt, Place, placed

_CLOSED: Final[tuple[tuple[Literal["tier", "failure", "gains", "crime"], dict[str, str]], ...]] = (
    ("tier", TIERS),
    ("failure", FAILURES),
    ("gains", GAINS),
    ("crime", CRIMES),
)
_OVERDUE = re.compile(r"(?:逾期|限期内)(?:仍)?(?:不|未|拒不)(\w{2,12})")
_REFUSED = re.compile(r"拒不(\w{2,12})")
_HARM = re.compile(r"给[^,]{1,16}造成[^,]{0,8}(?:损失|损害|伤害)$")
_MONEY_WORDS = re.compile(r"罚款|没收|吊销|暂扣|处[一二三四五六七八九十百千万0-9]")


def closed_condition(part: Cut) -> Alternatives | None:
    """Return the condition that some words of a closed list say; `None` where they say anything else."""
    found: list[tuple[Premise, ...]] = []
    begin = 0
    for match in [*re.finditer("或者", part.text), None]:
        end = match.start() if match else len(part.text)
        premise = _premise(piece(part, begin, end))
        if premise is None:
            return None
        found.append((premise,))
        begin = match.end() if match else end
    return tuple(found)


def _premise(part: Cut) -> Premise | None:
    words = part.text.removesuffix("的")
    for kind, table in _CLOSED:
        if words in table:
            return Premise(kind, table[words])
    if words == "没有违法经营额":
        return Premise("own", places=((part.start, part.start + len(words)),))
    for pattern, means in ((_OVERDUE, "overdue"), (_REFUSED, "refused")):
        match = pattern.fullmatch(words)
        if match:
            return Premise("failure", means, places=((part.start + match.start(1), part.start + match.end(1)),))
    return _threshold(part, words)


def _threshold(part: Cut, words: str) -> Premise | None:
    with placed(part.start):
        ranges = ranges_in(words, 0, len(words))
    if len(ranges) != 1 or ranges[0].end != len(words) or ranges[0].type != "amount":
        return None
    base = words[: ranges[0].start].removesuffix("在")
    low, high = ranges[0].bounds.low, ranges[0].bounds.high
    if not base or (low is not None and low == high):
        raise Doubt("unclear_base", part.start, part.end)
    name = next((each for each in sorted(BASES, key=len, reverse=True) if base.endswith(each)), "")
    if not name and not base.endswith(("费用", "金额", "所得", "造价", "价款", "收入", "价值", "总值", "额")):
        raise Doubt("unclear_base", part.start, part.end)
    before = base.removesuffix(name) if name else base
    moved = type(ranges[0].bounds)(
        low,
        high,
        (BASES[name],) if name else (),
        ((part.start, part.start + len(before)),) if before else (),
    )
    return Premise("threshold", bounds=moved)


def later_condition(parts: list[Cut]) -> Alternatives:
    """Return the condition of a later tier, which may be said in several clauses (逾期不改正,造成严重后果的).

    Raises:
        Doubt: words that may be another act, or that hold a sum or a kind.
    """
    premises: list[Premise] = []
    for n, each in enumerate(parts):
        closed = closed_condition(each)
        if closed is not None:
            if len(closed) > 1 and len(parts) > 1:
                raise Doubt("nested_condition", each.start, each.end)
            if len(closed) > 1:
                return closed
            premises.extend(closed[0])
            continue
        mixed = _mixed(each) if len(parts) == 1 else None
        if mixed is not None:
            return mixed
        premises.append(_own(each, first=n == 0))
    return (tuple(premises),)


def _mixed(part: Cut) -> Alternatives | None:
    """Return a closed condition with one of own words as its alternative (拒不改正或者造成…后果)."""
    head, mark, _ = part.text.partition("或者")
    closed = closed_condition(piece(part, 0, len(head)))
    if not mark or closed is None:
        return None
    return (*closed, (_own(piece(part, len(head) + 2, len(part.text)), first=True),))


def _own(part: Cut, *, first: bool) -> Premise:
    words = part.text.removesuffix("的")
    known = words.startswith(OWN_CONDITIONS) or _HARM.match(words) is not None
    if not known or ("或者" in words and any(name in words for name in (*TIERS, *FAILURES, *GAINS))):
        raise Doubt("unclear_scope" if first else "nested_condition", part.start, part.end)
    with placed(part.start):
        ranges = ranges_in(words, 0, len(words))
    if ranges or _MONEY_WORDS.search(words):
        raise Doubt("unclear_numeral", part.start, part.end)
    return Premise("own", places=((part.start, part.start + len(words)),))


class Act(Struct, frozen=True):
    """The act of a sentence: places of its words, the places of the law named in it, whether its items follow."""

    acts: tuple[Place, ...]
    references: tuple[str, ...]
    listed: bool


_PART = rf"第(\(?)({NUMBER})\)?([条款项目])(?:之({NUMBER}))?"
_REFERENCE = re.compile(rf"(?:本法|本条例|本办法|本规定|本实施条例|本实施细则|本细则)?(?:{_PART})+")
_RELATIVE = re.compile(rf"(?:前款|前条|本条(?!例)|前([两二三四五六])[款条项])(?:{_PART})*")
_GLUE = re.compile(
    r"^[,、]|[,、]$|^违反(?:了)?(?:本法|本条例|本办法|本规定|本实施条例)?(?:的)?规定[,、]?|^(?:违法)?(?:行为|情形)(?:之一)?[,、]|违反(?:《[^》]{1,30}》|[^,、违反]{2,15}(?:法|条例))$|^违反$|^违反(?:本法|本条例)$"
    r"|^(?:的)?规定[,、]?|^(?:或者|和|、|以及|至)$"
    r"|^[,]?(?:有|存在)?(?:下列|以下)?(?:违法)?(?:行为|情形)?之一$|^(?:违法)?(?:行为|情形)(?:之一)?[,、]|违反(?:《[^》]{1,30}》|[^,、违反]{2,15}(?:法|条例))$|^违反$|(?<=.)违反$|^有$|[,]有$|(?<=[人位构业者])有$|^(?:所列|规定的?)?(?:违法)?(?:行为|情形)(?:之一)?$"
)
_LISTED = re.compile(r"(?:下列|以下)(?:违法)?(?:行为|情形)(?:之一|$)")
_EXCEPT = re.compile(r"除.{1,60}外[,、]|[条款项](?:的?规定)?(?:的?情形)?(?:以外|之外|除外)|除第")


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
        if each.type in ("amount", "multiple", "percent"):
            raise Doubt("unclear_numeral", whole.start + each.start, whole.start + each.end)
    if _EXCEPT.search(whole.text):
        raise Doubt("exception", whole.start, whole.end)
    listed = _LISTED.search(whole.text)
    references, begin, acts = [], 0, []
    for match in sorted((*_REFERENCE.finditer(whole.text), *_RELATIVE.finditer(whole.text)), key=lambda m: m.start()):
        if match.start() < begin:
            continue
        references.append(cited(match[0], whole))
        acts.extend(_words(whole, begin, match.start()))
        begin = match.end()
    acts.extend(_words(whole, begin, len(whole.text)))
    return Act(tuple(acts), tuple(references), listed is not None)


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
