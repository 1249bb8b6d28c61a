"""Measure the second reader of penalty clauses on the statute texts that lie beside the checkout.

    python tools/second_reader.py TEXTS [--sample N] [--refused REASON]

TEXTS is a folder of statutes, one file a wording. Written are penalty articles and their units, how many are read, what
the others were refused for. An article counts as read where none of its units is refused. `--sample N` takes every
article whose hash falls on it, so that the same N-th part is taken each time; `--refused` lists places and parts of the
units refused for one reason.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from enforcement_rules.statutes.clauses import units_of
from enforcement_rules.statutes.outwards import Refused, atoms_in
from enforcement_rules.statutes.penalty_articles import classified
from enforcement_rules.statutes.text import Article, split_statute


def penalty_articles(texts: Path) -> Iterator[tuple[str, Article]]:
    """Yield the penalty articles of a folder with the name of their file."""
    for file in sorted(texts.glob("**/*.md")):
        if file.name == "README.md":
            continue
        title = file.stem.partition("(")[0]
        for article in split_statute(file.read_text(encoding="utf-8"), file.name).articles:
            if classified(article, title).is_penalty_article:
                yield file.stem, article


def falls_on(name: str, article: Article, part: int) -> bool:
    """Whether an article belongs to the sample; by its name, so that it is the same each time."""
    key = f"{name}|{article.number}|{article.insert}".encode()
    return int(hashlib.sha256(key).hexdigest(), 16) % part == 0


def main() -> None:
    """Read the arguments, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--sample", type=int, default=1)
    parser.add_argument("--refused", default="")
    given = parser.parse_args()
    counts: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    for name, article in penalty_articles(given.texts):
        if not falls_on(name, article, given.sample):
            continue
        refused = 0
        threats = 0
        for unit in units_of(article):
            answer = atoms_in(unit.text)
            threats += answer != ()
            counts["units"] += 1
            counts["units without a threat"] += answer == ()
            if isinstance(answer, Refused):
                refused += 1
                reasons[answer.reason] += 1
                if answer.reason == given.refused:
                    print(f"{name} {unit.citation}: {unit.text[answer.start : answer.end]}")
            elif answer:
                counts["units read"] += 1
                counts["atoms"] += len(answer)
        counts["articles"] += 1
        counts["articles read"] += not refused
        counts["articles read, with a threat"] += not refused and threats > 0
    for what, number in (*counts.items(), *((f"refused: {each}", n) for each, n in reasons.most_common())):
        print(f"{number:>7}  {what}")


if __name__ == "__main__":
    main()
