"""The evidence matrix: every element of a violation, what proves or refutes it, and on whom the burden lies (art. 40).

From the elements that the organ must prove follows whether the facts are clear, where the file does not say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from enforcement_rules.evaluation.applicability import instruments_for, law_of
from enforcement_rules.evaluation.evidence.admission import Admission, admissions
from enforcement_rules.evaluation.evidence.claims import Said, said_of, standing_of
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import Plan
from enforcement_rules.evaluation.proof import Node, truth
from enforcement_rules.evaluation.range import rests_on
from enforcement_rules.evaluation.verdict import ELEMENTS, Burden, ElementCheck, RuleRef
from enforcement_rules.rules.amount import CitedProvision
from enforcement_rules.rules.elements import Element, ElementSet
from enforcement_rules.rules.ruleset import Version
from enforcement_rules.values.citation import citation_covers
from enforcement_rules.values.truth import UNKNOWN, Truth, conjunction

FACTS_CLEAR = "violation.facts_clear"
_FACT_SCOPES = ("violation.", "party.")
_TRUTHS: dict[str, Truth] = {"proven": True, "refuted": False}


class _Listed(Struct, frozen=True):
    """An element as a set of the law lists it."""

    element: Element
    ref: RuleRef
    applies: Truth


def evidence_of(plan: Plan, pair: Pair) -> tuple[ElementCheck, ...]:
    """Return the matrix of one violation of one party; empty where the case speaks of no element and no evidence.

    First what the law lists, in its order, then elements that only the case names, then other facts that are stated
    with evidence or by the party.
    """
    if not pair.violation.elements and not pair.case.evidence:
        return ()
    admitted = admissions(plan, pair)
    listed = _listed(plan, pair)
    rows = [_row(pair, each.element, admitted, each) for each in listed.values()]
    for name in sorted(set(pair.violation.elements) - set(listed)):
        if name in plan.rulesets.elements:
            rows.append(_row(pair, plan.rulesets.elements[name], admitted, None))
    covered = {row.fact for row in rows}
    return (*rows, *_facts(pair, admitted, covered))


def _listed(plan: Plan, pair: Pair) -> dict[str, _Listed]:
    """Return the elements the law lists, by name.

    Those of a sector take the place of general ones of that name, and of those they spell out.
    """
    found: dict[str, _Listed] = {}
    decisive: frozenset[str] | None = None
    sets = sorted(_sets(plan, pair), key=lambda each: (not each[0].general, each[1].rule))
    for rule, ref, applies in sets:
        for name in rule.in_place_of if applies is True else ():
            found.pop(name, None)
        for element in rule.elements:
            known = conjunction([applies, truth(element.when, pair.facts)])
            if element.decisive and known is not False and element.name not in pair.violation.elements:
                decisive = rests_on(plan, pair) if decisive is None else decisive
                known = known if element.fact in decisive else False
            if known is not False:
                found[element.name] = _Listed(element, ref, known)
    return found


def _sets(plan: Plan, pair: Pair) -> Iterator[tuple[ElementSet, RuleRef, Truth]]:
    """Yield the sets that speak of a pair: general ones of the law at the decision, others of the law at the act."""
    for instrument in instruments_for(plan, pair, "elements"):
        law = law_of(plan, pair, instrument)
        for version, general in ((law.decision.version, True), (law.act.version or law.decision.version, False)):
            if version is None or not version.elements:
                continue
            for rule, ref, reading in plan.of(version).elements.read(pair.facts):
                excepted = True in reading.unless
                if (
                    rule.general is general
                    and reading.when is not False
                    and not excepted
                    and _meant(rule, version, pair)
                ):
                    yield rule, ref, reading.when


def _meant(rule: ElementSet, version: Version, pair: Pair) -> bool:
    """Say whether a set speaks of the cause of a violation, or of a provision that the case cites."""
    if rule.general or pair.violation.cause in rule.causes:
        return True
    return any(_cites(pair, each) for each in rule.penalised_by)


def _cites(pair: Pair, provision: CitedProvision) -> bool:
    for cited in pair.violation.penalised_by:
        if provision.instrument is None or cited.instrument != provision.instrument:
            continue
        if provision.article is None or (cited.article and citation_covers(provision.article, cited.article)):
            return True
    return False


def _row(pair: Pair, element: Element, admitted: dict[str, Admission], listed: _Listed | None) -> ElementCheck:
    said = said_of(pair, element.name, element.fact)
    row = _check(pair, (element.name, element.fact), (element.says, element.says_en), element.shown_by, said, admitted)
    if listed is None:
        return row
    return replace(row, ref=listed.ref, article=element.article or listed.ref.article, applies=listed.applies)


def _facts(pair: Pair, admitted: dict[str, Admission], covered: set[str | None]) -> Iterator[ElementCheck]:
    """Yield the facts that stand for no element and are stated with evidence, or that the party asserts."""
    for id_, statements in sorted(pair.facts.statements.items()):
        fact = pair.facts.vocabulary.fact(id_)
        shown = any(each.evidence or each.by == "party" for each in statements)
        if fact is not None and shown and id_ not in covered and id_.startswith(_FACT_SCOPES):
            entry = fact.entry
            yield _check(pair, (id_, id_), (entry.zh, entry.en), entry.shown_by, said_of(pair, id_, id_), admitted)


def _check(
    pair: Pair,
    named: tuple[str, str | None],
    label: tuple[str, str],
    burden: Burden,
    said: Sequence[Said],
    admitted: dict[str, Admission],
) -> ElementCheck:
    element, fact = named
    disputed = fact is not None and fact in pair.facts.contested
    path = said[0].path if said else None
    value = None if fact is None or fact not in pair.facts.statements or disputed else pair.facts[fact]
    return ElementCheck(
        element,
        label,
        burden,
        standing_of(said, admitted, pair.case.record, burden, disputed=disputed),
        fact=fact,
        value=value,
        says=tuple((each.by, each.says) for each in said if each.says),
        named=any(each.proving or each.refuting or each.claimed for each in said),
        path=path,
        where=None if path is None else pair.case.where(path),
    )


def _counted(rows: Sequence[ElementCheck]) -> list[ElementCheck]:
    """Return the elements of the law that the organ must prove."""
    return [row for row in rows if row.ref is not None and row.burden == "organ"]


def facts_clear(rows: Sequence[ElementCheck]) -> Truth:
    """Say whether the facts are clear: every element that the organ must prove is proven, and none is refuted.

    What the party must show never counts against the organ. Unproved is no only where nothing open could prove it.
    """
    counted = _counted(rows)
    return conjunction(map(_shown, counted)) if counted else None


def _shown(row: ElementCheck) -> Truth:
    if row.standing.open:
        return None
    shown = row.status == "proven"
    return shown if shown or row.applies is True else None


class MatrixDefinition:
    """Whether the facts are clear, as the matrix of one violation and party tells; a definition like those of law."""

    rule = None

    def __init__(self, plan: Plan, pair: Pair) -> None:
        """Keep whose matrix it is."""
        self.plan, self.pair = plan, pair

    def rows(self, facts: Facts) -> tuple[ElementCheck, ...]:
        """Return the matrix on facts, perhaps other ones than those of the case."""
        same = facts is self.pair.facts
        return matrix_of(self.plan, self.pair if same else replace(self.pair, facts=facts))

    def __call__(self, facts: Facts) -> Any:
        """Return whether the facts are clear, or `UNKNOWN`."""
        known = facts_clear(self.rows(facts))
        return UNKNOWN if known is None else known

    def waits(self, facts: Facts) -> list[str]:
        """Return the elements to be asked for one by one; none in an excerpt, which never tells them all."""
        if self.pair.case.record == "excerpt":
            return []
        return [ELEMENTS + row.element for row in _counted(self.rows(facts)) if _shown(row) is None]

    def sources(self, facts: Facts) -> Iterator[Node]:
        """Yield what the answer comes from, as nodes of a proof."""
        for row in _counted(self.rows(facts)):
            known = _TRUTHS.get(row.status)
            yield Node("source", known, fact=ELEMENTS + row.element, value=row.status, path=row.path)


def matrix_of(plan: Plan, pair: Pair) -> tuple[ElementCheck, ...]:
    """Return the matrix of a pair, worked out once and kept with it."""
    found: tuple[ElementCheck, ...] | None = pair.__dict__.get("_matrix")
    if found is None:
        found = pair.__dict__["_matrix"] = evidence_of(plan, pair)
    return found


def with_matrix(plan: Plan, pair: Pair) -> Pair:
    """Return a pair whose matrix says whether the facts are clear, where its case lists elements."""
    facts = pair.facts
    if pair.violation.elements and FACTS_CLEAR not in facts.definitions:
        facts.definitions = {**facts.definitions, FACTS_CLEAR: MatrixDefinition(plan, pair)}
    return pair


def contradicted(plan: Plan, pair: Pair) -> tuple[RuleRef, tuple[ElementCheck, ...]] | None:
    """Return the elements that contradict what the file says of whether the facts are clear, with their rule."""
    if not pair.violation.elements or FACTS_CLEAR not in pair.facts.statements or FACTS_CLEAR in pair.facts.contested:
        return None
    rows = matrix_of(plan, pair)
    known = facts_clear(rows)
    if known is None or known is pair.facts[FACTS_CLEAR]:
        return None
    deciding = tuple(row for row in _counted(rows) if _shown(row) is known)
    assert deciding and deciding[0].ref is not None
    return deciding[0].ref, deciding
