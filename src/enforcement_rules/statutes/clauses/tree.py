"""The typed tree of a penalty clause.

Leaves lie side by side and cover the text: every character belongs to one leaf. Places are offsets into the normal text
(`statutes.text.normal_text`) of one paragraph's head or one item. Nothing here holds words of the statute but those of
the closed lists in `words`: the spans are places.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from enforcement_rules.statutes.clauses.words import Role

SpanRole = Literal[
    "party",
    "organ",
    "approver",
    "act",
    "deed",
    "condition",
    "exception",
    "thing",
    "duty",
    "base",
    "unit",
    "law",
    "since",
]
"""Of the party: who is punished, who decides, who approves. Of party and act in one, where they are not parted: `deed`.
Of the act: what was done, under which further conditions, what a measure is about, what is ordered, what a multiple is
taken of, what is counted, which other law is named."""
NumeralType = Literal[
    "article",
    "paragraph",
    "item",
    "count",
    "hours",
    "days",
    "months",
    "years",
    "date",
    "age",
    "measure",
    "amount",
    "multiple",
    "percent",
    "ordinal",
    "number",
    "word",
]
"""What a numeral inside a span or an aside is; `word` is one that belongs to a word and counts nothing (统一)."""
QuantityType = Literal[
    "amount",
    "multiple",
    "percent",
    "per_mille",
    "per_ten_thousand",
    "hours",
    "days",
    "months",
    "years",
    "life",
    "count",
]
Joined = Literal["sentences", "tiers", "together", "alternative", "step"]
AsideKind = Literal[
    "hearing",
    "competence",
    "execution",
    "on_the_spot",
    "late_fee",
    "surcharge",
    "criminal",
    "civil",
    "disciplinary",
    "definition",
    "procedure",
]
"""Sentences that hold figures or words of penalties and threaten none."""
RefusalReason = Literal[
    "unknown_word",
    "unclear_scope",
    "unclear_party",
    "unclear_alternative",
    "unclear_reference",
    "unclear_base",
    "unclear_numeral",
    "misprint",
    "open_list",
    "nested_condition",
    "exception",
    "table",
    "formula",
    "foreign_currency",
    "amount_elsewhere",
    "several_laws",
    "not_in_grammar",
    "readers_disagree",
]
"""Why a part of a clause is not read; the list is closed."""


class _Leaf(Struct, frozen=True, kw_only=True, tag_field="node"):
    """A leaf: where it begins and ends in the normal text."""

    start: int
    end: int


class Numeral(Struct, frozen=True, kw_only=True):
    """A numeral inside a span or an aside: what it is and comes to; `value` is `None` where it is no number."""

    start: int
    end: int
    type: NumeralType
    value: str | None = None


class Word(_Leaf, frozen=True, kw_only=True, tag="word"):
    """A word of the closed lists: what it does and means."""

    role: Role
    means: str
    word: str


class Span(_Leaf, frozen=True, kw_only=True, tag="span"):
    """Words of the statute that are not taken apart: a party or an act. Holds no amount, no word of kind or force."""

    role: SpanRole
    numerals: tuple[Numeral, ...] = ()


class Quantity(_Leaf, frozen=True, kw_only=True, tag="quantity"):
    """A number with its unit, in the form it is written in: `{}元`, `百分之{}`, `{}%`; `{}` alone has no unit."""

    type: QuantityType
    value: str
    form: str


class CitedPart(Struct, frozen=True, kw_only=True):
    """One part of a reference: 第…条, 款, 项 or 目, with the number behind 之."""

    unit: Literal["条", "款", "项", "目"]
    number: int
    insert: int = 0
    brackets: bool = False


class Reference(_Leaf, frozen=True, kw_only=True, tag="reference"):
    """A place of the law that is named. `law` is 本法 or the like, or empty for one named before or this one.

    `relative` names places from here: 前款, 前两款 (`count` 2), 该款, 本条. Several places are several references.
    """

    law: str = ""
    relative: str = ""
    count: int | None = None
    parts: tuple[CitedPart, ...] = ()


class Aside(_Leaf, frozen=True, kw_only=True, tag="aside"):
    """A sentence or part that threatens no penalty, by its kind; its numerals are typed all the same."""

    kind: AsideKind
    numerals: tuple[Numeral, ...] = ()


class Refusal(_Leaf, frozen=True, kw_only=True, tag="refusal"):
    """A part that is not read, and why."""

    reason: RefusalReason


Leaf: TypeAlias = Word | Span | Quantity | Reference | Aside | Refusal


class Range(Struct, frozen=True, kw_only=True, tag_field="node", tag="range"):
    """Bounds of an amount, a multiple or a term, with what it is taken of and counted by: words and quantities."""

    parts: tuple[Leaf, ...]


class Condition(Struct, frozen=True, kw_only=True, tag_field="node", tag="condition"):
    """Under which conditions what stands in the same group applies: tier, failure, threshold, no gains, own words."""

    parts: tuple[Leaf | Range, ...]


class Measure(Struct, frozen=True, kw_only=True, tag_field="node", tag="measure"):
    """One kind with what is said of it alone: force, verb, range, term, thing, organ, reference."""

    parts: tuple[Leaf | Range | Condition, ...]


class Group(Struct, frozen=True, kw_only=True, tag_field="node", tag="group"):
    """What belongs together.

    A party, organ, act, condition, range or force that stands directly in a group holds for every measure below it, and
    for none outside it.
    """

    joined: Joined
    parts: tuple[Leaf | Range | Condition | Measure | Group, ...]


Part: TypeAlias = Leaf | Range | Condition | Measure | Group


class Unit(Struct, frozen=True, kw_only=True):
    """The tree of one head or item: where it stands and the hash of the normal text that its places count in."""

    citation: str
    sha256: str
    root: Group


def leaves(part: Part) -> tuple[Leaf, ...]:
    """Return the leaves of a part, in the order of the text."""
    if isinstance(part, Range | Condition | Measure | Group):
        return tuple(leaf for each in part.parts for leaf in leaves(each))
    return (part,)
