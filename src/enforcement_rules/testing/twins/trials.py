"""Trying every change on every clean twin, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from enforcement_rules.evaluation.engine import Reviewed, reviewed
from enforcement_rules.evaluation.verdict import Outcome
from enforcement_rules.loading import load_case
from enforcement_rules.rules.amount import Provision
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.testing.twins.builder import Twin
from enforcement_rules.testing.twins.changes import CHANGES, Unlawful
from enforcement_rules.values.errors import InputError
from enforcement_rules.values.kinds import BARRING
from enforcement_rules.values.workdays import PUBLISHED

_FOUND = frozenset({"breached", "apparent"})


class Trial(Struct, frozen=True):
    """What came of one unlawful case.

    Attributes:
        unlawful: the case.
        outcome: of its verdict; `refused` where the file is refused; `no_trial` where the change did not take: the duty
            that it was meant to break is not broken, the ground not made out.
        wrong: whether the verdict is wrong: the case may be decided.
        breached: the void and fatal duties that are found breached, surely or to all appearance.
    """

    unlawful: Unlawful
    outcome: Outcome | str
    wrong: bool
    breached: frozenset[str] = frozenset()


def provisions_of(rulesets: Rulesets) -> Iterator[tuple[Version, Provision]]:
    """Yield every loaded penalty provision with its version."""
    for version in rulesets.all_versions():
        yield from ((version, provision) for provision in version.penalties)


def unlawful_twins(twin: Twin, names: Iterable[str] | None = None) -> Iterator[Unlawful]:
    """Yield the unlawful cases that the changes (all, or those named) make of a twin."""
    for name in CHANGES if names is None else names:
        yield from CHANGES[name](twin)


def tried(unlawful: Unlawful, twin: Twin) -> Trial:
    """Review an unlawful case."""
    try:
        case = load_case(unlawful.data, twin.rulesets)
    except InputError:
        return Trial(unlawful, "refused", wrong=False)
    found = reviewed(case, twin.rulesets, None, calendar=PUBLISHED, evaluator="compiled")
    if not _took(unlawful, found):
        return Trial(unlawful, "no_trial", wrong=False)
    outcome = found.verdict.outcome
    breached = (each.ref.rule for each in found.verdict.findings if each.severity in BARRING and each.status in _FOUND)
    return Trial(unlawful, outcome, wrong=outcome == "may_decide" and unlawful.bars, breached=frozenset(breached))


def _took(unlawful: Unlawful, found: Reviewed) -> bool:
    verdict = found.verdict
    if unlawful.holds is not None:
        grounds = [each for result in verdict.results for each in result.treatment.grounds]
        return any(each.ref.rule == unlawful.holds and each.status == "yes" for each in grounds)
    if unlawful.breaches is not None:
        return any(each.ref.rule == unlawful.breaches and each.status in _FOUND for each in verdict.findings)
    return True


class Tally(Struct):
    """What came of all trials, by change."""

    outcomes: dict[str, Counter[str]]
    wrong: list[tuple[str, Trial]]


def tally(twins: Iterable[Twin]) -> Tally:
    """Try every change on every twin."""
    made = Tally({name: Counter() for name in CHANGES}, [])
    for twin in twins:
        for unlawful in unlawful_twins(twin):
            trial = tried(unlawful, twin)
            made.outcomes[unlawful.change][trial.outcome] += 1
            if trial.wrong:
                made.wrong.append((twin.rule, trial))
    return made
