"""The JSON of the words of statutes, from attached texts."""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from enforcement_rules.evaluation.verdict.shapes.parts import RemarkShape


class QuoteShape(TypedDict):
    """What a place that a rule rests on says, in the wording of the version that the rule belongs to."""

    rule: Annotated[str, "id of the rule: instrument/name"]
    version: Annotated[str, "version of the instrument"]
    article: Annotated[str, "the place quoted, from article to item"]
    text: Annotated[
        str, "the words of that place; of an item behind the words that introduce it, on lines of their own"
    ]
    file: Annotated[str, "the text, as the folder was named"]
    line: Annotated[int, "line at which the place begins"]
    sha256: Annotated[str, "hash of the whole article's text"]
    matched: Annotated[
        Literal["first_day", "period", "year"],
        "what the wording of the version was found by: its first day, a day within its time, the year of its name",
    ]
    remarks: Annotated[list[RemarkShape], "what is unclear about the article, or about the numbers of the text"]


class NotQuotedShape(TypedDict):
    """A place that a rule rests on and that no attached text says."""

    rule: Annotated[str, "id of the rule: instrument/name"]
    version: Annotated[str, "version of the instrument"]
    article: Annotated[str, "article of the instrument that the rule states"]
    why: Annotated[
        Literal["no_text", "other_wordings", "unreadable", "not_in_text"],
        "no text of the law, none or several for the version, a file that cannot be used, or a text without that place",
    ]
    remarks: Annotated[list[RemarkShape], "more about the file, the place, or the numbers of the text"]


class QuotesShape(TypedDict):
    """The words of what a verdict cites."""

    quotes: Annotated[list[QuoteShape], "the words of what is cited"]
    not_quoted: Annotated[list[NotQuotedShape], "what is cited and no attached text says"]
