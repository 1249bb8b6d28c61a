"""A ruleset: the versions of instruments that are loaded together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from enforcement_rules.rules.amount import Benchmark, Provision
from enforcement_rules.rules.appraisal import Standard
from enforcement_rules.rules.base import KeyedName, Rule
from enforcement_rules.rules.catalogue import Catalogue
from enforcement_rules.rules.circumstance import Circumstance, Definition, Gains, Interplay, Question
from enforcement_rules.rules.condition import ALWAYS, AnyOf, Test, constants_of
from enforcement_rules.rules.elements import Element, ElementSet
from enforcement_rules.rules.instrument import Chapter, Instrument
from enforcement_rules.rules.listing import Listing
from enforcement_rules.rules.referred import resolved
from enforcement_rules.rules.requirement import Gap, Requirement
from enforcement_rules.rules.scheme import Scheme
from enforcement_rules.values.citation import citation_parts, place_of
from enforcement_rules.values.titles import law_title

KINDS = Chapter.field_names
"""The kinds of rules, as the fields of a chapter name them."""
_KINDS = (
    "circumstances",
    "requirements",
    "penalties",
    "benchmarks",
    "schemes",
    "gains",
    "interplay",
    "elements",
    "definitions",
    "questions",
)


@dataclass(frozen=True, eq=False)
class Version:
    """One version of one instrument with its rules.

    Attributes:
        head: identity, dates, sources, status of each article.
        chapters: file name → rules, in the order of the names.
        sha256: hash of all its files.
    """

    head: Instrument
    chapters: dict[str, Chapter]
    sha256: str

    def _all(self, kind: str) -> tuple[Any, ...]:
        return tuple(rule for chapter in self.chapters.values() for rule in getattr(chapter, kind))

    @cached_property
    def circumstances(self) -> tuple[Circumstance, ...]:
        """All circumstances."""
        return self._all("circumstances")

    @cached_property
    def requirements(self) -> tuple[Requirement, ...]:
        """All procedural duties."""
        return self._all("requirements")

    @cached_property
    def penalties(self) -> tuple[Provision, ...]:
        """All penalty provisions that are applied, with the penalties of this version that they refer to."""
        return tuple(each for _, each in self._resolved if each is not None)

    @cached_property
    def unresolved(self) -> tuple[Provision, ...]:
        """The penalty provisions that refer to penalties which this version does not hold; they are never applied."""
        return tuple(rule for rule, each in self._resolved if each is None)

    @cached_property
    def _resolved(self) -> tuple[tuple[Provision, Provision | None], ...]:
        applied = [each for each in self._all("penalties") if each.status == "applied"]
        return tuple(resolved(applied, self.head.instrument))

    @cached_property
    def provisions(self) -> tuple[Provision, ...]:
        """All penalty provisions as the files write them, drafts among them, with their references unresolved."""
        return self._all("penalties")

    @cached_property
    def drafts(self) -> tuple[Provision, ...]:
        """The penalty provisions that are drafts, which are never applied."""
        return tuple(each for each in self._all("penalties") if each.status == "draft")

    @cached_property
    def items(self) -> Mapping[str, frozenset[str]]:
        """The items (项) that its penalty provisions bind to causes, in full → the causes.

        One that a provision is numbered by has the causes of that provision.
        """
        found: dict[str, frozenset[str]] = {}
        for rule in self.penalties:
            own = place_of(rule.article)
            if own is not None and rule.causes and citation_parts(own)[-1].unit == "项":
                found[own] = found.get(own, frozenset()) | frozenset(rule.causes)
            for item, cause in rule.items.items():
                place = place_of(item) or item
                found[place] = found.get(place, frozenset()) | {cause}
        return found

    @cached_property
    def benchmarks(self) -> tuple[Benchmark, ...]:
        """All benchmarks."""
        return self._all("benchmarks")

    @cached_property
    def listings(self) -> tuple[Listing, ...]:
        """All lists."""
        return self._all("listings")

    @cached_property
    def schemes(self) -> tuple[Scheme, ...]:
        """All ways to find an amount inside a range."""
        return self._all("schemes")

    @cached_property
    def gains(self) -> tuple[Gains, ...]:
        """All ways to work out illegal gains."""
        return self._all("gains")

    @cached_property
    def interplay(self) -> tuple[Interplay, ...]:
        """All rows of the interplay matrix."""
        return self._all("interplay")

    @cached_property
    def elements(self) -> tuple[ElementSet, ...]:
        """All sets of elements."""
        return self._all("elements")

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """All definitions."""
        return self._all("definitions")

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All questions."""
        return self._all("questions")

    @cached_property
    def appraisals(self) -> tuple[Standard, ...]:
        """All standards of appraisal."""
        return self._all("appraisals")

    @cached_property
    def catalogues(self) -> tuple[Catalogue, ...]:
        """All catalogues of enforcement items."""
        return self._all("catalogues")

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """All clauses that are not encoded, drafts and references that cannot be resolved among them."""
        drafts = (self._as_gap(each, "draft") for each in self.drafts)
        return (*self._all("gaps"), *drafts, *(self._as_gap(each, "unresolved") for each in self.unresolved))

    def _as_gap(self, draft: Provision, reason: str) -> Gap:
        """Return what a draft is to a case: a clause that is not encoded, for whoever cites it or names its cause."""
        places = frozenset(f"{self.head.instrument} {place}" for place in draft.places)
        cited = Test("violation.cited_provisions", "has_any", places)
        named = (Test("violation.cause", "one_of", frozenset(draft.causes)),) if draft.causes else ()
        return Gap.model_construct(
            article=draft.article,
            name=draft.name,
            reason=reason,
            says=draft.says,
            says_en=draft.says_en,
            when=AnyOf((cited, *named)),
            blocks=False,
            leaves_open=(),
            leaves_out=(),
            accepted_by=None,
            place=draft.place,
        )

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of rules it holds, as the fields of a chapter name them."""
        held = {kind for chapter in self.chapters.values() for kind in KINDS if getattr(chapter, kind)}
        return frozenset(held | ({"gaps"} if self.drafts or self.unresolved else set()))

    @cached_property
    def element_names(self) -> tuple[str, ...]:
        """The names of the elements in all its sets, in order."""
        return tuple(element.name for each in self.elements for element in each.elements)

    @cached_property
    def heirs(self) -> frozenset[str]:
        """The instruments of which provisions took the place of its own."""
        return frozenset(
            cited.instrument for rule in self.penalties for cited in rule.becomes if cited.instrument is not None
        )

    @cached_property
    def causes(self) -> frozenset[str]:
        """The causes that penalty provisions, benchmarks, entries of lists and conditions of any rule name."""
        return frozenset(self._causes())

    @cached_property
    def places(self) -> frozenset[str]:
        """The places of the law that conditions of its rules tell apart, each with its instrument."""
        conditions = [*(rule.when for rule in self.rules()), *(gap.when or ALWAYS for gap in self.gaps)]
        return frozenset(place for each in conditions for place in constants_of(each, "violation.cited_provisions"))

    def rules(self) -> Iterator[Rule]:
        """Yield every rule that is applied, entries of lists as the circumstances they are."""
        for kind in _KINDS:
            yield from self.penalties if kind == "penalties" else self._all(kind)
        for listing in self.listings:
            yield from (listing.circumstance(entry) for entry in listing.entries)

    def _causes(self) -> Iterator[str]:
        for provision in self.penalties:
            yield from provision.causes
        for benchmark in self.benchmarks:
            yield from benchmark.causes
        for elements in self.elements:
            yield from elements.causes
        for listing in self.listings:
            for entry in listing.entries:
                yield from entry.causes
        for condition in [rule.when for rule in self.rules()] + [gap.when or ALWAYS for gap in self.gaps]:
            yield from constants_of(condition, "violation.cause")

    def rule_id(self, name: str) -> str:
        """Return the id under which verdicts name a rule of this instrument."""
        return f"{self.head.instrument}/{name}"


class _Elements(Mapping[str, "Element"]):
    """Elements by name, looked up in the version that holds one when it is asked for."""

    def __init__(self, versions: Iterable[Version]) -> None:
        self._holder: dict[str, Version] = {}
        for version in versions:
            for name in version.element_names:
                self._holder.setdefault(name, version)

    def __getitem__(self, name: str) -> Element:
        sets = self._holder[name].elements
        return next(element for each in sets for element in each.elements if element.name == name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._holder)

    def __len__(self) -> int:
        return len(self._holder)


@dataclass(frozen=True, eq=False)
class Rulesets:
    """Everything that is loaded: versions by instrument, and the vocabulary they speak.

    `vocabulary` is a `model.vocabulary.Vocabulary`; law and case meet only in evaluation, so it is passed through
    here untouched. `fields` are the fields of enforcement that there are; `only`: the law of the library was left out.
    """

    versions: dict[str, tuple[Version, ...]]
    vocabulary: Any
    vocabulary_sha256: str = ""
    fields: Mapping[str, KeyedName] = field(default_factory=dict)
    only: bool = False

    def __reduce__(self) -> tuple[Any, ...]:
        """Go to another process without what was worked out here: rules compiled to functions cannot go along."""
        return Rulesets, (self.versions, self.vocabulary, self.vocabulary_sha256, self.fields, self.only)

    def version_on(self, instrument: str, day: dt.date) -> Version | None:
        """Return the version of an instrument in force on a day; never the nearest one."""
        for version in self.versions.get(instrument, ()):
            if version.head.in_force_on(day):
                return version
        return None

    @cached_property
    def by_title(self) -> dict[str, str]:
        """Every instrument by its long and short titles, as `law_title` writes them; none that two instruments bear."""
        found: dict[str, set[str]] = {}
        for version in self.all_versions():
            for title in (version.head.title.zh, version.head.short.zh):
                found.setdefault(law_title(title), set()).add(version.head.instrument)
        return {title: next(iter(names)) for title, names in found.items() if len(names) == 1}

    @cached_property
    def elements(self) -> Mapping[str, Element]:
        """Every element by its name; of several with one name the first."""
        return _Elements(self.all_versions())

    @cached_property
    def places(self) -> frozenset[str]:
        """The division codes that the heads of all versions name."""
        return frozenset(place for version in self.all_versions() for place in version.head.places)

    def all_versions(self) -> Iterator[Version]:
        """Yield all versions, by instrument and date."""
        for versions in self.versions.values():
            yield from versions
