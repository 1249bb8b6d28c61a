"""Strategies for small made-up laws, rule by rule; `law_cases` makes up the cases that come to lie at their limits.

Laws hold definitions that rest on other definitions, duties and circumstances with exceptions, entries of a list,
penalties of every kind with their ranges and terms for units and persons, and conditions of every operator over the
case, its parties, its evidence, and its officers at each act.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any, get_args

from hypothesis import strategies as st

from enforcement_rules.model.case import PartyKind
from enforcement_rules.model.joined_vocabulary import build_vocabulary
from enforcement_rules.model.vocabulary import (
    Cause,
    Dormant,
    FactEntry,
    Label2,
    StepEntry,
    Vocabulary,
    VocabularyFile,
)
from enforcement_rules.rules.amount import Branch, Penalty, Provision, Span
from enforcement_rules.rules.base import NamedException, ShownBy
from enforcement_rules.rules.circumstance import Circumstance, Definition, Force
from enforcement_rules.rules.condition import ALWAYS, All, AnyOf, Condition, FactBound, Not, Quantified, Test
from enforcement_rules.rules.instrument import Chapter, Instrument
from enforcement_rules.rules.listing import Entry, Listing
from enforcement_rules.rules.requirement import Requirement
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.rules.term import Term, TermEnd
from enforcement_rules.testing.conditions import conditions, sample_vocabulary
from enforcement_rules.values.kinds import PENALTY_KINDS

PARTY_KINDS: tuple[str, ...] = get_args(PartyKind)
PARTY_ROLES = (
    "unit",
    "legal_representative",
    "principal_in_charge",
    "responsible_supervisor",
    "responsible_person",
)
TERMS = ("administrative_detention", "licence_suspension", "business_restriction", "occupation_restriction")
"""Kinds of penalty that last so many days."""
DEFINED = ("case.d_yes", "case.e_yes", "case.d_kind")
_KINDS = ("a", "b", "c")
_PERCENT_TO_TIMES = Span(
    at_least=Decimal(30), at_most=Decimal(3), percent_of="violation.goods_value", times="violation.goods_value"
)
_CHANGED = dt.date(2023, 1, 6)
"""The day on which the second version of the law takes the place of the first."""


def _entry(kind: Any, **more: Any) -> FactEntry:
    return FactEntry(type=kind, zh="事实", en="fact", **more)


def _facts() -> dict[str, FactEntry]:
    """Return the facts that made-up laws speak of besides the sample's."""
    kinds = {kind: (kind, kind) for kind in _KINDS}
    return {
        "case.d_yes": _entry("yes_no"),
        "case.e_yes": _entry("yes_no"),
        "case.d_kind": _entry("choice", values=kinds),
        "case.rare_yes": _entry("yes_no", dormant=Dormant(event="rarer", value=False)),
        "organ.field": _entry("text"),
        "organ.place": _entry("text"),
        "party.kind": _entry("choice", values={kind: (kind, kind) for kind in PARTY_KINDS}),
        "party.role": _entry("choice", values={role: (role, role) for role in PARTY_ROLES}),
        "party.fines": _entry("amount"),
        "case.highest_fine": _entry("amount"),
        "case.detention_days": _entry("days"),
        "violation.goods_value": _entry("amount"),
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
        "proposal.kinds": _entry("choices", values={kind: (kind, kind) for kind in PENALTY_KINDS}),
        "proposal.fine": _entry("amount"),
        "proposal.treatment": _entry("text"),
    }


def law_vocabulary() -> Vocabulary:
    """Return the sample vocabulary and what a case needs besides: parties, steps, people, facts that rules define."""
    steps = {
        "inspection": StepEntry(zh="检查", en="inspection", act=True),
        "decision": StepEntry(zh="决定", en="decision"),
        "service": StepEntry(zh="送达", en="service", after_decision=True),
    }
    sample = sample_vocabulary()
    own = {id_: fact.entry for id_, fact in sample.facts.items() if not fact.implicit}
    file = VocabularyFile(
        facts=own | _facts(),
        steps={**sample.steps, **steps},
        events={event: Label2(zh="少见", en="rare") for event in ("rare", "rarer")},
    )
    return build_vocabulary([(None, file)], {cause: Cause(zh="案由", en="cause") for cause in ("a", "b")})


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


def _of_party_and_proposal() -> st.SearchStrategy[Condition]:
    """Return conditions on who the party is, and on the kinds, the fine and the days that are proposed."""
    kinds, ends = st.sampled_from(PENALTY_KINDS), st.sampled_from(["at_least", "more_than", "at_most", "below"])
    return st.one_of(
        st.builds(Test, st.just("party.kind"), st.just("is"), st.sampled_from(PARTY_KINDS)),
        st.builds(
            Test, st.just("party.kind"), st.just("one_of"), st.frozensets(st.sampled_from(PARTY_KINDS), min_size=1)
        ),
        st.builds(Test, st.just("party.role"), st.just("is"), st.sampled_from(PARTY_ROLES)),
        st.builds(Test, st.just("proposal.kinds"), st.just("has"), kinds),
        st.builds(Test, st.just("proposal.kinds"), st.just("has_any"), st.frozensets(kinds, min_size=1, max_size=3)),
        st.builds(Test, st.sampled_from(["proposal.fine", "party.fines"]), ends, st.integers(0, 5).map(Decimal)),
        st.builds(Test, st.just("case.detention_days"), ends, st.integers(1, 15)),
    )


def _own() -> st.SearchStrategy[Condition]:
    yes_no = ("violation.r_yes", "violation.s_yes", "notice.shown", "notice.done", "decision.done", *DEFINED[:2])
    return st.one_of(
        st.builds(Test, st.sampled_from(yes_no), st.just("is"), st.booleans()),
        st.builds(Test, st.just("case.d_kind"), st.just("is"), st.sampled_from(_KINDS)),
        st.builds(Test, st.just("case.d_kind"), st.just("one_of"), st.frozensets(st.sampled_from(_KINDS), min_size=1)),
        st.builds(Test, st.just("case.d_yes"), st.just("known"), st.booleans()),
        _of_party_and_proposal(),
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
def _listings(draw: st.DrawFn, whole: st.SearchStrategy[Condition]) -> Listing:
    entries = tuple(
        Entry(**_head(f"entry_{n}"), causes=("a",), when=draw(whole)) for n in range(draw(st.integers(1, 3)))
    )
    return Listing(
        name="made_up_list",
        says="虚构",
        says_en="made up",
        list="minor_no_penalty",
        when=draw(_own()),
        unless=draw(_exceptions()),
        then=Force(may="no_penalty"),
        entries=entries,
    )


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
    return Chapter(
        definitions=draw(_definitions()),
        requirements=duties,
        circumstances=circumstances,
        listings=(draw(_listings(whole)),),
        penalties=draw(_provisions()),
    )


@st.composite
def _span(draw: st.DrawFn, most: int, times: str | None = None) -> Span:
    low, high = sorted(draw(st.tuples(st.integers(0, most), st.integers(0, most))))
    ends = draw(
        st.sampled_from(
            [
                {"at_least": low, "at_most": high},
                {"more_than": low, "below": high + 1},
                {"at_most": high},
                {"exactly": high},
            ]
        )
    )
    return Span.model_validate({end: Decimal(value) for end, value in ends.items()} | {"times": times})


@st.composite
def _term(draw: st.DrawFn) -> dict[str, Any]:
    """Return a term in months and years, perhaps with one for life besides it or as its upper end."""
    low, high = sorted(draw(st.tuples(st.integers(1, 15), st.integers(1, 15))))
    least, most = TermEnd(months=low), TermEnd(years=high // 12, months=high % 12)
    ends = draw(
        st.sampled_from(
            [
                {"at_least": least, "at_most": most},
                {"at_least": least, "at_most": TermEnd(for_life=True)},
                {"at_most": most},
                {"exactly": most, "or_for_life": True},
            ]
        )
    )
    return {"term": Term.model_validate(ends)}


@st.composite
def _penalty(draw: st.DrawFn, kind: str) -> Penalty:
    """Return a penalty of a kind: a fine with its range, a term with its days, now and then for some parties only."""
    more: dict[str, Any] = {}
    if kind == "fine" and draw(st.booleans()):
        more["fine"] = draw(st.one_of(_span(5), _span(3, times="violation.goods_value"), st.just(_PERCENT_TO_TIMES)))
    elif kind == "fine":
        more["branches"] = tuple(
            Branch(name=role, says="虚构", says_en="made up", when=Test("party.role", "is", role), fine=draw(_span(5)))
            for role in PARTY_ROLES
        )
    elif kind in TERMS:
        more |= draw(st.one_of(st.just({}), _span(15).map(lambda span: {"days": span}), _term()))
    more["force"] = draw(st.sampled_from(["shall", "may"]))
    more["when"] = draw(st.one_of(st.none(), _of_party_and_proposal(), _own()))
    more["either"] = draw(st.sampled_from([None, None, "one"]))
    return Penalty.model_validate({"kind": kind, **more})


@st.composite
def _provisions(draw: st.DrawFn) -> tuple[Provision, ...]:
    return tuple(
        Provision(
            **_head(f"provision_{n}") | {"article": f"虚构{n}"},
            causes=draw(st.sampled_from([("a",), ("a", "b"), ()])),
            when=draw(st.one_of(st.just(ALWAYS), _own())),
            unless=draw(_exceptions()),
            then=tuple(
                draw(_penalty(kind))
                for kind in draw(st.lists(st.sampled_from(PENALTY_KINDS), min_size=1, max_size=4, unique=True))
            ),
            whole=draw(st.booleans()),
        )
        for n in range(draw(st.integers(0, 2)))
    )


@st.composite
def _definitions(draw: st.DrawFn) -> tuple[Definition, ...]:
    """Return a chain: one fact from what is stated, one from that and more, one that is no yes or no."""
    plain = conditions(depth=2)
    first = Definition(**_head("defines_d_yes"), defines=DEFINED[0], when=draw(plain))
    second = Definition(
        **_head("defines_e_yes"),
        defines=DEFINED[1],
        where=draw(st.one_of(st.just(ALWAYS), plain)),
        when=All((Test(DEFINED[0], "is", draw(st.booleans())), draw(plain))),
    )
    third = Definition(
        **_head("defines_d_kind"),
        defines=DEFINED[2],
        value=draw(st.sampled_from(_KINDS)),
        when=AnyOf((Test(DEFINED[1], "is", draw(st.booleans())), draw(plain))),
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
