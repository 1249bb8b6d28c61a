"""Which articles of a statute are penalty articles, and what the others are that speak of penalties.

In comes an article of `statutes.text` with the title of its statute. Out comes its class with the sentences that give
it: it *threatens* a kind of 行政处罚法第九条 against an act, or *refers* to what does; else it is counted no penalty
article, and its class says why: hearing, on-the-spot procedure, execution, competence, procedure, measures of courts,
disciplinary measures, criminal or civil liability, a mention, or nothing of the kind.

The classes go by words and their places in the sentence, not by meaning; docs/statute-texts.md says how often they err.
"""

from __future__ import annotations

from enforcement_rules.statutes.penalty_articles.classes import PENALTY, Classified, classified

__all__ = ["PENALTY", "Classified", "classified"]
