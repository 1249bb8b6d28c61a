"""What only a person can judge, definitions that disagree with the file, and clauses that nobody encoded."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.evaluation.applicability import deciding
from enforcement_rules.evaluation.catalogue import contradicted as contradicted_items
from enforcement_rules.evaluation.evidence import FACTS_CLEAR, contradicted
from enforcement_rules.evaluation.facts import shown
from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import Plan, reference
from enforcement_rules.evaluation.verdict import ELEMENTS, NotChecked, Question, RuleRef
from enforcement_rules.rules.circumstance import Question as QuestionRule
from enforcement_rules.values.truth import UNKNOWN


def questions_of(plan: Plan, pair: Pair) -> Iterator[Question]:
    """Yield the questions whose conditions surely hold, with their numbers."""
    for version in deciding(plan, pair, "questions", perhaps=True):
        for rule, ref, reading in version.questions.read(pair.facts):
            if reading.when is True and True not in reading.unless:
                assert isinstance(rule, QuestionRule)
                numbers = tuple((id_, _number(pair, id_)) for id_ in rule.numbers if pair.facts[id_] is not UNKNOWN)
                yield Question(ref, numbers, *pair.key)


def _number(pair: Pair, id_: str) -> str | int | bool | None:
    fact = pair.facts.vocabulary.fact(id_)
    value = shown(fact.type, pair.facts[id_]) if fact else None
    return value if isinstance(value, str | int | bool) else None


def definition_questions(plan: Plan, pair: Pair) -> Iterator[Question]:
    """Yield a question for every stated fact that a definition in force contradicts."""
    for version in deciding(plan, pair, "definitions"):
        for rule in version.version.definitions:
            if rule.defines not in pair.facts.statements or rule.defines in pair.facts.contested:
                continue
            defined = version.definitions[rule.defines](pair.facts)
            if rule.value is None and pair.facts[rule.defines] != defined:
                yield Question(reference(rule, version.version), ((rule.defines, pair.facts[rule.defines]),), *pair.key)


def catalogue_questions(pair: Pair) -> Iterator[Question]:
    """Yield a question for every fact of the item that the file states otherwise than the catalogue."""
    for id_, entry in contradicted_items(pair.facts):
        catalogue, head, place = entry.catalogue, entry.head, entry.item.place
        ref = RuleRef(
            rule=f"{head.instrument}/{catalogue.name}",
            article=catalogue.article,
            instrument=head.instrument,
            version=head.version,
            says=catalogue.says,
            says_en=catalogue.says_en,
            place=place.of_line if place else None,
        )
        yield Question(ref, ((id_, pair.facts[id_]),), *pair.key)


def evidence_questions(plan: Plan, pair: Pair) -> Iterator[Question]:
    """Yield a question where the file says otherwise than its evidence whether the facts are clear."""
    found = contradicted(plan, pair)
    if found is not None:
        ref, rows = found
        numbers: tuple[tuple[str, str | bool], ...] = tuple((ELEMENTS + row.element, row.status) for row in rows)
        yield Question(ref, ((FACTS_CLEAR, pair.facts[FACTS_CLEAR]), *numbers), *pair.key)


def gaps_of(plan: Plan, pair: Pair) -> Iterator[NotChecked]:
    """Yield the clauses that nobody encoded and that may matter to the pair."""
    for version in deciding(plan, pair, "gaps"):
        gaps = version.version.gaps
        head = version.version.head
        concerned = head.instrument in pair.cited or not head.fields
        for gap, matters in zip(gaps, version.gaps(pair.facts), strict=True):
            # An open condition of a sector's law that the case does not cite says nothing about the case.
            if matters or (matters is None and concerned):
                yield NotChecked(
                    version.version.head.instrument,
                    gap.article,
                    gap.reason,
                    (),
                    gap.says,
                    gap.says_en,
                    blocks=gap.blocks,
                    leaves_open=gap.leaves_open,
                )
