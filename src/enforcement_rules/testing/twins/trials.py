"""Trying every change on every clean twin, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from enforcement_rules.evaluation.engine import Reviewed, reviewed
from enforcement_rules.evaluation.verdict import Outcome
from enforcement_rules.loading import load_case
from enforcement_rules.rules.amount import Provision
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.testing.twins.builder import Twin, clean_twin
from enforcement_rules.testing.twins.changes import CHANGES, Unlawful
from enforcement_rules.testing.twins.duties_missing import kept_duties
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
    """What came of all trials.

    Attributes:
        provisions: every provision, by its id and whether it was read whole.
        without_law: provisions for which the law of the procedure is loaded for no day on which they were in force.
        clean: the outcome of the clean twins, by provision and form.
        answers: how many answers each settled clean twin had to state.
        outcomes: what came of the unlawful cases, by change.
        wrong: those that may be decided, with their provision.
        unbroken: void and fatal duties that clean twins kept and no change broke.
    """

    provisions: dict[str, bool] = field(default_factory=dict)
    without_law: list[str] = field(default_factory=list)
    clean: dict[tuple[str, bool], Outcome] = field(default_factory=dict)
    answers: list[int] = field(default_factory=list)
    outcomes: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in CHANGES})
    wrong: list[tuple[str, Trial]] = field(default_factory=list)
    unbroken: Counter[str] = field(default_factory=Counter)

    def try_all(self, rulesets: Rulesets, version: Version, provision: Provision) -> None:
        """Make the clean twins of a provision, in both forms, and try every change on each."""
        id_ = f"{version.head.id}/{provision.name}"
        self.provisions[id_] = provision.whole
        for full in (False, True):
            twin = clean_twin(rulesets, version, provision, full=full)
            if twin is None:
                self.without_law.append(id_)
                return
            self.clean[id_, full] = twin.outcome
            self.answers += [] if twin.needed is None else [twin.needed]
            self._try(id_, twin)

    def _try(self, id_: str, twin: Twin) -> None:
        broken: set[str] = set()
        for unlawful in unlawful_twins(twin):
            trial = tried(unlawful, twin)
            self.outcomes[unlawful.change][trial.outcome] += 1
            self.wrong += [(id_, trial)] if trial.wrong else []
            broken |= trial.breached
        self.unbroken.update({duty.finding.ref.rule for duty in kept_duties(twin)} - broken)


def tally(rulesets: Rulesets, provisions: Iterable[tuple[Version, Provision]] | None = None) -> Tally:
    """Return what comes of all provisions, or of some."""
    made = Tally()
    for version, provision in provisions_of(rulesets) if provisions is None else provisions:
        made.try_all(rulesets, version, provision)
    return made
