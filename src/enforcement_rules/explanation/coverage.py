"""What of the penalty law is encoded, in words: a line for each statute text, and the sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from enforcement_rules.checking import STATUSES, ArticleCoverage, WordingCoverage
from enforcement_rules.explanation.wording import Language, Words
from enforcement_rules.values.titles import law_title
from enforcement_rules.values.visible import page_of

_COLUMNS = ("articles", *STATUSES)


def as_coverage_text(found: Sequence[WordingCoverage], lang: Language = "zh", *, articles: bool = False) -> str:
    """Return the counts as text.

    Args:
        found: the texts.
        lang: the language.
        articles: whether each article that is not encoded is named below its text.
    """
    words = Words(lang)
    return page_of(_text(found, words, articles=articles))


def _text(found: Sequence[WordingCoverage], words: Words, *, articles: bool) -> Iterator[str]:
    yield words.say("coverage.columns", columns=" / ".join(words.say(f"coverage.{each}") for each in _COLUMNS))
    for each in found:
        yield f"{' / '.join(map(str, _counts([each])))}  {_named(each)}"
        if articles:
            yield from (f"    {_not_encoded(one, words)}" for one in each.articles if one.status != "encoded")
    yield f"{' / '.join(map(str, _counts(found)))}  {words.say('coverage.sum', n=len(found))}"


def as_coverage_markdown(found: Sequence[WordingCoverage], lang: Language = "zh", *, articles: bool = False) -> str:
    """Return the counts as a Markdown table; see `as_coverage_text`."""
    words = Words(lang)
    return page_of(_markdown(found, words, articles=articles))


def _markdown(found: Sequence[WordingCoverage], words: Words, *, articles: bool) -> Iterator[str]:
    heads = (words.say("coverage.text"), words.say("coverage.from"), *(words.say(f"coverage.{c}") for c in _COLUMNS))
    yield f"| {' | '.join(heads)} |"
    yield f"|---|---|{'---:|' * len(_COLUMNS)}"
    for each in found:
        yield f"| {_named(each)} | {_day(each, words)} | {' | '.join(map(str, _counts([each])))} |"
    yield f"| {words.say('coverage.sum', n=len(found))} | | {' | '.join(map(str, _counts(found)))} |"
    if articles:
        for each in found:
            left = [one for one in each.articles if one.status != "encoded"]
            if left:
                yield from ("", f"**{_named(each)}**", "")
                yield from (f"- {_not_encoded(one, words)}" for one in left)


def _named(found: WordingCoverage) -> str:
    adopted = found.entry.adopted
    return law_title(found.entry.title) + (f"({adopted.isoformat()})" if adopted else "")


def _counts(found: Sequence[WordingCoverage]) -> tuple[int, ...]:
    return (sum(len(each.articles) for each in found), *(sum(each.count(s) for each in found) for s in STATUSES))


def _day(found: WordingCoverage, words: Words) -> str:
    day = found.entry.in_force_from
    if day is None:
        return words.say("coverage.no_day")
    return day.isoformat() if found.entry.verified else words.say("coverage.unverified", day=day.isoformat())


def _not_encoded(article: ArticleCoverage, words: Words) -> str:
    said = [words.say(f"coverage.{article.status}")] if article.status != "gap" else []
    if article.status == "partly":
        said.append(words.say("coverage.open", numbers=words.join([str(each) for each in article.paragraphs])))
    said += [words.say("coverage.gap_reason", name=name, reason=reason) for name, reason in article.gaps]
    return f"{article.article}  {words.join(said)}"
