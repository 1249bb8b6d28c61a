"""What every tree must hold, whoever made it; nothing here knows how clauses are read."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from enforcement_rules.statutes.clauses.atoms import Bound, alternatives_of, bounds_of
from enforcement_rules.statutes.clauses.numerals import in_digits, numerals_in, plain_number
from enforcement_rules.statutes.clauses.printing import FORMS, printed, value_of
from enforcement_rules.statutes.clauses.tree import (
    Aside,
    Condition,
    Group,
    Leaf,
    Measure,
    Part,
    Quantity,
    Range,
    Refusal,
    Span,
    Unit,
    Word,
    leaves,
)
from enforcement_rules.statutes.clauses.words import FORBIDDEN_CONDITIONS, FORBIDDEN_FORCE, FORBIDDEN_KINDS, means

FaultCode = Literal[
    "other_text",
    "gap_or_overlap",
    "empty_leaf",
    "print_differs",
    "unknown_word",
    "unknown_form",
    "numeral_divided",
    "numeral_untyped",
    "numeral_value",
    "span_holds_amount",
    "span_holds_kind",
    "span_holds_force",
    "span_holds_condition",
    "measure_without_kind",
    "measure_with_kinds",
    "kind_outside_measure",
    "condition_without_premise",
    "range_without_number",
    "bounds_upside_down",
    "no_alternative",
    "no_step",
    "aside_without_cue",
    "aside_threatens",
]
_AMOUNT = re.compile(r"[0-9.]+(?:余|多)?元")
_THREAT = re.compile("罚款|没收|吊销|拘留|停产停业|停业整顿|暂扣|责令关闭")
_CUES: dict[str, str] = {
    "hearing": "听证",
    "competence": "决定|管辖|派出所|委托|行使|实施",
    "execution": "缴纳|强制执行|加处|收缴|划拨|申请人民法院|代履行|暂缓|折抵|执行",
    "on_the_spot": "当场",
    "late_fee": "滞纳金",
    "surcharge": "加处",
    "criminal": "刑事责任|有期徒刑",
    "civil": "赔偿|民事责任|连带责任|承担责任",
    "disciplinary": "处分|撤职|降级|开除|记过",
    "definition": "是指|所称|包括|以上|本数",
    "procedure": "程序|期限|时效|送达|通知|告知|申请|备案|公告|公布",
}
_MAY_THREATEN = frozenset({"hearing", "competence", "execution", "on_the_spot", "surcharge", "definition", "procedure"})


class Fault(Struct, frozen=True):
    """What is wrong with a tree, and where in the normal text."""

    code: FaultCode
    start: int
    end: int


def faults_of(unit: Unit, text: str) -> tuple[Fault, ...]:
    """Return everything that is wrong with the tree of a head or an item; none where it holds.

    Args:
        unit: the tree.
        text: the normal text that its places count in.
    """
    if hashlib.sha256(text.encode()).hexdigest() != unit.sha256:
        return (Fault("other_text", 0, len(text)),)
    found = [*_cover(unit.root, text)]
    if not found:
        found += [fault for leaf in leaves(unit.root) for fault in _leaf(leaf, text)]
        found += _numerals(unit.root, text)
        found += _structure(unit.root)
    return tuple(sorted(found, key=lambda each: (each.start, each.end, each.code)))


def _cover(root: Group, text: str) -> Iterator[Fault]:
    at = 0
    for leaf in leaves(root):
        if leaf.start != at or leaf.end < leaf.start:
            yield Fault("gap_or_overlap", min(at, leaf.start), max(at, leaf.start))
        at = leaf.end
    if at != len(text):
        yield Fault("gap_or_overlap", min(at, len(text)), max(at, len(text)))


def _leaf(leaf: Leaf, text: str) -> Iterator[Fault]:
    here = leaf.start, leaf.end
    own = text[leaf.start : leaf.end]
    if printed(leaf, text) != in_digits(own):
        yield Fault("print_differs", *here)
    if leaf.start == leaf.end and not _elided(leaf):
        yield Fault("empty_leaf", *here)
    if isinstance(leaf, Word) and not _elided(leaf) and not means(leaf.role, leaf.means, leaf.word):
        yield Fault("unknown_word", *here)
    if isinstance(leaf, Quantity) and (leaf.form not in FORMS[leaf.type] or value_of(leaf) is None):
        yield Fault("unknown_form", *here)
    if isinstance(leaf, Span):
        yield from _span(leaf, own)
    if isinstance(leaf, Aside):
        yield from _aside(leaf, own)


def _elided(leaf: Leaf) -> bool:
    """Say whether a leaf is a kind that is not said again, as the second of 没收违法所得和非法财物."""
    return isinstance(leaf, Word) and leaf.role == "kind" and leaf.word == "" and leaf.start == leaf.end


def _span(span: Span, own: str) -> Iterator[Fault]:
    if _AMOUNT.search(in_digits(own)):
        yield Fault("span_holds_amount", span.start, span.end)
    if any(word in own for word in FORBIDDEN_KINDS):
        yield Fault("span_holds_kind", span.start, span.end)
    if any(word in own for word in FORBIDDEN_FORCE):
        yield Fault("span_holds_force", span.start, span.end)
    if any(word in own for word in FORBIDDEN_CONDITIONS):
        yield Fault("span_holds_condition", span.start, span.end)


def _aside(aside: Aside, own: str) -> Iterator[Fault]:
    if not re.search(_CUES[aside.kind], own):
        yield Fault("aside_without_cue", aside.start, aside.end)
    if aside.kind not in _MAY_THREATEN and _THREAT.search(own):
        yield Fault("aside_threatens", aside.start, aside.end)


def _numerals(root: Group, text: str) -> Iterator[Fault]:
    """Hold every numeral of the text to one leaf that says what it is and comes to, once."""
    every = leaves(root)
    typed = Counter(
        (each.start, each.end) for leaf in every if isinstance(leaf, Span | Aside) for each in leaf.numerals
    )
    values = {
        (each.start, each.end): each.value for leaf in every if isinstance(leaf, Span | Aside) for each in leaf.numerals
    }
    at = 0
    for number in numerals_in(text):
        while every[at].end <= number.start:
            at += 1
        leaf, key = every[at], (number.start, number.end)
        if leaf.end < number.end:
            yield Fault("numeral_divided", *key)
        elif isinstance(leaf, Span | Aside):
            if typed[key] != 1:
                yield Fault("numeral_untyped", *key)
            elif values[key] != (None if number.value is None else plain_number(number.value)):
                yield Fault("numeral_value", *key)
        typed.pop(key, None)
    for key in typed:  # what is typed and is no numeral
        yield Fault("numeral_untyped", *key)


def _structure(part: Part, in_measure: bool = False) -> Iterator[Fault]:
    here = _place(part)
    if isinstance(part, Word) and part.role == "kind" and not in_measure:
        yield Fault("kind_outside_measure", *here)
    if isinstance(part, Range):
        yield from _range(part, here)
    if isinstance(part, Measure):
        kinds = [each for each in part.parts if isinstance(each, Word) and each.role == "kind"]
        if len(kinds) != 1:
            yield Fault("measure_with_kinds" if kinds else "measure_without_kind", *here)
    if isinstance(part, Group):
        yield from _joined(part, here)
    if not isinstance(part, Leaf):
        for each in part.parts:
            yield from _structure(each, in_measure or isinstance(part, Measure))


def _place(part: Part) -> tuple[int, int]:
    every = leaves(part)
    return (every[0].start, every[-1].end) if every else (0, 0)


def _joined(group: Group, here: tuple[int, int]) -> Iterator[Fault]:
    words = {each.means for each in group.parts if isinstance(each, Word) and each.role == "link"}
    kinds = sum(isinstance(each, Measure | Group) for each in group.parts)
    if group.joined == "alternative" and (kinds < 2 or "alternative" not in words):  # noqa: PLR2004 - one of two
        yield Fault("no_alternative", *here)
    if any(isinstance(each, Condition) and not all(alternatives_of(each)) for each in group.parts):
        yield Fault("condition_without_premise", *here)
    if group.joined == "step" and (kinds < 2 or "step" not in words):  # noqa: PLR2004 - from one to another
        yield Fault("no_step", *here)


def _range(part: Range, here: tuple[int, int]) -> Iterator[Fault]:
    if not any(isinstance(each, Quantity) or (isinstance(each, Word) and each.role == "daily") for each in part.parts):
        yield Fault("range_without_number", *here)
    bounds = bounds_of(part)
    if bounds.low is not None and bounds.high is not None:
        low, high = _comparable(bounds.low), _comparable(bounds.high)
        if low is not None and high is not None and low[0] == high[0] and low[1] > high[1]:
            yield Fault("bounds_upside_down", *here)


_SCALES: dict[str, tuple[str, Decimal]] = {
    "percent": ("multiple", Decimal("0.01")),
    "per_mille": ("multiple", Decimal("0.001")),
    "per_ten_thousand": ("multiple", Decimal("0.0001")),
}


def _comparable(bound: Bound) -> tuple[str, Decimal] | None:
    try:
        scale, factor = _SCALES.get(bound.type, (bound.type, Decimal(1)))
        return scale, Decimal(bound.value) * factor
    except ArithmeticError:
        return None


def refusals_of(root: Group) -> tuple[Refusal, ...]:
    """Return the parts of a tree that are not read; a clause is accepted where there are none."""
    return tuple(each for each in leaves(root) if isinstance(each, Refusal))
