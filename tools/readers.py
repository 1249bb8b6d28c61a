"""Measure the readers of penalty clauses: python tools/readers.py TEXTS [--write].

Counted are the penalty articles of a folder of statutes that both readers take and agree on, by field, and why the
others are refused; and what they say is held against readings made by hand (`by_hand.py`). `--write` writes
docs/readers.md; without it the page is held against the count.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from by_hand import against_gold, bound, by_hand

from enforcement_rules import load_law_text
from enforcement_rules.statutes.agreement import ArticleReading, read_article
from enforcement_rules.statutes.penalty_articles import classified
from enforcement_rules.statutes.text import LawText

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "readers.md"


def article_readings(law: LawText) -> Iterator[tuple[str, ArticleReading]]:
    """Yield the penalty articles of a folder with their field, which is the folder below it."""
    for entry in law.entries:
        field = Path(entry.file).parent.name
        for article in law.wording(entry).articles:
            if classified(article, entry.title).is_penalty_article:
                yield field, read_article(article)


def page(law: LawText) -> str:
    """Return docs/readers.md."""
    fields, accepted, refusers, reasons = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    units = read = 0
    for field, found in article_readings(law):
        fields[field] += 1
        accepted[field] += found.accepted
        for each in found.units:
            units += 1
            read += each.accepted
            refusers.update([each.refuser] if each.refuser else [])
            reasons.update(each.reasons[:1])
    rows = [f"| {name} | {n} | {accepted[name]} | {accepted[name] / n:.0%} |" for name, n in sorted(fields.items())]
    total, counted = sum(fields.values()), sum(accepted.values())
    return "\n".join(
        [
            *_HEAD,
            *rows,
            f"| all | {total} | {counted} | {counted / total:.1%} |",
            "",
            f"Heads and items: {units}, accepted {read}. Refused by: "
            + ", ".join(f"{name} {n}" for name, n in refusers.most_common())
            + ".",
            "",
            "| reason (the first reader's where both refuse) | heads and items |",
            "|---|---:|",
            *(f"| `{name}` | {n} |" for name, n in sorted(reasons.items(), key=lambda each: (-each[1], each[0]))),
            "",
            *_hands_page(law),
            *_by_hand_page(*against_gold(law)),
        ]
    )


_HEAD = (
    "# What the readers of penalty clauses read",
    "",
    "Made by `python tools/readers.py TEXTS --write` from the statute texts beside the checkout.",
    "An article is **accepted** where both readers read each of its heads and items and agree on kinds, force,",
    "parties, organs, conditions, ranges, choices and steps ([clauses](clauses.md)). All else is refused.",
    "",
    "| field | penalty articles | accepted | share |",
    "|---|---:|---:|---:|",
)


_HANDS = (
    "## Held against readings by hand",
    "",
    "Articles drawn by lot in all fields were read twice, by readers who saw neither each other's reading nor a",
    "program's. Habits that are mere spelling are put alike; organs, criminal and civil liability and 处分 are not",
    "counted. Of a measure kind, force, party, conditions, range, choice, step and reference have to be alike.",
    "",
    "225 of the articles were at hand while the readers were widened, which is why 0 of them says less than it seems.",
    "The last 78 (247 heads and items; of those read 83 threaten something) were not. There one differed, a reference",
    "to penalties for public order taken for another reference; it was then mended by kind. 1 of 83 leaves at most",
    "5.6 % at 95 %.",
    "",
    "| field | articles | heads and items | measures of the one | of the other | alike | share |",
    "|---|---:|---:|---:|---:|---:|---:|",
)


def _hands_page(law: LawText) -> Iterator[str]:
    """Return how far the two readings by hand agree, by field, and what became of the rest."""
    places = {Path(each.file).name: Path(each.file).parent.name for each in law.entries}
    gold = by_hand()
    fields: dict[str, list[dict[str, Any]]] = {}
    for each in gold:
        fields.setdefault(places[each["file"]], []).append(each)
    yield from _HANDS
    yield from (_alike(field, fields[field]) for field in sorted(fields))
    yield from (_alike("all", gold), "")
    settled = Counter(each["settled"] for each in gold if "settled" in each)
    opened = [each for each in gold if each.get("open")]
    agreed = sum(each.get("agreed", False) for each in gold)
    yield f"All is alike in {agreed} heads and items. The others were settled by a third reading of the text, made"
    yield f"before what the program says of them was looked at: as the one {settled['A']}, as the other {settled['B']},"
    yield f"of both {settled['other']}. Left open and not counted: {len(opened)}. What both read alike was not read"
    yield "again, but held against the numerals and the words for kinds in the text."
    yield from ("", "| the two differ in | heads and items |", "|---|---:|")
    kinds = Counter(each["differ"] for each in gold if "differ" in each)
    ordered = sorted(kinds.items(), key=lambda each: (-each[1], each[0]))
    yield from (f"| {_DIFFER.get(name, name)} | {n} |" for name, n in ordered)
    yield from ("", "| left open | |", "|---|---|")
    yield from (f"| {each['file'].partition('.')[0]} {each['at']} | {each['why']} |" for each in opened)
    yield ""


_DIFFER = {
    "kind": "the kind of a measure",
    "line": "whether there is a measure",
    "payer": "whether who pays the costs is a party",
    "outside": "only what is not counted",
    "condition party": "a condition and a party",
    "condition reference": "a condition and a reference",
}


def _alike(name: str, gold: list[dict[str, Any]]) -> str:
    articles = {(each["file"], each["at"].partition("款")[0].rpartition("第")[0]) for each in gold}
    one, other, both = (sum(each["hands"][n] for each in gold) for n in range(3))
    share = f"{2 * both / (one + other):.1%}" if one + other else ""
    return f"| {name} | {len(articles)} | {len(gold)} | {one} | {other} | {both} | {share} |"


def _by_hand_page(counts: Counter[str], wrong: list[str]) -> Iterator[str]:
    threats = counts["threaten"]
    places = sorted({each.partition(" <> ")[0].partition(": ")[0] for each in wrong})
    yield f"Of the {counts['units']} heads and items the readers accept {counts['accepted']}; {counts['counted']} of"
    yield f"these are not open, {threats} of which threaten something, with {counts['lines']} measures. In kind, force,"
    yield "party, condition, range with what it is taken of, choice or step differ from the settled reading:"
    yield f"**{len(places)}**" + ("" if wrong else f" (0 of {threats} leaves at most {bound(threats):.2%} at 95 %).")
    yield from ("", *(f"- {each}" for each in places)) if wrong else ()
    yield ""


def main() -> int:
    """Write the page, or say that it is old."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    made = page(load_law_text(given.texts))
    if given.write:
        PAGE.write_text(made, encoding="utf-8")
        return 0
    if PAGE.read_text(encoding="utf-8") != made:
        print("docs/readers.md is not what the readers read: python tools/readers.py TEXTS --write", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
