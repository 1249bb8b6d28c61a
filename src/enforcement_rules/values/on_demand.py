"""What is worked out when somebody first looks: most proofs and asks of a verdict nobody ever does."""

from __future__ import annotations

from functools import partial
from typing import Any, TypeVar

Value = TypeVar("Value")


class OnDemand(partial[Value]):
    """A value that is worked out by the first call and kept.

    It is a value all the same: it equals another whose value is the same, and is pickled as what it comes to, so that
    nothing of how it is worked out goes along. What it is worked out from must not change any more.

    >>> OnDemand(sum, [1, 2])()
    3
    """

    def __call__(self) -> Value:
        """Return the value."""
        if "value" not in self.__dict__:
            self.__dict__["value"] = super().__call__()
        value: Value = self.__dict__["value"]
        return value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OnDemand) and bool(self() == other())

    def __hash__(self) -> int:
        return hash(OnDemand)  # equal values may be worked out in different ways

    def __repr__(self) -> str:
        return "OnDemand(…)"  # what it is worked out from is long, and nobody's business

    def __reduce__(self) -> tuple[Any, ...]:
        return OnDemand, (_given, self())


def _given(value: Value) -> Value:
    return value
