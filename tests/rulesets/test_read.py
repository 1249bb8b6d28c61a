"""What shipped provisions say of who read them, held against the texts (skipped where these are not supplied)."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules import load_rulesets
from enforcement_rules.rules.amount import Provision
from enforcement_rules.statutes.agreement import read_article
from enforcement_rules.statutes.text import Article, LawText, passage

RULESETS = load_rulesets("rulesets")


def read_provisions(texts: LawText) -> Iterator[tuple[str, Provision, Article]]:
    for version in RULESETS.all_versions():
        head = version.head
        match = texts.matching(head.title.zh, head.version, head.in_force.from_, head.in_force.to)
        for rule in version.penalties:
            if rule.read is not None and match.entry is not None:
                article = passage(texts.wording(match.entry), rule.article).article
                yield f"{head.id}/{rule.name}", rule, article


def test_every_reading_is_of_the_text_that_is_supplied(law_texts):
    found = list(read_provisions(law_texts))
    assert len(found) > 50
    assert [name for name, rule, article in found if rule.read.text_sha256 != article.sha256] == []


def test_what_a_tool_read_both_readers_accept(law_texts):
    """`role: tool` says that both readers read the head or item of the provision alike."""
    refused = [
        name
        for name, rule, article in read_provisions(law_texts)
        if rule.read.role == "tool"
        and not all(
            unit.accepted
            for unit in read_article(article).units
            if unit.unit.citation.startswith(rule.article) or rule.article.startswith(unit.unit.citation)
        )
    ]
    assert refused == []
