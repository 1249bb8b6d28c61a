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


class _InActs(Struct, frozen=True):
    family: str
    value: str
    words: str


class _Implied(Struct, frozen=True):
    fact: str
    bound: Bound


class _Presupposed(Struct, frozen=True):
    fact: str
    kind: str
    words: str
    bound: Bound = True


class _Endings(Struct, frozen=True):
    kind: str
    endings: tuple[str, ...]


class _Base(Struct, frozen=True):
    fact: str
    words: str


class _Role(Struct, frozen=True):
    facts: frozenset[str]
    party: str


class _Party(Struct, frozen=True):
    fact: str
    operator: str
    bound: Bound
    party: str


class _Kind(Struct, frozen=True):
    kind: str
    zh: str


class _Facts(Struct, frozen=True, forbid_unknown_fields=True):
    """The file.

    Attributes:
        conditions: fact, operator and bound → family and value of the condition, and whether it holds.
        in_words: fact and bound → the words of a condition or of the act that say it; without a bound, any.
        other_paragraph: fact and bound → the words of the paragraph whose acts are taken out of this one.
        in_acts: family and value of a condition → the words by which the act itself says it.
        implied: facts that a condition names besides another, which the text takes for granted with that one.
        presupposed: fact, bound (`more_than` for more than nothing) and kind → the words of what is taken; the text
            takes for granted that it is there.
        presupposed_endings: kind → ends of the names of facts, of those not above, that say that it is there.
        bases: fact → the words of the base, or of the value at which a fine switches.
        parties: fact, operator and bound → the party.
        roles: facts of which any is enough → the party that the text names as one.
        exclusive: kinds of which only one can be imposed on one business.
        kinds: kind → what it is called in messages.
    """

    conditions: tuple[_Condition, ...]
    in_words: tuple[_InWords, ...]
    other_paragraph: tuple[_InWords, ...]
    in_acts: tuple[_InActs, ...]
    implied: tuple[_Implied, ...]
    presupposed: tuple[_Presupposed, ...]
    presupposed_endings: tuple[_Endings, ...]
    bases: tuple[_Base, ...]
    parties: tuple[_Party, ...]
    roles: tuple[_Role, ...]
    exclusive: frozenset[str]
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
IN_ACTS = {(each.family, each.value): each.words for each in _FILE.in_acts}
IMPLIED = {each.fact: each.bound for each in _FILE.implied}
PRESUPPOSED = {(each.fact, each.bound, each.kind): each.words for each in _FILE.presupposed}
PRESUPPOSED_ENDINGS = {each.kind: each.endings for each in _FILE.presupposed_endings}
BASES = {each.fact: each.words for each in _FILE.bases}
PARTIES = {(each.fact, each.operator, each.bound): each.party for each in _FILE.parties}
ROLES = {each.facts: each.party for each in _FILE.roles}
EXCLUSIVE = _FILE.exclusive
KINDS_ZH = {each.kind: each.zh for each in _FILE.kinds}
