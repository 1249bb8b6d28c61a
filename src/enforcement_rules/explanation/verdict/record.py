"""The JSON of a verdict with the questions of its asks in both languages."""

from __future__ import annotations

from typing import Any

from enforcement_rules.evaluation.verdict import Verdict
from enforcement_rules.explanation.forms import Formatter
from enforcement_rules.explanation.verdict.outline import headline
from enforcement_rules.explanation.verdict.waiting import question_of
from enforcement_rules.explanation.wording import Words


def as_record(verdict: Verdict) -> dict[str, Any]:
    """Return `verdict.to_dict()` with the headline and every question in words, Chinese and English."""
    record = verdict.to_dict()
    both = {lang: Formatter(verdict, Words(lang)) for lang in ("zh", "en")}
    record["headline"]["text"] = {lang: headline(verdict, form.words) for lang, form in both.items()}
    for ask, written in zip(verdict.asks, record["asks"], strict=True):
        for fact, entry in zip(ask.facts, written["facts"], strict=True):
            entry["question"] = {lang: question_of(fact, form) for lang, form in both.items()}
    return record
