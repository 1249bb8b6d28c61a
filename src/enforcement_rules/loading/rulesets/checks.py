"""What the rules of a version must name: facts, causes and steps that exist, names of their own, days in order."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator

from enforcement_rules.loading.reading import Document, Problems
from enforcement_rules.loading.rulesets.appraisal_checks import check_appraisals, steps_of_documents
from enforcement_rules.loading.rulesets.catalogue_checks import causes_of_items, check_catalogues
from enforcement_rules.loading.rulesets.element_checks import causes_of_elements, check_admitting, facts_of_elements
from enforcement_rules.loading.rulesets.provision_checks import causes_of_provisions, check_provisions
from enforcement_rules.loading.rulesets.scale_checks import check_approvals, check_scales
from enforcement_rules.loading.vocabulary import NUMBERS, check_fact_name
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.amount import BASES, Penalty, Provision, Scale, Span, Tier
from enforcement_rules.rules.condition import ALWAYS, facts_of
from enforcement_rules.rules.instrument import Chapter
from enforcement_rules.rules.ruleset import KINDS, Version
from enforcement_rules.values.errors import Path

Chapters = list[tuple[Document, Chapter]]
_STANDING = {"imposed_by": "organ.", "borne_by": "party."}
_AMOUNTS = frozenset({"amount"})
_YES_NO = frozenset({"yes_no"})
_WITH_VALUE = frozenset({"graded", "choice"})


def check_rules(chapters: Chapters, vocabulary: Vocabulary, problems: Problems) -> None:
    """Note what is wrong with the rules of one version.

    Args:
        chapters: its rule files.
        vocabulary: the facts and steps there are.
        problems: where everything wrong is noted.
    """
    _check_names(chapters, problems)
    check_catalogues(chapters, problems)
    check_provisions(chapters, problems)
    for document, chapter in chapters:
        for path, id_, kinds in _facts(chapter):
            check_fact_name(document, path, id_, vocabulary, problems, kinds=kinds)
        _check_values(document, chapter, vocabulary, problems)
        _check_branches(document, chapter, problems)
        _check_excuses(document, chapter, vocabulary, problems)
        _check_standing(document, chapter, problems)
        check_scales(document, chapter, problems)
        check_approvals(document, chapter, vocabulary, problems)
        check_appraisals(document, chapter, problems)
        check_admitting(document, chapter, problems)
        for path, step in _steps(chapter):
            if step not in vocabulary.steps:
                codes = ("unknown_step_near", "unknown_step")
                problems.unknown(document, codes, path, step, vocabulary.steps, step=step)


def _check_values(document: Document, chapter: Chapter, vocabulary: Vocabulary, problems: Problems) -> None:
    for n, definition in enumerate(chapter.definitions):
        fact = vocabulary.fact(definition.defines)
        if fact is None or definition.value is None or fact.type.kind not in _WITH_VALUE:
            continue
        try:
            fact.type.parse(definition.value)
        except ValueError:
            args = {"value": definition.value, "expected": list(fact.type.values)}
            problems.add(document, fact.type.expected(), ("definitions", n, "value"), **args)


def _check_branches(document: Document, chapter: Chapter, problems: Problems) -> None:
    for n, benchmark in enumerate(chapter.benchmarks):
        names = [branch.name for branch in benchmark.statutory.branches]
        for m, tier in enumerate(benchmark.tiers):
            for name in tier.branches:
                if name not in names:
                    path = ("benchmarks", n, "tiers", m, "branches", name)
                    problems.add(document, "unknown_branch", path, name=name, expected=names)


def _check_excuses(document: Document, chapter: Chapter, vocabulary: Vocabulary, problems: Problems) -> None:
    """Note every exception in a duty that is no fact, or not the organ's to show."""
    for n, requirement in enumerate(chapter.requirements):
        for m, id_ in enumerate(requirement.excused_by):
            path: Path = ("requirements", n, "excused_by", m)
            check_fact_name(document, path, id_, vocabulary, problems)
            fact = vocabulary.fact(id_)
            if fact is not None and fact.entry.shown_by != "organ":
                problems.add(document, "excuse_not_organs", path, fact=id_, shown_by=fact.entry.shown_by)


def _check_standing(document: Document, chapter: Chapter, problems: Problems) -> None:
    """Note conditions on who imposes a penalty that speak of more than the organ, on who bears it of the party."""
    for n, provision in enumerate(chapter.penalties):
        inner: list[tuple[Path, Provision | Penalty]] = [
            (("penalties", n, "then", m), penalty) for m, penalty in enumerate(provision.then)
        ]
        for path, rule in [(("penalties", n), provision), *inner]:
            for key, scope in _STANDING.items():
                for id_ in facts_of(getattr(rule, key) or ALWAYS):
                    if not id_.startswith(scope):
                        problems.add(document, "other_than_standing", (*path, key), fact=id_, expected=f"{scope}*")


def _check_names(chapters: Chapters, problems: Problems) -> None:
    used: dict[str, str] = {}
    for document, chapter in chapters:
        for path, name in _names(chapter):
            if name in used:
                problems.add(document, "duplicate_rule", path, name=name, other=used[name])
            used.setdefault(name, str(document.place(path)))
        for path, names in _inner_names(chapter):
            _check_inner(document, path, names, problems)


def _check_inner(document: Document, path: Path, names: list[str], problems: Problems) -> None:
    for n, name in enumerate(names):
        if name in names[:n]:
            other = document.place((*path, names.index(name)))
            problems.add(document, "duplicate_rule", (*path, n, "name"), name=name, other=str(other))


def _names(chapter: Chapter) -> Iterator[tuple[Path, str]]:
    for kind in KINDS:
        for n, rule in enumerate(getattr(chapter, kind)):
            yield (kind, n, "name"), rule.name
    for n, listing in enumerate(chapter.listings):
        for m, entry in enumerate(listing.entries):
            yield ("listings", n, "entries", m, "name"), entry.name
    for n, standard in enumerate(chapter.appraisals):
        yield from ((("appraisals", n, "items", m, "name"), item.name) for m, item in enumerate(standard.items))


def _inner_names(chapter: Chapter) -> Iterator[tuple[Path, list[str]]]:
    for kind in KINDS:
        for n, rule in enumerate(getattr(chapter, kind)):
            yield (kind, n, "unless"), [exception.name for exception in getattr(rule, "unless", ())]
            yield (kind, n, "tiers"), [tier.name for tier in getattr(rule, "tiers", ())]
            yield (kind, n, "elements"), [element.name for element in getattr(rule, "elements", ())]


def _facts(chapter: Chapter) -> Iterator[tuple[Path, str, frozenset[str]]]:
    """Yield every fact named outside a condition, with its path and the kinds it may have."""
    for n, question in enumerate(chapter.questions):
        for m, id_ in enumerate(question.numbers):
            yield ("questions", n, "numbers", m), id_, frozenset()
    for n, gap in enumerate(chapter.gaps):
        yield from ((("gaps", n, "leaves_open", m), id_, frozenset[str]()) for m, id_ in enumerate(gap.leaves_open))
    for n, definition in enumerate(chapter.definitions):
        yield ("definitions", n, "defines"), definition.defines, _YES_NO if definition.value is None else _WITH_VALUE
    for path, id_ in _facts_of_amounts(chapter):
        yield path, id_, NUMBERS
    yield from ((path, id_, frozenset[str]()) for path, id_ in facts_of_elements(chapter))
    for n, rule in enumerate(chapter.gains):
        for key in ("deducts", "refunds"):
            yield from ((("gains", n, key, m), id_, _AMOUNTS) for m, id_ in enumerate(getattr(rule, key)))
    for n, scheme in enumerate(chapter.schemes):
        yield from ((("schemes", n, "share", m), id_, NUMBERS) for m, id_ in enumerate(scheme.share))
        if scheme.of is not None:
            yield ("schemes", n, "of"), scheme.of, _AMOUNTS


def _facts_of_amounts(chapter: Chapter) -> Iterator[tuple[Path, str]]:
    for path, span in _spans(chapter):
        for key in BASES:
            if (id_ := getattr(span, key)) is not None:
                yield (*path, key), id_
        if span.increase is not None:
            yield (*path, "increase", "of"), span.increase.of
    for path, scale in _scales(chapter):
        if scale.switch is not None:
            yield (*path, "switch", "base"), scale.switch.base


def _spans(chapter: Chapter) -> Iterator[tuple[Path, Span]]:
    for path, scale in _scales(chapter):
        yield from _of_form(path, scale)
        yield from (((*path, "branches", n, "fine"), branch.fine) for n, branch in enumerate(scale.branches))
        if isinstance(scale, Penalty) and scale.days is not None:
            yield (*path, "days"), scale.days
    for n, benchmark in enumerate(chapter.benchmarks):
        for m, tier in enumerate(benchmark.tiers):
            yield from _of_form(("benchmarks", n, "tiers", m), tier)
            yield from ((("benchmarks", n, "tiers", m, "branches", name), s) for name, s in tier.branches.items())


def _of_form(path: Path, form: Scale | Penalty | Tier) -> Iterator[tuple[Path, Span]]:
    for key in ("fine", "below", "otherwise"):
        span: Span | None = getattr(form, key)
        if span is not None:
            yield (*path, key), span


def _scales(chapter: Chapter) -> Iterator[tuple[Path, Scale | Penalty]]:
    for n, provision in enumerate(chapter.penalties):
        yield from ((("penalties", n, "then", m), penalty) for m, penalty in enumerate(provision.then))
    for n, benchmark in enumerate(chapter.benchmarks):
        yield ("benchmarks", n, "statutory"), benchmark.statutory


def _steps(chapter: Chapter) -> Iterator[tuple[Path, str]]:
    for n, requirement in enumerate(chapter.requirements):
        yield ("requirements", n, "at"), requirement.at
        if requirement.due is not None:
            yield ("requirements", n, "due"), requirement.due
    yield from steps_of_documents(chapter)


def causes_named(chapter: Chapter) -> Iterator[tuple[Path, str]]:
    """Yield the causes that rules name outside conditions, with their paths."""
    yield from causes_of_provisions(chapter)
    for n, rule in enumerate(chapter.benchmarks):
        yield from ((("benchmarks", n, "causes", m), cause) for m, cause in enumerate(rule.causes))
    yield from causes_of_elements(chapter)
    yield from causes_of_items(chapter)
    for n, listing in enumerate(chapter.listings):
        for m, entry in enumerate(listing.entries):
            yield from ((("listings", n, "entries", m, "causes", k), cause) for k, cause in enumerate(entry.causes))


def check_versions(versions: list[tuple[Document, Version]], problems: Problems) -> None:
    """Note versions that are read twice, end before they begin, or are in force together with another."""
    seen: dict[str, Document] = {}
    by_instrument: dict[str, list[tuple[Document, Version]]] = {}
    for document, version in versions:
        force = version.head.in_force
        if force.from_ is not None and force.to is not None and force.to < force.from_:
            problems.add(document, "force_upside_down", ("in_force", "to"))
        if version.head.id in seen:
            other = seen[version.head.id].name
            problems.add(document, "duplicate_version", ("version",), id=version.head.id, other=other)
            continue
        seen[version.head.id] = document
        by_instrument.setdefault(version.head.instrument, []).append((document, version))
    for group in by_instrument.values():
        _check_overlaps(group, problems)


def _check_overlaps(group: list[tuple[Document, Version]], problems: Problems) -> None:
    ordered = sorted(group, key=lambda each: each[1].head.in_force.from_ or dt.date.min)
    for (_, earlier), (document, later) in itertools.pairwise(ordered):
        end, start = earlier.head.in_force.to, later.head.in_force.from_
        if end is None or start is None or end >= start:
            problems.add(document, "versions_overlap", ("in_force",), other=earlier.head.id)
