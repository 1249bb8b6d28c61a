"""What both readers of penalty clauses say of a head or an item: read, where they agree; else refused, with the reason.

In comes the normal text of one unit (`units_of` an article). Out comes a `Reading`: the lines that both readers came
to on their own, or why there are none. Neither reader decides against the other: what one refuses, or what they read
otherwise, is refused.
"""

from __future__ import annotations

from enforcement_rules.statutes.agreement.reading import ArticleReading, Reading, read_article, read_both

__all__ = ["ArticleReading", "Reading", "read_article", "read_both"]
