"""What a clean case wants of each rule that waits for a fact: a condition, and whether it shall hold.

A duty is kept, or does not apply; a ground of discretion does not hold; the provision applies, and of its penalties the
plain ones, or all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from enforcement_rules.evaluation.duties import Found
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.proof import truth
from enforcement_rules.evaluation.range import standing_of
from enforcement_rules.evaluation.verdict import Verdict
from enforcement_rules.rules.amount import Penalty, Provision, Scale
from enforcement_rules.rules.base import Rule
from enforcement_rules.rules.circumstance import Circumstance
from enforcement_rules.rules.condition import ALWAYS, All, Condition, Not, Quantified, Test
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.kinds import BARRING
from enforcement_rules.values.truth import Truth

_MUST, _BASIS, _BINDING, _OPEN = 100, 60, 20, 5
"""How much it weighs that a barring duty is kept, the provision applies, a binding ground does not hold, the rest."""


class Goal(Struct, frozen=True):
    """A condition, whether it shall hold, and how much that weighs."""

    condition: Condition
    wanted: bool
    weight: int
    facts: Facts

    @property
    def known(self) -> Truth:
        """Whether the condition holds, as far as the facts tell."""
        return truth(self.condition, self.facts)

    def turns_on(self, fact: str) -> bool:
        """Say whether a test of the condition is on a fact."""
        return any(test.fact == fact for test, _ in leaves(self.condition, self.facts, wanted=self.wanted))

    def after(self, answers: Mapping[str, Any]) -> Goal:
        """Return the goal as it stands after some answers."""
        return replace(self, facts=self.facts.with_given(answers)) if answers else self


def leaves(condition: Condition, facts: Facts, *, wanted: bool, inside: bool = True) -> Iterator[tuple[Test, bool]]:
    """Yield every test with whether it shall hold, so that the condition does (not).

    `inside`: the definition of a fact that nobody states is looked into, too.
    """
    if isinstance(condition, Test):
        yield condition, wanted
        if inside:
            yield from _defined(condition, facts, wanted=wanted)
        return
    for part, so in _parts(condition, wanted=wanted):
        yield from leaves(part, facts, wanted=so, inside=inside)


def _parts(condition: Condition, *, wanted: bool) -> Iterator[tuple[Condition, bool]]:
    if isinstance(condition, Not):
        yield condition.part, not wanted
    elif isinstance(condition, Quantified):
        yield condition.holds, wanted
        yield condition.where, wanted is not condition.every
    elif not isinstance(condition, Test):
        yield from ((part, wanted) for part in condition.parts)


def _defined(test: Test, facts: Facts, *, wanted: bool) -> Iterator[tuple[Test, bool]]:
    """Yield what the definition of a fact rests on, where a definition alone gives it its value."""
    defined = facts.definitions.get(test.fact)
    condition = getattr(defined, "condition", None)
    if condition is not None and test.fact not in facts.statements and test.operator == "is":
        yield from leaves(condition, facts, wanted=wanted is (test.bound is not False))


class Law(Struct, frozen=True):
    """The provision a case is completed for, with the facts of the pairs; `full`: all its penalties shall apply."""

    version: Version
    provision: Provision
    frames: tuple[Facts, ...]
    rules: Mapping[str, Rule]
    full: bool

    @property
    def applies(self) -> bool:
        """Whether it surely applies to every pair."""
        return all(truth(self.provision.when, facts) is True for facts in self.frames)

    def rule(self, id_: str, version: str) -> Rule | None:
        """Return a rule by its id and the name of the version that holds it."""
        return self.rules.get(f"{id_}@{version}")


def rules_of(rulesets: Rulesets) -> Mapping[str, Rule]:
    """Return every rule by `instrument/name@version`, gathered once and kept with the rulesets."""
    known: dict[str, Rule] = rulesets.__dict__.setdefault("_rules_by_id", {})
    if not known:
        for version in rulesets.all_versions():
            known |= {f"{version.rule_id(rule.name)}@{version.head.version}": rule for rule in version.rules()}
    return known


def goals_of(verdict: Verdict, duties: Iterable[Found], law: Law) -> dict[str, list[Goal]]:
    """Return the goals by the id of the rule, those of the provision apart."""
    found: dict[str, list[Goal]] = {}
    for duty in duties:
        found.setdefault(duty.finding.ref.rule, []).extend(_of_duty(duty, full=law.full))
    for result, facts in zip(verdict.results, law.frames, strict=True):
        for ground in result.treatment.grounds:
            rule = law.rule(ground.ref.rule, ground.ref.version)
            if isinstance(rule, Circumstance):
                weight = _BINDING if ground.binding else _OPEN
                found.setdefault(ground.ref.rule, []).append(Goal(rule.when, False, weight, facts))
    return found


def goals_of_provision(law: Law) -> list[Goal]:
    """Return the goals of the provision itself: that it applies, and with it the penalties that are wanted."""
    return [goal for facts in law.frames for goal in _of_provision(law, facts)]


def _of_duty(duty: Found, *, full: bool) -> Iterator[Goal]:
    rule, finding = duty.rule, duty.finding
    weight = _MUST if finding.severity in BARRING else _OPEN
    if finding.applies is None:
        applies = finding.kept is True or (full and finding.kept is None and finding.severity in BARRING)
        yield Goal(rule.when, applies, weight if finding.kept is False else _OPEN, duty.facts)
    elif finding.status == "apparent":
        yield from (Goal(each.when, True, _OPEN, duty.facts) for each in rule.unless)
    else:
        yield Goal(rule.then, True, weight, duty.facts)


def applies_when(penalty: Penalty, provision: Provision) -> Condition:
    """Return all that must hold for a penalty to apply: its own condition, its organ, its party."""
    return All((penalty.when or ALWAYS, *standing_of(penalty, provision).values()))


def _of_provision(law: Law, facts: Facts) -> Iterator[Goal]:
    yield Goal(law.provision.when, True, _BASIS, facts)
    whens = [applies_when(each, law.provision) for each in law.provision.then]
    penalties = [(each, truth(when, facts)) for each, when in zip(law.provision.then, whens, strict=True)]
    wanted = _first(penalties)
    for n, (penalty, known) in enumerate(penalties):
        if known is None:
            yield Goal(whens[n], law.full or n in wanted, (_BASIS if n in wanted else _BINDING) - n, facts)
        if penalty.scale is not None and known is not False:
            yield from (Goal(branch.when, m == 0, _BINDING - m, facts) for m, branch in enumerate(penalty.branches))
            yield from (
                Goal(Test(base, "more_than", Decimal(0)), True, _BASIS, facts) for base in _bases(penalty.scale)
            )


def _bases(scale: Scale) -> set[str]:
    """Return the facts that a fine is measured by: of nothing there is no fine."""
    named = {fact for span in scale.spans().values() for fact in (span.base, span.per)}
    return {fact for fact in (*named, scale.switch.base if scale.switch else None) if fact is not None}


def _first(penalties: Sequence[tuple[Penalty, Truth]]) -> set[int]:
    """Return which penalties shall apply in the plain case: one at all, and of several fines one."""
    fines = [known for penalty, known in penalties if penalty.kind == "fine"]
    wanted: set[int] = set()
    if all(known is not True for _, known in penalties):
        wanted |= set([n for n, (_, known) in enumerate(penalties) if known is None][:1])
    if True not in fines:
        wanted |= set([n for n, (each, known) in enumerate(penalties) if each.kind == "fine" and known is None][:1])
    return wanted
