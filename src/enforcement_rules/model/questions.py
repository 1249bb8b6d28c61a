"""The questions that ask for what a case does not say, in both languages: they are part of the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping

from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.values.languages import in_english

LISTS: Mapping[str, tuple[str, str]] = {
    "officers": ("执法人员", "officers"),
    "acts": ("现场执法活动（检查、询问、抽样等）", "acts on the spot (inspections, inquiries, samplings …)"),
    "performers": ("各次现场活动的执法人员", "officers at the acts on the spot"),
    "evidence": ("证据", "pieces of evidence"),
    "prior_penalties": ("既往处罚", "earlier penalties"),
    "steps": ("程序步骤", "steps"),
}
"""The lists of a case, as a reader calls them in Chinese and English."""


LIST_GROUPS: Mapping[str, str] = {
    "officers": "officers",
    "acts": "officers",
    "performers": "officers",
    "evidence": "evidence",
    "prior_penalties": "prior",
    "steps": "time",
}
"""The group of questions that each list belongs to."""


def question_for_list(name: str) -> tuple[str, str]:
    """Return the question whether a list of the case is complete.

    Raises:
        KeyError: for a name that is no list of a case.
    """
    chinese, english = LISTS[name]
    return f"{chinese}是否已全部列入案卷？", f"Are all {english} in the file?"


def question_for_element(label: tuple[str, str]) -> tuple[str, str]:
    """Return the question for the evidence of an element, given what the element says in Chinese and English."""
    return f"有哪些证据证明（或者否定）：{label[0]}？", f"Which evidence proves (or refutes): {in_english(*label)}?"


def question_for_fact(id_: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """Return the question that a vocabulary has for a fact; its name where there is none, its id if it is unknown."""
    fact = vocabulary.fact(id_)
    if fact is None:
        return id_, id_
    asked = fact.entry.ask or fact.entry
    return asked.zh, in_english(asked.zh, asked.en)
