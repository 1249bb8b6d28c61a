"""What the citations of a violation say besides the provision: the edition, the title of what is not loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from enforcement_rules.evaluation.layout import Pair
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


def unread_range(pair: Pair, amount: Amount) -> Iterator[NotChecked]:
    """Yield the provisions whose range only the file states, by the titles it gives; one entry where it gives none."""
    if amount.source != "file":
        return
    cited = [(each.title or each.instrument, each.article) for each in pair.violation.penalised_by]
    named = [(name, article) for name, article in cited if name is not None]
    for name, article in dict.fromkeys(named or [(UNNAMED, None)]):
        yield NotChecked(name, article, "range_stated_by_file", ("decision",), blocks=True)
