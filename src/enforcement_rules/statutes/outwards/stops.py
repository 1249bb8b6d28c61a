"""What a measure is by where it stands: 责令停止经营 an order or a suspension, 禁止从事 of an office or a trade."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from msgspec import structs

from enforcement_rules.statutes.clauses import Atom
from enforcement_rules.statutes.outwards.codes import BUSINESS
from enforcement_rules.statutes.outwards.refused import Doubt

STOP_OF_WHAT = "stop"
"""No kind of an atom: what a clause gives until its tier settles it."""
_WITHOUT: Final = re.compile("未取得|未经|擅自|无[^,]{2,20}证")
_PRACTICE: Final = re.compile("责令停止(?:非法)?执业(?:活动)?$")
_BUSINESS: Final = re.compile("|".join(BUSINESS))
_DONE: Final = re.compile("违反|未|向|不|擅自|有下列|有前款|有第|有本|有$|存在|在|对|出具|弄虚")
_BODY: Final = re.compile("机构|单位|企业|公司|经营者|生产者")


def settled_stops(tier: list[Atom], text: str) -> list[Atom]:
    """Return the atoms of a tier with its 停止 settled (行政处罚法第九条).

    Among the first measures it is an order; in a further tier, with 可以 or beside 关闭 a suspension.

    Raises:
        Doubt: it stands alone.
    """
    closes = any(one.kind == "order_to_close" for one in tier)
    beside = len({one.kind for one in tier} - {STOP_OF_WHAT}) > 0
    settled = []
    for one in tier:
        plain = one.choice is None and one.force == "shall" and not _tiers(one)
        if plain and beside and _PRACTICE.match(text[one.start : one.end]) and _ends_act(one, text):
            settled.append(structs.replace(one, kind="order"))
        elif one.kind != STOP_OF_WHAT:
            settled.append(one)
        elif plain and not closes and (beside or _ends_act(one, text)):
            settled.append(structs.replace(one, kind="order"))
        elif _BUSINESS.search(text[one.start : one.end]) and (_tiers(one) or one.force == "may" or closes):
            settled.append(structs.replace(one, kind="order_to_suspend_business", things=()))
        else:
            raise Doubt("unknown_word", one.start, one.end)
    return settled


def _ends_act(one: Atom, text: str) -> bool:
    """Whether what has to stop is no business, or the act is to do it without a licence."""
    business = _BUSINESS.search(text[one.start : one.end])
    return business is None or any(_WITHOUT.search(text[start:end]) for start, end in one.acts)


def _tiers(one: Atom) -> bool:
    premises = (each for condition in one.conditions for all_of in condition for each in all_of)
    return any(each.kind in ("tier", "failure") for each in premises)


def _subject_is_person(acts: Sequence[str]) -> bool:
    """Whether who did the act is surely a person (会计人员有…行为的, 受到…处罚的人员)."""
    subject = _DONE.split(acts[0], maxsplit=1)[0]
    return (subject.endswith("人员") or acts[-1].endswith("的人员")) and _BODY.search(subject) is None


def _subject_is_body(act: str) -> bool:
    """Whether who did the act is surely a body: so the words before what was done."""
    subject = _DONE.split(act, maxsplit=1)[0]
    return _BODY.search(subject) is not None and "人员" not in subject


def settled_bans(tier: list[Atom], text: str) -> list[Atom]:
    """Return the atoms of a tier with its bans settled: a trade is barred as a whole (从事), for whomever it is.

    Of others it is an occupation for persons and a business for bodies.

    Raises:
        Doubt: who bears the ban is not sure.
    """
    settled = []
    for one in tier:
        if one.kind != "ban":
            settled.append(one)
            continue
        party = "".join(text[start:end] for start, end in one.parties)
        acts = [text[start:end] for start, end in one.acts]
        person = "从事" in text[one.start : one.end] or re.search("人员|负责人|代表人|责任人", party)
        subject = bool(acts) and acts[-1].endswith(("人员", "责任人")) and text[one.acts[-1][1]] == ","
        if person or (not party and acts and (subject or _subject_is_person(acts))):
            kind = "occupation_restriction"
        elif not re.search("个人|人$", party) and acts and _subject_is_body(acts[0]):
            kind = "business_restriction"
        else:
            raise Doubt("unclear_party", one.start, one.end)
        settled.append(structs.replace(one, kind=kind))
    return settled
