"""The verdict: a stable contract of codes, numbers and references, without words.

`Verdict.to_dict` is the JSON of `enforcement_rules/verdict/2`. Amounts are decimal strings in yuan, dates ISO.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, cast, get_args

from msgspec import Struct

from enforcement_rules.evaluation.facts import shown
from enforcement_rules.evaluation.proof import Node, NodeWriter
from enforcement_rules.evaluation.verdict.codes import Outcome, Proofs
from enforcement_rules.evaluation.verdict.contested import Contested
from enforcement_rules.evaluation.verdict.findings import PASSED, Finding
from enforcement_rules.evaluation.verdict.questions import Ask, NotChecked, Question
from enforcement_rules.evaluation.verdict.quotes import About, Cited, Quote, Quoting, cited_in
from enforcement_rules.evaluation.verdict.references import list_of
from enforcement_rules.evaluation.verdict.results import Result
from enforcement_rules.evaluation.verdict.stated import Stated
from enforcement_rules.evaluation.verdict.trace import trace_of
from enforcement_rules.evaluation.verdict.warnings import InputWarning
from enforcement_rules.values.on_demand import OnDemand

if TYPE_CHECKING:
    from enforcement_rules.evaluation.verdict.shapes import JudgementShape, QuotesShape, VerdictShape
    from enforcement_rules.statutes.text import LawText

SCHEMA: Final = "enforcement_rules/verdict/2"
Headline = tuple[str, dict[str, Any]]


class Verdict(Struct, frozen=True):
    """The verdict on a case.

    `case`, `vocabulary`, `titles` (short titles of instruments, Chinese and English), `fields` (names of the fields)
    and `rulesets` are kept for explanations; they are not part of the JSON. `last_day` says that nobody asked for the
    day `on`: of the decision only bounds are known, and it is the last of them. `asking`, `heading`, `stating`,
    `receipting` and `weighing` are worked out when somebody first looks at `asks`, `headline`, `stated`, `receipt` or
    `asks_by_effect`.
    """

    case: Any
    vocabulary: Any
    titles: Mapping[str, tuple[str, str]]
    on: dt.date
    last_day: bool
    outcome: Outcome
    heading: OnDemand[Headline]
    settled_procedure: bool
    assumed: tuple[str, ...]
    if_regular: tuple[Outcome, int] | None
    results: tuple[Result, ...]
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    contested: tuple[Contested, ...]
    asking: OnDemand[tuple[Ask, ...]]
    not_checked: tuple[NotChecked, ...]
    warnings: tuple[InputWarning, ...]
    stating: OnDemand[tuple[Stated, ...]]
    receipting: OnDemand[dict[str, Any]]
    weighing: OnDemand[tuple[Ask, ...]]
    fields: Mapping[str, Any] = {}
    rulesets: Any = None

    def __eq__(self, other: object) -> bool:
        """Say whether another verdict says the same of the same case, whose hash is in the receipt."""
        return isinstance(other, Verdict) and self.to_dict() == other.to_dict()

    def __hash__(self) -> int:
        return hash((self.case.number, self.on, self.outcome))

    @property
    def asks(self) -> tuple[Ask, ...]:
        """What to ask for: what the file raises, then what weighs most by the law; the order is told without trying."""
        return self.asking()

    @property
    def asks_by_effect(self) -> tuple[Ask, ...]:
        """The same questions by what their answers change: what the file raises, then what flips the outcome.

        Then what flips the treatment, the amount, the procedure. Worked out when somebody first looks; each of the
        first twenty facts of `asks` has its `flips`.
        """
        return self.weighing()

    @property
    def headline(self) -> Headline:
        """The code of the worst that was found, and how much of what: `(code, counts by name)`."""
        return self.heading()

    @property
    def stated(self) -> tuple[Stated, ...]:
        """Everything that the file states, in its order, whether or not anything turned on it."""
        return self.stating()

    @property
    def receipt(self) -> dict[str, Any]:
        """What anyone needs to replay it: engine, evaluator, hashes of the law and of the case, day."""
        return self.receipting()

    def cited(self) -> list[Cited]:
        """Return the rules whose words are quoted where texts are attached, in the order of the page."""
        return cited_in(self.findings, self.results, self.acts)

    @property
    def acts(self) -> dict[str, About]:
        """The cause of each violation and the provisions that the file cites for it, by the ids of the violations."""
        return {
            each.id: About(each.cause, tuple((of.instrument, of.article) for of in each.penalised_by if of.article))
            for each in self.case.violations
        }

    def to_dict(
        self, proofs: Proofs = "applicable", *, effects: bool = False, law_text: LawText | None = None
    ) -> VerdictShape:
        """Return the verdict as JSON-ready data; the same input gives the same bytes.

        Duties that are dormant or do not apply stand in short; with `proofs="all"` they, too, stand in full. The hash
        of the trace is that of the short form either way. With `effects` the asks are those of `asks_by_effect`. With
        the texts of statutes the record also has the words of what it cites (`quotes`, `not_quoted`); the receipt is
        the same with and without.

        Raises:
            ValueError: when `proofs` is another word.
        """
        if proofs not in get_args(Proofs):
            raise ValueError(f"proofs: {proofs!r}, expected one of {', '.join(get_args(Proofs))}")
        node = NodeWriter(self.case, self.vocabulary).write
        written = self._in_short(node)
        trace = trace_of(written)
        if proofs == "all":
            written["findings"] = [finding.to_dict(node) for finding in self.findings]
        if effects:
            written["asks"] = [ask.to_dict(self.vocabulary, self.labels) for ask in self.asks_by_effect]
        made = cast("VerdictShape", {**written, "receipt": self.receipt | {"trace_sha256": trace}})
        return made if law_text is None else cast("VerdictShape", {**made, **self.quotes(law_text, self.cited())})

    def quotes(self, law_text: LawText, cited: Sequence[Cited]) -> QuotesShape:
        """Return the JSON of what rules say in the words of the law, and of what no attached text says."""
        quoting = Quoting(self.rulesets, law_text)
        found = [each for rule in cited for each in quoting.of(rule)]
        quotes = [each.to_dict() for each in found if isinstance(each, Quote)]
        not_quoted = [each.to_dict() for each in found if not isinstance(each, Quote)]
        return {
            "quotes": [*{(each["rule"], each["article"]): each for each in quotes}.values()],
            "not_quoted": [*{(each["rule"], each["article"]): each for each in not_quoted}.values()],
        }

    @property
    def labels(self) -> dict[str, tuple[str, str]]:
        """What the elements of the results say, Chinese and English, by name; of several results the first counts."""
        return {row.element: row.label for result in reversed(self.results) for row in reversed(result.evidence)}

    def _shown(self, id_: str, value: Any) -> Any:
        fact = self.vocabulary.fact(id_)
        return shown(fact.type, value) if fact else None

    def _in_short(self, node: Callable[[Node], Any]) -> JudgementShape:
        labels = self.labels
        return {
            "schema": SCHEMA,
            "case": self.case.number,
            "on": self.on.isoformat(),
            "on_is": "last_day" if self.last_day else "day",
            "outcome": self.outcome,
            "headline": {"code": self.headline[0], "args": self.headline[1]},
            "settled": {"procedure": self.settled_procedure},
            "assumed": list_of(self.assumed),
            "if_regular": None
            if self.if_regular is None
            else {"outcome": self.if_regular[0], "assumed": self.if_regular[1]},
            "results": [result.to_dict(node) for result in self.results],
            "findings": [
                finding.in_short() if finding.status in PASSED else finding.to_dict(node) for finding in self.findings
            ],
            "questions": [question.to_dict() for question in self.questions],
            "contested": [each.to_dict(self._shown, self.case.where) for each in self.contested],
            "asks": [ask.to_dict(self.vocabulary, labels) for ask in self.asks],
            "not_checked": [entry.to_dict() for entry in self.not_checked],
            "warnings": [warning.to_dict(self.case) for warning in self.warnings],
            "stated": [each.to_dict(self.case.where) for each in self.stated],
        }
