"""A clean case for a penalty provision: a skeleton, completed with lawful answers to what the verdict asks."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.engine import Reviewed, frames_of, path_of, reviewed
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.plan import plan_of
from enforcement_rules.evaluation.range import statute_of
from enforcement_rules.evaluation.verdict import AskFact, Outcome, Verdict
from enforcement_rules.loading import load_case
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.amount import Penalty, Provision
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.testing.twins.editing import PAIR, state
from enforcement_rules.testing.twins.goals import Goal, Law, goals_of, goals_of_provision, leaves, rules_of
from enforcement_rules.testing.twins.proposing import penalties_of, told
from enforcement_rules.testing.twins.skeleton import LAST, skeleton, workday
from enforcement_rules.testing.twins.values import lawful_value
from enforcement_rules.values.range import Range
from enforcement_rules.values.truth import Truth
from enforcement_rules.values.workdays import PUBLISHED

_ROUNDS = 30
_SOON = 5
"""Natural days after a step that its file speaks of, such as the last one for statements."""
_USUAL_ACT = dt.date(2023, 3, 1)
_DECIDING = (
    "duty:void",
    "duty:fatal",
    "unkept:void",
    "unkept:fatal",
    "shall:",
    "may:",
    "range",
    "scope",
    "tier",
    "closes",
)
"""How the effects of answers begin that can change the outcome."""
_OF_ITSELF = ("range", "scope", "tier")
"""Effects of answers that are wanted for their value, not for a condition."""
PROPOSED = frozenset(
    {"proposal.kinds", "proposal.fine", "proposal.confiscated_gains", "case.detention_days", "case.highest_fine"}
)
"""What the penalties of a proposal say, which are worked out and not answered."""
_USUAL: dict[str, tuple[Any, ...]] = {
    "party.kind": ("legal_person", "natural_person"),
    "organ.rank": ("county", "prefecture", "province"),
    "violation.gravity": ("ordinary",),
    "violation.harm": ("ordinary",),
    "party.birth_date": ("1985-06-15",),
    "violation.cause": ("uncatalogued",),
    "service.mode": ("direct",),
    "proposal.orders": (("order_to_correct",),),
}
"""What an ordinary case says where the law leaves the choice."""


class Given(Struct, frozen=True):
    """One answer: where it stands in the file, its value as the file writes it, the rule it was chosen for."""

    path: str
    value: Any
    rule: str


class Twin(Struct, frozen=True):
    """A clean case for one provision.

    Attributes:
        version, provision: what it was made for.
        data: the case as a file holds it.
        answers: what was answered, in order.
        unasked: those of them that nobody asked for, though without them the provision does not apply.
        needed: how many answers the file had to state until its verdict was settled.
        reviewed: the verdict with the duties it was found from.
        rulesets: the law.
        facts: those of its one violation by its one party.
        threatened: the penalties that its provision threatens, and whether each applies.
        fine_range: the fines of the statute.
    """

    version: Version
    provision: Provision
    data: dict[str, Any]
    answers: tuple[Given, ...]
    unasked: tuple[Given, ...]
    needed: int | None
    reviewed: Reviewed
    rulesets: Rulesets
    facts: Facts
    threatened: tuple[tuple[Penalty, Truth], ...]
    fine_range: Range

    @property
    def rule(self) -> str:
        """The id of the provision."""
        return self.version.rule_id(self.provision.name)

    @property
    def outcome(self) -> Outcome:
        """The outcome of its verdict."""
        return self.reviewed.verdict.outcome


def days_for(version: Version) -> Iterator[dt.date]:
    """Yield days of an act, the usual one first, on which the version is in force until the case is decided."""
    start, end = version.head.in_force.from_ or version.head.earliest, version.head.in_force.to
    latest = None if end is None else end - dt.timedelta(days=LAST + 10)
    for day in (_USUAL_ACT, None if start is None else start + dt.timedelta(days=10), latest):
        if day is not None and (start is None or start <= day) and (latest is None or day <= latest):
            yield workday(day)


def clean_twin(
    rulesets: Rulesets,
    version: Version,
    provision: Provision,
    *,
    full: bool = False,
    start: Mapping[str, Any] | None = None,
) -> Twin | None:
    """Return a case completed with lawful answers until its verdict is settled, then with what else is asked.

    `None` where the law of the procedure is not loaded for any day on which the version was in force. With `full` all
    penalties of the provision shall apply, as far as they can together; else only what it says of the plain case.
    `start` is the case to complete in place of a skeleton, of one violation `v1` and one party `p1`; a proposal that is
    no ordinary one stays as it is.
    """
    if start is not None:
        return _Building(rulesets, version, provision, copy.deepcopy(dict(start)), full=full).completed()
    for act in days_for(version):
        case = _Building(rulesets, version, provision, skeleton(version, provision, act), full=full)
        if not case.lacks_law():
            return case.completed()
    return None


class _Building:
    """A twin that is being completed."""

    def __init__(
        self, rulesets: Rulesets, version: Version, provision: Provision, data: dict[str, Any], *, full: bool
    ) -> None:
        self.rulesets, self.version, self.provision, self.full = rulesets, version, provision, full
        self.plan = plan_of(rulesets)
        self.vocabulary: Vocabulary = rulesets.vocabulary
        self.data = data
        self.day = dt.date.fromisoformat(data["violations"][0]["discovered"]) + dt.timedelta(days=10)
        self.answers: dict[str, Given] = {}
        self.unasked: set[str] = set()
        self.needed: int | None = None
        self.reviewed = self._review()

    def lacks_law(self) -> bool:
        """Say whether the law of a step is not loaded."""
        return any(each.blocks and each.reason == "no_version_in_force" for each in self.reviewed.verdict.not_checked)

    def completed(self) -> Twin:
        """Answer round by round until nothing more is asked."""
        for deciding in (True, False):
            for _ in range(_ROUNDS):
                if deciding and self.reviewed.verdict.outcome == "may_decide":
                    break
                if not self._answer(deciding=deciding) and not self._answer_unasked():
                    break
            if deciding and self.reviewed.verdict.outcome == "may_decide":
                self.needed = len(self.answers)
        answers = tuple(self.answers.values())
        unasked = tuple(each for each in answers if each.path in self.unasked)
        [statute], [pair] = self.statutes, self.pairs
        threatened = tuple(each for threat in statute.threats for each in threat.penalties)
        range_ = statute.amount.range or Range()
        return Twin(
            self.version,
            self.provision,
            self.data,
            answers,
            unasked,
            self.needed,
            self.reviewed,
            self.rulesets,
            pair.facts,
            threatened,
            range_,
        )

    def _review(self) -> Reviewed:
        case = load_case(copy.deepcopy(self.data), self.rulesets)
        _, _, pairs = frames_of(case, self.rulesets, None)
        self.pairs = tuple(pairs)
        self.statutes = tuple(statute_of(self.plan, pair) for pair in self.pairs)
        self._propose()
        case = load_case(copy.deepcopy(self.data), self.rulesets)
        _, _, pairs = frames_of(case, self.rulesets, None)
        self.pairs = tuple(pairs)
        return reviewed(case, self.rulesets, None, calendar=PUBLISHED, evaluator="compiled")

    def _propose(self) -> None:
        """Propose what the provision commands as far as it is known, and tell it in the notice."""
        penalties = [each for s, p in zip(self.statutes, self.pairs, strict=True) for each in penalties_of(s, p.facts)]
        if self.data["proposed"][0]["treatment"] != "ordinary":
            return
        self.data["proposed"][0]["penalties"] = penalties or None  # an empty list would spare the party
        for step in self.data["steps"]:
            if step["step"] == "notice":
                step["written"] = told(penalties)

    def _answer(self, *, deciding: bool) -> bool:
        """Answer what is asked; say whether that was anything new."""
        verdict = self.reviewed.verdict
        law = self._law()
        goals, own = goals_of(verdict, self.reviewed.duties, law), goals_of_provision(law)
        new: dict[str, Any] = {}
        for asked in _asked(verdict, deciding=deciding):
            if asked.path not in self.answers:
                of_rules = (goal for rule in asked.rules for goal in goals.get(rule, ()))
                waiting = [
                    goal.after(new) for goal in (*of_rules, *(goal for goal in own if goal.turns_on(asked.fact)))
                ]
                # What an answer of this round settled already need not be stated.
                if asked.effect in _OF_ITSELF or any(goal.known is None for goal in waiting):
                    new |= self._state(asked, waiting)
        if new:
            self.reviewed = self._review()
        return bool(new)

    def _answer_unasked(self) -> bool:
        """State what the provision itself rests on, where nobody asked and it does not apply (so)."""
        law = self._law(awake=True)
        if law.applies and self.data["proposed"][0]["penalties"]:
            return False
        new: dict[str, Any] = {}
        for goal in goals_of_provision(law):
            for test, _ in leaves(goal.condition, goal.facts, wanted=True):
                if goal.wanted and goal.after(new).known is not True and self._may_state(test.fact, goal.facts):
                    new |= self._state_unasked(test.fact, goal.after(new))
        if new:
            self.reviewed = self._review()
        return bool(new)

    def _state_unasked(self, id_: str, goal: Goal) -> dict[str, Any]:
        path, rule = path_of(id_, self.vocabulary, PAIR), self.version.rule_id(self.provision.name)
        if path in self.answers:
            return {}
        stated = self._state(AskFact(path, id_, (rule,), "unasked", rule), [goal])
        self.unasked |= {path} if stated else set()
        return stated

    def _may_state(self, id_: str, facts: Facts) -> bool:
        """Say whether a file may state a fact, which neither states it yet nor has it from elsewhere."""
        fact = self.vocabulary.fact(id_)
        known = id_ in facts.statements or id_ in facts.definitions
        return fact is not None and not known and not fact.implicit and (fact.entry.stated or not fact.entry.derived)

    def _law(self, *, awake: bool = False) -> Law:
        frames = tuple(pair.facts.awake if awake else pair.facts for pair in self.pairs)
        return Law(self.version, self.provision, frames, rules_of(self.rulesets), self.full)

    def _state(self, asked: AskFact, goals: list[Goal]) -> dict[str, Any]:
        """State the lawful answer; return the fact with its value, where no element of a list has it."""
        fact = self.vocabulary.fact(asked.fact)
        if fact is None or fact.id in PROPOSED:
            return {}
        value = lawful_value(fact, goals, _USUAL.get(fact.id, ()), self._day_for(fact.scope))
        value = list(value) if isinstance(value, tuple) else value
        if value is None or not self._put(fact.scope, asked.path, value):
            return {}
        self.answers[asked.path] = Given(asked.path, value, asked.decides)
        return {asked.path if asked.element else fact.id: fact.type.parse(value)}

    def _day_for(self, scope: str) -> dt.date:
        """Return a day on which nothing else turns; for a fact of a step one that follows it."""
        on = next((step.get("on") or step["at"][:10] for step in self.data["steps"] if step["step"] == scope), None)
        return self.day if on is None else dt.date.fromisoformat(on) + dt.timedelta(days=_SOON)

    def _put(self, scope: str, path: str, value: Any) -> bool:
        if scope in self.vocabulary.steps:
            listed = any(step["step"] == scope for step in self.data["steps"])
            if not listed and (not path.endswith(".done") or value is not True):
                return False  # the steps are complete: a fact of one that was not taken cannot be stated
            if not listed:
                self.data["steps"].append({"step": scope, "on": self.day.isoformat()})
                return True
        state(self.data, path, value)
        return True


def _asked(verdict: Verdict, *, deciding: bool) -> Iterator[AskFact]:
    for ask in verdict.asks:
        for asked in ask.facts:
            if not deciding or asked.effect.startswith(_DECIDING):
                yield asked
