"""The words before a closing 的 that say when something follows: tiers, failures, gains, sums, own words."""

from __future__ import annotations

import re
from typing import Final, Literal

from enforcement_rules.statutes.clauses import Premise
from enforcement_rules.statutes.outwards.codes import BASE_ENDS, BASES, CRIMES, FAILURES, GAINS, TIERS
from enforcement_rules.statutes.outwards.cutting import Cut, piece
from enforcement_rules.statutes.outwards.quantities import ranges_in
from enforcement_rules.statutes.outwards.refused import Alternatives, Doubt, placed

_CLOSED: Final[tuple[tuple[Literal["tier", "failure", "gains", "crime"], dict[str, str]], ...]] = (
    ("tier", TIERS),
    ("failure", FAILURES),
    ("gains", GAINS),
    ("crime", CRIMES),
)
_OVERDUE = re.compile(r"(?:逾期|限期内)(?:仍)?(?:不|未|拒不)([\w、]{2,24})|(?:逾期)(?:仍)?(达不到\w{2,12})")
_REFUSED = re.compile(r"拒不([\w、]{2,24})")
_NEITHER = re.compile(r"(?:仍)?(?:不|未)([\w、]{2,24})")
"""The second of two duties that were not done: 逾期不拆除或者不恢复原状."""
_PENAL = re.compile(
    "罚款|没收|吊销|暂扣|处[一二三四五六七八九十百千万0-9]|责令|警告|给予|予以|取消|撤销|取缔|收缴|拘留|处分|通报批评|禁止其|不予|可以"
)
_PLAIN_OWN = (
    "有违法所得、非法财物",
    "没有违法经营额",
    "应当给予治安管理处罚",
    "应给予治安管理处罚",
    "应当受治安管理处罚",
)
_SUFFERED = re.compile("警告后|被(?:依法)?(?:吊销|撤销|责令|处以|给予)|受到[^,]{0,6}(?:处分|处罚)")
"""Measures that were imposed before and are no threat here."""
_ABOUT = re.compile("^(?:对(?=造成|知道|明知|违反|有|未|拒|故意|恶意|情节|[0-9一二三四五]年内)|且|其中)")
"""What stands before a condition and is no part of it (对造成重大事故的)."""
_EXCEPT = re.compile("(?<![开清拆消排免解铲])除|以外|之外")
_CRIME = re.compile("((?:尚)?不)?构成[^,的]{1,8}罪")
_NONE = re.compile("没有[^,]{2,10}")
_GRAVE = re.compile("情节特别严重、(影响特别恶劣)的")
"""Two conditions at once."""
_LAWS_SAY = re.compile(
    "(?:其他|有关)?(?:法律|法规|规章|国家)(?:、?(?:和|或者)?(?:有关)?(?:行政法规|法规|规章|国务院决定))*(?:、国务院(?:决定)?)?"
    "(?:对[^,]{2,24})?(?:另)?(?:有|没有|未作|未|尚无)(?:其他|另行)?(?:处罚)?规定"
)


def closed_condition(part: Cut) -> Alternatives | None:
    """Return the condition that some words of a closed list say; `None` where they say anything else."""
    grave = _GRAVE.fullmatch(part.text)
    if grave:
        place = (part.start + grave.start(1), part.start + grave.end(1))
        return ((Premise("tier", "very_serious"), Premise("own", places=(place,))),)
    found: list[tuple[Premise, ...]] = []
    begin = 0
    marks = "或者|、" if "或者" in part.text and _all_closed(part) else "或者"
    for match in [*re.finditer(marks, part.text), None]:
        end = match.start() if match else len(part.text)
        one = piece(part, begin, end)
        premise = _premise(one) or (_neither(one, found[0][0]) if found else None)
        if premise is None:
            return None
        found.append((premise,))
        begin = match.end() if match else end
    return tuple(found)


def _all_closed(part: Cut) -> bool:
    """Whether 、 divides conditions here too (没有违法所得、违法所得无法计算或者违法所得不足一万元)."""
    begin = 0
    for match in [*re.finditer("或者|、", part.text), None]:
        end = match.start() if match else len(part.text)
        if _premise(piece(part, begin, end)) is None:
            return False
        begin = match.end() if match else end
    return True


def _neither(part: Cut, first: Premise) -> Premise | None:
    match = _NEITHER.fullmatch(part.text.removesuffix("的"))
    if match is None or first.kind != "failure" or first.means != "overdue" or not first.places:
        return None
    return Premise("failure", "overdue", places=((part.start + match.start(1), part.start + match.end(1)),))


def _premise(part: Cut) -> Premise | None:
    words = part.text.removesuffix("的")
    for kind, table in _CLOSED:
        if words in table:
            return Premise(kind, table[words])
    if words in _PLAIN_OWN or _LAWS_SAY.fullmatch(words):
        return Premise("own", places=((part.start, part.start + len(words)),))
    crime = _CRIME.fullmatch(words)
    if crime:
        return Premise("crime", "no" if crime[1] else "yes")
    for pattern, means in ((_OVERDUE, "overdue"), (_REFUSED, "refused")):
        match = pattern.fullmatch(words)
        if match:
            group = match.lastindex or 1
            return Premise("failure", means, places=((part.start + match.start(group), part.start + match.end(group)),))
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
    ending = next((each for each in sorted(BASE_ENDS, key=len, reverse=True) if base.endswith(each)), "")
    if not name and not ending:
        raise Doubt("unclear_base", part.start, part.end)
    before = base.removesuffix(name) if name else base
    moved = type(ranges[0].bounds)(
        low,
        high,
        (BASES[name] if name else BASE_ENDS[ending],),
        ((part.start, part.start + len(before)),) if before else (),
    )
    return Premise("threshold", bounds=moved)


def later_conditions(parts: list[Cut]) -> tuple[Alternatives, ...]:
    """Return the conditions of a later tier or part; clauses that say them in words of their own are one condition.

    Raises:
        Doubt: words that hold a sum or a kind, or alternatives that may be grouped in two ways.
    """
    found: list[Alternatives] = []
    own: list[Cut] = []
    for each in parts[parts[0].text == "其中" :]:
        closed = closed_condition(each) or _mixed(each)
        if closed is None:
            own.append(each)
            continue
        if own and len(closed) > 1:
            raise Doubt("nested_condition", each.start, each.end)
        found.extend([_own(own)] if own else [])
        own = []
        found.append(closed)
    found.extend([_own(own)] if own else [])
    return tuple(found)


def _mixed(part: Cut) -> Alternatives | None:
    """Return a closed condition with one of own words as its alternative (拒不改正或者造成…后果)."""
    head, mark, tail = part.text.partition("或者")
    if not mark or "或者" in tail:
        return None
    behind = piece(part, len(head) + 2, len(part.text))
    if _NONE.fullmatch(head):
        threshold = closed_condition(behind)
        return None if threshold is None else (*_own([piece(part, 0, len(head))]), *threshold)
    closed = closed_condition(piece(part, 0, len(head)))
    if closed is None:
        return None
    if any(premise.means == "refused" and premise.places for one in closed for premise in one):
        raise Doubt("nested_condition", part.start, part.end)
    return (*closed, *_own([behind]))


def _own(parts: list[Cut]) -> Alternatives:
    """Return a condition in words of its own; parts that begin with 或者 are its alternatives."""
    groups: list[list[Cut]] = []
    for each in parts:
        _hold(each)
        if groups and each.text.startswith("或者"):
            groups.append([piece(each, 2, len(each.text))])
        elif groups:
            groups[-1].append(each)
        else:
            groups.append([each])
    return tuple((_words(group),) for group in groups)


def _words(parts: list[Cut]) -> Premise:
    first, last = parts[0], parts[-1]
    about = len(first.text) - len(_ABOUT.sub("", first.text, count=1))
    return Premise("own", places=((first.start + about, last.end - last.text.endswith("的")),))


def _hold(part: Cut) -> None:
    """Hold words to what a condition may say.

    Raises:
        Doubt: a sum, a kind or a closed condition amid them.
    """
    with placed(part.start):
        ranges = ranges_in(part.text, 0, len(part.text))
    if any(each.type == "amount" for each in ranges) or _PENAL.search(_SUFFERED.sub("", part.text)):
        raise Doubt("unclear_numeral" if ranges else "unclear_scope", part.start, part.end)
    if _EXCEPT.search(part.text):
        raise Doubt("exception", part.start, part.end)
    if any(name in part.text for name in (*TIERS, *FAILURES, *GAINS, "构成犯罪")):
        raise Doubt("nested_condition", part.start, part.end)
