"""What an interview shows: a question with what it decides and what may be answered, how far it came, how it ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from enforcement_rules.evaluation.verdict import AskFact, Verdict
from enforcement_rules.explanation.forms import Formatter, asked_key
from enforcement_rules.explanation.verdict.waiting import effect_of, question_of
from enforcement_rules.explanation.wording import Language, Words
from enforcement_rules.values.visible import page_of

End = Literal["settled", "nothing_left", "stopped"]
Values = Sequence[tuple[str, str, str]]


def question_text(verdict: Verdict, facts: Sequence[AskFact], kind: str, values: Values, lang: Language) -> str:
    """Return a question as lines: the question, what an answer does, where it goes, what may be answered.

    `facts` are the fact asked for, and those that the same answer tells.
    """
    return page_of(list(_question(verdict, facts, kind, values, Words(lang))))


def _question(verdict: Verdict, facts: Sequence[AskFact], kind: str, values: Values, words: Words) -> Iterator[str]:
    form, fact = Formatter(verdict, words), facts[0]
    if fact.path.startswith(("steps[]", "evidence[]")):
        yield words.say("interview.lacking")
    else:
        yield from dict.fromkeys(question_of(each, form) for each in facts)
    if len({each.fact for each in facts}) > 1:
        yield f"    {words.say('interview.together')}"
    elements = list(dict.fromkeys(form.element(each.element) for each in facts if each.element))
    if elements:
        yield f"    {words.join(elements)}"
    yield f"    → {effect_of(fact, form)}"
    if "[]" not in fact.path:
        yield f"    {words.say('interview.key', path=asked_key(fact, list(facts), form))}"
    for n, (id_, chinese, english) in enumerate(values, start=1):
        yield f"    {n}  {words.pick(chinese, english)}  {id_}"
    if fact.fact.endswith(".done"):
        yield f"    {words.say('interview.done')}"
    elif kind == "yes_no":
        yield f"    {words.say('interview.yes_no')}"


def progress_text(verdict: Verdict, answered: int, left: int, lang: Language) -> str:
    """Return one line: how much was answered, how much is left that matters, which axes are settled."""
    words = Words(lang)
    results = verdict.results
    axes = {
        "procedure": verdict.settled_procedure,
        "treatment": bool(results) and all(each.settled_treatment for each in results),
        "amount": bool(results) and all(each.settled_amount for each in results),
    }
    said = {name: words.say(f"interview.axis.{'settled' if so else 'open'}") for name, so in axes.items()}
    return page_of([words.say("interview.progress", answered=answered, left=left, **said)])


def end_text(verdict: Verdict, end: End, answered: int, file: str, lang: Language) -> str:
    """Return how an interview ended: the conclusion, and that what was answered is in the file."""
    words = Words(lang)
    ended = words.say(f"interview.{end}", outcome=words.say(f"outcome.{verdict.outcome}"))
    return page_of([ended, words.say("interview.answered", n=answered, file=file)])
