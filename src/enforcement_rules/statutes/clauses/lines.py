"""Atoms in short words, free of how a reader grouped the clause: what two readings are held against each other by.

In come atoms and the normal text that their places count in; out comes one `Line` for each that is a matter of the
organ. Two lines are equal where a
reviewer would say that they threaten the same, to the same party, under the same conditions, within the same range.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from msgspec import Struct, structs

from enforcement_rules.statutes.clauses.atoms import Alternatives, Atom, Bound, Bounds, Place, Premise
from enforcement_rules.statutes.clauses.numerals import plain_number
from enforcement_rules.statutes.clauses.words import WORDS

_SCALES: Final = {
    "amount": "",
    "multiple": "x",
    "percent": "%",
    "per_mille": "per_mille",
    "per_ten_thousand": "per_ten_thousand",
}
"""How a range of money begins; ranges of terms begin with their unit."""
_MONTHS: Final = 12
_NO_PENALTIES: Final = frozenset({"criminal", "civil", "disciplinary"})
"""What is no matter of the organ that punishes has no line."""
_AS_PUBLIC_ORDER: Final = re.compile("治安(?:管理)?处罚")
_PUBLIC_ORDER: Final = frozenset({"own(构成违反治安管理行为)", "own(给予治安管理处罚)", "own(应当给予治安管理处罚)"})
"""What 治安管理处罚 goes without saying."""
_OF_PUBLIC_ORDER: Final = re.compile("违反治安管理(?:行为|规定)?$")
_PLAIN: Final = re.compile("^(?:依法)?(?:给予|予以)?(?:行政)?处罚$")
"""A penalty that is that of public order where what was done is said to be against it."""
_HELD: Final = re.compile("(?:可以)?(?:依法)?(?:予以)?(?:扣留|扣押|查封|约束)")
"""What is held is held by force."""
_TRADE: Final = re.compile("(?:禁止|不得)[^,]{0,8}从事")
"""A trade is barred as a whole, for whomever it is, and not restricted in its extent."""
_TAKEN: Final = [
    "confiscation_of_illegal_property",
    "confiscation_of_illegal_gains",
    "confiscation_of_illegal_property",
]
_OR_ELSE: Final = re.compile("(?<=[^)]),?或者(?=有其他[^,()]{0,4}情节)|,或者(?=[^()]*[)](?: |$))")
"""What divides alternatives in own words."""
_COSTS: Final = re.compile("(?:费用|支出)[^,;]*(?:承担|负担)$")
"""What is borne, and imposed by nobody: one reader has the organ of the tier with it, the other none."""
_EACH_ITS_OWN: Final = re.compile("(?:按照|依据|依照|根据|在)(?:各自)?的?(?:职责|职权)(?:分工|权限|范围内?)?$")
"""How several organs divide their work, which one reader has with the organs and the other beside them."""
_TO: Final = frozenset({"对", "给", "其", "令", "销", "扣"})
"""What stands before a party that is named for its measure (责令…, 吊销…的证书); without it it is who did the act."""


class Line(Struct, frozen=True, kw_only=True):
    """One measure of a clause in short words.

    Attributes:
        kind: of 行政处罚法第九条, or another measure (`MEASURES`).
        force: `shall` or `may`.
        party: the words that name who is punished, where it is not who did the act (对…).
        organ: the words that name who imposes it.
        conditions: sorted; as `tier:serious`, `failure:overdue`, `gains:none | illegal_gains<100000`, `own(words)`.
        ranges: each as `[50000,200000]`, `x goods_value [5,10]`, `days [5,15]`; a round bracket is an open end; sorted.
        choice: the same number for those of which one is chosen, counted from 1 in each unit; 0 elsewhere.
        step: its place on a scale (直至), from 0; -1 elsewhere.
        as_in: the places of the law that it is imposed as in.
        alone: whether it may stand without what it is added to.
    """

    kind: str
    force: str = "shall"
    party: str = ""
    organ: str = ""
    conditions: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    choice: int = 0
    step: int = -1
    as_in: tuple[str, ...] = ()
    alone: bool = False


def lines_of(atoms: Sequence[Atom], text: str) -> tuple[Line, ...]:
    """Return the lines of a unit's atoms, in their order. Orders that follow each other are one.

    So is the taking of things on both sides of the gains that are taken with them (没收渔获物、违法所得和渔具).

    Args:
        atoms: of one unit.
        text: its normal text.
    """
    choices: dict[int, int] = {}
    shared = _of_the_act(atoms)
    named = [atom for atom in atoms if atom.kind not in _NO_PENALTIES]
    lines = [_line(atom, text, choices, shared) for atom in named]
    return tuple(each for n, each in enumerate(lines) if not _said_before(n, lines, named, text))


def _said_before(n: int, lines: list[Line], atoms: list[Atom], text: str) -> bool:
    """Say whether a line only goes on with one before it."""
    if lines[n].kind == "order":
        return n > 0 and lines[n] == lines[n - 1]
    taken = [one.kind for one in lines[max(0, n - 2) : n + 1]] == _TAKEN
    return taken and lines[n] == lines[n - 2] and "," not in text[atoms[n - 2].start : atoms[n].end]


def _of_the_act(atoms: Sequence[Atom]) -> frozenset[Alternatives]:
    """Return the conditions in own words that hold for all: one reader has them in the act, the other beside it."""
    every = [set(atom.conditions) for atom in atoms]
    common = set.intersection(*every) if every else set()
    return frozenset(each for each in common if all(premise.kind == "own" for one in each for premise in one))


def differences(one: Sequence[Line], other: Sequence[Line]) -> tuple[str, ...]:
    """Return in what two readings of a unit differ, as `2.force`; empty where they agree.

    Args:
        one: the lines of a unit, in the order of the text.
        other: the same unit's, read otherwise.
    """
    if len(one) != len(other):
        return ("lines",)
    return tuple(
        f"{number}.{name}"
        for number, (line, twin) in enumerate(zip(one, other, strict=True), 1)
        for name in Line.__struct_fields__
        if getattr(line, name) != getattr(twin, name)
    )


def _line(atom: Atom, text: str, choices: dict[int, int], shared: frozenset[Alternatives]) -> Line:
    chosen = 0 if atom.choice is None else choices.setdefault(atom.choice, len(choices) + 1)
    conditions = {
        _condition(one, text)
        for each in atom.conditions
        if each not in shared and not _opens_sentence(each, text)
        for one in _each_premise(each)
    }
    kind = _kind(atom, text)
    return Line(
        kind=kind,
        force=atom.force,
        party=_words((each for each in atom.parties if _is_named(each, atom, text)), text).removeprefix("其"),
        organ="" if _is_cost(atom, text) else _EACH_ITS_OWN.sub("", _words(atom.organs, text)),
        conditions=tuple(sorted(conditions - (_PUBLIC_ORDER if kind == "as_public_order" else frozenset()))),
        ranges=tuple(sorted(range_text(each, text) for each in atom.ranges)),
        choice=chosen,
        step=-1 if atom.step is None else atom.step,
        as_in=atom.as_in,
        alone=atom.alone,
    )


def _is_cost(atom: Atom, text: str) -> bool:
    """Say whether a measure says who bears a cost, which no organ imposes."""
    return atom.kind == "recovery" and "费用由" in text[atom.start : atom.end]


def _kind(atom: Atom, text: str) -> str:
    """Return the kind, as the readings by hand settled what may be named in two ways."""
    words = text[atom.start : atom.end]
    own = [premise.places for each in atom.conditions for one in each for premise in one if premise.kind == "own"]
    said = [text[start:end] for places in (*own, atom.acts) for start, end in places]
    broken = not atom.as_in and _PLAIN.search(words) and any(_OF_PUBLIC_ORDER.search(each) for each in said)
    if _AS_PUBLIC_ORDER.search(words) or (atom.kind == "as_referenced" and broken):
        return "as_public_order"
    if atom.kind == "other_measure" and _HELD.match(words):
        return "enforcement"
    if atom.kind == "business_restriction" and _TRADE.search(words):
        return "occupation_restriction"
    return atom.kind


def _is_named(party: Place, atom: Atom, text: str) -> bool:
    """Say whether a party is named for the measure: with 对, right before it or in it (其负责人五年内不得…)."""
    behind = bool(atom.acts) and not atom.listed and all(act[1] <= party[0] for act in atom.acts)
    return text[party[0] - 1 : party[0]] in _TO or behind or atom.start <= party[1] <= atom.end


def _opens_sentence(condition: Alternatives, text: str) -> bool:
    """Say whether own words begin a further sentence: one reader has them as its act, the other as what limits it."""
    premises = [premise for each in condition for premise in each]
    begins = [start for premise in premises for start, _ in premise.places if text[:start].endswith(("。", "。对"))]
    return bool(begins) and all(
        premise.kind == "own" or text[premise.places[-1][0] : premise.places[-1][1]].endswith("另有规定")
        for premise in premises
    )


def _each_premise(condition: Alternatives) -> Iterable[Alternatives]:
    """Return a condition as conditions of one premise each, where it has no alternatives: all of them hold."""
    return [((premise,),) for premise in condition[0]] if len(condition) == 1 else [condition]


def _words(places: Iterable[Place], text: str) -> str:
    return "、".join(text[start:end] for start, end in places)


def _condition(alternatives: Alternatives, text: str) -> str:
    said = " | ".join(" & ".join(sorted(_premise(each, text) for each in one)) for one in alternatives)
    return " | ".join(
        sorted(_OR_ELSE.sub(") | own(", said).replace("own(对", "own(").replace("own(应当", "own(").split(" | "))
    )


def _premise(premise: Premise, text: str) -> str:
    if premise.kind == "threshold" and premise.bounds is not None:
        return _threshold(premise.bounds)
    words = _words(premise.places, text)
    tier = next((means for means, own in WORDS["tier"].items() if words in own), None)
    if premise.kind == "own" and tier is not None:
        return f"tier:{tier}"
    if premise.kind == "own" or words.endswith("另有规定"):
        return f"own({words})"
    if premise.kind == "exception":
        return f"except({words or premise.means})"
    return f"{premise.kind}:{premise.means}" + (f"({words})" if words else "")


def _threshold(bounds: Bounds) -> str:
    base = "+".join(bounds.bases)
    low, high = bounds.low, bounds.high
    if low is not None and low == high:
        return f"{base}={low.value}"
    ends = [f"{base}{'>=' if low.closed else '>'}{low.value}"] if low is not None else []
    ends += [f"{base}{'<=' if high.closed else '<'}{high.value}"] if high is not None else []
    return " & ".join(ends)


def range_text(bounds: Bounds, text: str = "") -> str:
    """Return a range in short words: `x goods_value [5,10]`.

    Args:
        bounds: the range.
        text: the normal text that its places count in.
    """
    bounds = _in_one_unit(bounds)
    end = bounds.high or bounds.low
    scale = _SCALES.get(end.type, end.type) if end is not None else ""
    words = [scale, "+".join(bounds.bases) or _base(_words(bounds.of, text)), _ends(bounds)]
    words += [f"per({text[bounds.per[0] : bounds.per[1]]})"] if bounds.per is not None else []
    words += [bounds.daily and "daily", "misprint" if bounds.unit_missing else ""]
    return " ".join(word for word in words if word)


def _in_one_unit(bounds: Bounds) -> Bounds:
    """Return bounds from months to years in months (六个月至一年)."""
    low, high = bounds.low, bounds.high
    if low is None or high is None or (low.type, high.type) != ("months", "years"):
        return bounds
    return structs.replace(bounds, high=Bound("months", plain_number(Decimal(high.value) * _MONTHS), high.closed))


def _base(words: str) -> str:
    """Return what a multiple is taken of by the last of its words, the longest that is known."""
    known = [(len(word), means) for means, own in WORDS["base"].items() for word in own if words.endswith(word)]
    return max(known)[1] if known else ""


def _ends(bounds: Bounds) -> str:
    low, high = bounds.low, bounds.high
    if low is None and high is None:
        return ""
    if low is not None and low.type == "life":
        return ""
    left = "(" if low is not None and not low.closed else "["
    right = ")" if high is not None and not high.closed else "]"
    return f"{left}{_end(low, high)},{_end(high, low)}{right}"


def _end(bound: Bound | None, other: Bound | None) -> str:
    """Return an end with its unit where the other end has another (百分之五十以上三倍以下)."""
    if bound is None:
        return ""
    return bound.value if other is None or other.type == bound.type else f"{bound.value} {bound.type}"
