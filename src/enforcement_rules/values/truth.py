"""Three values without a third branch.

A fact that is not known is `UNKNOWN`, and every comparison with it is false: neither `UNKNOWN < 3` nor
`UNKNOWN >= 3` holds. A condition is therefore compiled twice, to "surely yes" and to "surely no", and what is
neither is unknown. Known values stay plain Python values and are compared at native speed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

Truth = bool | None
"""`True` surely, `False` surely not, `None` unknown."""


class Unknown:
    """The value of a fact nobody stated. Compares false with everything, itself included."""

    __slots__ = ()
    known: frozenset[str] = frozenset()
    """No member of an unknown set is known (see `values.choices.Choices`)."""
    complete = False

    def _false(self, other: object) -> bool:
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _false
    __eq__ = __ne__ = _false

    def __hash__(self) -> int:
        return 0x756E6B

    def _self(self, *_: object) -> Unknown:
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _self

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __bool__(self) -> bool:
        raise TypeError("an unknown value is neither true nor false")

    def __repr__(self) -> str:
        return "UNKNOWN"

    def __reduce__(self) -> str:
        return "UNKNOWN"  # one object per process: identity survives pickling


UNKNOWN: Final[Any] = Unknown()


def negation(truth: Truth) -> Truth:
    """Return the Kleene negation.

    >>> negation(None) is None
    True
    """
    return None if truth is None else not truth


def conjunction(truths: Any) -> Truth:
    """Return the Kleene conjunction: one sure no decides, else one unknown leaves it open.

    >>> conjunction([None, False])
    False
    """
    open_ = False
    for truth in truths:
        if truth is False:
            return False
        open_ = open_ or truth is None
    return None if open_ else True


def disjunction(truths: Any) -> Truth:
    """Return the Kleene disjunction.

    >>> disjunction([None, True])
    True
    """
    return negation(conjunction(negation(truth) for truth in truths))
