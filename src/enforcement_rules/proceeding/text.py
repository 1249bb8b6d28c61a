"""What a step or fact changed, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from enforcement_rules.evaluation.verdict import AskFact, Finding, Verdict
from enforcement_rules.explanation.deadlines import MARKS, details, summary
from enforcement_rules.explanation.forms import Formatter
from enforcement_rules.explanation.verdict import question_of
from enforcement_rules.explanation.wording import Language, Words
from enforcement_rules.proceeding.change import Change, Cure
from enforcement_rules.values.visible import page_of

ASKED_SHOWN = 5


def as_change_text(change: Change, verdict: Verdict, lang: Language = "zh", *, everything: bool = False) -> str:
    """Return what changed as text, ending in a line feed.

    Args:
        change: what `CaseSession` returned.
        verdict: the verdict after it: `session.verdict`.
        lang: the language.
        everything: all that is asked now, and also what was so before: what can be cured, what is still possible.
    """
    form = Formatter(verdict, Words(lang))
    body = [
        *_findings("breached", "✗", change.breached, form),
        *_findings("cured", "✓", change.cured, form),
        *_curable(change, form, everything=everything),
        *_limits(change, form),
        *_axes("settled", change.settled, form),
        *_axes("unsettled", change.unsettled, form),
        *_remaining(change, form, everything=everything),
        *_asked(change, form, everything=everything),
    ]
    return page_of([_outcome(change, form.words), *(body or ["  " + form.words.say("change.nothing")])])


def _outcome(change: Change, words: Words) -> str:
    before, after = change.outcome
    named = words.say(f"outcome.{after}")
    if before == after:
        named = words.say("change.same", outcome=named)
    elif before is not None:
        named = words.say("change.from_to", before=words.say(f"outcome.{before}"), after=named)
    return f"{words.say('change.outcome')}  {named}"


def _named(finding: Finding, form: Formatter) -> str:
    text = form.says(finding.ref)
    if finding.violation is not None and len(form.verdict.results) > 1:
        text += form.bracketed(form.pair(finding.violation, finding.party))
    return text


def _findings(code: str, mark: str, findings: Sequence[Finding], form: Formatter) -> Iterator[str]:
    words = form.words
    for each in findings:
        severity = words.say("open_bracket") + words.say(f"severity.{each.severity}") + words.say("close_bracket")
        text = words.say(f"change.{code}") + words.say("colon") + _named(each, form)
        yield f"  {mark} {text}{severity if code == 'breached' else ''}    [{form.cite(each.ref)}]"


def _curable(change: Change, form: Formatter, *, everything: bool) -> Iterator[str]:
    """Yield until when what is broken can be cured: of what was found now; on demand of all."""
    words = form.words
    for each in change.curable:
        if everything or each.finding in change.breached:
            text = words.say("change.curable") + words.say("colon") + _named(each.finding, form)
            yield f"  ○ {text}{words.say('semicolon')}{_until(each, form)}"


def _until(cure: Cure, form: Formatter) -> str:
    if cure.before is None:
        return form.words.say("change.cure.always")
    entry = form.verdict.vocabulary.steps[cure.before]
    step = form.words.pick(entry.zh, entry.en)
    if cure.last is None:
        return form.words.say("change.cure.before", step=step)
    return form.words.say("change.cure.last", step=step, last=cure.last)


def _limits(change: Change, form: Formatter) -> Iterator[str]:
    for limit in (*change.over, *change.due, *change.met):
        yield f"  {MARKS[limit.status]} {summary(limit, form)}    [{form.cite(limit.ref)}]"
        yield from (f"      {line}" for line in details(limit, form))


def _axes(code: str, axes: Sequence[str], form: Formatter) -> Iterator[str]:
    words = form.words
    named = []
    for axis in axes:
        kind, _, pair = axis.partition(":")
        name = words.say(f"change.axis.{kind}")
        several = pair and len(form.verdict.results) > 1
        named.append(f"{name} {pair.replace(':', ' ').strip()}" if several else name)
    if named:
        yield f"  ● {words.say(f'change.{code}')}{words.say('colon')}{words.join(named)}"


def _remaining(change: Change, form: Formatter, *, everything: bool) -> Iterator[str]:
    words = form.words
    for violation, party, outcomes in change.remaining:
        if len(outcomes) > 1 and (everything or (violation, party) in change.narrowed):
            pair = form.pair(violation, party)
            named = words.join([words.say(f"treatment.{each}", remaining="") for each in outcomes])
            yield f"  · {words.say('change.remaining')}{words.say('colon')}{pair}  {named}"


def _asked(change: Change, form: Formatter, *, everything: bool) -> Iterator[str]:
    """Yield the questions that came up, each once, the weightiest first."""
    words = form.words
    now = set(change.asked)
    facts: list[AskFact] = [fact for ask in form.verdict.asks for fact in ask.facts if fact.path in now]
    questions = list(dict.fromkeys(question_of(fact, form) for fact in facts))
    shown = questions if everything else questions[:ASKED_SHOWN]
    if shown:
        yield f"  ? {words.say('change.asked')}{words.say('colon')}".rstrip()
        yield from (f"      {question}" for question in shown)
    if len(shown) < len(questions):
        yield "      " + words.say("change.more", n=len(questions) - len(shown))
