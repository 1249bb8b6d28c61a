"""How facts of rules answer to words of the text: `facts.json`, read once.

A new fact that a penalty's condition names is added to the file and needs no code. A condition on a fact that stands
nowhere in it is said to be unknown to the proof; it is never passed over.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from msgspec import Struct
from msgspec.json import decode

Bound = bool | int | str | tuple[str, ...] | None


class _Condition(Struct, frozen=True):
    fact: str
    operator: str
    bound: Bound
    family: str
    value: str
    holds: bool = True


class _InWords(Struct, frozen=True):
    fact: str
    words: str
    bound: Bound = None


class _Presupposed(Struct, frozen=True):
    fact: str
    kind: str
    words: str


class _Base(Struct, frozen=True):
    fact: str
    words: str


class _Party(Struct, frozen=True):
    fact: str
    operator: str
    bound: Bound
    party: str


class _Kind(Struct, frozen=True):
    kind: str
    zh: str
    words: str


class _Facts(Struct, frozen=True, forbid_unknown_fields=True):
    """The file.

    Attributes:
        conditions: fact, operator and bound → family and value of the condition, and whether it holds.
        in_words: fact and bound → the words of a condition or of the act that say it; without a bound, any.
        other_paragraph: fact and bound → the words of the paragraph whose acts are taken out of this one.
        presupposed: fact and kind → the words of what is taken; the text takes for granted that it is there.
        bases: fact → the words of the base, or of the value at which a fine switches.
        parties: fact, operator and bound → the party.
        kinds: kind → what it is called in messages, and the words by which a gap names it.
    """

    conditions: tuple[_Condition, ...]
    in_words: tuple[_InWords, ...]
    other_paragraph: tuple[_InWords, ...]
    presupposed: tuple[_Presupposed, ...]
    bases: tuple[_Base, ...]
    parties: tuple[_Party, ...]
    kinds: tuple[_Kind, ...]


def as_bound(bound: Any) -> Bound:
    """Return a bound of a rule as the file writes it: a set of names in order; anything else as it is."""
    return tuple(sorted(map(str, bound))) if isinstance(bound, (frozenset, tuple, list)) else bound


_FILE = decode(files(__package__).joinpath("facts.json").read_bytes(), type=_Facts)

CONDITIONS = {
    (each.fact, each.operator, each.bound): (each.family, each.value, each.holds) for each in _FILE.conditions
}
IN_WORDS = {(each.fact, each.bound): each.words for each in _FILE.in_words}
OTHER_PARAGRAPH = {(each.fact, each.bound): each.words for each in _FILE.other_paragraph}
PRESUPPOSED = {(each.fact, each.kind): each.words for each in _FILE.presupposed}
BASES = {each.fact: each.words for each in _FILE.bases}
PARTIES = {(each.fact, each.operator, each.bound): each.party for each in _FILE.parties}
KIND_WORDS = {each.kind: each.words for each in _FILE.kinds}
KINDS_ZH = {each.kind: each.zh for each in _FILE.kinds}
