"""Who imposes and who bears what is proposed: the organ and the party that the provisions cited name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

from enforcement_rules.evaluation.facts import shown
from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.proof import truth
from enforcement_rules.evaluation.proposal.extent import is_spared
from enforcement_rules.evaluation.proposal.remarks import Judged, Remark
from enforcement_rules.evaluation.range import Threat, standing_of, stands
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.amount import Penalty
from enforcement_rules.rules.condition import ALWAYS, All, AnyOf, Condition, Not, Test
from enforcement_rules.values.truth import conjunction

_WRONG = {"imposed_by": "wrong_organ", "borne_by": "wrong_party"}


def standing(pair: Pair, threats: tuple[Threat, ...]) -> Judged:
    """Say whether the organ may impose what is proposed and the party is one that bears it.

    One provision of those cited suffices; of a kind, one penalty that gives it.
    """
    if not threats or is_spared(pair):
        return Judged(True)
    known = [threat.standing for threat in threats]
    if all(each is False for each in known):
        remarks = [remark for each in threats for remark in _wrong(each.provision.then, each, pair, kinds=())]
        return Judged(False, _said_once(remarks))
    kinds = [_of_kind(pair, kind, threats) for kind in sorted(pair.facts["proposal.kinds"].known)]
    holds = conjunction([True if True in known else None, *(each.holds for each in kinds)])
    return Judged(holds, _said_once(remark for each in kinds for remark in each.remarks))


def _said_once(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Return the remarks, those that say the same of several kinds, or of several provisions, as one."""
    found: list[Remark] = []
    for code, args in remarks:
        same = next((has for known, has in found if (known, has["who"]) == (code, args["who"])), None)
        if same is None:
            found.append((code, dict(args)))
            continue
        same["kinds"] = list(dict.fromkeys((*same["kinds"], *args["kinds"])))
        same["article"] = "、".join(dict.fromkeys((*same["article"].split("、"), args["article"])))
    return tuple(found)


def _of_kind(pair: Pair, kind: str, threats: tuple[Threat, ...]) -> Judged:
    """Say whether a kind is given to this party and by this organ; what is not given at all is for others to say."""
    given = [(threat, _given(threat, kind, pair)) for threat in threats]
    known = [stands(penalty, threat.provision, pair.facts) for threat, each in given for penalty in each]
    if not known or True in known:
        return Judged(True)
    if None in known:
        return Judged(None)
    remarks = [remark for threat, each in given for remark in _wrong(each, threat, pair, kinds=(kind,))]
    return Judged(False if all(threat.provision.whole for threat in threats) else None, tuple(remarks))


def _given(threat: Threat, kind: str, pair: Pair) -> tuple[Penalty, ...]:
    """Return the penalties of a kind that a provision threatens, or may threaten, whoever imposes and bears them."""
    return tuple(
        penalty
        for penalty, _ in threat.penalties
        if penalty.kind == kind and truth(penalty.when or ALWAYS, pair.facts) is not False
    )


def _wrong(penalties: tuple[Penalty, ...], threat: Threat, pair: Pair, *, kinds: tuple[str, ...]) -> Iterator[Remark]:
    """Yield what is wrong with organ and party, with who would be right; of several penalties by the nearest."""
    failing = [failed for each in penalties if (failed := _failing(each, threat, pair))]
    nearest = [each for each in failing if len(each) == min(map(len, failing))]
    for key, code in _WRONG.items():
        who: list[list[dict[str, Any]]] = []
        for condition in (each[key] for each in nearest if key in each):
            who += [each for each in _who(condition, pair.facts.vocabulary) if each not in who]
        if who:
            yield code, {"kinds": list(kinds), "rule": threat.ref.rule, "article": threat.ref.article, "who": who}


def _failing(penalty: Penalty, threat: Threat, pair: Pair) -> dict[str, Condition]:
    conditions = standing_of(penalty, threat.provision).items()
    return {key: condition for key, condition in conditions if truth(condition, pair.facts) is False}


def _who(condition: Condition, vocabulary: Vocabulary) -> list[list[dict[str, Any]]]:
    """Return who would be right: any of several, each by the facts that make it so."""
    if isinstance(condition, All):
        parts = [_who(part, vocabulary) for part in condition.parts]
        return [[fact for part in each for fact in part] for each in product(*parts)]
    if isinstance(condition, AnyOf):
        return [each for part in condition.parts for each in _who(part, vocabulary)]
    if isinstance(condition, Not):
        return [[{**fact, "so": not fact["so"]} for fact in each] for each in _who(condition.part, vocabulary)]
    if isinstance(condition, Test) and (fact := vocabulary.fact(condition.fact)) is not None:
        bound = condition.bound
        values = sorted(bound) if isinstance(bound, frozenset) else [bound]
        return [[{"fact": condition.fact, "values": [shown(fact.type, each) for each in values], "so": True}]]
    return []
