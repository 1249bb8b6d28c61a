"""What a case must hold together: ids, references, days in order, numbers that can be right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from enforcement_rules.loading.cases.element_checks import evidence_of_elements
from enforcement_rules.loading.cases.identity_numbers import credit_code_fits, identity_number_fits
from enforcement_rules.loading.cases.proposed import proposed_for_others, proposed_twice
from enforcement_rules.loading.reading import Document, Problems
from enforcement_rules.loading.vocabulary import NUMBERS
from enforcement_rules.model.case import Case, Officer, Part, Penalty, Step
from enforcement_rules.model.stated_law import StatedRange
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.amount import BASES, Scale, Span
from enforcement_rules.values.errors import Path
from enforcement_rules.values.fact_type import FactType

_WITH_IDS = ("parties", "violations", "officers", "evidence", "steps")
_LISTS = (*_WITH_IDS, "prior_penalties", "proposed")
_DATE = FactType("date")
_FORMS = {"fine_shape": "stated_range_shape", "extra_forbidden": "stated_range_shape"}
"""What is said of a range of the law → what is said of one in a case."""


def check_case(case: Case, document: Document, vocabulary: Vocabulary, problems: Problems) -> None:
    """Note ids used twice, references to nothing, unknown steps, impossible orders and numbers that cannot be right.

    Orders are refused only where they are certain: a partial date that leaves room is no problem.
    """
    _Check(case, document, vocabulary, problems).all()


class _Check:
    """The checks of one case."""

    def __init__(self, case: Case, document: Document, vocabulary: Vocabulary, problems: Problems) -> None:
        self.case = case
        self.document = document
        self.vocabulary = vocabulary
        self.problems = problems
        self.ids = {key: dict.fromkeys(part.id for part in getattr(case, key) if part.id) for key in _WITH_IDS}

    def all(self) -> None:
        self._choices()
        self._unique()
        self._references()
        self._steps()
        self._violations()
        self._people()
        self._proposals()
        self._stated_tiers()

    def _note(self, code: str, path: Path, **args: object) -> None:
        self.problems.add(self.document, code, path, **args)

    def _choices(self) -> None:
        """Hold what the file may only choose, such as a kind of evidence, to the values the vocabulary names."""
        for path, id_, value in _chosen(self.case):
            fact = self.vocabulary.fact(id_)
            if fact is not None and fact.type.values and value not in fact.type.values:
                self._note("expected_one_of", path, value=value, expected=tuple(fact.type.values))

    def _unique(self) -> None:
        for key in (*_WITH_IDS, "documents"):
            seen: set[str] = set()
            for n, part in enumerate(getattr(self.case, key)):
                if part.id in seen:
                    self._note("duplicate_id", (key, n, "id"), id=part.id)
                if part.id is not None:
                    seen.add(part.id)

    def _references(self) -> None:
        for path, key, id_ in _references(self.case):
            if id_ not in self.ids[key]:
                codes = ("unknown_reference_near", "unknown_reference")
                self.problems.unknown(self.document, codes, path, id_, self.ids[key], list=key, id=id_)

    def _steps(self) -> None:
        for n, document in enumerate(self.case.documents):
            if document.step is not None:
                self._kind(document.step, ("documents", n, "step"))
        for n, step in enumerate(self.case.steps):
            self._kind(step.step, ("steps", n, "step"))
            if step.on is not None and step.at is not None and (step.on < step.at.date() or step.on > step.at.date()):
                self._note("on_and_at", ("steps", n, "at"))
            if step.step == "decision" and step.done:
                self._decision(n, step)

    def _kind(self, step: str, path: Path) -> None:
        if step not in self.vocabulary.steps:
            codes = ("unknown_step_near", "unknown_step")
            self.problems.unknown(self.document, codes, path, step, self.vocabulary.steps, step=step)

    def _decision(self, n: int, step: Step) -> None:
        day = step.on if step.at is None else step.at.date()
        for violation in self.case.violations:
            if day is not None and violation.began is not None and day < violation.began:
                path: Path = ("steps", n, "on" if step.at is None else "at")
                self._note("decided_before_violation", path, began=_shown(violation.began))
                return

    def _violations(self) -> None:
        for n, violation in enumerate(self.case.violations):
            began, ended = violation.began, violation.ended
            if began is not None and ended is not None and ended < began:
                self._note("ended_before_began", ("violations", n, "ended"), began=_shown(began))
            if violation.stated_range is not None:
                self._stated_range(violation.stated_range, ("violations", n, "stated_range"))

    def _stated_range(self, stated: StatedRange, path: Path) -> None:
        if self._bases(stated.bases(), path):
            self._form(Scale, stated.scale(), path)

    def _bases(self, bases: Mapping[tuple[str, ...], str], path: Path) -> bool:
        """Note the bases that are no numbers of a violation; say whether all are."""
        wrong = [at for at, base in bases.items() if not self._is_number(base)]
        for at in wrong:
            self._note("unknown_base", (*path, *at), base=bases[at])
        return not wrong

    def _is_number(self, base: str) -> bool:
        fact = self.vocabulary.fact(f"violation.{base}")
        return fact is not None and fact.type.kind in NUMBERS

    def _form(self, form: type[Scale | Span], raw: dict[str, Any], path: Path) -> None:
        """Note a range that has not the form of one in the law."""
        try:
            form.model_validate(raw)
        except ValidationError as error:
            first = error.errors()[0]
            at = tuple(part for part in first["loc"] if part in raw)
            self._note(_FORMS.get(first["type"], first["type"]), (*path, *at))

    def _stated_tiers(self) -> None:
        for n, proposal in enumerate(self.case.proposed):
            tier, path = proposal.stated_tier, ("proposed", n, "stated_tier")
            if tier is None or not (raw := tier.span()):
                continue
            bases: dict[tuple[str, ...], str] = {
                (key,): base for key in BASES if (base := getattr(tier, key)) is not None
            }
            if self._bases(bases, path):
                self._form(Span, raw, path)

    def _people(self) -> None:
        for n, party in enumerate(self.case.parties):
            if party.identity_number is not None and not identity_number_fits(party.identity_number):
                self._note("identity_number", ("parties", n, "identity_number"))
            if party.credit_code is not None and not credit_code_fits(party.credit_code):
                self._note("credit_code", ("parties", n, "credit_code"))
        for n, officer in enumerate(self.case.officers):
            self._certificates(officer, ("officers", n, "certificate"))

    def _certificates(self, officer: Officer, path: Path) -> None:
        several = isinstance(officer.certificate, tuple)
        held = officer.certificate if isinstance(officer.certificate, tuple) else (officer.certificate,)
        for n, valid in enumerate(held):
            if valid and valid.from_ is not None and valid.to is not None and valid.to < valid.from_:
                at = (*path, n, "to") if several else (*path, "to")
                self._note("certificate_upside_down", at, **{"from": _shown(valid.from_)})

    def _proposals(self) -> None:
        for n, proposal in enumerate(self.case.proposed):
            if proposal.shared_with and proposal.party in (None, *proposal.shared_with):
                self._note("shared_with_others", ("proposed", n, "shared_with"))
            for m, penalty in enumerate(proposal.penalties or ()):
                self._multiple(penalty, ("proposed", n, "penalties", m))
        for n in proposed_twice(self.case):
            self._note("proposed_twice", ("proposed", n))
        for n in proposed_for_others(self.case):
            party = self.case.proposed[n].party
            if party in self.ids["parties"]:
                self._note("proposed_for_another", ("proposed", n, "party"), party=party)

    def _multiple(self, penalty: Penalty, path: Path) -> None:
        if (penalty.times is None) is not (penalty.of is None):
            self._note("times_and_of", path)
        elif penalty.of is not None and not self._is_number(penalty.of):
            self._note("unknown_base", (*path, "of"), base=penalty.of)


def _shown(day: object) -> object:
    shown = _DATE.show(day)
    return f"{shown['from']}–{shown['to']}" if isinstance(shown, dict) else shown


def _references(case: Case) -> Iterator[tuple[Path, str, str]]:
    """Yield every reference: its path, the list it refers to, the id."""
    for n, violation in enumerate(case.violations):
        yield from _many(("violations", n, "parties"), "parties", violation.parties)
        yield from _many(("violations", n, "same_act_as"), "violations", violation.same_act_as)
        yield from ((path, "evidence", id_) for path, id_ in evidence_of_elements(violation, ("violations", n)))
    for n, proposal in enumerate(case.proposed):
        if proposal.violation is not None:
            yield ("proposed", n, "violation"), "violations", proposal.violation
        if proposal.party is not None:
            yield ("proposed", n, "party"), "parties", proposal.party
        yield from _many(("proposed", n, "shared_with"), "parties", proposal.shared_with)
    for n, step in enumerate(case.steps):
        yield from _many(("steps", n, "by"), "officers", step.by or ())
        yield from _many(("steps", n, "after"), "steps", step.after)
        yield from _many(("steps", n, "replaces"), "steps", step.replaces)
        yield from _many(("steps", n, "violations"), "violations", step.violations)
    for part in _parts(case):
        for statements in part.facts.values():
            for statement in statements:
                if statement.evidence:
                    yield from _many((*statement.path, "evidence"), "evidence", statement.evidence)


def _chosen(case: Case) -> Iterator[tuple[Path, str, str]]:
    """Yield every field that chooses among values of the vocabulary: its path, the fact, the value."""
    if case.organ.rank is not None:
        yield ("organ", "rank"), "organ.rank", case.organ.rank
    for n, officer in enumerate(case.officers):
        if officer.role is not None:
            yield ("officers", n, "role"), "officer.role", officer.role
    for n, piece in enumerate(case.evidence):
        if piece.kind is not None:
            yield ("evidence", n, "kind"), "evidence.kind", piece.kind
    for n, proposal in enumerate(case.proposed):
        for m, order in enumerate(proposal.orders or ()):
            yield ("proposed", n, "orders", m), "proposal.orders", order


def _many(path: Path, key: str, ids: Iterable[str]) -> Iterator[tuple[Path, str, str]]:
    return (((*path, n), key, id_) for n, id_ in enumerate(ids))


def _parts(case: Case) -> Iterator[Part]:
    yield case
    yield case.organ
    for key in _LISTS:
        yield from getattr(case, key)
