"""What the proof reads in a statute's text: atoms of penalties, numerals, and what it could not read."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from enforcement_rules.statutes.proving.words import NOT_UNITS_ONLY, REPLACING, UNIT_ACTS

Unit = Literal["yuan", "factor", "days", "months", "life"]


class Range(Struct, frozen=True):
    """A range of yuan, of factors of a base (percentages as well: 30 % is 0.3), of days, or of months.

    A term for life has no ends and the unit `life`.

    Attributes:
        low, high: the ends, both included; `None` where the text sets none.
        unit: of the ends.
        base: the words of what is multiplied; empty for amounts.
        per: the words of the unit that each amount is for.
        deemed: as how many yuan a smaller base counts.
    """

    low: Decimal | None
    high: Decimal | None
    unit: Unit
    base: str = ""
    per: str = ""
    deemed: Decimal | None = None


class Ground(Struct, frozen=True):
    """A condition: its family and value, and the words it was read from; `value` is the words where none is known.

    Grounds of one family exclude each other. `amount` is the threshold of the family `base`.
    """

    family: str
    value: str
    text: str = ""
    amount: Decimal | None = None

    @property
    def replaces(self) -> bool:
        """Whether its tier stands in place of all that is threatened before it."""
        return self.family in REPLACING

    @property
    def key(self) -> tuple[str, str, Decimal | None]:
        """What two grounds are compared by."""
        return self.family, self.value, self.amount


class Atom(Struct, frozen=True):
    """One penalty that the text threatens.

    Attributes:
        kinds: the kind; several where the words leave open which of them is meant.
        force: shall or may.
        range: of a fine or a detention; `None` for other kinds and for a fine whose amount stands elsewhere.
        party: who bears it, by the words of the table; empty for the one who acted.
        grounds: its conditions.
        group: the same number on alternatives that 或者 or 直至 joins; zero where it stands alone.
        scale: whether 直至 joins it to another, so that they are the steps of a scale.
        listed: the same number on atoms that 、 joins, which leaves open whether all are imposed; zero where none is.
        start, end: the characters of the normal text of its place.
        words: what stands there.
        place: the place, as the law cites it.
        line: in the file of the text.
        sentence: the number of the sentence of its paragraph or item, from one.
    """

    kinds: tuple[str, ...]
    force: str
    start: int
    end: int
    words: str = ""
    place: str = ""
    line: int = 0
    sentence: int = 0
    range: Range | None = None
    party: str = ""
    grounds: tuple[Ground, ...] = ()
    group: int = 0
    scale: bool = False
    listed: int = 0


class Numeral(Struct, frozen=True):
    """A numeral of the text by what it is, and whether something that was read took it up."""

    text: str
    is_a: str
    start: int
    end: int


class Unread(Struct, frozen=True):
    """Something of the text that could not be read: a code, the word, where."""

    code: str
    word: str
    start: int
    place: str = ""
    line: int = 0
    sentence: int = 0

    @property
    def end(self) -> int:
        """Where the word ends."""
        return self.start + len(self.word)


class Scan(Struct, frozen=True):
    """What a place threatens.

    Attributes:
        atoms: in the order of the text.
        unread: what could not be read.
        act: the words of the act, as far as the place states it.
        numerals: all of them, typed.
    """

    atoms: tuple[Atom, ...] = ()
    unread: tuple[Unread, ...] = ()
    act: str = ""
    numerals: tuple[Numeral, ...] = ()

    @property
    def units_may_act(self) -> bool:
        """Whether the act is one that units do, and that nobody else is named for."""
        return UNIT_ACTS.search(self.act) is not None and NOT_UNITS_ONLY.search(self.act) is None
