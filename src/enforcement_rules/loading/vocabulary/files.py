"""Vocabulary files: read, checked against each other, and joined."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from pydantic import BaseModel, ConfigDict

from enforcement_rules.loading.reading import Document, Problems, validate
from enforcement_rules.loading.vocabulary.bounds import NUMBERS
from enforcement_rules.loading.vocabulary.ordered import ORDERS
from enforcement_rules.model.joined_vocabulary import build_vocabulary
from enforcement_rules.model.key import agreed
from enforcement_rules.model.vocabulary import (
    ELEMENTS,
    Asking,
    Cause,
    Derivation,
    Dormant,
    Fact,
    FactEntry,
    Vocabulary,
    VocabularyFile,
)
from enforcement_rules.values.errors import Path

SCOPES = frozenset({"case", "organ", "party", "violation", "proposal"}) | ELEMENTS
_WITH_VALUES = frozenset({"graded", "choice", "choices"})
_OVER_DATES = frozenset({"days", "workdays", "workdays_before", "years", "age"})
_COLLECTED: dict[str, tuple[str, ...]] = {
    "days_stopped": ("@steps",),
    "days_extended": ("@steps",),
    "extended_until": ("@steps",),
    "took_part": ("@performers", "@officers"),
    "correction_ran_out": ("@steps",),
    "payment_ran_out": ("@steps",),
    "overdue": ("@steps",),
    "told": (),
}
"""Derivation → the collections it takes, last."""
_DATE = frozenset({"date"})
_YES_NO = frozenset({"yes_no"})
_ORDER = (_YES_NO, _DATE, _YES_NO, _DATE, _DATE, _YES_NO)
_COLLECTED_BESIDES: dict[str, tuple[frozenset[str], ...]] = {
    "correction_ran_out": _ORDER,
    "payment_ran_out": _ORDER,
    "overdue": (_YES_NO, _YES_NO, _YES_NO),
    "told": (frozenset({"text"}),),
    "took_part": (frozenset({"text", "choices"}),),
    "extended_until": (_DATE,),
    "days_stopped": (_DATE, _DATE),
}
"""Derivation → the kinds of the facts it takes before the collections."""
_TIMES = frozenset({"times_in_one_year", "times_in_two_years"})
_PRIOR = "@prior_penalties"
_PAIR = 2
_PAIRS = _OVER_DATES | {"ratio", "difference", "hours"}
_DERIVED_FROM = {"hours": frozenset({"time", "moment"})}


class CausesFile(BaseModel):
    """A file of causes: the enforcement items that rules and cases name."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    causes: dict[str, Cause]


class VocabularySource(Struct, frozen=True):
    """A vocabulary file with what it was read from; `instrument` is `None` for a general one."""

    instrument: str | None
    document: Document
    file: VocabularyFile


def read_vocabulary(document: Document, instrument: str | None, problems: Problems) -> VocabularySource | None:
    """Return a vocabulary file, or `None` when something in it is wrong, which is noted."""
    file = validate(VocabularyFile, document.data, document, problems)
    return None if file is None else VocabularySource(instrument, document, file)


def join_vocabularies(
    sources: list[VocabularySource], causes: Mapping[str, Cause], problems: Problems, *, whole: bool
) -> Vocabulary:
    """Return all files as one vocabulary; what is wrong in or between them is noted and left out.

    Args:
        sources: the files that could be read.
        causes: the causes with their names.
        problems: where everything wrong is noted.
        whole: whether these are all files; otherwise what they name may stand in one that could not be read.
    """
    first: dict[tuple[str, str], VocabularySource] = {}
    files = [(source.instrument, _agreeing(source, first, problems)) for source in sources]
    vocabulary = build_vocabulary(files, causes)
    if not whole:
        return vocabulary
    for source in sources:
        for kind, step in source.file.steps.items():
            _check_group(source, ("steps", kind), step.group, vocabulary, problems)
            for n, other in enumerate(step.follows):
                if other not in vocabulary.steps:
                    _note(source, problems, "unknown_step", ("steps", kind, "follows", n), step=other)
        for id_, entry in source.file.facts.items():
            _check_fact(source, id_, entry, vocabulary, problems)
        for id_, asking in source.file.asking.items():
            _check_asking(source, id_, asking, vocabulary, problems)
        _check_ordered(source, vocabulary, problems)
        for name, approval in source.file.approvals.items():
            path: Path = ("approvals", name, "fact")
            check_fact_name(source.document, path, approval.fact, vocabulary, problems, kinds=_YES_NO)
    _check_cycles(first, vocabulary, problems)
    return vocabulary


def _check_ordered(source: VocabularySource, vocabulary: Vocabulary, problems: Problems) -> None:
    """Note words behind 责令 that are nothing, or an order that no case can state."""
    orders = vocabulary.fact(ORDERS)
    known = list(orders.type.values) if orders is not None else []
    for words, entry in source.file.ordered.items():
        if entry.kind is None and entry.order is None:
            _note(source, problems, "ordered_is_nothing", ("ordered", words), words=words)
        if entry.order is not None and entry.order not in known:
            path: Path = ("ordered", words, "order")
            _note(source, problems, "expected_one_of", path, value=entry.order, expected=known)


def _agreeing(
    source: VocabularySource, first: dict[tuple[str, str], VocabularySource], problems: Problems
) -> VocabularyFile:
    """Return a file without what an earlier one declares in other words, which is noted."""
    kept: dict[str, dict[str, object]] = {}
    for kind in VocabularyFile.model_fields:
        kept[kind] = {}
        for name, entry in getattr(source.file, kind).items():
            other = first.setdefault((kind, name), source)
            if agreed(getattr(other.file, kind)[name], entry) is not None:
                kept[kind][name] = entry
            else:
                _note(source, problems, "conflicting_fact", (kind, name), fact=name, other=other.document.name)
    return source.file.model_copy(update=kept)


def _note(source: VocabularySource, problems: Problems, code: str, path: Path, **args: object) -> None:
    problems.add(source.document, code, path, **args)


def _check_group(
    source: VocabularySource, path: Path, group: str | None, vocabulary: Vocabulary, problems: Problems
) -> None:
    if group is not None and group not in vocabulary.groups:
        _note(source, problems, "unknown_group", (*path, "group"), group=group)


def _check_fact(
    source: VocabularySource, id_: str, entry: FactEntry, vocabulary: Vocabulary, problems: Problems
) -> None:
    path: Path = ("facts", id_)
    scope, _, name = id_.partition(".")
    if not name or (scope not in SCOPES and scope not in vocabulary.steps):
        _note(source, problems, "fact_scope", path, fact=id_, expected=sorted(SCOPES))
    if entry.type == "graded" and not entry.values:
        _note(source, problems, "values_needed", path, kind=entry.type)
    if entry.values and entry.type not in _WITH_VALUES:
        _note(source, problems, "values_not_for_kind", (*path, "values"), kind=entry.type)
    for name, wider in entry.wider.items():
        if not _is_wider(name, wider.any_of, entry):
            _note(source, problems, "wider_values", (*path, "wider", name), expected=list(entry.values))
    _check_group(source, path, entry.group, vocabulary, problems)
    if entry.dormant is not None:
        _check_dormant(source, path, entry, entry.dormant, vocabulary, problems)
    if entry.raises is not None and entry.raises not in vocabulary.events:
        _note(source, problems, "unknown_event", (*path, "raises"), event=entry.raises)
    if entry.bounds is not None:
        for end, ids in (("earliest", entry.bounds.earliest), ("latest", entry.bounds.latest)):
            _check_parts(source, (*path, "bounds", end), ids, vocabulary, problems, kinds=frozenset({"date"}))
    _check_presupposed(source, (*path, "presupposes"), entry, vocabulary, problems)
    for derivation, ids in (entry.derived or {}).items():
        _check_derived(source, (*path, "derived"), derivation, ids, vocabulary, problems)
    if entry.derived is not None and len(entry.derived) != 1:
        _note(source, problems, "derived_once", (*path, "derived"), fact=id_)


def _check_presupposed(
    source: VocabularySource, path: Path, entry: FactEntry, vocabulary: Vocabulary, problems: Problems
) -> None:
    of: Path = (*path[:-1], "presupposes_of")
    for place, facts in (
        (path, entry.presupposes),
        *(((*of, grade), ids) for grade, ids in entry.presupposes_of.items()),
    ):
        for n, fact in enumerate(facts):
            check_fact_name(source.document, (*place, n), fact, vocabulary, problems, kinds=_YES_NO)
    if entry.presupposes and entry.type != "yes_no":
        _note(source, problems, "presupposes_for_yes_no", path, kind=entry.type)
    if entry.presupposes_of and list(entry.presupposes_of) != list(entry.values)[-1:]:
        _note(source, problems, "presupposes_of_highest", of, expected=list(entry.values)[-1:])


def _is_wider(name: str, members: tuple[str, ...], entry: FactEntry) -> bool:
    """Say whether a name stands for several values of a fact; of grades for some that follow each other."""
    values = list(entry.values)
    if name in values or not set(members) < set(values) or entry.type not in ("graded", "choice"):
        return False
    places = sorted(values.index(each) for each in members)
    return entry.type == "choice" or places[-1] - places[0] == len(set(members)) - 1


def _check_asking(
    source: VocabularySource, id_: str, asking: Asking, vocabulary: Vocabulary, problems: Problems
) -> None:
    """Note names in what says when a fact is asked for that nobody declares."""
    path: Path = ("asking", id_)
    for fact in (id_, *asking.after, *asking.unless):
        if fact not in vocabulary.facts:
            codes = ("unknown_fact", "undeclared_fact")
            problems.unknown(source.document, codes, path, fact, vocabulary.facts, fact=fact)
    for n, kind in enumerate(asking.once):
        if kind not in vocabulary.steps:
            _note(source, problems, "unknown_step", (*path, "once", n), step=kind)
    for n, name in enumerate(asking.where):
        if name not in vocabulary.steps and name not in vocabulary.events:
            _note(source, problems, "unknown_event", (*path, "where", n), event=name)


def _check_dormant(
    source: VocabularySource,
    path: Path,
    entry: FactEntry,
    dormant: Dormant,
    vocabulary: Vocabulary,
    problems: Problems,
) -> None:
    if dormant.event not in vocabulary.events:
        _note(source, problems, "unknown_event", (*path, "dormant", "event"), event=dormant.event)
    if dormant.value is None:
        return
    type_ = entry.type_of_values
    try:
        type_.parse(dormant.value)
    except ValueError:
        args = {"value": dormant.value, "expected": list(entry.values), "fact": path[-1]}
        _note(source, problems, type_.expected(), (*path, "dormant", "value"), **args)


def _check_derived(
    source: VocabularySource,
    path: Path,
    derivation: Derivation,
    ids: tuple[str, ...],
    vocabulary: Vocabulary,
    problems: Problems,
) -> None:
    if derivation in _TIMES:
        _check_times(source, (*path, derivation), ids, vocabulary, problems)
        return
    if derivation in _COLLECTED:
        _check_collected(source, (*path, derivation), ids, vocabulary, problems)
        return
    kinds = _DERIVED_FROM.get(derivation, frozenset({"date"}) if derivation in _OVER_DATES else NUMBERS)
    if derivation in _PAIRS and len(ids) != _PAIR:
        _note(source, problems, "derived_from_two", (*path, derivation), derivation=derivation)
    elif not ids:
        _note(source, problems, "list_too_short", (*path, derivation), least=1)
    _check_parts(source, (*path, derivation), ids, vocabulary, problems, kinds=kinds)


def _check_collected(
    source: VocabularySource, path: Path, ids: tuple[str, ...], vocabulary: Vocabulary, problems: Problems
) -> None:
    derivation = str(path[-1])
    expected = _COLLECTED[derivation]
    besides = _COLLECTED_BESIDES.get(derivation, ())
    if len(ids) != len(besides) + len(expected) or ids[len(besides) :] != expected:
        _note(source, problems, "derived_from_collection", path, expected=list(expected), facts=len(besides))
        return
    for n, (id_, kinds) in enumerate(zip(ids, besides, strict=False)):
        check_fact_name(source.document, (*path, n), id_, vocabulary, problems, kinds=kinds)


def _check_times(
    source: VocabularySource, path: Path, ids: tuple[str, ...], vocabulary: Vocabulary, problems: Problems
) -> None:
    if len(ids) != _PAIR or ids[0] != _PRIOR:
        _note(source, problems, "derived_from_prior", path, expected=_PRIOR)
        return
    check_fact_name(source.document, (*path, 1), ids[1], vocabulary, problems, kinds=frozenset({"date"}))


def _check_parts(
    source: VocabularySource,
    path: Path,
    ids: tuple[str, ...],
    vocabulary: Vocabulary,
    problems: Problems,
    *,
    kinds: frozenset[str],
) -> None:
    for n, id_ in enumerate(ids):
        check_fact_name(source.document, (*path, n), id_, vocabulary, problems, kinds=kinds)


def check_fact_name(
    document: Document,
    path: Path,
    id_: str,
    vocabulary: Vocabulary,
    problems: Problems,
    *,
    kinds: frozenset[str] = frozenset(),
) -> None:
    """Note when a value names no fact, or one of a kind that does not fit there (no kinds: any fits)."""
    fact = vocabulary.fact(id_)
    if fact is None:
        problems.unknown(document, ("unknown_fact", "undeclared_fact"), path, id_, vocabulary.facts, fact=id_)
    elif kinds and fact.type.kind not in kinds:
        problems.add(document, "fact_kind", path, fact=id_, kind=fact.type.kind, expected=sorted(kinds))


def _check_cycles(
    first: Mapping[tuple[str, str], VocabularySource], vocabulary: Vocabulary, problems: Problems
) -> None:
    """Note every derived fact that is derived from itself."""
    for (kind, id_), source in first.items():
        if kind == "facts" and (through := _way_back(id_, vocabulary.facts)) is not None:
            _note(source, problems, "derived_cycle", ("facts", id_, "derived"), fact=id_, through=through)


def _way_back(start: str, facts: Mapping[str, Fact]) -> str | None:
    seen: set[str] = set()
    waiting = list(_parts(start, facts))
    while waiting:
        id_ = waiting.pop()
        for part in (id_, *_parts(id_, facts)):
            if part == start:
                return id_
        if id_ not in seen:
            seen.add(id_)
            waiting.extend(_parts(id_, facts))
    return None


def _parts(id_: str, facts: Mapping[str, Fact]) -> tuple[str, ...]:
    return facts[id_].parts if id_ in facts else ()
