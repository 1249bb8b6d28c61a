"""Strategies for case files as mappings: made up from the vocabulary, sparse or nearly full."""

from __future__ import annotations

import copy
import datetime as dt
from typing import Any, get_args

from hypothesis import strategies as st

from enforcement_rules.model.case import PartyKind
from enforcement_rules.model.vocabulary import Fact, Vocabulary
from enforcement_rules.values.kinds import PENALTY_KINDS

_DAYS = st.dates(dt.date(2021, 1, 1), dt.date(2025, 6, 1)).map(dt.date.isoformat)
_SPANS = st.tuples(_DAYS, _DAYS).map(sorted).map(lambda pair: {"from": pair[0], "to": pair[1]})
_PARTIAL = st.one_of(
    _DAYS,
    _DAYS,
    _DAYS.map(lambda day: day[:7]),
    _DAYS.map(lambda day: day[:4]),
    _SPANS,
    st.tuples(st.sampled_from(["from", "to"]), _DAYS).map(lambda end: dict([end])),
)
_YUAN = st.sampled_from(
    ["0", "14", "136.50", "200", "3000", "9999.99", "10000", "50000", "100000", "100000.01", "250000"]
)
_STEPS = (
    "case_filing",
    "inspection",
    "correction_order",
    "notice",
    "statement_and_defence",
    "hearing_request",
    "hearing_notice",
    "hearing",
    "legal_review",
    "collective_discussion",
    "extension",
    "decision",
    "service",
)
_PARTIES: tuple[str, ...] = get_args(PartyKind)
_MONEY = ("fine", "confiscation_of_illegal_gains", "confiscation_of_illegal_property")
_TERMS = ("administrative_detention", "licence_suspension", "business_restriction", "occupation_restriction")
_TERM = st.integers(1, 20)
STRUCTURE: frozenset[str] = frozenset(
    {
        "schema",
        "id",
        "step",
        "procedure",
        "violation",
        "party",
        "parties",
        "kind",
        "penalties",
        "penalised_by",
        "cause",
        "done",
        "field",
    }
)
"""Keys that are left in place when a case is made sparser: without them it would be another case, or (`procedure`) one
in which the verdict presumes a value and says so."""


def _raw(fact: Fact) -> st.SearchStrategy[Any] | None:
    kind = fact.type.kind
    if kind == "yes_no":
        return st.booleans()
    if kind in ("graded", "choice"):
        return st.sampled_from(sorted(fact.type.values)) if fact.type.values else None
    return {"amount": _YUAN, "count": st.integers(0, 5).map(str), "days": _TERM, "date": _PARTIAL}.get(kind)


def _statable(vocabulary: Vocabulary, scope: str) -> dict[str, st.SearchStrategy[Any]]:
    structural = {"party.birth_date", "violation.began", "violation.ended", "violation.discovered", "party.kind"}
    found: dict[str, st.SearchStrategy[Any]] = {}
    for fact in vocabulary.facts.values():
        raw = _raw(fact)
        own = fact.scope == scope and fact.id not in structural and not fact.implicit and not fact.entry.derived
        if own and raw is not None and fact.instrument is None and not fact.entry.dormant and "." not in fact.name:
            found[fact.name] = raw
    return found


@st.composite
def case_files(draw: st.DrawFn, vocabulary: Vocabulary, *, record: str = "working", most: int = 12) -> dict[str, Any]:
    """Return a made-up case file as a mapping: one violation, one party, some steps, up to `most` facts a part.

    Penalties are of every kind, some with days, parties of every kind and role, days whole or known in part.
    """

    def some(scope: str, held: frozenset[str] = frozenset()) -> dict[str, Any]:
        facts = {name: raw for name, raw in _statable(vocabulary, scope).items() if name not in held}
        names = draw(st.lists(st.sampled_from(sorted(facts)), unique=True, max_size=most)) if facts else []
        return {name: draw(facts[name]) for name in names}

    began = draw(st.dates(dt.date(2021, 1, 1), dt.date(2023, 1, 1)))
    amounts = {"goods_value", "illegal_gains", "tax", "contract_price", "area", "advertising_cost", "turnover"}
    held = frozenset(amounts | {"cause", "basis_ranks"})
    return {
        "record": record,
        "procedure": draw(st.sampled_from(["ordinary", "summary"])),
        "organ": {"field": "market_regulation", "place": "14", **some("organ", frozenset({"field", "rank", "place"}))},
        "parties": [{"id": "p1", "kind": draw(st.sampled_from(_PARTIES)), **some("party")}],
        "violations": [
            {
                "id": "v1",
                "parties": ["p1"],
                "cause": "food_residue_over_limit",
                "penalised_by": [{"instrument": "food_safety_law", "article": "第一百二十四条第一款"}],
                "began": draw(_as_written(began)),
                "ended": draw(_as_written(began + dt.timedelta(days=draw(st.integers(0, 400))))),
                "bases": {"goods_value": draw(_YUAN), "illegal_gains": draw(_YUAN)},
                **some("violation", held | {"began", "ended", "discovered"}),
            }
        ],
        "steps": [draw(_step(vocabulary, kind)) for kind in draw(st.lists(st.sampled_from(_STEPS), max_size=9))],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": draw(_penalties())}],
    }


@st.composite
def _penalties(draw: st.DrawFn) -> list[dict[str, Any]]:
    kinds = st.one_of(st.just("fine"), st.sampled_from(PENALTY_KINDS))  # most duties and ranges speak of fines
    return [draw(_penalty(kind)) for kind in draw(st.lists(kinds, min_size=1, max_size=3, unique=True))]


@st.composite
def _penalty(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    said: dict[str, Any] = {"kind": kind}
    if kind in _MONEY:
        said["amount"] = draw(_YUAN)
    if kind in _TERMS:
        said["days"] = draw(_TERM)
    return said


@st.composite
def _as_written(draw: st.DrawFn, day: dt.date) -> Any:
    """Return a day as files write it: whole, by its month or year, or between two days."""
    whole, around = day.isoformat(), dt.timedelta(days=draw(st.integers(0, 60)))
    span = {"from": (day - around).isoformat(), "to": (day + around).isoformat()}
    return draw(st.sampled_from([whole, whole, whole, whole[:7], whole[:4], span]))


@st.composite
def _step(draw: st.DrawFn, vocabulary: Vocabulary, kind: str) -> dict[str, Any]:
    facts = _statable(vocabulary, kind)
    names = draw(st.lists(st.sampled_from(sorted(facts)), unique=True, max_size=4)) if facts else []
    on = draw(st.one_of(_DAYS, _DAYS, _PARTIAL))
    return {"step": kind, "on": on, **{name: draw(facts[name]) for name in names}}


@st.composite
def sparser(draw: st.DrawFn, case: dict[str, Any]) -> dict[str, Any]:
    """Return a case with some of its facts left out; violations, parties, steps and penalties stay."""
    thinned = copy.deepcopy(case)
    for part in [thinned, thinned["organ"], *thinned["violations"], *thinned["parties"], *thinned["steps"]]:
        for key in [key for key, value in part.items() if key not in STRUCTURE and not isinstance(value, list)]:
            if key not in ("organ", "record") and draw(st.booleans()):
                del part[key]
    return thinned
