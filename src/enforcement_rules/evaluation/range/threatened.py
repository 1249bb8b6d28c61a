"""Penalty provisions of one version as they bear on a violation: which apply, what they threaten, which is harsher."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import partial
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import Bundle, VersionPlan
from enforcement_rules.evaluation.proof import truth
from enforcement_rules.evaluation.range.fines import NOTHING, hull, scale_amount
from enforcement_rules.evaluation.range.presuppositions import taken_as_stated
from enforcement_rules.evaluation.range.reached import (
    Met,
    citations,
    covers,
    holds,
    is_item,
    is_named,
    names,
    of_cause,
    reached,
    reaches,
    wholly_encoded,
)
from enforcement_rules.evaluation.range.referred import with_referred
from enforcement_rules.evaluation.range.terms_compared import compare_terms
from enforcement_rules.evaluation.verdict import Amount, Column, RuleRef
from enforcement_rules.rules.amount import CitedProvision, Penalty, Provision
from enforcement_rules.rules.condition import ALWAYS, Condition
from enforcement_rules.values.citation import citation_covers, citation_parts
from enforcement_rules.values.range import Range
from enforcement_rules.values.truth import Truth, conjunction, disjunction

_NO_FINE = Range(Decimal(0), Decimal(0))
_FORCES = {"may": 1, "shall": 2}


class Threat(Struct, frozen=True):
    """A penalty provision that applies to a pair, with the penalties it threatens and the range of its fine.

    `sure` is false while it is open whether the provision applies at all; `named` while the case cites only the article
    in which it stands beside others, and no cause says which is meant. `standing`: whether the organ may impose what it
    threatens and the party is one that bears it. `stated`: it is open only for want of what a stated fact presupposes.
    """

    provision: Provision
    ref: RuleRef
    amount: Amount
    penalties: tuple[tuple[Penalty, Truth], ...]
    sure: bool = True
    named: bool = True
    standing: Truth = True
    stated: bool = False

    @property
    def fines(self) -> bool:
        """Whether it threatens, or may threaten, a fine."""
        return any(penalty.kind == "fine" and known is not False for penalty, known in self.penalties)

    def column(self, side: Literal["act", "decision"]) -> Column:
        """Return what it threatens as one column of a comparison."""
        return Column(
            side,
            self.ref.instrument,
            self.ref.version,
            self.ref.article,
            self.amount.range,
            self.amount.decided,
            tuple(sorted(_kinds(self).items())),
        )


def threats(version: VersionPlan, pair: Pair) -> list[Threat]:
    """Return what a version threatens: a provision for each that the case cites, else the one that names its cause.

    Inside what is cited the cause chooses. An article cited whole is none of its items: where the cause names none of
    them, and the article holds more than is encoded, which is meant is open.
    """
    if not version.version.penalties:
        return []
    cited = [each.article for each in citations(version, pair)]
    if not cited:
        return _one(list(_candidates(version, pair, partial(of_cause, pair.violation.cause))))
    made: list[Threat] = []
    for article in dict.fromkeys(cited):
        meant = list(_applying(version, pair, reached(version, pair, article)))
        found = _one(_named(version, pair, meant, article))
        made += [each for each in found if each not in made]
    return made


def _named(version: VersionPlan, pair: Pair, meant: list[Threat], article: str | None) -> list[Threat]:
    """Return those of some provisions that a place cited names: first by the cause, then by the place itself."""
    if by_cause := [each for each in meant if of_cause(pair.violation.cause, each.provision)]:
        return by_cause
    own = [each for each in meant if covers(article, each.provision.article)]
    return [*_cited(version, own, article), *_resting(version, pair, [e for e in meant if e not in own], article)]


def _cited(version: VersionPlan, meant: list[Threat], article: str | None) -> list[Threat]:
    """Return those of some provisions that a citation names without a cause: the place itself, or all inside it."""
    if article is None:
        return meant
    itself = [each for each in meant if citation_covers(each.provision.article, article)]
    if itself or wholly_encoded(version, article):
        return itself or meant
    return [replace(each, sure=False, named=False) for each in meant]


def _resting(version: VersionPlan, pair: Pair, meant: list[Threat], article: str | None) -> list[Threat]:
    """Return the provisions that only rest on a place cited.

    It names one that alone does so and is no item, or that another place cited names as well. Where an article is
    encoded whole, all that rests on it inside the article is there; what of other articles does is not known.
    """
    of_one = all(citation_parts(each.provision.article)[:1] == citation_parts(article or "")[:1] for each in meant)
    if article is None or (of_one and wholly_encoded(version, article)):
        return meant
    alone = len(meant) == 1 and not is_item(meant[0].provision) and is_named(version, meant[0].provision, article)
    others = [each.article for each in citations(version, pair) if each.article is not None]
    named = [alone or any(_is_own(version, each.provision, other) for other in others) for each in meant]
    return [each if told else replace(each, sure=False, named=False) for each, told in zip(meant, named, strict=True)]


def _is_own(version: VersionPlan, rule: Provision, article: str) -> bool:
    return citation_covers(rule.article, article) and names(version, article, rule)


def threats_at(version: VersionPlan, pair: Pair, cited: Iterable[CitedProvision]) -> list[Threat]:
    """Return what a version threatens in some provisions, whether the case cites them or not."""
    articles = tuple(each.article for each in cited if each.instrument == version.version.head.instrument)
    meant = list(_candidates(version, pair, partial(_meant, articles)))
    return _one([each for each in meant if pair.violation.cause in each.provision.causes] or meant)


def _meant(articles: tuple[str | None, ...], rule: Provision) -> bool:
    return any(reaches(article, rule) for article in articles)


def _candidates(version: VersionPlan, pair: Pair, meant: Callable[[Provision], bool]) -> Iterator[Threat]:
    bundle: Bundle[Provision] = version.provisions
    return _applying(version, pair, (each for each in bundle.read(pair.facts) if meant(each[0])))


def _applying(version: VersionPlan, pair: Pair, met: Iterable[Met]) -> Iterator[Threat]:
    for rule, ref, reading in met:
        known = holds(rule, reading, pair)
        if known is not False:
            yield _made(version, pair, rule, ref, sure=known is True)


def _one(made: list[Threat]) -> list[Threat]:
    """Return the one threat; where several remain possible, the first sure one with the undecided hull of all.

    One counts that applies if the file is taken at its word: a fine for what is grave is then not above the ceiling.
    """
    first = next((each for each in made if each.sure), None)
    if first is None:
        # Whether a provision applies at all is open: it is named without a range, so that what it waits for is asked.
        return [replace(made[0], amount=replace(NOTHING, ref=made[0].ref))] if made else []
    others = [each for each in made if each is not first and (each.sure or each.stated)]
    if not others:
        return [first]
    amount = replace(hull([each.amount for each in (first, *others)]), decided=False)
    penalties = (*_in_all(first, others), *(perhaps for each in others for perhaps in _perhaps(each)))
    return [replace(first, amount=replace(amount, ref=first.ref, source=first.amount.source), penalties=penalties)]


def _in_all(first: Threat, others: list[Threat]) -> Iterator[tuple[Penalty, Truth]]:
    """Yield the penalties of a provision; what not all that may apply threaten alike is open."""
    for penalty, known in first.penalties:
        alike = all((penalty.kind, penalty.force, known) in _alike(each) for each in others)
        yield penalty, known if alike or known is False else None


def _alike(threat: Threat) -> set[tuple[str, str, Truth]]:
    return {(penalty.kind, penalty.force, known) for penalty, known in threat.penalties}


def _perhaps(threat: Threat) -> Iterator[tuple[Penalty, Truth]]:
    """Yield what a provision threatens that may not be the one that applies."""
    return ((penalty, None) for penalty, known in threat.penalties if known is not False)


def hull_of(made: list[Threat]) -> Threat:
    """Return the first of several threats with the undecided hull of all their ranges."""
    return _one([replace(each, sure=True) for each in made])[0]


def _made(version: VersionPlan, pair: Pair, rule: Provision, ref: RuleRef, *, sure: bool) -> Threat:
    """Return what a provision threatens; without the penalties it refers to, where these cannot be told, nothing."""
    whole = with_referred(version, pair, rule)
    if whole is None:
        return Threat(rule, ref, replace(NOTHING, ref=ref), (), sure=False)
    return _threat(whole, ref, pair.facts, sure=sure)


def _threat(rule: Provision, ref: RuleRef, facts: Facts, *, sure: bool) -> Threat:
    penalties = _threatened(rule, facts)
    standing = disjunction([stands(each, rule, facts) for each in rule.then])
    fines = [(each, known) for each, known in penalties if each.kind == "fine" and known is not False]
    amounts = [scale_amount(each.scale, facts) for each, _ in fines if each.scale]
    amount = hull(amounts) if amounts else Amount(None, None)
    if any(known is None for _, known in fines):
        amount = replace(amount, decided=False)
    amount = replace(amount, ref=ref, source=rule.range_source)
    stated = not sure and truth(rule.when, taken_as_stated(facts, rule)) is True
    return Threat(rule, ref, amount, penalties, sure, standing=standing, stated=stated)


def as_stated(threat: Threat, facts: Facts) -> Threat:
    """Return what a provision threatens if the file is taken at its word (see `taken_as_stated`)."""
    supposed = taken_as_stated(facts, threat.provision)
    return threat if supposed is facts else replace(threat, penalties=_threatened(threat.provision, supposed))


def _threatened(rule: Provision, facts: Facts) -> tuple[tuple[Penalty, Truth], ...]:
    return tuple(
        (each, conjunction([truth(each.when or ALWAYS, facts), stands(each, rule, facts)])) for each in rule.then
    )


def stands(penalty: Penalty, provision: Provision, facts: Facts) -> Truth:
    """Say whether the organ is one that imposes a penalty, and the party one that bears it."""
    return conjunction(truth(each, facts) for each in standing_of(penalty, provision).values())


def standing_of(penalty: Penalty, provision: Provision) -> dict[str, Condition]:
    """Return the conditions on who imposes a penalty and who bears it: its own, else those of its provision."""
    found = {key: getattr(penalty, key) or getattr(provision, key) for key in ("imposed_by", "borne_by")}
    return {key: condition for key, condition in found.items() if condition is not None}


def compare(one: Threat, other: Threat) -> str:
    """Say whether the first is the same, lower, higher or not comparable: by the ends of fine and terms, and by kinds.

    A kind that only may be imposed is milder than one that shall be; where a range comes from published decisions,
    the other kinds are not known and only the fines are compared.
    """
    fines = compare_ranges(_fine(one), _fine(other))
    if "published_decisions" in (one.amount.source, other.amount.source):
        return fines
    terms = compare_terms(one.penalties, other.penalties)
    return _together(fines, _compare_kinds(_kinds(one), _kinds(other)), *terms)


def _fine(threat: Threat) -> Range:
    return threat.amount.range if threat.amount.range is not None and threat.fines else _NO_FINE


def _kinds(threat: Threat) -> dict[str, str]:
    """Return every kind it threatens with its force; of alternatives none is commanded."""
    found: dict[str, str] = {}
    for penalty, known in threat.penalties:
        if known is False:
            continue
        force = "may" if penalty.choice is not None or known is None else penalty.force
        found[penalty.kind] = force if found.get(penalty.kind) != "shall" else "shall"
    return found


def _compare_kinds(one: dict[str, str], other: dict[str, str]) -> str:
    orders = [_FORCES.get(one.get(kind, ""), 0) - _FORCES.get(other.get(kind, ""), 0) for kind in {*one, *other}]
    if not any(orders):
        return "same"
    return "lower" if max(orders) <= 0 else "higher" if min(orders) >= 0 else "incomparable"


def _together(*orders: str) -> str:
    told = {order for order in orders if order != "same"}
    return told.pop() if len(told) == 1 else "incomparable" if told else "same"


def compare_ranges(one: Range, other: Range) -> str:
    """Say whether the first range is the same, lower, higher or not comparable, by both ends."""
    if one == other:
        return "same"
    low, high = _order(one.low, other.low, Decimal(0)), _order(one.high, other.high, Decimal("Infinity"))
    if max(low, high) <= 0:
        return "lower"
    return "higher" if min(low, high) >= 0 else "incomparable"


def _order(one: Decimal | None, other: Decimal | None, absent: Decimal) -> int:
    left, right = (absent if end is None else end for end in (one, other))
    return (left > right) - (left < right)


def comparable(threat: Threat) -> bool:
    """Say whether a provision surely applies and its fine, if it threatens one, is known."""
    return threat.sure and (threat.amount.range is not None or not threat.fines)


def unsure(threat: Threat, *, capped: bool = True) -> Threat:
    """Return a provision whose range another version, which is not known, may yet replace; `capped`: only by a milder.

    The law at the act is the most that may be imposed (art. 37), whatever the law at the decision says.
    """
    return replace(threat, amount=replace(threat.amount, closed=False, capped=capped and threat.amount.capped))
