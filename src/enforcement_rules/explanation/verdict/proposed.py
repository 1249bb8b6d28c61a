"""What is proposed in words, whether it is lawful, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from enforcement_rules.evaluation.layout import proposal_for
from enforcement_rules.evaluation.verdict import Cited, ProposalCheck, Result, Verdict, named_in, provision_of
from enforcement_rules.explanation.forms import PAIR, Formatter, Line
from enforcement_rules.explanation.verdict.citations import rules_in_words
from enforcement_rules.explanation.verdict.remarks import remark_in_words
from enforcement_rules.explanation.verdict.terms import length_in_words
from enforcement_rules.model.case import Penalty, Proposal

_REASONS = frozenset(
    {
        "above_ceiling",
        "alternatives_together",
        "approval_denied",
        "steps_together",
        "below_floor_without_ground",
        "contradicts_binding_ground",
        "fined_twice_for_one_act",
        "gains_above_due",
        "gains_below_due",
        "kind_not_given",
        "mandatory_penalty_missing",
        "other_law_governs",
        "presupposed_fails",
        "provision_not_met",
        "sparing_without_ground",
        "term_outside",
        "wrong_organ",
        "wrong_party",
    }
)
"""Remarks that say why a proposal is unlawful, where it is."""
_STANDING = frozenset({"wrong_organ", "wrong_party"})
_MITIGATED = "below_floor_grounded"
_TREATMENTS = ("mitigated", "lighter", "heavier")


def proposal_of(result: Result, verdict: Verdict) -> Proposal | None:
    """Return the proposal of the file that a result is about."""
    violation = next(each for each in verdict.case.violations if each.id == result.violation)
    party = next((each for each in verdict.case.parties if each.id == result.party), None)
    return proposal_for(verdict.case, violation, party)


def proposed_in_words(proposal: Proposal, form: Formatter) -> str:
    """Return every kind that is proposed, with its amount, term or objects, and what is ordered besides."""
    words = form.words
    parts = [_penalty(each, form) for each in proposal.penalties or () if each.kind != "fine" or each.amount != 0]
    if not parts and proposal.treatment == "no_penalty":
        parts = [words.say("proposed.no_penalty")]
    elif not parts:
        parts = [words.say("proposed.no_kind")]
    elif proposal.treatment in _TREATMENTS:
        treatment = words.say(f"proposed.{proposal.treatment}")
        parts[0] = words.say("proposed.treated", treatment=treatment, penalty=parts[0])
    fact = form.fact("proposal.orders")
    orders = [form.label(fact, each) if fact is not None else each for each in proposal.orders or ()]
    return words.join([*parts, *orders])


def _penalty(penalty: Penalty, form: Formatter) -> str:
    words = form.words
    kind = (penalty.note if penalty.kind == "other" else None) or words.say(f"kind.{penalty.kind}")
    if penalty.amount is not None:
        kind = words.say("proposed.with_amount", kind=kind, amount=form.yuan(penalty.amount))
    elif penalty.kind == "fine":
        kind = words.say("proposed.no_amount", kind=kind)
    if penalty.length is not None:
        kind = words.say("proposed.with_days", kind=kind, days=length_in_words(str(penalty.length), form))
    told = penalty.items is None or penalty.items in kind
    return kind if told else words.say("proposed.with_items", kind=kind, items=penalty.items)


def is_mitigated(check: ProposalCheck) -> bool:
    """Say whether the fine lies below the floor of the statute with a ground that holds."""
    return any(code == _MITIGATED for code, _ in check.findings)


def _mitigating(check: ProposalCheck) -> list[str]:
    """Return the grounds that let the fine be below the floor."""
    return [rule for code, args in check.findings if code == _MITIGATED for rule in args["rules"]]


def unlawful_lines(verdict: Verdict, form: Formatter) -> Iterator[Line]:
    """Yield why a proposal is unlawful, for the problems of the case: without it nobody would see what bars it."""
    words = form.words
    for result in verdict.results:
        if result.proposal is None or result.proposal.statute is not False:
            continue
        about = verdict.acts[result.violation]
        said: dict[str, tuple[Cited, ...]] = {}
        for code, args in reasons_of(result):
            said.setdefault(remark_in_words(code, args, result, form), tuple(named_in(args, result, about)))
        head = words.say("unlawful.proposal")
        right = form.cite(result.statutory.ref) if result.statutory.ref is not None else ""
        cites = provision_of(result, about)
        if len(said) == 1:
            ((text, others),) = said.items()
            head, cites = head + words.say("colon") + text, (*cites, *others)
        yield Line(head, mark="✗", right=right, cites=cites)
        if len(verdict.results) > 1:
            yield Line(form.pair(result.violation, result.party), depth=1, mark=PAIR)
        if len(said) > 1:
            yield from (Line(text, depth=1, mark="·", cites=others) for text, others in said.items())


def reasons_of(result: Result) -> list[tuple[str, dict[str, object]]]:
    """Return the remarks that say why a proposal is unlawful, none where it is not (surely)."""
    if result.proposal is None or result.proposal.statute is not False:
        return []
    return [each for each in _told(result.proposal) if each[0] in _REASONS]


def _told(check: ProposalCheck) -> list[tuple[str, dict[str, object]]]:
    """Return the remarks on a proposal; that a kind is not given goes without saying where it is not for this one."""
    standing = [args for code, args in check.findings if code in _STANDING]
    barred = {kind for args in standing for kind in args["kinds"]}
    every = any(not args["kinds"] for args in standing)
    return [
        (code, args)
        for code, args in check.findings
        if code != "kind_not_given" or not (every or barred.issuperset(args["kinds"]))
    ]


def proposal_lines(check: ProposalCheck, result: Result, form: Formatter) -> Iterator[Line]:
    """Yield what is proposed and how it stands with statute and benchmark, then what else is to be said of it."""
    words = form.words
    proposal = proposal_of(result, form.verdict)
    parts = [proposed_in_words(proposal, form)] if proposal is not None else []
    if check.spared:
        parts = [words.say("proposal.spared"), words.say(f"proposal.spared.{_word(check.statute)}")]
    elif check.statute is False:
        parts.append(words.say("unlawful.told", section=words.say("section.problems")))
    else:
        rules = rules_in_words(_mitigating(check), form)
        parts.append(words.say(f"proposal.statute.{lawful(check, result)}", rules=rules))
    if result.tier is not None:
        parts.append(words.say(f"proposal.benchmark.{_word(check.benchmark)}"))
    if check.benchmark is False:
        parts.append(words.say(f"deviation.{_word(check.deviation)}"))
    yield Line(f"{words.say('proposal')}  {words.say('semicolon').join(parts)}")
    above = reasons_of(result)
    for code, args in _told(check):
        # That a fine lies below the floor with a ground stands in the line itself.
        if (code, args) not in above and not (code == _MITIGATED and check.statute is True):
            yield Line(remark_in_words(code, args, result, form), depth=1, mark="!")


def lawful(check: ProposalCheck, result: Result) -> str:
    """Return the word on the whole proposal; where that is open, what is known of the fine alone."""
    if check.statute is True and result.statutory.source == "file":
        return "stated"
    fined = check.fine is not None and Decimal(check.fine) != 0
    mitigated = is_mitigated(check)
    if check.statute is True:
        return "mitigated" if mitigated else "yes"
    if check.statute is None and check.within is True and fined:
        return "within_mitigated" if mitigated else "within"
    return _word(check.statute)


def _word(truth: bool | None) -> str:
    return "unknown" if truth is None else "yes" if truth else "no"
