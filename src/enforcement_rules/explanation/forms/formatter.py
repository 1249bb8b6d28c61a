"""Values, amounts, ranges, citations and places as a reader expects them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any, Protocol, cast

from enforcement_rules.evaluation.verdict import ELEMENTS, RuleRef, Verdict
from enforcement_rules.explanation.forms import money, people
from enforcement_rules.explanation.forms.articles import article_in_words, behind
from enforcement_rules.explanation.forms.catalogue_items import item_days, item_holders
from enforcement_rules.explanation.wording import Words
from enforcement_rules.model.vocabulary import Fact
from enforcement_rules.rules.catalogue import Item
from enforcement_rules.values.choices import Choices
from enforcement_rules.values.dates import without_year
from enforcement_rules.values.errors import Path
from enforcement_rules.values.fact_type import show_moment
from enforcement_rules.values.interval import Interval
from enforcement_rules.values.moment import Moment
from enforcement_rules.values.range import Range
from enforcement_rules.values.truth import UNKNOWN


class Named(Protocol):
    """What names facts, laws and places: a case, the vocabulary, the short titles of instruments."""

    @property
    def case(self) -> Any:
        """The case."""
        ...

    @property
    def vocabulary(self) -> Any:
        """The vocabulary."""
        ...

    @property
    def titles(self) -> Any:
        """Chinese and English short title by instrument."""
        ...


class Formatter:
    """Writes the values of one verdict in one language."""

    def __init__(self, verdict: Verdict | Named, words: Words) -> None:
        """Keep the verdict, or another thing that has a case, for its vocabulary and places, and the words."""
        # What reads findings or results is only ever given a verdict.
        self.verdict = cast("Verdict", verdict)
        self.words = words

    def title(self, instrument: str) -> str:
        """Return the short title of an instrument; its id where it is not loaded."""
        chinese, english = self.verdict.titles.get(instrument, (instrument, instrument))
        return self.words.pick(chinese, english)

    def cite(self, ref: RuleRef) -> str:
        """Return instrument, version and article."""
        named = self.title(ref.instrument) + self.bracketed(self.edition(ref.version))
        space = "" if self.words.lang == "zh" else " "
        return named + space + article_in_words(ref.article, self.words)

    def cite_all(self, refs: Sequence[RuleRef]) -> str:
        """Return several rules: each instrument and version once, with its articles behind it."""
        articles: dict[str, list[str]] = {}
        for ref in refs:
            named = self.title(ref.instrument) + self.bracketed(self.edition(ref.version))
            told = articles.setdefault(named, [])
            article = article_in_words(ref.article, self.words)
            if article not in told:
                told.append(article)
        space = "" if self.words.lang == "zh" else " "
        return self.words.say("semicolon").join(
            named + space + self.words.join(told) for named, told in articles.items()
        )

    def provision(self, title: str, article: str | None) -> str:
        """Return an article of an instrument, whatever its version."""
        return behind(title, article, self.words)

    def edition(self, version: str) -> str:
        """Return a version as it stands in brackets: its year, or that it bears no date."""
        return self.words.table.get(f"edition.{version}", version)

    def text_of(self, version: str) -> str:
        """Return a version as a noun: the text of a year, or one that bears no date."""
        code = "version.of_year" if version[:4].isdigit() else "version.other"
        return self.words.say(code, version=self.edition(version))

    def bracketed(self, text: str) -> str:
        """Return a text in the brackets of the language; nothing for nothing."""
        return self.words.say("open_bracket") + text + self.words.say("close_bracket") if text else ""

    def says(self, ref: RuleRef) -> str:
        """Return what a rule says."""
        return self.words.pick(ref.says, ref.says_en)

    def fact(self, id_: str) -> Fact | None:
        """Return a fact of the vocabulary."""
        found: Fact | None = self.verdict.vocabulary.fact(id_)
        return found

    def name(self, id_: str) -> str:
        """Return the name of a fact, or of a collection."""
        if id_.startswith("@"):
            return self.words.say(f"collection.{id_[1:]}")
        if id_.startswith(ELEMENTS):
            name = id_.removeprefix(ELEMENTS)
            return self.words.pick(*self.labels.get(name, (name, name)))
        fact = self.fact(id_)
        return id_ if fact is None else self.words.pick(fact.entry.zh, fact.entry.en)

    @cached_property
    def labels(self) -> dict[str, tuple[str, str]]:
        """What the elements of the results say, by name; none where there are no results."""
        found: dict[str, tuple[str, str]] = getattr(self.verdict, "labels", {})
        return found

    def pair(self, violation: str | None, party: str | None) -> str:
        """Return a violation and a party by their names; where the case has but one of them, only the other."""
        case, words = self.verdict.case, self.words
        named = []
        if violation and (not party or len(case.violations) > 1):
            named.append(people.violation_name(case, violation, self.verdict.vocabulary.causes, words))
        if party and (not named or len(case.parties) > 1):
            named.append(self.party(party))
        return words.join(named)

    def party(self, id_: str) -> str:
        """Return a party by its name; without one what the file calls it."""
        return people.party_name(self.verdict.case, id_, self.words)

    def cause(self, id_: str) -> str:
        """Return a cause by its name; one that nobody declares as it is written."""
        label = self.verdict.vocabulary.causes.get(id_)
        return self.words.quoted(id_) if label is None else self.words.pick(label.zh, label.en)

    def speaker(self, by: str | None) -> str:
        """Return who says something."""
        return people.speaker_name(by, self.words)

    def place(self, path: Path | None) -> str:
        """Return `file:line` of a part of the case; empty where it has no file."""
        place = self.verdict.case.place(path) if path else None
        return f"{place.file.rpartition('/')[2]}:{place.line}" if place and place.line else ""

    def item(self, item: Item) -> str:
        """Return an item of a catalogue: its code, its title and what it is; the days and levels it is for."""
        words = self.words
        marks = [words.say(f"catalogue.kind.{item.kind}"), *item_days(item, words), *item_holders(item, words)]
        title = words.pick(item.title.zh, item.title.en)
        body = words.say("catalogue.item", name=item.name, title=title)
        return body + words.say("open_bracket") + words.say("semicolon").join(marks) + words.say("close_bracket")

    def item_place(self, item: Item) -> str:
        """Return `file:line` of an item of a catalogue; empty where it has no file."""
        return f"{item.place.file.rpartition('/')[2]}:{item.place.line}" if item.place else ""

    def value(self, id_: str, value: Any) -> str:
        """Return a value of a fact, with its unit."""
        if id_.startswith(ELEMENTS):
            return self.words.say(f"evidence.{value}")
        fact = self.fact(id_)
        if value is UNKNOWN or value is None or fact is None:
            return self.words.say("node.unknown")
        if (wider := fact.type.wider_name(value)) is not None:
            label = fact.entry.wider[wider]
            return self.words.pick(label.zh, label.en)
        if isinstance(value, Interval):
            return self._interval(id_, value)
        return self.measured(fact, self._plain(fact, value))

    def measured(self, fact: Fact, number: str) -> str:
        """Return a number with the unit of its fact, if it has any."""
        unit = self._unit(fact)
        return self.words.say("measure", number=number, unit=unit) if unit else number

    def _unit(self, fact: Fact) -> str | None:
        """Return the unit of a number; of days, in English the only one that facts bear."""
        if fact.type.kind not in ("days", "count", "number"):
            return None
        unit = fact.entry.unit if self.words.lang == "zh" else None
        return unit or (self.words.say("unit.days") if fact.type.kind == "days" else None)

    def element(self, named: tuple[tuple[str, Any], ...]) -> str:
        """Return an element of a collection by the facts it is known by."""
        first, *others = [self.value(id_, value) for id_, value in named] or [self.words.say("node.unknown")]
        return first + self.bracketed(self.words.join(others))

    def _interval(self, id_: str, value: Interval) -> str:
        if (day := without_year(value.low, value.high)) is not None:
            return self.words.say("stated.any_year", day=day.removeprefix("--"))
        low, high = (None if end is None else self.value(id_, end) for end in (value.low, value.high))
        fact = self.fact(id_)
        if fact is None or fact.type.kind not in ("date", "time", "moment"):
            return money.span(low, high, self.words)
        if whole := _whole(value):
            return self.words.say("day.month" if "-" in whole else "day.year", year=whole[:4], month=whole[5:])
        if low is None or high is None:
            return self.words.say("day.until", day=high) if low is None else self.words.say("day.since", day=low)
        return self.words.say("day.between", since=low, until=high)

    def _plain(self, fact: Fact, value: Any) -> str:
        if isinstance(value, bool):
            return self.words.say("truth.yes" if value else "truth.no")
        if fact.type.kind == "graded" and isinstance(value, int):
            return self.label(fact, tuple(fact.type.values)[value])
        if fact.type.kind == "amount":
            return self.yuan(value)
        if isinstance(value, Choices | frozenset):
            members = value.known if isinstance(value, Choices) else value
            return self.words.join([self._plain(fact, each) for each in sorted(members)]) or self.words.say("none")
        if isinstance(value, Moment):
            return self._moment(value)
        if isinstance(value, dt.date):
            return value.isoformat()
        if isinstance(value, Decimal):
            return money.grouped(value)
        return self.label(fact, value) if isinstance(value, str) else str(value)

    def _moment(self, value: Moment) -> str:
        """Return when something was: to the minute where that is known, else the day, or between which times."""
        shown = show_moment(value)
        if shown is None:
            return self.words.say("node.unknown")
        if isinstance(shown, str):
            return shown.replace("T", " ")
        since, until = ((end or "").replace("T", " ") for end in (shown["from"], shown["to"]))
        if since and until:
            return self.words.say("day.between", since=since, until=until)
        return self.words.say("day.since", day=since) if since else self.words.say("day.until", day=until)

    def label(self, fact: Fact, value: str) -> str:
        """Return the name of one of a fact's values, of a penalty kind, or the text itself."""
        if value in fact.type.values:
            return self.words.pick(*fact.type.values[value])
        if value in fact.entry.wider:
            return self.words.pick(fact.entry.wider[value].zh, fact.entry.wider[value].en)
        known = self._register(fact.id).get(value)
        if known is not None:
            return self.words.pick(known.zh, known.en)
        instrument, _, article = value.partition(" ")
        if instrument in self.verdict.titles:
            return self.provision(self.title(instrument), article)
        return self.words.table.get(f"kind.{value}", value)

    def _register(self, id_: str) -> Mapping[str, Any]:
        """Return what the names are called that stand in a fact: causes, fields, kinds of step; of others nothing."""
        vocabulary = self.verdict.vocabulary
        registers: dict[str, Mapping[str, Any]] = {
            "violation.cause": vocabulary.causes,
            "step.kind": vocabulary.steps,
            "organ.field": getattr(self.verdict, "fields", {}),
        }
        return registers.get(id_, {})

    def yuan(self, amount: Any, *, short: bool = False) -> str:
        """Return an amount with its fen; `short` writes it as a limit of a statute: 5万元."""
        return money.short_yuan(amount, self.words) if short else money.yuan(amount, self.words)

    def range(self, range_: Range) -> str:
        """Return a range of fines as a statute would; ends that do not belong to it say so."""
        return money.fines(range_, self.words)

    def times(self, ends: tuple[str | None, str | None]) -> str:
        """Return multiples between two ends."""
        return money.factors(ends, "times", self.words)

    def percent(self, ends: tuple[str | None, str | None]) -> str:
        """Return percentages between two ends."""
        return money.factors(ends, "percent", self.words)

    def percent_to_times(self, ends: tuple[str | None, str | None]) -> str:
        """Return what lies between a percentage and a multiple."""
        return money.factors(ends, "percent_to_times", self.words)

    def each(self, ends: tuple[str | None, str | None]) -> str:
        """Return amounts for each unit between two ends."""
        low, high = (None if end is None else self.yuan(end, short=True) for end in ends)
        return low if low is not None and low == high else money.span(low, high, self.words)

    def days(self, least: Any, most: Any) -> str:
        """Return a term of days between two ends; `None` is no end."""
        return money.factors((_text(least), _text(most)), "days", self.words)


def _whole(days: Interval) -> str:
    """Return the year or the month (`2023`, `2023-05`) that some days make up, nothing where they make up neither."""
    low, high = days.low, days.high
    if not isinstance(low, dt.date) or not isinstance(high, dt.date) or low.day != 1 or low.year != high.year:
        return ""
    after = high + dt.timedelta(days=1)
    if after.day != 1 or (low.month, after.month) == (high.month, low.month):
        return ""
    if low.month == high.month:
        return f"{low.year}-{low.month:02}"
    return f"{low.year}" if (low.month, after.month) == (1, 1) else ""


def _text(end: Any) -> str | None:
    return None if end is None else str(end)
