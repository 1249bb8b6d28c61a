"""An interview: what still matters is asked, the decisive first, and every answer goes into the case file.

In comes the text of a case file; after every answer there is a text that `load_case` accepts, and a verdict on it. An
answer that the loader refuses leaves the text as it was; its messages are those of the loader.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any, Literal

from msgspec import Struct

from enforcement_rules.evaluation.engine import review
from enforcement_rules.evaluation.verdict import AskFact, Verdict
from enforcement_rules.loading import load_case
from enforcement_rules.loading.reading import parse_document
from enforcement_rules.model.vocabulary import Fact
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.errors import InputError
from enforcement_rules.values.workdays import PUBLISHED, Calendar
from enforcement_rules.writing.answers import CaseText

Language = Literal["zh", "en"]
DECIDING = ("duty:void", "duty:fatal", "unkept:", "shall:", "may:", "range", "scope", "version", "tier", "closes")
"""How the effects of answers begin that can change the outcome, the treatment, the amount or the procedure."""
_YES = frozenset({"yes", "y", "true", "是", "有", "对"})
_NO = frozenset({"no", "n", "false", "否", "无", "没有", "不是"})
_BETWEEN = re.compile(r"[,，、;；\s]+")
_CHOSEN = frozenset({"choice", "graded", "choices"})


class Asked(Struct, frozen=True):
    """One question of an interview.

    Attributes:
        fact: what is asked for, as the verdict has it.
        group: the document that answers it.
        kind: the kind of the fact: `yes_no`, `choice`, `choices`, `graded`, `amount`, `date`, …
        values: what may be chosen: id, Chinese and English label.
    """

    fact: AskFact
    group: str
    kind: str
    values: tuple[tuple[str, str, str], ...] = ()


class Interview:
    """A case file that is completed by answers.

    Attributes:
        text: the text of the file as it stands.
        verdict: the verdict on it.
        answered: the paths that were answered, in order.
        skipped: those whose answer nobody knows.
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
        self._before: list[tuple[str, Verdict]] = []

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
        file = CaseText(self.text, self.name, self.rulesets)
        for ask in self.verdict.asks_by_effect:
            for fact in ask.facts:
                known = fact.path in self.skipped or fact.path in self.answered
                if not known and fact.effect.startswith(DECIDING) and file.can_take(fact.path):
                    yield self._asked(fact, ask.group)

    def _asked(self, fact: AskFact, group: str) -> Asked:
        found = self.rulesets.vocabulary.fact(fact.fact)
        if found is None:
            return Asked(fact, group, "yes_no")
        if fact.fact == "violation.cause":
            return Asked(fact, group, "cause")
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
                self.skipped.add(asked.fact.path)  # a list that lacks something stays as it is
                return ()
            file.put(asked.fact.path, value)
            text = file.text()
            verdict = self._reviewed(text)
        except InputError as error:
            return error
        self._before.append((self.text, self.verdict))
        self.text, self.verdict = text, verdict
        self.answered.append(asked.fact.path)
        return ()

    def skip(self, asked: Asked) -> None:
        """Leave a question: nobody knows the answer."""
        self.skipped.add(asked.fact.path)

    def back(self) -> bool:
        """Take the last answer back; say whether there was one."""
        if not self._before:
            return False
        self.text, self.verdict = self._before.pop()
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
