"""Strategies for small made-up laws, rule by rule, and for cases that come to lie at their limits.

Laws hold definitions that rest on other definitions, duties and circumstances with exceptions, entries of a list, and
conditions of every operator over the case, its evidence, and its officers at each act.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from enforcement_rules.model.vocabulary import (
    Dormant,
    FactEntry,
    Label2,
    StepEntry,
    Vocabulary,
    VocabularyFile,
    build_vocabulary,
)
from enforcement_rules.rules.base import NamedException, ShownBy
from enforcement_rules.rules.circumstance import Circumstance, Definition, Force
from enforcement_rules.rules.condition import ALWAYS, All, AnyOf, Condition, FactBound, Not, Quantified, Test
from enforcement_rules.rules.instrument import Chapter, Instrument
from enforcement_rules.rules.listing import Entry, Listing
from enforcement_rules.rules.requirement import Requirement
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.testing.conditions import conditions, sample_vocabulary

_DEFINED = ("case.d_yes", "case.e_yes", "case.d_kind")
_STRUCTURE = frozenset({"violation.began", "violation.ended"})
_KINDS = ("a", "b", "c")
_FIRST = dt.date(2023, 1, 1)
_CHANGED = dt.date(2023, 1, 6)
"""The day on which the second version of the law takes the place of the first."""


def _entry(kind: Any, **more: Any) -> FactEntry:
    return FactEntry(type=kind, zh="事实", en="fact", **more)


def law_vocabulary() -> Vocabulary:
    """Return the sample vocabulary and what a case needs besides: parties, steps, people, facts that rules define."""
    kinds = {kind: (kind, kind) for kind in _KINDS}
    facts = {
        "case.d_yes": _entry("yes_no"),
        "case.e_yes": _entry("yes_no"),
        "case.d_kind": _entry("choice", values=kinds),
        "case.rare_yes": _entry("yes_no", dormant=Dormant(event="rarer", value=False)),
        "organ.field": _entry("text"),
        "organ.place": _entry("text"),
        "party.kind": _entry("text"),
        "violation.cause": _entry("text"),
        "violation.began": _entry("date"),
        "violation.ended": _entry("date", bounds={"earliest": ("violation.began",)}),
        "violation.r_yes": _entry("yes_no", shown_by="party"),
        "violation.s_yes": _entry("yes_no", dormant=Dormant(event="rare", value=False)),
        "notice.shown": _entry("yes_no", shown_by="organ"),
        "act.on": _entry("date"),
        "act.kind": _entry("text"),
        "act.officer_count": _entry("count", shown_by="organ"),
        "officer.certificate_from": _entry("date"),
        "officer.certificate_to": _entry("date"),
        "proposal.kinds": _entry("choices", values={"fine": ("罚款", "fine"), "warning": ("警告", "warning")}),
        "proposal.fine": _entry("amount"),
        "proposal.treatment": _entry("text"),
    }
    steps = {
        "inspection": StepEntry(zh="检查", en="inspection", act=True),
        "decision": StepEntry(zh="决定", en="decision"),
        "service": StepEntry(zh="送达", en="service", after_decision=True),
    }
    sample = sample_vocabulary()
    own = {id_: fact.entry for id_, fact in sample.facts.items() if not fact.implicit}
    file = VocabularyFile(
        facts=own | facts,
        steps={**sample.steps, **steps},
        events={event: Label2(zh="少见", en="rare") for event in ("rare", "rarer")},
    )
    return build_vocabulary([(None, file)], {cause: Label2(zh="案由", en="cause") for cause in ("a", "b")})


def _people() -> st.SearchStrategy[Condition]:
    """Return conditions on the officers of each act and on the acts: joins over steps, people and certificates."""
    on = FactBound("act.on")
    held = (
        All((Test("officer.certificate_from", "at_most", on), Test("officer.certificate_to", "at_least", on))),
        Test("officer.certificate_to", "more_than", FactBound("act.on", days=1)),
    )
    rare = AnyOf((Test("act.kind", "is", "inspection"), Test("case.rare_yes", "is", True)))
    kinds = st.sampled_from([ALWAYS, Test("act.kind", "is", "inspection"), rare])
    counts = st.builds(Test, st.just("act.officer_count"), st.just("at_least"), st.integers(1, 2))
    return st.one_of(
        st.builds(Quantified, st.booleans(), st.just("performers"), kinds, st.sampled_from(held)),
        st.builds(Quantified, st.booleans(), st.just("acts"), kinds, counts),
    )


def _own() -> st.SearchStrategy[Condition]:
    yes_no = ("violation.r_yes", "violation.s_yes", "notice.shown", "notice.done", "decision.done", *_DEFINED[:2])
    return st.one_of(
        st.builds(Test, st.sampled_from(yes_no), st.just("is"), st.booleans()),
        st.builds(Test, st.just("case.d_kind"), st.just("is"), st.sampled_from(_KINDS)),
        st.builds(Test, st.just("case.d_kind"), st.just("one_of"), st.frozensets(st.sampled_from(_KINDS), min_size=1)),
        st.builds(Test, st.just("case.d_yes"), st.just("known"), st.booleans()),
        st.just(Test("notice.on", "below", FactBound("decision.on"))),
        st.just(Test("notice.moment", "precedes", FactBound("decision.moment"))),
        _people(),
    )


def _rule_conditions() -> st.SearchStrategy[Condition]:
    parts = st.one_of(_own(), _own(), conditions(depth=2))
    joined = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.one_of(parts, st.builds(All, joined), st.builds(AnyOf, joined), st.builds(Not, parts))


_SHOWN_BY: st.SearchStrategy[ShownBy] = st.sampled_from(("organ", "party", "either"))


@st.composite
def _exceptions(draw: st.DrawFn) -> tuple[NamedException, ...]:
    return tuple(
        NamedException(
            name=f"exception_{n}", says="例外", says_en="exception", when=draw(_own()), shown_by=draw(_SHOWN_BY)
        )
        for n in range(draw(st.integers(0, 2)))
    )


def _head(name: str) -> dict[str, Any]:
    return {"article": "虚构", "name": name, "says": "虚构", "says_en": "made up"}


@st.composite
def _chapters(draw: st.DrawFn) -> Chapter:
    whole, some = _rule_conditions(), st.integers(1, 3)
    duties = tuple(
        Requirement(
            **_head(f"duty_{n}"),
            at=draw(st.sampled_from(["decision", "notice", "service"])),
            when=draw(st.one_of(st.just(ALWAYS), whole)),
            then=draw(whole),
            unless=draw(_exceptions()),
            severity=draw(st.sampled_from(["void", "fatal", "material", "minor"])),
        )
        for n in range(draw(some))
    )
    circumstances = tuple(
        Circumstance(
            **_head(f"ground_{n}"),
            when=draw(whole),
            unless=draw(_exceptions()),
            then=draw(st.sampled_from([Force(shall="no_penalty"), Force(may="mitigated"), Force(shall="heavier")])),
            shown_by=draw(_SHOWN_BY),
        )
        for n in range(draw(some))
    )
    entries = tuple(Entry(**_head(f"entry_{n}"), causes=("a",), when=draw(whole)) for n in range(draw(some)))
    listing = Listing(
        name="made_up_list",
        says="虚构",
        says_en="made up",
        list="minor_no_penalty",
        when=draw(_own()),
        unless=draw(_exceptions()),
        then=Force(may="no_penalty"),
        entries=entries,
    )
    return Chapter(
        definitions=draw(_definitions()), requirements=duties, circumstances=circumstances, listings=(listing,)
    )


@st.composite
def _definitions(draw: st.DrawFn) -> tuple[Definition, ...]:
    """Return a chain: one fact from what is stated, one from that and more, one that is no yes or no."""
    plain = conditions(depth=2)
    first = Definition(**_head("defines_d_yes"), defines=_DEFINED[0], when=draw(plain))
    second = Definition(
        **_head("defines_e_yes"),
        defines=_DEFINED[1],
        where=draw(st.one_of(st.just(ALWAYS), plain)),
        when=All((Test(_DEFINED[0], "is", draw(st.booleans())), draw(plain))),
    )
    third = Definition(
        **_head("defines_d_kind"),
        defines=_DEFINED[2],
        value=draw(st.sampled_from(_KINDS)),
        when=AnyOf((Test(_DEFINED[1], "is", draw(st.booleans())), draw(plain))),
    )
    return tuple(each for each in (first, second, third) if draw(st.integers(0, 4)))


def _version(number: int, start: dt.date | None, end: dt.date | None, chapter: Chapter) -> Version:
    head = {
        "instrument": "made_up_law",
        "indispensable": True,
        "version": str(number),
        "title": {"zh": "虚构条例", "en": "made-up act"},
        "short": {"zh": "虚构", "en": "made up"},
        "rank": "law",
        "issuer": "虚构机关",
        "in_force": {"from": start and start.isoformat(), "to": end and end.isoformat()},
        "sources": [{"title": "虚构", "verification": "full_text"}],
        "checked": "2026-11-24",
        "articles": {},
    }
    return Version(Instrument.model_validate(head), {"rules.yaml": chapter}, "0" * 64)


@st.composite
def laws(draw: st.DrawFn, vocabulary: Vocabulary) -> Rulesets:
    """Return a made-up law over `law_vocabulary`, in one version or in two of which the second is later."""
    chapter = draw(_chapters())
    if draw(st.booleans()):
        return Rulesets({"made_up_law": (_version(1, None, None, chapter),)}, vocabulary, "0" * 64)
    later = draw(_chapters())
    before = _CHANGED - dt.timedelta(days=1)
    return Rulesets(
        {"made_up_law": (_version(1, None, before, chapter), _version(2, _CHANGED, None, later))}, vocabulary, "0" * 64
    )


class _Maker:
    """Makes up case files that lie at the limits of those laws."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def maybe(self, value: Any) -> Any:
        return value if self.chance.random() < 0.7 else None  # noqa: PLR2004 - two thirds of what can be said is said

    def day(self) -> str:
        day = (_FIRST + dt.timedelta(self.chance.randrange(12))).isoformat()
        return self.chance.choice((day, day, day, day[:7]))

    def value(self, kind: str) -> Any:
        choose = self.chance.choice
        made: dict[str, Callable[[], Any]] = {
            "yes_no": lambda: choose((True, False)),
            "graded": lambda: choose(("none", "slight", "serious")),
            "choice": lambda: choose(_KINDS),
            "choices": lambda: sorted(self.chance.sample(_KINDS, self.chance.randrange(4))),
            "amount": lambda: str(choose((0, 1, 2, 3, 4, 5, "2.5", "0.01"))),
            "date": self.day,
            "count": lambda: choose((0, 1, 2, 3, 4)),
            "time": lambda: f"{self.day()[:7]}-0{choose((1, 2, 3))}T0{choose((1, 9))}:00",
        }
        return made[kind]()

    def said(self, kind: str) -> Any:
        """Return a fact as files state it; now and then two speakers disagree."""
        if self.chance.random() < 0.05:  # noqa: PLR2004 - seldom
            return [{"value": self.value(kind), "by": "organ"}, {"value": self.value(kind), "by": "party"}]
        return self.value(kind)

    def facts(self, vocabulary: Vocabulary, scope: str) -> dict[str, Any]:
        """Return facts of a scope; those that rules define are seldom stated."""
        found = {}
        for id_, fact in vocabulary.facts.items():
            own = fact.scope == scope and not fact.implicit and not fact.entry.derived and fact.type.kind != "text"
            if own and id_ not in _STRUCTURE and self.chance.random() < (0.1 if id_ in _DEFINED else 0.7):
                found[fact.name] = self.said(fact.type.kind)
        return found

    def step(self, kind: str, vocabulary: Vocabulary) -> dict[str, Any]:
        by = self.chance.sample(("o1", "o2"), self.chance.randrange(3)) if kind == "inspection" else None
        facts = self.facts(vocabulary, kind)
        return _stated({"step": kind, "on": self.maybe(self.day()), "by": self.maybe(by), **facts})

    def case(self, vocabulary: Vocabulary) -> dict[str, Any]:
        choose = self.chance.choice
        kinds = self.chance.choices(("notice", "inspection", "decision", "service"), k=self.chance.randrange(6))
        violation = {"id": "v1", "cause": choose(("a", "b")), "ended": self.maybe(self.day())}
        spared = {"treatment": choose(("ordinary", "heavier", "no_penalty"))}
        return {
            **self.facts(vocabulary, "case"),
            "record": choose(("working", "complete", "excerpt")),
            "complete": self.chance.sample(("steps", "officers", "evidence"), self.chance.randrange(4)),
            "parties": [{"id": "p1", "kind": "legal_person"}],
            "violations": [_stated(violation) | self.facts(vocabulary, "violation")],
            "officers": [
                {"id": id_, "certificate": {"from": self.day()[:10], "to": None} | ({"to": "2023-01-12"} if n else {})}
                for n, id_ in enumerate(("o1", "o2"))
            ],
            "evidence": [
                {"id": f"e{n}", **self.facts(vocabulary, "evidence")} for n in range(self.chance.randrange(3))
            ],
            "steps": [self.step(kind, vocabulary) for kind in kinds],
            "proposed": self.maybe([{"violation": "v1", "party": "p1", **spared}]) or [],
        }


def _stated(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def made_up_case(vocabulary: Vocabulary, seed: int | str) -> dict[str, Any]:
    """Return a case file over `law_vocabulary` as a mapping; the same for the same seed."""
    return _Maker(random.Random(seed)).case(vocabulary)  # noqa: S311 - seeded on purpose
