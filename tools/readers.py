"""Measure the readers of penalty clauses: python tools/readers.py TEXTS [--write].

Counted are the penalty articles of a folder of statutes that both readers take and agree on, by field, and why the
others are refused; and what they say is held against readings made by hand (`tests/statutes/agreement/gold.json`:
places and values, no sentences). `--write` writes docs/readers.md; without it the page is held against the count.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from enforcement_rules import load_law_text
from enforcement_rules.statutes.agreement import ArticleReading, Reading, read_article, read_both
from enforcement_rules.statutes.clauses import WORDS, Line, units_of
from enforcement_rules.statutes.penalty_articles import classified
from enforcement_rules.statutes.text import LawText, passage

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "statutes" / "agreement" / "gold.json"
PAGE = ROOT / "docs" / "readers.md"
_NOT_COMPARED = frozenset({"criminal", "civil", "disciplinary", "deemed"})
_OWN = re.compile(r"(own|except|failure:\w+)\((\d+),(\d+)\)")
_NONE = re.compile(r"own\((?:没有|无)([^()]+)\)")
_BASE = re.compile(r"^(x|%|per.mille) \S+ (?=[\[(])")


def article_readings(law: LawText) -> Iterator[tuple[str, ArticleReading]]:
    """Yield the penalty articles of a folder with their field, which is the folder below it."""
    for entry in law.entries:
        field = Path(entry.file).parent.name
        for article in law.wording(entry).articles:
            if classified(article, entry.title).is_penalty_article:
                yield field, read_article(article)


def against_gold(law: LawText) -> tuple[Counter[str], list[str]]:
    """Return how many units of the gold are read, and each line of these in which kind, force, range … differ."""
    counts, wrong = Counter[str](), []
    entries = {Path(each.file).name: each for each in law.entries}
    for gold in json.loads(GOLD.read_text(encoding="utf-8")):
        article = passage(law.wording(entries[gold["file"]]), gold["at"]).article
        unit = next(each for each in units_of(article) if each.citation == gold["at"])
        counts["units"] += 1
        if hashlib.sha256(unit.text.encode()).hexdigest() != gold["sha256"]:
            counts["other text"] += 1
            continue
        found = read_both(unit)
        counts["accepted"] += found.accepted
        counts["lines"] += len(found.lines)
        counts["accepted that threaten"] += bool(found.lines)
        if found.accepted:
            wrong += [f"{gold['file']} {gold['at']}: {each}" for each in differing(gold["lines"], found)]
    return counts, wrong


def differing(gold: list[dict[str, Any]], found: Reading) -> list[str]:
    """Return in what a reading by hand and the readers differ, where a reviewer would say so.

    Orders that follow each other are one; what both have of the act itself is no condition; organs are not compared,
    nor what a base is called.
    """
    text = found.unit.text
    hand = _once([_by_hand(each, text) for each in gold if each["kind"] not in _NOT_COMPARED])
    read = _once([_plain(each) for each in found.lines if each.kind not in _NOT_COMPARED])
    if [each["kind"] for each in hand] != [each["kind"] for each in read]:
        return [f"kinds {[each['kind'] for each in hand]} <> {[each['kind'] for each in read]}"]
    return [
        f"{number}.{name}: {one[name]} <> {other[name]}"
        for number, (one, other) in enumerate(zip(hand, read, strict=True), 1)
        for name in one
        if one[name] != other[name]
    ]


def _by_hand(line: dict[str, Any], text: str) -> dict[str, Any]:
    act = text.partition(",由")[0].partition("的,")[0]
    conditions = [
        _OWN.sub(lambda m: f"{m[1]}({text[int(m[2]) : int(m[3])]})", each) for each in line.get("conditions", [])
    ]
    own = [each for each in conditions if each.startswith("own(") and (each[4:-1] in act or _opens(each, text))]
    public = [each for each in conditions if "构成违反治安管理行为" in each or each.startswith("own(有前款")]
    party = line.get("party")
    return {
        "kind": line["kind"],
        "force": line.get("force", "shall"),
        "party": text[party[0] : party[1]].removeprefix("其") if isinstance(party, list) else "",
        "conditions": sorted(_condition(each) for each in conditions if each not in own and each not in public),
        "ranges": sorted(_BASE.sub(r"\1 ", each).replace("per-mille", "per_mille") for each in line.get("ranges", [])),
        "chosen": bool(line.get("choice")),
        "step": line.get("step", -1),
    }


def _condition(condition: str) -> str:
    named = re.sub(r"\bgains(?=[<>])", "illegal_gains", re.sub(r"\bfees(?=[<>])", "cost", condition))
    return " | ".join(sorted(" & ".join(sorted(each.strip() for each in one.split("&"))) for one in named.split("|")))


def _plain(line: Line) -> dict[str, Any]:
    return {
        "kind": line.kind,
        "force": line.force,
        "party": line.party.removeprefix("其"),
        "conditions": sorted(_NONE.sub(_none, each) for each in line.conditions),
        "ranges": sorted(_BASE.sub(r"\1 ", each) for each in line.ranges),
        "chosen": bool(line.choice),
        "step": line.step,
    }


def _opens(own: str, text: str) -> bool:
    """Say whether own words begin a further sentence, whose act they are."""
    words = own.partition(")")[0].removeprefix("own(")
    return f"。{words}" in text or f"。对{words}" in text


def _none(own: re.Match[str]) -> str:
    """Return 没有违法经营额 as the base that there is none of, as readings by hand have it."""
    base = next((means for means, words in WORDS["base"].items() if own[1] in words), "")
    return f"{base}:none" if base else own[0]


def _once(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [each for n, each in enumerate(lines) if not (n and each["kind"] == "order" and each == lines[n - 1])]


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


def _by_hand_page(counts: Counter[str], wrong: list[str]) -> Iterator[str]:
    threats = counts["accepted that threaten"]
    yield from ("## Held against a reading by hand", "")
    yield f"{counts['units']} heads and items of articles drawn by lot in all fields were read by hand by somebody"
    yield "who saw no program's reading; a second reading by hand is outstanding, so this is no gold yet. Of them the"
    yield f"readers accept {counts['accepted']}, with {counts['lines']} measures in {threats} heads and items."
    bound = f" (0 of {threats} leaves at most {3 / threats:.1%} at 95 %)." if threats and not wrong else "."
    yield f"Kinds, force, parties, conditions, ranges, choices or steps differ: **{len(wrong)}**{bound}"
    yield from ("", *(f"- {each}" for each in wrong)) if wrong else ()
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
