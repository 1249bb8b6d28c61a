"""An interview: what still matters is asked, the decisive first, and every answer goes into the case file.

In comes the text of a case file; after every answer there is a text that `load_case` accepts, and a verdict on it. An
answer that the loader refuses leaves the text as it was; its messages are those of the loader.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from enforcement_rules.evaluation.engine import review
from enforcement_rules.evaluation.verdict import AskFact, Verdict
from enforcement_rules.loading import load_case
from enforcement_rules.loading.reading import parse_document
from enforcement_rules.model.vocabulary import Fact
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.errors import InputError
from enforcement_rules.values.workdays import PUBLISHED, Calendar
from enforcement_rules.writing.answers import NEW_EVIDENCE, NEW_STEPS, CaseText
from enforcement_rules.writing.causes import causes_offered

Language = Literal["zh", "en"]
DECIDING = ("duty:void", "duty:fatal", "unkept:", "shall:", "may:", "range", "scope", "version", "tier", "closes")
"""How the effects of answers begin that can change the outcome, the treatment, the amount or the procedure."""
ADDED_TO = frozenset({"acts", "performers", "steps", "evidence"})
"""The lists that a question can add to."""
_IN_PAPER = 2
"""Dots in the name of what a paper contains, as in `notice.content.penalty`."""
_YES = frozenset({"yes", "y", "true", "是", "有", "对"})
_NO = frozenset({"no", "n", "false", "否", "无", "没有", "不是"})
_BETWEEN = re.compile(r"[,，、;；\s]+")
_CHOSEN = frozenset({"choice", "graded", "choices", "cause"})


class Asked(Struct, frozen=True):
    """One question of an interview.

    Attributes:
        fact: what is asked for, as the verdict has it.
        group: the document that answers it.
        kind: the kind of the fact: `yes_no`, `choice`, `choices`, `graded`, `amount`, `date`, …
        values: what may be chosen: id, Chinese and English label.
        also: facts that the same answer tells: the same of other acts; or, of one paper, all that it is to contain.
    """

    fact: AskFact
    group: str
    kind: str
    values: tuple[tuple[str, str, str], ...] = ()
    also: tuple[AskFact, ...] = ()

    @property
    def together(self) -> bool:
        """Whether several things are asked for at once, to which only a yes is an answer."""
        return any(each.fact != self.fact.fact for each in self.also)


class Interview:
    """A case file that is completed by answers.

    Attributes:
        text: the text of the file as it stands.
        verdict: the verdict on it.
        answered: the paths that were answered, in order.
        skipped: those whose answer nobody knows.
        lacking: the lists that somebody said lack something.
        single: the papers whose contents are asked for one by one.
        told: all paths that some answer told.
    """

    def __init__(
        self, text: str, name: str, rulesets: Rulesets, on: dt.date | None = None, *, calendar: Calendar = PUBLISHED
    ) -> None:
        """Review the file as it is.

        Args:
            text: of the case file.
            name: of the file, as messages name it; `.json` says that it is JSON.
            rulesets: the law.
            on: the day of the review, as for `review`.
            calendar: which days are working days.

        Raises:
            InputError: with everything that is wrong with the file.
        """
        self.name, self.rulesets, self.on, self.calendar = name, rulesets, on, calendar
        self.text, self.verdict = text, self._reviewed(text)
        self.answered: list[str] = []
        self.skipped: set[str] = set()
        self.lacking: set[str] = set()
        self.single: set[str] = set()
        self.told: set[str] = set()
        self._before: list[tuple[str, Verdict, set[str]]] = []

    def _reviewed(self, text: str) -> Verdict:
        case = load_case(parse_document(text, self.name), self.rulesets)
        return review(case, self.rulesets, self.on, calendar=self.calendar)

    @property
    def settled(self) -> bool:
        """Whether nothing that is still open can change the outcome."""
        return self.verdict.outcome != "undetermined"

    @property
    def open(self) -> tuple[Asked, ...]:
        """The questions that still matter and were not skipped, the decisive first; none once it is settled."""
        return () if self.settled else tuple(self._open())

    def _open(self) -> Iterator[Asked]:
        """Yield what is open: facts first, then whether lists are complete, what they lack before that."""
        file = CaseText(self.text, self.name, self.rulesets)
        every = [(ask.group, fact) for ask in self.verdict.asks_by_effect for fact in ask.facts]
        lists = [(group, fact) for group, fact in every if fact.fact.startswith("@")]
        deciding = [(group, fact) for group, fact in every if fact.effect.startswith(DECIDING)]
        yield from self._joined(
            self._asked(fact, group)
            for group, fact in deciding
            if not fact.fact.startswith("@") and self._is_open(fact.path) and file.can_take(fact.path)
        )
        for group, fact in lists:
            lacking = self._lacking_in(fact)
            if lacking is not None:
                yield self._asked(lacking, group)
            elif self._is_open(fact.path) and file.can_take(fact.path):
                yield self._asked(fact, group)

    def _joined(self, questions: Iterable[Asked]) -> Iterator[Asked]:
        """Join what one answer tells: a fact of several acts, all that one paper is to contain."""
        found: dict[str, list[Asked]] = {}
        for each in questions:
            found.setdefault(self._bundle(each), []).append(each)
        for first, *others in found.values():
            yield replace(first, also=tuple(each.fact for each in others))

    def _bundle(self, asked: Asked) -> str:
        """Return what a question is joined by: itself, its fact where it is one of several elements, its paper."""
        holder = asked.fact.path.rpartition(".")[0]
        if asked.fact.element:
            return asked.fact.fact
        in_paper = asked.fact.fact.count(".") >= _IN_PAPER
        whole = asked.kind == "yes_no" and in_paper and holder not in self.single
        return holder if whole else asked.fact.path

    def _is_open(self, path: str) -> bool:
        return path not in self.skipped and path not in self.told

    def _lacking_in(self, listed: AskFact) -> AskFact | None:
        """Return what to ask for of a list that somebody said lacks something: kinds of step, a piece of evidence."""
        if listed.path not in self.lacking:
            return None
        if listed.path == "evidence":
            piece = AskFact(NEW_EVIDENCE, "evidence.kind", (), listed.effect, listed.decides)
            return piece if self._is_open(NEW_EVIDENCE) else None
        missing = AskFact(NEW_STEPS, "step.kind", (), listed.effect, listed.decides)
        return missing if self._is_open(NEW_STEPS) and any(self._missing_steps()) else None

    def _missing_steps(self) -> Iterator[tuple[str, str, str]]:
        """Yield the kinds of step that the file does not list: acts on the spot, and those that a duty waits for."""
        steps = self.rulesets.vocabulary.steps
        taken = {step.step for step in self.verdict.case.steps}
        waiting = {fact.fact for ask in self.verdict.asks for fact in ask.facts if fact.fact.endswith(".done")}
        wanted = self.rulesets.vocabulary.acts | {id_.removesuffix(".done") for id_ in waiting}
        yield from ((kind, each.zh, each.en) for kind, each in steps.items() if kind in wanted - taken)

    def _asked(self, fact: AskFact, group: str) -> Asked:
        if fact.path == NEW_STEPS:
            return Asked(fact, group, "choices", tuple(self._missing_steps()))
        found = self.rulesets.vocabulary.fact(fact.fact)
        if found is None:
            return Asked(fact, group, "yes_no")
        if fact.fact == "violation.cause":
            return Asked(fact, group, "cause", tuple(causes_offered(self.verdict.case, fact.path, self.rulesets)))
        return Asked(fact, group, found.type.kind, tuple(_values(found)))

    def answer(self, asked: Asked, typed: str) -> tuple[str, ...] | InputError:
        """Put an answer into the text.

        Args:
            asked: one of `open`.
            typed: what somebody typed: yes or no, the id, label or number of a choice, an amount, a day.

        Returns:
            Nothing where it was taken; else what is wrong with it, and the text is as it was.
        """
        file = CaseText(self.text, self.name, self.rulesets)
        try:
            value = read_answer(asked, typed)
            if value is False and asked.fact.fact.startswith("@"):
                self._lacks(asked.fact.path)
                return ()
            if asked.together and value is not True:
                self.single.add(asked.fact.path.rpartition(".")[0])
                return ()
            for fact in (asked.fact, *asked.also):
                file.put(fact.path, value)
            text = file.text()
            verdict = self._reviewed(text)
        except InputError as error:
            return error
        self._before.append((self.text, self.verdict, set(self.told)))
        self.text, self.verdict = text, verdict
        if asked.fact.path in (NEW_EVIDENCE, NEW_STEPS):
            self.lacking.clear()
        self.answered.append(asked.fact.path)
        self.told.update({fact.path for fact in (asked.fact, *asked.also)} - {NEW_STEPS, NEW_EVIDENCE})
        return ()

    def _lacks(self, path: str) -> None:
        """Note that a list lacks something, which is asked for where a question can add it: the list stays as it is."""
        if path in self.lacking or path not in ADDED_TO:
            self.skipped.add(path)
        self.lacking.add(path)

    def skip(self, asked: Asked) -> None:
        """Leave a question: nobody knows the answer."""
        self.skipped.update(fact.path for fact in (asked.fact, *asked.also))

    def back(self) -> bool:
        """Take the last answer back; say whether there was one."""
        if not self._before:
            return False
        self.text, self.verdict, self.told = self._before.pop()
        self.answered.pop()
        return True


def _values(fact: Fact) -> Iterator[tuple[str, str, str]]:
    if fact.type.kind in _CHOSEN:
        labels = fact.entry.values
        for id_ in fact.type.values:
            chinese, english, *_ = labels.get(id_, (id_, id_))
            yield id_, chinese, english


def read_answer(asked: Asked, typed: str) -> Any:
    """Return an answer as the file writes it; what is no answer of its kind is left to the loader to refuse."""
    typed = typed.strip()
    if asked.fact.fact.endswith(".done") or asked.kind == "yes_no":
        return True if typed.lower() in _YES else False if typed.lower() in _NO else typed
    if asked.kind == "choices" and typed.lower() in _NO:
        return []
    if asked.kind == "choices":
        return [_chosen(asked, each) for each in _BETWEEN.split(typed) if each]
    return _chosen(asked, typed) if asked.kind in _CHOSEN else typed


def _chosen(asked: Asked, typed: str) -> str:
    """Return the id of a choice by its id, its label or its number in the list."""
    for n, (id_, chinese, english) in enumerate(asked.values, start=1):
        if typed in (id_, chinese, str(n)) or typed.lower() == english.lower():
            return id_
    return typed
