"""A statute's text becomes articles, paragraphs, items and sub-items (条, 款, 项, 目), each with its line in the file.

In comes the text of one file: plain or Markdown, one wording of one law. Out comes a `Wording` of frozen objects, with
a hash for each article, and everything that is unclear about the text as problems with `file:line`. What the numbers do
not settle is told, never guessed: an article that is there twice has no text until somebody says which is meant.

`LawText` is a folder of wordings: which of them speaks on a day, and which one a ruleset rests on. The files are read
by `loading.law_text`, one when it is asked for.
"""

from __future__ import annotations

from enforcement_rules.statutes.text.folder import Chosen, Entry, LaterChange, LawText
from enforcement_rules.statutes.text.numbers import strict_number
from enforcement_rules.statutes.text.passage import Passage, article_sha256, passage
from enforcement_rules.statutes.text.quoting import Edition, NotQuoted, Quotation, quoted
from enforcement_rules.statutes.text.splitting import split_statute
from enforcement_rules.statutes.text.wording import Article, Item, Paragraph, Wording, normal_text

__all__ = [
    "Article",
    "Chosen",
    "Edition",
    "Entry",
    "Item",
    "LaterChange",
    "LawText",
    "NotQuoted",
    "Paragraph",
    "Passage",
    "Quotation",
    "Wording",
    "article_sha256",
    "normal_text",
    "passage",
    "quoted",
    "split_statute",
    "strict_number",
]
