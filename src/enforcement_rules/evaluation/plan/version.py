"""One version of an instrument, compiled part by part when first needed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial

from enforcement_rules.evaluation.evaluators import Block, compile_block, compile_rules
from enforcement_rules.evaluation.plan.bundles import Bundle, reference
from enforcement_rules.evaluation.plan.definitions import DefinedFact
from enforcement_rules.evaluation.plan.duties import DutyBundle
from enforcement_rules.evaluation.plan.evaluators import Compiler
from enforcement_rules.evaluation.plan.grounds import GroundBundle
from enforcement_rules.evaluation.plan.scopes import speaks_of_pair
from enforcement_rules.evaluation.verdict import RuleRef
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.amount import Benchmark, Provision
from enforcement_rules.rules.base import Rule
from enforcement_rules.rules.circumstance import Circumstance, Gains, Interplay
from enforcement_rules.rules.condition import ALWAYS
from enforcement_rules.rules.elements import ElementSet
from enforcement_rules.rules.requirement import Requirement
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.rules.scheme import Scheme


class VersionPlan:
    """One version of an instrument, compiled part by part when first needed."""

    def __init__(
        self,
        version: Version,
        vocabulary: Vocabulary,
        compiler: Compiler = compile_rules,
        rulesets: Rulesets | None = None,
    ) -> None:
        """Keep the version, and the rulesets it is of, to which its rules may refer; nothing is compiled yet."""
        self.rulesets = rulesets
        self.compiler = compiler
        self.version = version
        self.vocabulary = vocabulary

    def duties(self, *, pair: bool) -> dict[str, DutyBundle]:
        """Return the duties by the step whose law governs: those that speak of a pair, or those of the whole case."""
        return self.pair_requirements if pair else self.case_requirements

    def _requirements(self, *, pair: bool) -> dict[str, DutyBundle]:
        by_step: dict[str, list[Requirement]] = {}
        for rule, of_pair in self._told_of_pair:
            if of_pair is pair:
                by_step.setdefault(rule.at, []).append(rule)
        made = partial(DutyBundle, version=self.version, vocabulary=self.vocabulary, compiler=self.compiler)
        return {step: made(rules) for step, rules in by_step.items()}

    @cached_property
    def case_requirements(self) -> dict[str, DutyBundle]:
        """Duties that speak of the case as a whole, by the step whose law governs."""
        return self._requirements(pair=False)

    @cached_property
    def pair_requirements(self) -> dict[str, DutyBundle]:
        """Duties that speak of a violation, a party or what is proposed, by the step whose law governs."""
        return self._requirements(pair=True)

    @cached_property
    def admitting(self) -> tuple[tuple[Requirement, RuleRef], ...]:
        """The duties that say which evidence proves anything."""
        found = (rule for rule in self.version.requirements if rule.admits)
        return tuple((rule, reference(rule, self.version)) for rule in found)

    @cached_property
    def circumstances(self) -> GroundBundle:
        """The circumstances."""
        return self._grounds(self.version.circumstances)

    def _grounds(self, rules: Sequence[Circumstance]) -> GroundBundle:
        return GroundBundle(rules, self.version, self._lists, self.compiler)

    @cached_property
    def entries(self) -> dict[str, GroundBundle]:
        """The entries of lists by cause."""
        by_cause: dict[str, list[Circumstance]] = {}
        for listing in self.version.listings:
            for entry in listing.entries:
                for cause in entry.causes:
                    by_cause.setdefault(cause, []).append(listing.circumstance(entry))
        return {cause: self._grounds(rules) for cause, rules in by_cause.items()}

    @cached_property
    def _lists(self) -> dict[str, str]:
        """The list of every entry, by the entry's name."""
        return {entry.name: listing.name for listing in self.version.listings for entry in listing.entries}

    @cached_property
    def provisions(self) -> Bundle[Provision]:
        """The penalty provisions."""
        return Bundle(self.version.penalties, self.version, self.compiler)

    @cached_property
    def benchmarks(self) -> Bundle[Benchmark]:
        """The benchmarks."""
        return Bundle(self.version.benchmarks, self.version, self.compiler)

    @cached_property
    def schemes(self) -> Bundle[Scheme]:
        """The schemes."""
        return Bundle(self.version.schemes, self.version, self.compiler)

    @cached_property
    def gains(self) -> Bundle[Gains]:
        """The ways to work out illegal gains."""
        return Bundle(self.version.gains, self.version, self.compiler)

    @cached_property
    def interplay(self) -> Bundle[Interplay]:
        """The interplay matrix."""
        return Bundle(self.version.interplay, self.version, self.compiler)

    @cached_property
    def elements(self) -> Bundle[ElementSet]:
        """The sets of elements."""
        return Bundle(self.version.elements, self.version, self.compiler)

    @cached_property
    def questions(self) -> Bundle[Rule]:
        """The questions."""
        return Bundle(self.version.questions, self.version, self.compiler)

    @cached_property
    def definitions(self) -> dict[str, DefinedFact]:
        """The definitions by the fact they define."""
        return {rule.defines: DefinedFact(rule, self.vocabulary) for rule in self.version.definitions}

    @cached_property
    def appraisals(self) -> dict[str, Bundle[Requirement]]:
        """The items of every standard of appraisal as the duties they are, by the standard's name."""
        standards = self.version.appraisals
        return {each.name: Bundle([each.duty(item) for item in each.items], self.version) for each in standards}

    @cached_property
    def gaps(self) -> Block:
        """One truth a gap: whether it matters to the case; always, where it does not say."""
        return compile_block([ALWAYS if gap.when is None else gap.when for gap in self.version.gaps])

    @cached_property
    def _told_of_pair(self) -> tuple[tuple[Requirement, bool], ...]:
        return tuple((rule, speaks_of_pair(rule, self.vocabulary)) for rule in self.version.requirements)
