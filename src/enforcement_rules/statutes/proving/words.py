"""The words by which the proof knows kinds, parties, conditions and numerals: `words.json`, read once.

Every pattern is over normal text: NFKC, no white space, so that commas are `,` and semicolons `;`. `{N}` in a pattern
stands for a number. A new word of a known meaning is added to the file and needs no code.
"""

from __future__ import annotations

import re
from importlib.resources import files

from msgspec import Struct
from msgspec.json import decode

NUMBER = r"(?:\d+(?:\.\d+)?[百千万亿]*|[零〇一二两三四五六七八九十百千万亿]+)"


class _Kind(Struct, frozen=True):
    words: str
    kinds: tuple[str, ...]


class _Party(Struct, frozen=True):
    words: str
    party: str


class _Ground(Struct, frozen=True):
    words: str
    family: str
    value: str


class _Numeral(Struct, frozen=True):
    words: str
    is_a: str


class _Words(Struct, frozen=True, forbid_unknown_fields=True):
    """The file.

    Attributes:
        kinds: words of kinds without a range, and the kinds they may be.
        stopped: a stop of the activity; what it is depends on where it stands (decision 19).
        penal_stops: what is stopped where the stop may be a penalty.
        gains: what is taken as gains, not as property.
        business_licence: the licence whose revocation is a kind of its own.
        parties: what stands behind 对, and the party it means.
        grounds: conditions whose meaning is known.
        neutral: clauses that bound penalties against other law and set no condition of their own.
        for_fines_only: families that choose between ranges of a fine; they do not reach what follows it.
        replacing: families whose tier stands in place of all that is threatened before it.
        never_acts: families of conditions that are never the act itself.
        follows_order: families that are a condition, not the act, behind a reference to the paragraph before.
        keeps_former: values that divide the tier before them and keep its other conditions.
        unit_acts: acts that units can do.
        not_units_only: words that let others do them as well.
        numerals: what a numeral counts, by the words around it.
        no_numerals: words in which a numeral says no number.
        penal_words: words that threaten; each must have been read or explained.
        explained: phrases in which such a word threatens nothing here.
    """

    kinds: tuple[_Kind, ...]
    stopped: str
    penal_stops: frozenset[str]
    gains: frozenset[str]
    business_licence: str
    parties: tuple[_Party, ...]
    grounds: tuple[_Ground, ...]
    neutral: str
    for_fines_only: frozenset[str]
    replacing: frozenset[str]
    never_acts: frozenset[str]
    follows_order: frozenset[str]
    keeps_former: frozenset[str]
    unit_acts: str
    not_units_only: str
    numerals: tuple[_Numeral, ...]
    no_numerals: str
    penal_words: str
    explained: str


def _pattern(words: str) -> str:
    return words.replace("{N}", NUMBER)


_FILE = decode(files(__package__).joinpath("words.json").read_bytes(), type=_Words)

KINDS = tuple((re.compile(_pattern(each.words)), each.kinds) for each in _FILE.kinds)
STOPPED = re.compile(_FILE.stopped)
PENAL_STOPS = _FILE.penal_stops
GAINS = _FILE.gains
BUSINESS_LICENCE = _FILE.business_licence
PARTIES = tuple((re.compile(_pattern(each.words)), each.party) for each in _FILE.parties)
GROUNDS = tuple((re.compile(_pattern(each.words)), each.family, each.value) for each in _FILE.grounds)
NEUTRAL = re.compile(_FILE.neutral)
FOR_FINES_ONLY = _FILE.for_fines_only
REPLACING = _FILE.replacing
NEVER_ACTS = _FILE.never_acts
FOLLOWS_ORDER = _FILE.follows_order
KEEPS_FORMER = _FILE.keeps_former
UNIT_ACTS = re.compile(_FILE.unit_acts)
NOT_UNITS_ONLY = re.compile(_FILE.not_units_only)
NUMERALS = tuple((_pattern(each.words), each.is_a) for each in _FILE.numerals)
NO_NUMERALS = re.compile(_FILE.no_numerals)
PENAL_WORDS = re.compile(_FILE.penal_words)
EXPLAINED = re.compile(_FILE.explained)
