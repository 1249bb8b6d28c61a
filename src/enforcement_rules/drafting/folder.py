"""A whole statute as a folder of drafts: its head, causes, facts, provisions with gaps, and what remains to be done."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from msgspec import Struct

from enforcement_rules.drafting.names import BLANK_EN, NewFacts, blank
from enforcement_rules.drafting.pages import document, mapping_page, rules_page
from enforcement_rules.drafting.provisions import Drafted, DraftedArticle, article_of, drafted
from enforcement_rules.statutes.agreement import read_article
from enforcement_rules.statutes.penalty_articles import classified
from enforcement_rules.statutes.text import Entry, Wording
from enforcement_rules.values.errors import refuse

_IDENTIFIER: Final = re.compile(r"[a-z][a-z0-9_]{1,60}\Z")
_RANKS: Final = (("法", "law"), ("法典", "law"), ("条例", "administrative_regulation"))
"""Endings of a title → the rank it most likely has; a person checks it."""


class Draft(Struct, frozen=True):
    """A folder of drafts.

    Attributes:
        files: the name of each file → its text.
        articles: how many penalty articles the text has.
        provisions: how many provisions were drafted.
        gaps: how many heads and items were left to a person, with what was read and no rule can hold.
        refused: why the readers refused, with how often.
    """

    files: Mapping[str, str]
    articles: int
    provisions: int
    gaps: int
    refused: Mapping[str, int]


def draft_of(wording: Wording, entry: Entry, instrument: str, *, today: dt.date, field: str | None = None) -> Draft:
    """Return the penalty articles of a text as drafts.

    Args:
        wording: the text.
        entry: its title and days.
        instrument: the id that the instrument is to have.
        today: the day that the head says it was checked on.
        field: the field of the organs; blank where it is left to a person.

    Raises:
        InputError: when the id is none, or the text has no penalty article.
    """
    if not _IDENTIFIER.match(instrument):
        raise refuse("draft_id", ("--instrument",), value=instrument)
    found = [
        each for each in (classified(one, wording.title) for one in wording.numbered_once()) if each.is_penalty_article
    ]
    if not found:
        raise refuse("no_penalty_articles", (entry.file,))
    facts = NewFacts(instrument)
    readings = [read_article(each.article).units for each in found]
    articles = frozenset(each.name for each in wording.articles)
    made = [drafted(units, instrument, facts, articles) for units in readings]
    refused = Counter(unit.reasons[0] for units in readings for unit in units if not unit.accepted)
    provisions = [rule for each in made for rule in each.provisions]
    gaps = _named_apart([rule for each in made for rule in each.gaps])
    cited = {article_of(rule.rule["as_in"]["article"]) for rule in provisions if "as_in" in rule.rule}
    files = {
        "instrument.yaml": document(
            _head(entry, wording, instrument, today, field)
            | {"articles": dict.fromkeys([*(each.article.name for each in found), *sorted(cited)], "pending")}
        ),
        "causes.yaml": mapping_page("causes", _causes(made)),
        "vocabulary.yaml": mapping_page("facts", facts.declared),
        "penalties.yaml": rules_page({"penalties": provisions, "gaps": gaps}),
        "readings.md": _to_do(entry, len(found), provisions, gaps, refused),
    }
    kept = {name: text for name, text in files.items() if text}
    return Draft(kept, len(found), len(provisions), len(gaps), dict(refused.most_common()))


def _named_apart(rules: list[Drafted]) -> list[Drafted]:
    """Return rules with names of their own: a text that numbers two items alike has two of one place."""
    seen: Counter[str] = Counter()
    found = []
    for each in rules:
        name = each.rule["name"]
        seen[name] += 1
        again = {"name": f"{name}_again_{seen[name]}"} if seen[name] > 1 else {}
        found.append(Drafted(each.rule | again, each.text, each.remarks))
    return found


def _head(entry: Entry, wording: Wording, instrument: str, today: dt.date, field: str | None) -> dict[str, Any]:
    year = entry.adopted.year if entry.adopted else today.year
    rank = next((rank for ending, rank in reversed(_RANKS) if entry.title.endswith(ending)), "departmental_rule")
    source = {"title": entry.title, "verification": "full_text"} | ({"note": wording.source} if wording.source else {})
    return {
        "instrument": instrument,
        "version": str(year),
        "title": {"zh": entry.title, "en": BLANK_EN},
        "short": {"zh": entry.title.removeprefix("中华人民共和国"), "en": BLANK_EN},
        "rank": rank,
        "issuer": blank("发布机关"),
        **({"fields": [field]} if field else {}),
        "in_force": {"from": entry.in_force_from, "to": None},
        "sources": [source],
        "checked": today,
        "reach": "own",
        "limits": "草稿：只有罚则，由条文读出，未经核对",
        "articles_complete": False,
    }


def _causes(made: list[DraftedArticle]) -> dict[str, dict[str, str]]:
    return {
        cause: {"zh": blank(f"{place}的行为"), "en": BLANK_EN} for each in made for cause, place in each.causes.items()
    }


def _to_do(entry: Entry, articles: int, provisions: list[Any], gaps: list[Any], refused: Counter[str]) -> str:
    rows = "".join(f"| `{reason}` | {count} |\n" for reason, count in refused.most_common())
    table = f"\n| 未读的理由 | 款、项 |\n|---|---:|\n{rows}" if rows else ""
    return (
        f"# {entry.title}：草稿\n\n罚则 {articles} 条，读成规则草稿 {len(provisions)} 条，"
        f"留给人的缺口 {len(gaps)} 处。\n\n"
        "由人做：每一处“（待写）”；机关（`imposed_by`）和领域（`fields`）；案由的简称；疑义与读法；"
        "对照条文逐条核对以后，去掉 `status: draft`，写上 `read`，将 `articles` 改为 `encoded`，再运行 "
        "`enforcement-rules check --law-text`。\n" + table
    )
