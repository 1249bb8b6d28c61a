"""Vocabulary files joined into one vocabulary, with the facts that every kind of step has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from enforcement_rules.model.key import agreed
from enforcement_rules.model.vocabulary import (
    Approval,
    Asking,
    Cause,
    Fact,
    FactEntry,
    Label2,
    Ordered,
    StepEntry,
    Vocabulary,
    VocabularyFile,
)
from enforcement_rules.values.fact_type import FactKind, FactType
from enforcement_rules.values.languages import in_english


def build_vocabulary(
    files: Iterable[tuple[str | None, VocabularyFile]], causes: Mapping[str, Cause] | None = None
) -> Vocabulary:
    """Join vocabulary files (instrument or `None`, content) into one vocabulary.

    Two files may declare the same fact only in the same words.

    Raises:
        ValueError: when two files declare a fact differently; the message is its name.
    """
    facts: dict[str, Fact] = {}
    steps: dict[str, StepEntry] = {}
    groups: dict[str, Label2] = {}
    events: dict[str, Label2] = {}
    asking: dict[str, Asking] = {}
    approvals: dict[str, Approval] = {}
    ordered: dict[str, Ordered] = {}
    for instrument, file in files:
        for kind, step in file.steps.items():
            steps[kind] = (agreed(steps[kind], step) or step) if kind in steps else step
        groups |= file.groups
        events |= file.events
        asking |= file.asking
        approvals |= file.approvals
        ordered |= file.ordered
        for id_, entry in file.facts.items():
            facts[id_] = _joined(facts.get(id_), Fact(id_, entry.type_of_values, entry, instrument))
    for kind, step in steps.items():
        for fact in _implicit(kind, step):
            facts.setdefault(fact.id, fact)
    return Vocabulary(facts, steps, groups, events, dict(causes or {}), asking, approvals, ordered)


def _joined(first: Fact | None, again: Fact) -> Fact:
    if first is None:
        return again
    entry = agreed(first.entry, again.entry)
    if entry is None:
        raise ValueError(again.id)
    return Fact(first.id, first.type, entry, first.instrument)


def _implicit(kind: str, step: StepEntry) -> tuple[Fact, ...]:
    def fact(name: str, key_zh: str, type_: FactKind, zh: str, en: str, ask: Label2) -> Fact:
        entry = FactEntry(type=type_, key_zh=key_zh, zh=zh, en=en, ask=ask, shown_by="organ", group=step.group or kind)
        return Fact(f"{kind}.{name}", FactType(type_), entry, implicit=True)

    english = in_english(step.zh, step.en)
    when = Label2(zh=f"{step.zh}是哪一天？", en=f"On which day: {english}?")
    return (
        fact(
            "done",
            "已进行",
            "yes_no",
            f"{step.zh}（已进行）",
            f"{english} (done)",
            Label2(zh=f"有无{step.zh}？", en=f"Was there: {english}?"),
        ),
        fact("on", "日期", "date", f"{step.zh}日期", f"date: {english}", when),
        fact("moment", "步骤时间", "moment", f"{step.zh}时间", f"time: {english}", when),
        fact(
            "by",
            "人员",
            "choices",
            f"{step.zh}的人员",
            f"persons: {english}",
            Label2(zh=f"{step.zh}由谁进行？", en=f"By whom: {english}?"),
        ),
    )
