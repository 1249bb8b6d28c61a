"""The names by which a case speaks of the law, each with its path: causes, and instruments that it cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from enforcement_rules.model.case import Case, Citation
from enforcement_rules.values.errors import Path

Named = tuple[Path, str]


def causes_of(case: Case) -> Iterator[Named]:
    """Yield the causes of all violations, whoever states them."""
    for n, violation in enumerate(case.violations):
        if violation.cause is not None:
            yield ("violations", n, "cause"), violation.cause
        yield from ((said.path, str(said.value)) for said in violation.facts.get("cause", ()))


def instruments_of(case: Case) -> Iterator[Named]:
    """Yield the instruments that provisions are cited of, by name."""
    for n, violation in enumerate(case.violations):
        yield from _instruments(("violations", n, "penalised_by"), violation.penalised_by)
    for n, proposal in enumerate(case.proposed):
        yield from _instruments(("proposed", n, "basis"), proposal.basis or ())
        if proposal.benchmark is not None and proposal.benchmark.instrument is not None:
            yield ("proposed", n, "benchmark", "instrument"), proposal.benchmark.instrument


def _instruments(path: Path, cited: Iterable[str | Citation]) -> Iterator[Named]:
    for n, each in enumerate(cited):
        if isinstance(each, Citation) and each.instrument is not None:
            yield (*path, n, "instrument"), each.instrument
