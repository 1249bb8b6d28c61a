"""Articles in citations: as the law writes them in Chinese, by numbers in English."""

from __future__ import annotations

from enforcement_rules.explanation.wording import Words
from enforcement_rules.values.citation import Part, citation_parts, written


def article_in_words(article: str, words: Words) -> str:
    """Return an article in the language of the page; what is no plain citation stays as the ruleset writes it."""
    if words.lang == "zh":
        return article
    places = [citation_parts(each) for each in article.split("、")]
    if any(written(parts) != each for parts, each in zip(places, article.split("、"), strict=True)):
        return words.table.get(f"article.{article}", article)
    return ", ".join(map(_english, places))


def _english(parts: tuple[Part, ...]) -> str:
    """Return one place: 第六十四条第一款第四项 is art. 64(1), item 4.

    >>> _english(citation_parts("第五十条之一第二款"))
    'art. 50-1(2)'
    """
    text = ""
    for part in parts:
        number = f"{part.number}-{part.insert}" if part.insert else f"{part.number}"
        text += {"条": f"art. {number}", "款": f"({number})"}.get(part.unit, f", item {number}")
    return text.removeprefix(", ")


def behind(title: str, article: str | None, words: Words) -> str:
    """Return a title with the article behind it: in Chinese without a space before 第, else with one."""
    if not article:
        return title
    space = "" if words.lang == "zh" and article.startswith("第") else " "
    return title + space + article_in_words(article, words)
