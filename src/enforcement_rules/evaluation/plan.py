"""Rulesets made ready to run: every rule compiled once, indexed by what it needs to apply."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, Literal, TypeVar

from enforcement_rules.evaluation.compile import Block, compile_block, compile_rules, conditions_of
from enforcement_rules.evaluation.evaluators import Compiler, Evaluator, compiler_of
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.missing import open_facts
from enforcement_rules.evaluation.verdict import RuleRef
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.amount import Benchmark, Provision, Scheme
from enforcement_rules.rules.base import Rule
from enforcement_rules.rules.circumstance import Circumstance, Definition, Gains, Interplay
from enforcement_rules.rules.condition import ALWAYS, All, AnyOf, facts_of
from enforcement_rules.rules.elements import ElementSet
from enforcement_rules.rules.requirement import Requirement
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.truth import UNKNOWN, Truth

RuleType = TypeVar("RuleType", bound=Rule)
PAIR_SCOPES: frozenset[str] = frozenset({"violation", "party", "proposal"})


@dataclass(frozen=True)
class Reading:
    """The truths of one rule in one frame: `when`, `then` (of a requirement) and each exception."""

    when: Truth
    then: Truth
    unless: tuple[Truth, ...]


class Bundle(Generic[RuleType]):
    """Rules that are run together by one compiled function."""

    def __init__(self, rules: Sequence[RuleType], version: Version, compiler: Compiler = compile_rules) -> None:
        """Compile the rules."""
        self.rules = tuple(rules)
        self.version = version
        self.refs = tuple(reference(rule, version) for rule in self.rules)
        self.widths = tuple(2 + len(rule.unless) for rule in self.rules)
        self.block: Block = compiler(self.rules)

    def run(self, facts: Facts) -> list[Reading]:
        """Return the reading of every rule, in order."""
        truths = self.block(facts)
        readings: list[Reading] = []
        start = 0
        for width in self.widths:
            readings.append(Reading(truths[start], truths[start + 1], truths[start + 2 : start + width]))
            start += width
        return readings

    @cached_property
    def speaks_of(self) -> tuple[frozenset[str], ...]:
        """The facts that the condition of each rule rests on."""
        return tuple(frozenset(facts_of(rule.when)) for rule in self.rules)

    def awake(self, facts: Facts) -> list[Reading] | None:
        """Return the truths with nothing assumed; `None` where nothing is, and they are the same."""
        return self.run(facts.awake) if facts.assumed else None


def reference(rule: Rule, version: Version) -> RuleRef:
    """Return how verdicts name a rule."""
    return RuleRef(
        rule=version.rule_id(rule.name),
        article=rule.article,
        instrument=version.head.instrument,
        version=version.head.version,
        says=rule.says,
        says_en=rule.says_en,
        place=rule.place.of_line if rule.place else None,
    )


class VersionPlan:
    """One version of an instrument, compiled part by part when first needed."""

    def __init__(self, version: Version, vocabulary: Vocabulary, compiler: Compiler = compile_rules) -> None:
        """Keep the version; nothing is compiled yet."""
        self.compiler = compiler
        self.version = version
        self.vocabulary = vocabulary

    def _requirements(self, *, pair: bool) -> dict[str, Bundle[Requirement]]:
        by_step: dict[str, list[Requirement]] = {}
        for rule in self.version.requirements:
            if speaks_of_pair(rule, self.vocabulary) is pair:
                by_step.setdefault(rule.at, []).append(rule)
        return {step: Bundle(rules, self.version, self.compiler) for step, rules in by_step.items()}

    @cached_property
    def case_requirements(self) -> dict[str, Bundle[Requirement]]:
        """Duties that speak of the case as a whole, by the step whose law governs."""
        return self._requirements(pair=False)

    @cached_property
    def pair_requirements(self) -> dict[str, Bundle[Requirement]]:
        """Duties that speak of a violation, a party or what is proposed, by the step whose law governs."""
        return self._requirements(pair=True)

    @cached_property
    def circumstances(self) -> Bundle[Circumstance]:
        """The circumstances."""
        return Bundle(self.version.circumstances, self.version, self.compiler)

    @cached_property
    def entries(self) -> dict[str, Bundle[Circumstance]]:
        """The entries of lists by cause."""
        by_cause: dict[str, list[Circumstance]] = {}
        for listing in self.version.listings:
            for entry in listing.entries:
                for cause in entry.causes:
                    by_cause.setdefault(cause, []).append(listing.circumstance(entry))
        return {cause: Bundle(rules, self.version, self.compiler) for cause, rules in by_cause.items()}

    @cached_property
    def list_names(self) -> dict[str, str]:
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


class DefinedFact:
    """A definition ready to run: from facts to the value it gives, or `UNKNOWN`."""

    def __init__(self, rule: Definition, vocabulary: Vocabulary) -> None:
        """Compile the condition and read the value it gives."""
        self.rule = rule
        self.condition = All((rule.where, rule.when))
        self.block = compile_block([rule.where, rule.when])
        fact = vocabulary.fact(rule.defines)
        self.value = fact.type.parse(rule.value) if fact is not None and rule.value is not None else None

    def __call__(self, facts: Facts) -> Any:
        """Return the value for these facts."""
        speaks, truth = self.block(facts)
        if speaks is not True:
            return UNKNOWN
        if self.value is None:
            return UNKNOWN if truth is None else truth
        return self.value if truth else UNKNOWN

    def waits(self, facts: Facts) -> list[str]:
        """Return what its condition waits for; a definition that does not speak of this case waits for nothing."""
        return list(open_facts(self.condition, facts)) if self.value is None else []

    def sources(self, facts: Facts) -> tuple[()]:
        """Return nothing: the facts of the condition are asked for and shown by themselves."""
        return ()


class Definers:
    """Several definitions of one fact: what they agree on; where two contradict each other the fact stays unknown."""

    rule = None

    def __init__(self, each: tuple[DefinedFact, ...]) -> None:
        """Keep the definitions."""
        self.each = each
        self.condition = AnyOf(tuple(defined.condition for defined in each))

    def __call__(self, facts: Facts) -> Any:
        """Return the value that all definitions that speak give."""
        given = {value for value in (defined(facts) for defined in self.each) if value is not UNKNOWN}
        return given.pop() if len(given) == 1 else UNKNOWN

    def waits(self, facts: Facts) -> list[str]:
        """Return what any of them waits for."""
        return list(open_facts(self.condition, facts))

    def sources(self, facts: Facts) -> tuple[()]:
        """Return nothing, as each of them does."""
        return ()


def speaks_of_pair(rule: Rule, vocabulary: Vocabulary) -> bool:
    """Say whether a rule speaks of a violation, a party or a proposal, directly or through derived facts."""
    names = [id_ for condition in conditions_of(rule) for id_ in facts_of(condition)]
    return any(scope in PAIR_SCOPES for scope in _scopes(names, vocabulary))


def _scopes(names: Iterable[str], vocabulary: Vocabulary) -> Iterable[str]:
    for id_ in names:
        yield id_.partition(".")[0]
        fact = vocabulary.fact(id_)
        if fact is not None and fact.entry.derived:
            yield from _scopes((part for parts in fact.entry.derived.values() for part in parts), vocabulary)


class Plan:
    """Rulesets made ready to run."""

    def __init__(self, rulesets: Rulesets, compiler: Compiler = compile_rules) -> None:
        """Prepare every version; compiling waits until a case needs it."""
        self.rulesets = rulesets
        self.vocabulary: Vocabulary = rulesets.vocabulary
        self.by_version = {
            version: VersionPlan(version, self.vocabulary, compiler) for version in rulesets.all_versions()
        }
        self._holding: dict[str, tuple[str, ...]] = {}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The instruments, in order."""
        return tuple(sorted(self.rulesets.versions))

    def holding(self, chapter: Literal["requirements", "definitions", "catalogues"]) -> tuple[str, ...]:
        """Return the instruments that hold rules of a chapter in any version, in order; found once."""
        if chapter not in self._holding:
            self._holding[chapter] = tuple(
                name
                for name in self.names
                if any(getattr(version, chapter) for version in self.rulesets.versions[name])
            )
        return self._holding[chapter]

    @cached_property
    def ranks(self) -> dict[str, str]:
        """The rank of every instrument."""
        return {name: versions[-1].head.rank for name, versions in self.rulesets.versions.items()}

    @cached_property
    def causes(self) -> dict[str, frozenset[str]]:
        """The causes that the rules of an instrument name, in any of its versions."""
        return {
            name: frozenset(cause for version in versions for cause in version.causes())
            for name, versions in self.rulesets.versions.items()
        }

    @cached_property
    def _heirs(self) -> dict[str, frozenset[str]]:
        return {
            name: frozenset(
                cited.instrument
                for version in versions
                for rule in version.penalties
                for cited in rule.becomes
                if cited.instrument
            )
            for name, versions in self.rulesets.versions.items()
        }

    def leads_to(self, old: str, new: str) -> bool:
        """Say whether provisions of one instrument became provisions of another."""
        return new in self._heirs[old]

    @cached_property
    def titles(self) -> dict[str, tuple[str, str]]:
        """The short title of every instrument, Chinese and English."""
        heads = {name: versions[-1].head.short for name, versions in self.rulesets.versions.items()}
        return {name: (short.zh, short.en) for name, short in heads.items()}

    def of(self, version: Version) -> VersionPlan:
        """Return the plan of one version."""
        return self.by_version[version]


def plan_of(rulesets: Rulesets, evaluator: Evaluator = "compiled") -> Plan:
    """Return the plan of rulesets for an evaluator, made once and kept with them.

    Raises:
        InputError: when the evaluator cannot be used here; the message says how it is installed.
    """
    plans: dict[str, Plan] = rulesets.__dict__.setdefault("_plans", {})
    if evaluator not in plans:
        plans[evaluator] = Plan(rulesets, compiler_of(evaluator, rulesets))
    return plans[evaluator]
