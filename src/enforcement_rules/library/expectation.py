"""What is expected of a verdict, outcome and reasons, and how a verdict differs from it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

from enforcement_rules.evaluation.verdict import Verdict, word
from enforcement_rules.library.appraisal import ExpectedAppraisal
from enforcement_rules.values.range import Range

Ends = tuple[Decimal | None, Decimal | None, bool, bool]
Difference = tuple[str, Any, Any]
"""What was looked at, what was expected, what the verdict says."""


def _text(raw: Any) -> Any:
    return raw if raw is None else str(raw)


Number = Annotated[str | None, BeforeValidator(_text)]


class _Part(BaseModel):
    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)


class ExpectedRange(_Part):
    """The statutory range: ends in yuan (`low`, `high`, or as rulesets write them)."""

    low: Number = None
    high: Number = None
    at_least: Number = None
    at_most: Number = None
    more_than: Number = None
    below: Number = None

    def ends(self) -> Ends:
        """Return lower and upper end and whether each is open."""
        low = self.low or self.at_least or self.more_than
        high = self.high or self.at_most or self.below
        return _decimal(low), _decimal(high), self.more_than is not None, self.below is not None


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


class ExpectedProposal(_Part):
    """How the proposal stands against statute and benchmark; `findings` are the codes, all of them."""

    statute: Literal["yes", "no", "unknown"] | None = None
    benchmark: Literal["yes", "no", "unknown"] | None = None
    deviation: Literal["yes", "no", "unknown"] | None = None
    findings: tuple[str, ...] | None = None


class Expectation(_Part):
    """What is expected.

    `apparent`, `breached`, `shall` and `may` are exact where they are given (beside a ruleset: of its own rules, others
    need only be there); so are `conflicts`, `interplay`, `twice` and the findings on the proposal. The other lists must
    be contained in what the verdict says. A rule without an instrument belongs to the one its file stands beside.
    `evidence` gives elements their status, or `not_listed`.
    """

    outcome: Literal["may_decide", "must_not_decide", "undetermined"] | None = None
    apparent: tuple[str, ...] | None = None
    breached: tuple[str, ...] | None = None
    satisfied: tuple[str, ...] = ()
    undetermined: tuple[str, ...] = ()
    findings: dict[str, str] = {}
    questions: tuple[str, ...] = ()
    shall: tuple[str, ...] | None = None
    may: tuple[str, ...] | None = None
    open: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    conflicts: tuple[str, ...] | None = None
    interplay: tuple[str, ...] | None = None
    twice: tuple[str, ...] | None = None
    applied: dict[str, str | None] = {}
    governs: str | None = None
    recommended: ExpectedRange | None = None
    gains: ExpectedRange | None = None
    asks: tuple[str, ...] = ()
    first_ask: str | None = None
    not_checked: tuple[str, ...] = ()
    statutory: ExpectedRange | None = None
    tier: str | None = None
    proposal: ExpectedProposal = ExpectedProposal()
    evidence: dict[str, str] = {}
    appraisal: ExpectedAppraisal | None = None

    def differences(self, verdict: Verdict, instrument: str | None) -> Iterator[Difference]:
        """Yield everything in which a verdict differs; rules without an instrument belong to the one given."""
        if self.outcome is not None and verdict.outcome != self.outcome:
            yield "outcome", self.outcome, verdict.outcome
        yield from self._findings(verdict, instrument)
        yield from self._grounds(verdict, instrument)
        yield from self._asks(verdict)
        yield from self._amounts(verdict, instrument)
        yield from self._evidence(verdict)

    def _evidence(self, verdict: Verdict) -> Iterator[Difference]:
        for element, expected in self.evidence.items():
            got: set[str] = {
                row.status for result in verdict.results for row in result.evidence if row.element == element
            }
            if (got or {"not_listed"}) != {expected}:
                yield f"evidence.{element}", expected, sorted(got)

    def _findings(self, verdict: Verdict, instrument: str | None) -> Iterator[Difference]:
        by_status: dict[str, set[str]] = {}
        for finding in verdict.findings:
            by_status.setdefault(finding.status, set()).add(finding.ref.rule)
        for status in ("apparent", "breached"):
            expected = getattr(self, status)
            got = by_status.get(status, set())
            if expected is not None and got != _named(expected, instrument):
                yield status, sorted(expected), sorted(got)
        for status in ("satisfied", "undetermined"):
            yield from _missing(status, _named(getattr(self, status), instrument), by_status.get(status, set()))
        for rule, expected_status in self.findings.items():
            (name,) = _named((rule,), instrument)
            got = {finding.status for finding in verdict.findings if finding.ref.rule == name}
            if got != {expected_status}:
                yield f"findings.{rule}", expected_status, sorted(got)
        yield from _missing("questions", _named(self.questions, instrument), {q.ref.rule for q in verdict.questions})

    def _grounds(self, verdict: Verdict, instrument: str | None) -> Iterator[Difference]:
        grounds = [ground for result in verdict.results for ground in result.treatment.grounds]
        held = {
            binding: {g.ref.rule for g in grounds if g.status == "yes" and g.binding is binding}
            for binding in (True, False)
        }
        yield from _held("shall", self.shall, instrument, held[True])
        yield from _held("may", self.may, instrument, held[False])
        for status, name in (("unknown", "open"), ("barred", "barred")):
            named = _named(getattr(self, name), instrument)
            yield from _missing(name, named, {g.ref.rule for g in grounds if g.status == status})
        for name, got in _joined(verdict).items():
            expected = getattr(self, name)
            if expected is not None and _named(expected, instrument) != got:
                yield name, sorted(expected), sorted(got)

    def _asks(self, verdict: Verdict) -> Iterator[Difference]:
        yield from _missing("asks", set(self.asks), {fact.path for ask in verdict.asks for fact in ask.facts})
        yield from _missing("not_checked", set(self.not_checked), {entry.instrument for entry in verdict.not_checked})
        if self.first_ask is not None:
            first = verdict.asks[0] if verdict.asks else None
            if first is None or self.first_ask not in (first.group, *(fact.path for fact in first.facts)):
                yield "first_ask", self.first_ask, first.group if first else None

    def _amounts(self, verdict: Verdict, instrument: str | None) -> Iterator[Difference]:
        ranges = [result.statutory.range for result in verdict.results]
        if "statutory" in self.model_fields_set:
            got = {None if r is None else (r.low, r.high, r.low_open, r.high_open) for r in ranges}
            expected = None if self.statutory is None else self.statutory.ends()
            if expected not in got:
                yield "statutory", expected, sorted(map(str, got))
        if "tier" in self.model_fields_set:
            tiers = {
                result.tier.tiers[0] if result.tier and result.tier.status == "chosen" else None
                for result in verdict.results
            }
            if self.tier not in tiers:
                yield "tier", self.tier, sorted(map(str, tiers))
        yield from self._law(verdict, instrument)
        for name, each in (("recommended", _recommended(verdict)), ("gains", _gains(verdict))):
            expected = getattr(self, name)
            if name in self.model_fields_set and (None if expected is None else expected.ends()) not in each:
                yield name, None if expected is None else expected.ends(), sorted(map(str, each))
        yield from self._proposal(verdict)

    def _law(self, verdict: Verdict, instrument: str | None) -> Iterator[Difference]:
        applied = {choice.instrument: choice.applied for result in verdict.results for choice in result.law}
        for name, version in self.applied.items():
            if applied.get(name, "not named") != version:
                yield f"applied.{name}", version, applied.get(name, "not named")
        if self.governs is not None:
            refs = [result.statutory.ref for result in verdict.results]
            got = {ref.rule for ref in refs if ref is not None}
            if _named((self.governs,), instrument) - got:
                yield "governs", self.governs, sorted(got)

    def _proposal(self, verdict: Verdict) -> Iterator[Difference]:
        checks = [result.proposal for result in verdict.results if result.proposal]
        if self.proposal.findings is not None:
            codes = {code for check in checks for code, _ in check.findings}
            if codes != set(self.proposal.findings):
                yield "proposal.findings", sorted(self.proposal.findings), sorted(codes)
        for axis in ("statute", "benchmark", "deviation"):
            wanted = getattr(self.proposal, axis)
            answers = {word(getattr(check, axis)) for check in checks}
            if wanted is not None and wanted not in answers:
                yield f"proposal.{axis}", wanted, sorted(answers)


def _named(rules: tuple[str, ...], instrument: str | None) -> set[str]:
    return {rule if "/" in rule or instrument is None else f"{instrument}/{rule}" for rule in rules}


def _held(what: str, expected: tuple[str, ...] | None, instrument: str | None, got: set[str]) -> Iterator[Difference]:
    """Compare the grounds that hold: all of them, or beside a ruleset those of its own."""
    if expected is None:
        return
    named = _named(expected, instrument)
    own = {rule for rule in got if instrument is None or rule.startswith(f"{instrument}/")}
    if own - named or named - got:
        yield what, sorted(named), sorted(got)


def _joined(verdict: Verdict) -> dict[str, set[str]]:
    treatments = [result.treatment for result in verdict.results]
    return {
        "conflicts": {rule for treatment in treatments for rules, _ in treatment.conflicts for rule in rules},
        "interplay": {row.ref.rule for treatment in treatments for row in treatment.interplay},
        "twice": {rule for treatment in treatments for rule, _ in treatment.twice},
    }


def _ends(range_: Range | None) -> Ends | None:
    return None if range_ is None else (range_.low, range_.high, range_.low_open, range_.high_open)


def _recommended(verdict: Verdict) -> set[Ends | None]:
    return {None if result.scheme is None else _ends(result.scheme.range) for result in verdict.results}


def _gains(verdict: Verdict) -> set[Ends | None]:
    return {None if result.gains is None else _ends(result.gains.due) for result in verdict.results}


def _missing(what: str, expected: set[str], got: set[str]) -> Iterator[Difference]:
    if expected - got:
        yield what, sorted(expected - got), sorted(got)
