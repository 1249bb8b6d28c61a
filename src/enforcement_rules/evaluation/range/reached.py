"""Which provisions of a version a case reaches: by the places it cites and, inside these, by its cause.

A provision is reached by the place it is numbered by and by every other that it rests on (`rests_on`): the items of one
paragraph, the paragraph that sets the amount. What several provisions rest on names none of them by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from enforcement_rules.evaluation.evaluators import Reading
from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import VersionPlan
from enforcement_rules.evaluation.proof import BOTH, truth
from enforcement_rules.evaluation.verdict import RuleRef
from enforcement_rules.model.case import Citation
from enforcement_rules.rules.amount import Provision
from enforcement_rules.values.citation import citation_covers, citation_parts, citations_meet
from enforcement_rules.values.truth import Truth, conjunction, negation

Met = tuple[Provision, RuleRef, Reading]
"""A provision that is reached, how verdicts name it, and what was read of its condition."""


def citations(version: VersionPlan, pair: Pair) -> list[Citation]:
    """Return what a case cites of the instrument of a version."""
    name = version.version.head.instrument
    return [each for each in pair.violation.penalised_by if each.instrument == name]


def covers(cited: str | None, article: str) -> bool:
    """Say whether a place that is cited and another lie in one another; an instrument cited whole covers all."""
    return cited is None or citations_meet(cited, article)


def reaches(cited: str | None, rule: Provision) -> bool:
    """Say whether a place that is cited is one that a provision rests on, or lies in one, or holds one."""
    return any(covers(cited, place) for place in rule.places)


def of_cause(cause: str | None, rule: Provision) -> bool:
    """Say whether a provision names a cause."""
    return cause is not None and cause in rule.causes


def reached(version: VersionPlan, pair: Pair, article: str | None) -> list[Met]:
    """Return the provisions that a place cited reaches, whether their conditions hold or not.

    An instrument cited as a whole names no provision: only the cause can. An item cited is that of its own causes. Of
    provisions that only rest on the place, those are meant that another place cited names, where there are such. Inside
    what is left the cause chooses: what names other causes is not meant where something names this one.
    """
    cause = pair.violation.cause
    found = [
        each
        for each in version.provisions.read(pair.facts)
        if (of_cause(cause, each[0]) if article is None else reaches(article, each[0]))
    ]
    bound = _bound(version, article)
    found = [each for each in found if not _of_other_acts(bound, each[0])]
    others = [each.article for each in citations(version, pair) if each.article not in (None, article)]
    resting = [each for each in found if not covers(article, each[0].article)]
    told = [each for each in resting if any(names(version, other, each[0]) for other in others)]
    found = [each for each in found if each in told or each not in resting] if told else found
    if any(of_cause(cause, rule) for rule, _, _ in found):
        found = [each for each in found if of_cause(cause, each[0]) or not each[0].causes]
    return found


def names(version: VersionPlan, article: str | None, rule: Provision) -> bool:
    """Say whether a place cited is that of a provision's acts: it lies in what that is numbered by, or holds it."""
    return article is not None and covers(article, rule.article) and not _of_other_acts(_bound(version, article), rule)


def _bound(version: VersionPlan, article: str | None) -> list[frozenset[str]]:
    """Return the causes of each item that a place cited lies in."""
    items = version.version.items.items() if article is not None else ()
    return [causes for item, causes in items if citation_covers(item, article or "")]


def _of_other_acts(bound: list[frozenset[str]], rule: Provision) -> bool:
    """Say whether a place cited lies in an item (`bound`) whose causes are others than those of a provision.

    Where an item is bound, what is said of its whole paragraph for other causes is said of the other items.
    """
    return bool(rule.causes) and any(causes.isdisjoint(rule.causes) for causes in bound)


def meant(version: VersionPlan, pair: Pair) -> list[Met]:
    """Return the provisions that a case means, whether their conditions hold: those cited; without these, by cause."""
    cited = dict.fromkeys(each.article for each in citations(version, pair))
    if cited:
        found = [each for article in cited for each in reached(version, pair, article)]
    else:
        found = [each for each in version.provisions.read(pair.facts) if of_cause(pair.violation.cause, each[0])]
    return list({ref.rule: (rule, ref, reading) for rule, ref, reading in found}.values())


def is_named(version: VersionPlan, rule: Provision, article: str) -> bool:
    """Say whether a place cited names a provision: it lies in one of its places, or all that is in it is encoded.

    An article cited whole is not the one provision of it that is encoded.
    """
    return any(citation_covers(place, article) for place in rule.places) or wholly_encoded(version, article)


def wholly_encoded(version: VersionPlan, article: str) -> bool:
    """Say whether every penalty of the article is encoded, so that the provisions found in it are all there are."""
    listed = version.version.head.articles.items()
    return any(status == "encoded" and citation_covers(known, article) for known, status in listed)


def is_item(rule: Provision) -> bool:
    """Say whether a provision is numbered by an item, beside which there may be others."""
    return any(part.unit == "项" for part in citation_parts(rule.article))


def unmet(version: VersionPlan, pair: Pair) -> tuple[RuleRef, ...]:
    """Return the provisions that a case cites and whose conditions surely fail, one for each place cited.

    A place of which one provision may be met refuses nothing. Nor does one that fails only by an event that nobody
    raised: whoever cites it says that it occurred.
    """
    cited = dict.fromkeys(each.article for each in citations(version, pair) if each.article is not None)
    return tuple(dict.fromkeys(_refused(version, pair, cited)))


def _refused(version: VersionPlan, pair: Pair, cited: Sequence[str] | dict[str, None]) -> Iterator[RuleRef]:
    for article in cited:
        found = reached(version, pair, article)
        if found and all(_fails(version, pair, each, article) for each in found):
            yield found[0][1]


def _fails(version: VersionPlan, pair: Pair, met: Met, article: str) -> bool:
    return is_named(version, met[0], article) and fails(met, pair)


def fails(met: Met, pair: Pair) -> bool:
    """Say whether the condition of a provision surely fails, or an exception holds, whatever nobody raised."""
    rule, _, reading = met
    if True in reading.unless:
        return True
    return reading.when is False and truth(rule.when, pair.facts.awake) is False


def holds(rule: Provision, reading: Reading, pair: Pair) -> Truth:
    """Say whether a provision applies: its condition holds and no exception does.

    On a complete record an exception that one side must show and nobody states is not made out.
    """
    silent = pair.case.record == "complete"
    unless = (
        False if known is None and silent and each.shown_by in BOTH else known
        for each, known in zip(rule.unless, reading.unless, strict=True)
    )
    return conjunction([reading.when, *map(negation, unless)])


def unread(version: VersionPlan, pair: Pair) -> str | None:
    """Return the first article cited of this version for which no provision is encoded; `None` where there is none."""
    rules = version.version.penalties
    cited = (each.article for each in citations(version, pair) if each.article is not None)
    return next((article for article in cited if not any(reaches(article, rule) for rule in rules)), None)
