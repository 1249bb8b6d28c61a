"""Changes of who is penalised and who penalises, where the provision itself says whom it is written for."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.proof import truth
from enforcement_rules.rules.condition import Test
from enforcement_rules.testing.twins.builder import Twin
from enforcement_rules.testing.twins.changes import Unlawful, change
from enforcement_rules.testing.twins.editing import stated
from enforcement_rules.testing.twins.goals import Goal, applies_when, leaves
from enforcement_rules.testing.twins.skeleton import FIELD
from enforcement_rules.testing.twins.values import lawful_value


@change(
    "处罚的不是该条款规定的当事人（行政处罚法第四条）",
    "the party is not one for whom the provision is written (art. 4)",
)
def wrong_party(twin: Twin) -> Iterator[Unlawful]:
    """Penalise a party of a kind to whom the provision, or every form of a proposed penalty, does not apply."""
    yield from _of_another(twin, "party", "wrong_party")


@change(
    "实施处罚的不是该条款规定的机关（行政处罚法第十七条）",
    "the organ is not one that the provision empowers (art. 17)",
)
def wrong_organ(twin: Twin) -> Iterator[Unlawful]:
    """Let an organ of another kind or rank penalise."""
    yield from _of_another(twin, "organ", "wrong_organ")


def _of_another(twin: Twin, scope: str, change: str) -> Iterator[Unlawful]:
    for test, wanted in _tests(twin, scope):
        fact = twin.rulesets.vocabulary.fact(test.fact)
        if fact is None or fact.id in twin.facts.definitions or (fact.entry.derived and not fact.entry.stated):
            continue
        usual = (FIELD,) if fact.id == "organ.field" else ()
        value = lawful_value(fact, [Goal(test, not wanted, 1, twin.facts)], usual, twin.reviewed.verdict.on)
        value = list(value) if isinstance(value, tuple) else value
        facts = twin.facts.with_given({fact.id: fact.type.parse(value)})
        if truth(test, facts) is not wanted and not _lawful_for(twin, facts):
            data = stated(twin.data, {fact.id: value}, twin.rulesets.vocabulary)
            yield Unlawful(change, f"{fact.id} {value}", data)


def _proposed(twin: Twin) -> set[str]:
    return {each["kind"] for each in twin.data["proposed"][0]["penalties"] or ()}


def _tests(twin: Twin, scope: str) -> Iterator[tuple[Test, bool]]:
    """Yield the tests on the party (or the organ) that the provision, or a penalty that is proposed, rests on."""
    conditions = [
        twin.provision.when,
        *(
            applies_when(each, twin.provision)
            for each, known in twin.threatened
            if known is True and each.kind in _proposed(twin)
        ),
    ]
    seen: set[str] = set()
    for condition in conditions:
        for test, wanted in leaves(condition, twin.facts, wanted=True):
            if test.fact.startswith(f"{scope}.") and test.fact not in seen and truth(test, twin.facts) is wanted:
                seen.add(test.fact)
                yield test, wanted


def _lawful_for(twin: Twin, facts: Facts) -> bool:
    """Say whether the provision may have all the proposed kinds for that one, too: then nothing is wrong with it."""
    if truth(twin.provision.when, facts) is False:
        return False
    return all(
        any(
            truth(applies_when(each, twin.provision), facts) is not False
            for each in twin.provision.then
            if each.kind == kind
        )
        for kind in _proposed(twin)
    )
