"""The one vocabulary: every fact a rule may speak of, kept as data."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

from msgspec import Struct, field
from pydantic import BeforeValidator, Field, StringConstraints

from enforcement_rules.model.key import ZhKey, agreed
from enforcement_rules.values.fact_type import FactKind, FactType
from enforcement_rules.values.kinds import PenaltyKind
from enforcement_rules.values.scalars import YesNo
from enforcement_rules.values.truth import UNKNOWN
from enforcement_rules.values.validated import Validated

Label = Annotated[str, StringConstraints(min_length=1, max_length=300)]
ELEMENTS: frozenset[str] = frozenset({"officer", "act", "evidence", "prior", "step"})
"""Scopes that are spoken of only inside `every` and `some`."""
Derivation = Literal[
    "days",
    "workdays",
    "workdays_before",
    "years",
    "age",
    "ratio",
    "difference",
    "sum",
    "times_in_one_year",
    "times_in_two_years",
    "hours",
    "days_stopped",
    "days_extended",
    "extended_until",
    "took_part",
    "correction_ran_out",
    "payment_ran_out",
    "overdue",
    "told",
]


class _Entry(Validated):
    """A part of a vocabulary file."""


class Label2(_Entry):
    """A text in both languages."""

    zh: Label
    en: Label = ""


def _both(raw: Any) -> Any:
    """Return the names of a value: of one that is named in Chinese alone, the English name is empty."""
    names = [raw] if isinstance(raw, str) else raw
    return [*names, ""] if isinstance(names, list | tuple) and len(names) == 1 else names


ValueTexts = Annotated[tuple[Label | Literal[""], ...], BeforeValidator(_both), Field(min_length=2, max_length=3)]
"""The label of a value in Chinese and English, and its Chinese key."""


class Named(Label2):
    """A name in both languages, and the short Chinese key by which a case file may write it."""

    key_zh: ZhKey | None = None


class Cause(Named):
    """A cause (案由): one kind of act that some law penalises.

    `also` are the causes by which other laws know the same act; naming it on one side is enough. `becomes` is the cause
    that took its place in a later wording because the act was changed.
    """

    also: tuple[str, ...] = ()
    becomes: str | None = None


def agreed_cause(one: Cause, other: Cause) -> Cause | None:
    """Return two declarations of a cause as one, with the links that either gives; `None` where they differ."""
    alone = [each.model_copy(update={"also": (), "becomes": None}) for each in (one, other)]
    found, later = agreed(*alone), {each.becomes for each in (one, other)} - {None}
    if found is None or len(later) > 1:
        return None
    return found.model_copy(
        update={"also": tuple(dict.fromkeys((*one.also, *other.also))), "becomes": next(iter(later), None)}
    )


class Dormant(_Entry):
    """The event that wakes a fact, and the value assumed until then.

    Without a value nothing is assumed: the fact is unknown, and a duty that waits for nothing else is dormant.
    `records` are the kinds of file whose silence leaves it asleep; in all others it is open from the start.
    """

    event: str
    value: Any = None
    records: tuple[Literal["complete", "working", "excerpt"], ...] = ()


class Bounds(_Entry):
    """What an unstated date cannot precede and cannot follow."""

    earliest: tuple[str, ...] = ()
    latest: tuple[str, ...] = ()


class Wider(Label2):
    """A name that files may write where only some of a fact's values are possible: which they are, and its labels."""

    key_zh: ZhKey | None = None
    any_of: Annotated[tuple[str, ...], Field(min_length=2)]


class FactEntry(_Entry):
    """One fact of a vocabulary file.

    One that is `derived` may be given by the case only where it says `stated`; `raises` is the event that stating it
    wakes, for a detail that nobody states unless the event occurred. `key_zh` is how a Chinese case file writes it,
    with a dot where the name has one; so is the third text of a value, behind its labels. `presupposes` are facts that
    must be true for it to be: whoever was ordered nothing refused nothing; `presupposes_of` are those of
    one grade, without which it counts as the grade below.
    """

    type: FactKind
    key_zh: ZhKey | None = None
    values: dict[str, ValueTexts] = {}  # noqa: RUF012 - pydantic gives every object its own
    wider: dict[str, Wider] = {}  # noqa: RUF012 - pydantic gives every object its own
    zh: Label
    en: Label = ""
    ask: Label2 | None = None
    shown_by: Literal["organ", "party", "either"] = "either"
    group: str | None = None
    unit: Label | None = None
    rarely: YesNo = False
    dormant: Dormant | None = None
    raises: str | None = None
    bounds: Bounds | None = None
    derived: dict[Derivation, tuple[str, ...]] | None = None
    stated: YesNo = False
    presupposes: tuple[str, ...] = ()
    presupposes_of: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 - pydantic gives every object its own

    @property
    def type_of_values(self) -> FactType:
        """The type of the values: the kind, the labels of each value, and the names for several of them."""
        labels = {name: (texts[0], texts[1]) for name, texts in self.values.items()}
        return FactType(self.type, labels, {name: each.any_of for name, each in self.wider.items()})

    @property
    def value_keys(self) -> dict[str, str]:
        """The Chinese keys of the values that have one, and of the names for several of them."""
        keys = {name: texts[2] for name, texts in self.values.items() if len(texts) > 2}  # noqa: PLR2004 - the third
        return keys | {name: each.key_zh for name, each in self.wider.items() if each.key_zh is not None}


class StepEntry(_Entry):
    """One kind of step of a vocabulary file; `follows` are the kinds of step that it cannot precede."""

    key_zh: ZhKey | None = None
    zh: Label
    en: Label = ""
    which: Literal["first", "last"] = "last"
    act: YesNo = False
    after_decision: YesNo = False
    follows: tuple[str, ...] = ()
    group: str | None = None


class Asking(_Entry):
    """When an unknown fact is asked for, where being unknown is not enough; whether a rule is open is another matter.

    Attributes:
        first: a condition that waits for it waits for nothing else before: it says what the case is about.
        pressing: it is part of what the file itself raises, such as whether an earlier penalty was for the same act.
        once: kinds of step that must all have been taken.
        where: kinds of step, or events, of which one must be in the file.
        after: facts that must be known.
        unless: values of other facts with which nobody needs to ask; with none named, any value.
        asked_by: questions for a person that ask the same.
    """

    first: YesNo = False
    pressing: YesNo = False
    once: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    unless: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 - pydantic gives every object its own
    asked_by: tuple[str, ...] = ()


class Approval(Label2):
    """Whose approval a penalty needs before it is imposed, and the fact that says whether it was given."""

    fact: str


class Ordered(_Entry):
    """What 责令 with some words is: a kind of penalty, an order, or either, as the tier in which it stands has it."""

    kind: PenaltyKind | None = None
    order: str | None = None


class VocabularyFile(_Entry):
    """A vocabulary file."""

    steps: dict[str, StepEntry] = {}  # noqa: RUF012 - pydantic gives every object its own
    facts: dict[str, FactEntry] = {}  # noqa: RUF012 - pydantic gives every object its own
    groups: dict[str, Label2] = {}  # noqa: RUF012 - pydantic gives every object its own
    events: dict[str, Label2] = {}  # noqa: RUF012 - pydantic gives every object its own
    asking: dict[str, Asking] = {}  # noqa: RUF012 - pydantic gives every object its own
    approvals: dict[str, Approval] = {}  # noqa: RUF012 - pydantic gives every object its own
    ordered: dict[str, Ordered] = {}  # noqa: RUF012 - pydantic gives every object its own


class Fact(Struct, frozen=True, dict=True):
    """A fact as rules speak of it.

    Attributes:
        id: `scope.name`.
        type: how its values are read, compared and shown.
        entry: its texts, burden, group, dormancy, bounds, derivation.
        instrument: the instrument whose own vocabulary declares it; `None` for the general one.
        implicit: part of a kind of step (`done`, `on`, `moment`), not declared in a file.
    """

    id: str
    type: FactType
    entry: FactEntry
    instrument: str | None = None
    implicit: bool = False

    @property
    def scope(self) -> str:
        """The part before the first dot."""
        return self.id.partition(".")[0]

    @property
    def name(self) -> str:
        """The part behind the first dot."""
        return self.id.partition(".")[2]

    @property
    def parts(self) -> tuple[str, ...]:
        """What it is worked out from: facts, and collections (`@steps`); empty for one that is not derived."""
        return tuple(part for parts in (self.entry.derived or {}).values() for part in parts)

    @cached_property
    def asleep(self) -> Any:
        """The value assumed while its event is not raised; unknown where nothing is."""
        dormant = self.entry.dormant
        return UNKNOWN if dormant is None or dormant.value is None else self.type.parse(dormant.value)


class Vocabulary(Struct, frozen=True, eq=False, dict=True, weakref=True):
    """All facts, kinds of step, groups of questions, events and causes."""

    facts: Mapping[str, Fact]
    steps: Mapping[str, StepEntry]
    groups: Mapping[str, Label2] = field(default_factory=dict)
    events: Mapping[str, Label2] = field(default_factory=dict)
    causes: Mapping[str, Cause] = field(default_factory=dict)
    asking: Mapping[str, Asking] = field(default_factory=dict)
    approvals: Mapping[str, Approval] = field(default_factory=dict)
    ordered: Mapping[str, Ordered] = field(default_factory=dict)

    def fact(self, id_: str) -> Fact | None:
        """Return a fact, or `None` when the vocabulary has none of that name."""
        return self.facts.get(id_)

    def with_parts(self, ids: Iterable[str]) -> Iterator[Fact]:
        """Yield facts and what they are worked out from, through others too, each once; no unknown names."""
        waiting, seen = list(ids), set[str]()
        while waiting:
            fact = self.fact(waiting.pop())
            if fact is not None and fact.id not in seen:
                seen.add(fact.id)
                yield fact
                waiting += fact.parts

    def suggest(self, id_: str) -> str | None:
        """Return the name nearest to a misspelt one."""
        near = difflib.get_close_matches(id_, list(self.facts), n=1, cutoff=0.6)
        return near[0] if near else None

    def same_act(self, cause: str) -> frozenset[str]:
        """Return a cause with those by which other laws know the same act."""
        return self._same_acts.get(cause, frozenset({cause}))

    @cached_property
    def _same_acts(self) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for cause, entry in self.causes.items():
            same = frozenset[str]().union(*(found.get(each, {each}) for each in (cause, *entry.also)))
            if len(same) > 1:
                found |= dict.fromkeys(same, same)
        return found

    def later(self, cause: str) -> tuple[str, ...]:
        """Return the causes that took the place of one in later wordings, in their order."""
        found: list[str] = []
        while (entry := self.causes.get(cause)) is not None and entry.becomes and entry.becomes not in found:
            cause = entry.becomes
            found.append(cause)
        return tuple(found)

    @cached_property
    def presupposing(self) -> tuple[Fact, ...]:
        """The facts that are so only where others are."""
        return tuple(fact for fact in self.facts.values() if fact.entry.presupposes or fact.entry.presupposes_of)

    @cached_property
    def acts(self) -> frozenset[str]:
        """The kinds of step that are acts of officers on the spot."""
        return frozenset(kind for kind, entry in self.steps.items() if entry.act)

    @cached_property
    def after_decision(self) -> frozenset[str]:
        """The kinds of step that follow the decision."""
        return frozenset(kind for kind, entry in self.steps.items() if entry.after_decision)

    @cached_property
    def follow_the_decision_recorded(self) -> frozenset[str]:
        """The kinds of step that nobody is asked for before the decision is recorded, such as the legal review."""
        asked = {id_.removesuffix(".done"): each for id_, each in self.asking.items() if id_.endswith(".done")}
        return frozenset(kind for kind, each in asked.items() if "decision" in each.once)

    @cached_property
    def event_facts(self) -> dict[str, tuple[str, ...]]:
        """The facts that raise each event when stated."""
        found: dict[str, list[str]] = {}
        for fact in self.facts.values():
            for event in {fact.entry.dormant.event if fact.entry.dormant else None, fact.entry.raises} - {None}:
                found.setdefault(str(event), []).append(fact.id)
        return {event: tuple(ids) for event, ids in found.items()}

    @cached_property
    def _events_by_fact(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for event, ids in self.event_facts.items():
            for id_ in ids:
                found.setdefault(id_, []).append(event)
        return found

    @cached_property
    def every_event(self) -> frozenset[str]:
        """All events, those that only facts name among them."""
        return frozenset(self.events) | frozenset(self.event_facts)

    def awake_in(self, record: str) -> frozenset[str]:
        """Return the events that a file of a kind raises by not being of the kinds whose silence denies them."""
        return self._awake_by_record.get(record, frozenset())

    @cached_property
    def _awake_by_record(self) -> dict[str, frozenset[str]]:
        dormant = [fact.entry.dormant for fact in self.facts.values() if fact.entry.dormant]
        limited = [each for each in dormant if each.records]
        return {
            record: frozenset(each.event for each in limited if record not in each.records)
            for record in ("complete", "working", "excerpt")
        }

    def raised_by(self, stated: Iterable[str]) -> frozenset[str]:
        """Return the events that stating some facts wakes."""
        return frozenset(event for id_ in stated for event in self._events_by_fact.get(id_, ()))

    @cached_property
    def sleeping(self) -> frozenset[str]:
        """The facts that are unknown while nobody raises their event, and those derived from them."""
        found = {fact.id for fact in self.facts.values() if fact.entry.dormant and fact.asleep is UNKNOWN}
        derived = {fact.id: fact.parts for fact in self.facts.values()}
        while more := {id_ for id_, parts in derived.items() if id_ not in found and not found.isdisjoint(parts)}:
            found |= more
        return frozenset(found)

    @cached_property
    def dormant(self) -> dict[str, tuple[Fact, ...]]:
        """The facts that are assumed while nobody raises their event, by scope."""
        found: dict[str, list[Fact]] = {}
        for fact in self.facts.values():
            if fact.entry.dormant:
                found.setdefault(fact.scope, []).append(fact)
        return {scope: tuple(facts) for scope, facts in found.items()}
