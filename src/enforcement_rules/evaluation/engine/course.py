"""`review`: one case, the law, a day — one explained verdict."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.applicability import instruments_for, law_of, with_act
from enforcement_rules.evaluation.catalogue import with_item
from enforcement_rules.evaluation.duties import Found, When, bundles, findings, settled
from enforcement_rules.evaluation.engine import asks
from enforcement_rules.evaluation.engine.answers import Answer, answer_of
from enforcement_rules.evaluation.engine.contested import contested_in
from enforcement_rules.evaluation.engine.flips import Weighed, by_effect
from enforcement_rules.evaluation.engine.input_warnings import law_of_the_day, of_causes, warnings_of
from enforcement_rules.evaluation.engine.outcome import Tally, headline_of, outcome_of, presumed, procedure_settled
from enforcement_rules.evaluation.engine.questions import (
    catalogue_questions,
    definition_questions,
    evidence_questions,
    gaps_of,
    questions_of,
)
from enforcement_rules.evaluation.engine.receipt import Means, receipt_of
from enforcement_rules.evaluation.engine.stated import everything_stated
from enforcement_rules.evaluation.evaluators import FAULTS
from enforcement_rules.evaluation.evidence import with_matrix
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.layout import (
    DECISION,
    CaseFacts,
    Pair,
    assumed_of_elements,
    case_facts,
    decided_on,
    pair_facts,
    pairs_of,
)
from enforcement_rules.evaluation.plan import DefinedFact, Definers, Evaluator, Plan, plan_of
from enforcement_rules.evaluation.verdict import Ask, Denied, Finding, Headline, NotChecked, Outcome, Question, Verdict
from enforcement_rules.model.case import Case
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.dates import LATEST, in_range
from enforcement_rules.values.errors import refuse
from enforcement_rules.values.interval import ends
from enforcement_rules.values.on_demand import OnDemand
from enforcement_rules.values.truth import UNKNOWN
from enforcement_rules.values.workdays import PUBLISHED, Calendar

_LEAP_YEARS = 4
"""Within so many years of the end of the range of dates lies the last day of a month and day without a year."""


def review(
    case: Case,
    rulesets: Rulesets,
    on: dt.date | None = None,
    *,
    calendar: Calendar = PUBLISHED,
    evaluator: Evaluator = "compiled",
) -> Verdict:
    """Return the verdict on a case on a day; the public `review` (`proceeding`) holds its arguments first.

    Raises:
        InputError: when `on` is no day of 1900–2200, or not given and nothing in the case says by when it was decided.
    """
    return reviewed(case, rulesets, on, calendar=calendar, evaluator=evaluator).verdict


class Reviewed(Struct, frozen=True):
    """A verdict, and what was found on every duty with its rule and the facts: time limits are read from these."""

    verdict: Verdict
    duties: tuple[Found, ...]


def reviewed(
    case: Case, rulesets: Rulesets, on: dt.date | None, *, calendar: Calendar, evaluator: Evaluator
) -> Reviewed:
    """Return what `review` returns, together with the duties it was found from.

    Raises:
        InputError: as `review` does.
    """
    faults: list[str] = []
    token = FAULTS.set(faults)
    try:
        under_way = _begin(case, plan_of(rulesets, evaluator), on, calendar)
        for pair in under_way.pairs():
            under_way.pair(pair)
        duties = tuple(settled(under_way.found, case.record))
        return Reviewed(under_way.verdict(duties, evaluator, faults), duties)
    finally:
        FAULTS.reset(token)


def duties_of(case: Case, rulesets: Rulesets, on: dt.date, *, calendar: Calendar = PUBLISHED) -> list[Found]:
    """Return what `review` finds on every procedural duty, each with its rule and the facts it was found from."""
    under_way = _begin(case, plan_of(rulesets), on, calendar)
    for pair in under_way.pairs():
        under_way.procedure(pair.facts, pair.key, pair=True)
    return settled(under_way.found, case.record)


def _begin(case: Case, plan: Plan, on: dt.date | None, calendar: Calendar) -> _Review:
    """Return a review that has evaluated the duties of the case as a whole."""
    under_way = _opened(case, plan, on, calendar)
    under_way.procedure(under_way.base, (None, None), pair=False)
    return under_way


def frames_of(
    case: Case, rulesets: Rulesets, on: dt.date | None, *, calendar: Calendar = PUBLISHED
) -> tuple[Facts, dt.date, Iterator[Pair]]:
    """Return the facts of the case as a whole, the day of the review, and every violation of every party.

    Raises:
        InputError: when `on` is not given and nothing in the case says by when it was decided.
    """
    under_way = _opened(case, plan_of(rulesets), on, calendar)
    return under_way.base, under_way.day, under_way.pairs()


def _opened(case: Case, plan: Plan, on: dt.date | None, calendar: Calendar) -> _Review:
    base = case_facts(case, plan.vocabulary, calendar)
    day = _day(base, on)
    base.definitions = definitions_for(plan, base, day)
    base.closed, base.closed_on = _closed(case, plan), day
    last_day = on is None and type(base.spans[DECISION]) is not dt.date
    return _Review(plan, case, base, day, last_day=last_day)


def _day(base: CaseFacts, on: dt.date | None) -> dt.date:
    """Return the day of the review: as asked for, else the last day on which the decision can have been made.

    A day without its year is the last of nothing.
    """
    if on is not None:
        return within_range(on)
    since, last = ends(base.spans.get(DECISION, UNKNOWN))
    if last is not None and (since == last or last.year < LATEST.year - _LEAP_YEARS):
        return within_range(last)
    raise refuse("on_required") if since is None else refuse("on_required_since", since=since.isoformat())


def within_range(on: dt.date) -> dt.date:
    """Return a day that a review may be made on.

    Raises:
        InputError: when it lies outside the range of dates.
    """
    try:
        return in_range(on)
    except ValueError:
        raise refuse("expected_day", ("on",), value=on.isoformat()) from None


def _closed(case: Case, plan: Plan) -> frozenset[str]:
    """Return the kinds of step that have not happened when the file does not list them.

    All, where the list is complete. A working file without a decision is reviewed before it: no decision was made.
    """
    if case.is_complete("steps"):
        return frozenset(plan.vocabulary.steps)
    made = plan.vocabulary.after_decision
    if case.record != "working" or any(
        step.step == DECISION or (step.done and step.step in made) for step in case.steps
    ):
        return frozenset()
    return (made | {DECISION}) - {step.step for step in case.steps}


def definitions_for(plan: Plan, facts: Facts, day: dt.date) -> dict[str, Any]:
    """Return the definitions in force for the organ's field and place on the day of the decision.

    Where nothing dates that those of the day of the review: no version of the law is sure then, and nothing is shown.
    """
    decided = day if facts["decision.on"] is UNKNOWN else decided_on(facts, day)
    sure = plan.reach.versions(facts["organ.field"], facts["organ.place"])
    found: dict[str, tuple[DefinedFact, ...]] = {}
    for instrument in plan.holding("definitions"):
        version = plan.version_at(instrument, decided).version
        if version in sure and version.definitions:
            for id_, defined in plan.of(version).definitions.items():
                found[id_] = (*found.get(id_, ()), defined)
    return {id_: each[0] if len(each) == 1 else Definers(each) for id_, each in found.items()}


class _Review:
    """A review under way: what has been found so far."""

    def __init__(self, plan: Plan, case: Case, base: CaseFacts, day: dt.date, *, last_day: bool) -> None:
        self.plan, self.case, self.base, self.day, self.last_day = plan, case, base, day, last_day
        self.when = When(day, base.spans)
        self.found: list[Found] = []
        self.answers: list[Answer] = []
        self.questions: list[Question] = []
        self.not_checked: list[NotChecked] = []
        self.frames: list[Facts] = [base]
        self.judged: list[Pair] = []
        self.used: set[Version] = set()
        self.cited = frozenset(
            cited.instrument for violation in case.violations for cited in violation.penalised_by if cited.instrument
        )

    def pairs(self) -> Iterator[Pair]:
        """Yield every violation with each of its parties."""
        for chosen in pairs_of(self.case):
            facts = pair_facts(self.base, chosen, self.plan.ranks, self.plan.refined)
            facts.take_from(self.base)
            pair = with_act(self.plan, Pair(self.case, *chosen, facts, self.day))
            with_item(self.plan, self.case, pair.violation, facts, self.day)
            yield with_matrix(self.plan, pair)

    def procedure(self, facts: Facts, key: tuple[str | None, str | None], *, pair: bool) -> None:
        """Evaluate the duties of the case, or those of one violation and party."""
        for bundle, step, why in bundles(self.plan, facts, self.when, self.cited, pair=pair):
            if bundle is None:
                assert isinstance(why, NotChecked)
                self.not_checked.append(why)
                continue
            self.used.add(bundle.version)
            assert isinstance(why, str), step
            self.found += findings(bundle, why, facts, self.case.record, key)

    def pair(self, pair: Pair) -> None:
        """Evaluate one violation of one party."""
        self.frames.append(pair.facts)
        self.judged.append(pair)
        self.procedure(pair.facts, pair.key, pair=True)
        answer = answer_of(self.plan, pair)
        self.answers.append(answer)
        self.not_checked += answer.skipped
        self.not_checked += gaps_of(self.plan, pair)
        self.questions += questions_of(self.plan, pair)
        self.questions += definition_questions(self.plan, pair)
        self.questions += evidence_questions(self.plan, pair)
        self.questions += catalogue_questions(pair)

    def verdict(self, duties: tuple[Found, ...], evaluator: Evaluator, faults: list[str]) -> Verdict:
        """Put everything together; `faults` are what the reference decided in place of the evaluator."""
        results = tuple(answer.result for answer in self.answers)
        findings = tuple(sorted((each.finding for each in duties), key=_finding_order))
        not_checked = tuple(_merged((*self.not_checked, *law_of_the_day(self.base, self.plan.rulesets))))
        warnings = (*warnings_of(self.case, self.base, self.plan.rulesets), *of_causes(self.plan, self.judged))
        tally = Tally(findings, results, not_checked, self.plan.vocabulary, warnings)
        outcome = outcome_of(tally)
        besides = OnDemand(self._besides, findings, not_checked)
        questions = tuple(sorted(set(self.questions), key=_question_order))
        asking = OnDemand(_asks, self.case, self.plan.vocabulary, tuple(self.answers), duties, questions, besides)
        return Verdict(
            case=self.case,
            vocabulary=self.plan.vocabulary,
            titles=self.plan.titles,
            fields=self.plan.rulesets.fields,
            rulesets=self.plan.rulesets,
            on=self.day,
            last_day=self.last_day,
            outcome=outcome,
            heading=OnDemand(_headline, tally, outcome, asking, len(self.questions)),
            settled_procedure=procedure_settled(tally),
            assumed=tuple(sorted(self._assumed())),
            if_regular=self._if_regular(tally),
            results=results,
            findings=findings,
            questions=questions,
            contested=contested_in(self.frames),
            asking=asking,
            not_checked=not_checked,
            warnings=warnings,
            stating=OnDemand(everything_stated, self.case, self.plan.vocabulary),
            receipting=OnDemand(
                _receipt, self.plan, self.case, tuple(self.judged), frozenset(self.used), self._means(evaluator, faults)
            ),
            weighing=OnDemand(
                _by_effect,
                asking,
                Weighed(self.plan, self.case.record, tuple(self.judged), tuple(self.answers), duties, tally),
            ),
        )

    def _besides(self, findings: tuple[Finding, ...], not_checked: tuple[NotChecked, ...]) -> list[asks.Wanted]:
        """Return the days that choose the law of a duty, and the facts on which speakers disagree."""
        wanted = asks.for_duties(findings, not_checked, self.base)
        wanted += asks.for_contested(self.base, None, (None, None))
        return wanted + [each for pair in self.judged for each in asks.for_contested(pair.facts, self.base, pair.key)]

    def _means(self, evaluator: Evaluator, faults: list[str]) -> Means:
        return Means(self.day, evaluator, self.base.calendar, tuple(sorted(set(faults))))

    def _assumed(self) -> set[str]:
        """Return the events taken as not having occurred, for the case or for its acts, officers and evidence."""
        return {event for facts in self.frames for event in facts.assumed} | set(assumed_of_elements(self.base))

    def _if_regular(self, tally: Tally) -> Any:
        if self.case.record != "excerpt":
            return None
        return outcome_of(tally, regular=True), sum(presumed(finding) for finding in tally.findings)


def _asks(
    case: Case,
    vocabulary: Vocabulary,
    answers: tuple[Answer, ...],
    duties: tuple[Found, ...],
    questions: tuple[Question, ...],
    besides: OnDemand[list[asks.Wanted]],
) -> tuple[Ask, ...]:
    """Return what to ask for: what the results wait for, what the open duties do, and what is asked besides."""
    wanted = [*besides(), *(each for answer in answers for each in answer.wanted())]
    for duty in duties:
        wanted += asks.for_duty(duty, excerpt=case.record == "excerpt")
    return asks.grouped(wanted, vocabulary, {each.ref.rule for each in questions})


def _by_effect(asking: OnDemand[tuple[Ask, ...]], weighed: Weighed) -> tuple[Ask, ...]:
    return by_effect(asking(), weighed)


def _headline(tally: Tally, outcome: Outcome, asking: OnDemand[tuple[Ask, ...]], questions: int) -> Headline:
    return headline_of(tally, outcome, asks=len(asking()), questions=questions)


def _receipt(plan: Plan, case: Case, pairs: tuple[Pair, ...], used: frozenset[Version], means: Means) -> dict[str, Any]:
    """Return the receipt: `used` are the versions whose duties governed; those that may concern a pair are used too."""
    concerning = {version for pair in pairs for version in _versions(plan, pair)}
    return receipt_of(case, plan.rulesets, used | concerning, means)


def _versions(plan: Plan, pair: Pair) -> Iterator[Version]:
    for instrument in instruments_for(plan, pair):
        law = law_of(plan, pair, instrument)
        yield from (chosen.version for chosen in (law.act, law.decision) if chosen.version is not None)


_STATUSES = (
    "breached",
    "apparent",
    "undetermined",
    "not_checked",
    "not_yet_due",
    "satisfied",
    "dormant",
    "not_applicable",
)
_SEVERITIES = ("void", "fatal", "material", "minor", "advisory")
_ORDER = {(status, severity): n for n, (status, severity) in enumerate(product(_STATUSES, _SEVERITIES))}
"""The order of findings: worst first."""


def _question_order(question: Question) -> tuple[str, ...]:
    return (question.ref.rule, question.violation or "", question.party or "")


def _finding_order(finding: Finding) -> tuple[Any, ...]:
    order = _ORDER[finding.status, finding.severity]
    return order, finding.ref.rule, finding.violation or "", finding.party or ""


def _merged(entries: Iterable[NotChecked]) -> Iterator[NotChecked]:
    """Yield what was not checked, once for each instrument, article and reason, with all steps concerned."""
    by_key: dict[tuple[str, str, str, str], list[NotChecked]] = {}
    for entry in entries:
        by_key.setdefault((entry.instrument, entry.article or "", entry.reason, entry.says or ""), []).append(entry)
    for (instrument, article, reason, says), same in sorted(by_key.items()):
        yield NotChecked(
            instrument,
            article or None,
            reason,
            tuple(sorted({step for entry in same for step in entry.steps})),
            says or None,
            same[0].says_en,
            any(entry.blocks for entry in same),
            same[0].leaves_open,
            OnDemand(_denied_once, same),
        )


def _denied_once(entries: Iterable[NotChecked]) -> tuple[Denied, ...]:
    """Return what speaks against the duties of several entries, each statement once, in the order of the file."""
    found = {(each.fact, each.path): each for entry in entries for each in entry.unjudged}
    return tuple(found[key] for key in sorted(found, key=str))
