"""Duties on the network: they arise by rules, and are kept, excused or broken by rules on what others derived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from enforcement_rules.evaluation.durable.building import Builder, supported
from enforcement_rules.evaluation.durable.encoding import encoded
from enforcement_rules.evaluation.durable.hosted import HostedNetwork
from enforcement_rules.evaluation.durable.network import NetworkRule, Pattern
from enforcement_rules.evaluation.durable.tracing import Derived, derived
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.rules.requirement import Requirement
from enforcement_rules.rules.ruleset import Rulesets

STATES = ("arises", "kept", "excused", "broken")


@dataclass(frozen=True, slots=True)
class DutyRun:
    """What a run found: the names of the duties in each state, and every derived fact with its premises."""

    arises: frozenset[str]
    kept: frozenset[str]
    excused: frozenset[str]
    broken: frozenset[str]
    derived: tuple[Derived, ...]


class DutyNetwork:
    """Some duties as one network.

    A duty *arises* where its condition holds; a duty that arose is *kept*, *excused* by an exception, or *broken* where
    what must be so surely is not and every exception surely fails. What is none of these is open: that is for the
    reference to say.
    """

    def __init__(self, duties: Sequence[Requirement]) -> None:
        """Build the network.

        Raises:
            Unsupported: when the engine would not survive these duties; see `explain_support`.
            EngineUnavailableError: where there is no engine.
        """
        self._builder = Builder()
        self._kinds: dict[tuple[str, str], int] = {}
        for duty in duties:
            self._add(duty)
        self._network = HostedNetwork(self._builder.rules)

    def _add(self, duty: Requirement) -> None:
        build = self._builder
        kinds = {state: build.derived(f"duty {state}: {duty.name}") for state in STATES}
        self._kinds |= {(duty.name, state): kind for state, kind in kinds.items()}
        arises = Pattern(kinds["arises"])
        build.rules.append(NetworkRule((Pattern(build.goal(duty.when, True)),), kinds["arises"]))
        build.rules.append(NetworkRule((arises, Pattern(build.goal(duty.then, True))), kinds["kept"]))
        for each in duty.unless:
            build.rules.append(NetworkRule((arises, Pattern(build.goal(each.when, True))), kinds["excused"]))
        failed = tuple(dict.fromkeys(build.goal(each.when, False) for each in duty.unless))
        broken = (arises, Pattern(build.goal(duty.then, False)), *(Pattern(kind) for kind in failed))
        build.rules.append(NetworkRule(broken, kinds["broken"]))

    def run(self, facts: Facts) -> DutyRun:
        """Return the state of every duty with these facts.

        Raises:
            EngineFaultError: when the native engine failed.
        """
        found, fired = self._network.run(list(encoded(self._builder.wanted, facts)))
        kinds = {fact["k"] for fact in found}
        states = {
            state: frozenset(name for (name, s), kind in self._kinds.items() if s == state and kind in kinds)
            for state in STATES
        }
        return DutyRun(**states, derived=tuple(derived(self._builder, found, fired)))

    def close(self) -> None:
        """Free the network; it is not used again."""
        self._network.close()


def explain_support(rulesets: Rulesets) -> dict[str, str | None]:
    """Return for every rule with a condition why it cannot go to the network, or `None` when it can; by rule id."""
    found: dict[str, str | None] = {}
    for version in rulesets.all_versions():
        for rule in version.rules():
            conditions = [rule.when, *(each.when for each in rule.unless)]
            if isinstance(rule, Requirement):
                conditions.append(rule.then)
            found[version.rule_id(rule.name)] = supported(conditions)
    return found
