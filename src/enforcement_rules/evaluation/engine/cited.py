"""What the file says of the law itself: the edition it cites, the title of what is not loaded, the range it states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from enforcement_rules.evaluation.applicability import penalised_by
from enforcement_rules.evaluation.engine.asks import Wanted, wanted
from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import Plan
from enforcement_rules.evaluation.range import open_bases, stated_scale
from enforcement_rules.evaluation.verdict import UNNAMED, Amount, LawChoice, NotChecked
from enforcement_rules.values.titles import edition_of


def with_editions(pair: Pair, choices: Iterable[LawChoice]) -> tuple[LawChoice, ...]:
    """Return the laws chosen, each with the years of the editions under whose names the case cites it."""
    found: dict[str, set[int]] = {}
    for each in pair.violation.penalised_by:
        year = edition_of(each.title) if each.title else None
        if each.instrument and year is not None:
            found.setdefault(each.instrument, set()).add(year)
    return tuple(
        replace(choice, cited=tuple(sorted(found[choice.instrument]))) if choice.instrument in found else choice
        for choice in choices
    )


def for_stated_range(plan: Plan, pair: Pair, amount: Amount) -> list[Wanted]:
    """Return the bases that a range stated by the file still waits for."""
    scale = stated_scale(pair)
    if amount.source != "file" or amount.decided or scale is None:
        return []
    cited = next((each.title or each.instrument for each in penalised_by(plan, pair)), None)
    return wanted(open_bases(scale, pair.facts), pair.facts, pair.key, cited or UNNAMED, "range", 6)


def unread_range(plan: Plan, pair: Pair, amount: Amount) -> Iterator[NotChecked]:
    """Yield the provisions whose range only the file states, by the titles it gives; one entry where it gives none."""
    if amount.source != "file":
        return
    cited = [(each.title or each.instrument, each.article) for each in penalised_by(plan, pair)]
    named = [(name, article) for name, article in cited if name is not None]
    for name, article in dict.fromkeys(named or [(UNNAMED, None)]):
        yield NotChecked(name, article, "range_stated_by_file", ("decision",), blocks=True)
