"""Values, amounts, ranges, citations and places as a reader expects them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import cached_property
from typing import Any, Protocol, cast

from enforcement_rules.evaluation.verdict import ELEMENTS, RuleRef, Verdict
from enforcement_rules.explanation.forms.catalogue_items import item_days, item_holders
from enforcement_rules.explanation.wording import Words
from enforcement_rules.model.vocabulary import Fact
from enforcement_rules.rules.catalogue import Item
from enforcement_rules.values.choices import Choices
from enforcement_rules.values.dates import without_year
from enforcement_rules.values.errors import Path
from enforcement_rules.values.interval import Interval
from enforcement_rules.values.moment import Moment
from enforcement_rules.values.range import Range
from enforcement_rules.values.truth import UNKNOWN

_TEN_THOUSAND = 10_000


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
        space = "" if self.words.lang == "zh" else " "
        version = f"（{ref.version}）" if self.words.lang == "zh" else f" ({ref.version})"
        return f"{self.title(ref.instrument)}{version}{space}{ref.article}"

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
        text = self._plain(fact, value)
        unit = fact.entry.unit if self.words.lang == "zh" and fact.type.kind in ("days", "count", "number") else None
        if fact.type.kind == "days" and unit is None:
            unit = "日" if self.words.lang == "zh" else "days"
        return f"{text} {unit}" if unit else text

    def element(self, named: tuple[tuple[str, Any], ...]) -> str:
        """Return an element of a collection by the facts it is known by."""
        return " ".join(self.value(id_, value) for id_, value in named) or self.words.say("node.unknown")

    def _interval(self, id_: str, value: Interval) -> str:
        if (day := without_year(value.low, value.high)) is not None:
            return self.words.say("stated.any_year", day=day.removeprefix("--"))
        low, high = (self.value(id_, end) if end is not None else "" for end in (value.low, value.high))
        if (low and high) or isinstance(value.low or value.high, dt.date):
            return f"{low}–{high}"
        return self.words.say("op.at_least", bound=low) if low else self.words.say("op.at_most", bound=high)

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
            return value.earliest.isoformat(" ", "minutes") if value.earliest else self.words.say("node.unknown")
        if isinstance(value, dt.date):
            return value.isoformat()
        if isinstance(value, Decimal):
            return _grouped(value, places=None)
        return self.label(fact, value) if isinstance(value, str) else str(value)

    def label(self, fact: Fact, value: str) -> str:
        """Return the name of one of a fact's values, of a penalty kind, or the text itself."""
        if value in fact.type.values:
            return self.words.pick(*fact.type.values[value])
        if value in fact.entry.wider:
            return self.words.pick(fact.entry.wider[value].zh, fact.entry.wider[value].en)
        return self.words.table.get(f"kind.{value}", value)

    def yuan(self, amount: Any, *, short: bool = False) -> str:
        """Return an amount with grouped thousands; `short` writes 5 万元 where it is exact."""
        exact = Decimal(str(amount))
        if short and self.words.lang == "zh" and exact >= _TEN_THOUSAND and exact % 1000 == 0:
            return self.words.say("ten_thousand", amount=f"{(exact / _TEN_THOUSAND).normalize():f}")
        return self.words.say("yuan", amount=_grouped(exact, places=0 if short and exact == int(exact) else 2))

    def range(self, range_: Range) -> str:
        """Return a range of fines; ends that do not belong to it say so."""
        low, high = (
            None if end is None else self.yuan(end, short=True) + (self.words.say("span.open") if is_open else "")
            for end, is_open in ((range_.low, range_.low_open), (range_.high, range_.high_open))
        )
        if low is not None and high is not None:
            return self.words.say("span.between", low=low, high=high)
        return self.words.say("span.low", low=low) if high is None else self.words.say("span.high", high=high)


def _grouped(amount: Decimal, *, places: int | None) -> str:
    """Write a number with groups of three digits; never rounded, so that an end of a range is the end."""
    if places is not None:
        rounded = amount.quantize(Decimal(1).scaleb(-places))
        amount = rounded if rounded == amount else amount.normalize()
    whole, _, fraction = format(amount, "f").partition(".")
    grouped = f"{int(whole):,}".replace(",", " ")
    return f"{grouped}.{fraction}" if fraction else grouped
