"""What is known of a name."""

from __future__ import annotations

from typing import Literal, get_args

from msgspec import Struct

NameKind = Literal[
    "steps",
    "penalties",
    "causes",
    "facts",
    "keys",
    "values",
    "instruments",
    "provisions",
    "grounds",
    "elements",
    "fields",
    "places",
]
KINDS: tuple[NameKind, ...] = get_args(NameKind)
"""What can be looked up, in the order in which equally good hits are shown."""


class Value(Struct, frozen=True):
    """One of the values that a name takes, with its key and its names in Chinese and English."""

    id: str
    key_zh: str | None
    zh: str
    en: str


class Use(Struct, frozen=True):
    """Where the law uses a cause: a provision with the title of its instrument in both languages, or a list of it.

    `as_` is `penalty` (罚则), `gap` (a penalty provision that is not encoded), `listing` or `benchmark`.
    """

    instrument: str
    version: str
    title: tuple[str, str]
    article: str
    as_: Literal["penalty", "gap", "listing", "benchmark"]


class NameEntry(Struct, frozen=True):
    """A name and what is known of it.

    Attributes:
        what: the kind of thing.
        id: its stable name, as everything that the library returns says it.
        key: what a case file writes for it, in English.
        key_zh: what a case file writes for it, in Chinese; `None` where it has no such key.
        zh, en: its label.
        where: the places of a case file where it stands, as paths: `violations[].first`.
        where_zh: the same with Chinese keys.
        takes: the code of what it takes (`yes_no`, `one_of`, `amount`, …); `None` where it is a value itself.
        values: the values that it takes.
        unit: of a number, in Chinese.
        follows_from: where it is worked out from, for what no file states.
        says: what more is said of it in Chinese and English: the question that asks for a fact, what a provision says.
        uses: what of the law names it.
        aliases: other names under which it is found.
        also: of a cause, those by which other laws know the same act.
        becomes: of a cause, those that took its place in later wordings, in their order.
        before: of a cause, those whose place it took.
    """

    what: NameKind
    id: str
    key: str
    key_zh: str | None
    zh: str
    en: str
    where: tuple[str, ...] = ()
    takes: str | None = None
    values: tuple[Value, ...] = ()
    unit: str | None = None
    follows_from: tuple[str, ...] = ()
    where_zh: tuple[str, ...] = ()
    says: tuple[str, str] = ("", "")
    uses: tuple[Use, ...] = ()
    aliases: tuple[str, ...] = ()
    also: tuple[Value, ...] = ()
    becomes: tuple[Value, ...] = ()
    before: tuple[Value, ...] = ()
