"""CPU time of works side by side: interleaved rounds, the collector off, ratios within a round."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Work = tuple[Callable[[Any], Any], Sequence[Any]]
"""What is called, and with what, one after the other."""


@dataclass(frozen=True)
class Measured:
    """Microseconds a call of one work: the median of its rounds, and the median of its ratios to the first work."""

    microseconds: float
    ratio: float


def timed(work: Callable[[Any], Any], given: Sequence[Any]) -> float:
    """Return the CPU microseconds of a call; what it returns is thrown away at once."""
    gc.collect()
    gc.disable()
    start = time.process_time()
    for each in given:
        work(each)
    taken = time.process_time() - start
    gc.enable()
    return taken / len(given) * 1e6


def measured(works: Mapping[str, Work], rounds: int) -> dict[str, Measured]:
    """Return what each work takes; rounds take turns, so that a busy machine is busy for all of them."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, (work, given) in works.items():
            times[name].append(timed(work, given))
    base = next(iter(times.values()))
    return {
        name: Measured(
            statistics.median(each), statistics.median(one / other for one, other in zip(each, base, strict=True))
        )
        for name, each in times.items()
    }


def least(works: Mapping[str, Work], rounds: int) -> dict[str, float]:
    """Return the least CPU microseconds a call of each work over interleaved rounds, the least disturbed one."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, (work, given) in works.items():
            times[name].append(timed(work, given))
    return {name: min(each) for name, each in times.items()}
