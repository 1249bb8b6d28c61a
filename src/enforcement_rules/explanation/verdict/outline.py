"""The outline of a verdict: sections and lines in the order a reviewer reads, before they take any form."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from enforcement_rules.evaluation.verdict import Verdict
from enforcement_rules.explanation.forms import Formatter, Line, Table, seen
from enforcement_rules.explanation.verdict import evidence, problems, results, stated, waiting
from enforcement_rules.explanation.wording import Language, Words

EVENTS_SHOWN = 8


class Section(Struct, frozen=True):
    """A section with its title, its tables, and its lines below them."""

    title: str
    lines: tuple[Line, ...]
    tables: tuple[Table, ...] = ()


class Outline(Struct, frozen=True):
    """A whole verdict: what stands above the sections, the sections, what stands below."""

    head: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    foot: tuple[tuple[str, str], ...] = field(default=())


def outline_of(verdict: Verdict, lang: Language, *, everything: bool = False) -> Outline:
    """Return the outline of a verdict in one language; `everything` names duties that were kept, too."""
    words = Words(lang)
    form = Formatter(verdict, words)
    warned = tuple(waiting.warnings_of(verdict, form))
    against = tuple(stated.against_of(verdict, form))
    sections = [
        *([Section(words.say("section.warnings"), warned)] if warned else []),
        Section(words.say("section.problems"), (*against, *problems.lines_of(verdict, form, alone=not against))),
        Section(words.say("section.results"), tuple(results.lines_of(verdict, form))),
        Section(words.say("section.asks"), tuple(waiting.asks_of(verdict, form, everything=everything))),
        Section(
            words.say("section.not_checked"),
            (*waiting.calendars_of(verdict, form), *waiting.not_checked_of(verdict, form, everything=everything)),
        ),
    ]
    tables, below = tuple(evidence.tables_of(verdict, form)), tuple(evidence.lines_of(verdict, form))
    if tables or below:
        sections.insert(3 if warned else 2, Section(words.say("section.evidence"), below, tables))
    if everything:
        sections.append(Section(words.say("section.satisfied"), tuple(problems.kept_of(verdict, form))))
        sections.append(Section(words.say("section.stated"), tuple(stated.everything_of(verdict, form))))
    foot = _foot(verdict, form, everything=everything)
    return seen(Outline(tuple(_head(verdict, form)), tuple(sections), tuple(foot)))


def _head(verdict: Verdict, form: Formatter) -> Iterator[tuple[str, str]]:
    words = form.words
    yield words.say("case"), verdict.case.number or words.say("unnumbered")
    yield words.say("on"), verdict.on.isoformat() + (words.say("on.last_day") if verdict.last_day else "")
    yield words.say("record"), words.say(f"record.{verdict.case.record}")
    yield words.say("conclusion"), headline(verdict, words)
    if verdict.if_regular is not None:
        outcome, kept = verdict.if_regular
        yield words.say("if_regular", n=kept), words.say(f"outcome.{outcome}")


def _presumed(verdict: Verdict, form: Formatter) -> list[str]:
    """Return the values that definitions presume, such as the ordinary procedure of a case that was filed."""
    pairs = [each.partition("=") for each in verdict.assumed if "=" in each]
    known = [(form.fact(id_), value) for id_, _, value in pairs]
    return [f"{form.name(fact.id)} {form.label(fact, value)}" for fact, value in known if fact is not None]


def headline(verdict: Verdict, words: Words) -> str:
    """Return the conclusion in one sentence: outcome, the worst that is shown or apparent, the amount, what is open."""
    code, args = verdict.headline
    parts = [words.say(f"headline.{code}", **args)]
    if args["apparent"] and code != "apparent_breach":
        parts.append(words.say("headline.also_apparent", **args))
    if args["not_loaded"]:
        parts.append(words.say("headline.also_not_loaded", **args))
    parts.append(words.say(f"amount.{args['amount']}"))
    if args["open_groups"]:
        parts.append(words.say("open_groups", **args))
    return words.say(f"outcome.{verdict.outcome}") + words.say("colon") + words.say("semicolon").join(parts)


def _foot(verdict: Verdict, form: Formatter, *, everything: bool) -> Iterator[tuple[str, str]]:
    words = form.words
    counts: dict[str, int] = {}
    for finding in verdict.findings:
        counts[finding.status] = counts.get(finding.status, 0) + 1
    text = [f"{words.say('status.' + status)} {count}" for status, count in counts.items()]
    yield words.say("section.counts"), words.join(text) or words.say("none")
    if presumed := _presumed(verdict, form):
        yield words.say("section.presumed"), words.join(presumed)
    if verdict.assumed:
        events = verdict.vocabulary.events
        named = [words.pick(events[each].zh, events[each].en) for each in verdict.assumed if each in events]
        shown = named if everything else named[:EVENTS_SHOWN]
        more = [words.say("more", n=len(named) - len(shown))] if len(named) > len(shown) else []
        # Some names are lists themselves.
        yield words.say("section.assumed"), words.say("semicolon").join(shown + more)
