"""Readings of provisions against the text of their articles: what was changed since is to be read again.

A provision keeps the hash of its article as it was read (`read`). Only who attaches the texts learns of a change; what
a verdict says of where it comes from names rulesets alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from enforcement_rules.checking.remark import Remark, remark
from enforcement_rules.rules.amount import Provision
from enforcement_rules.rules.instrument import Chapter
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.statutes.text import LawText, Wording, article_sha256
from enforcement_rules.values.errors import InputError


class Changed(Struct, frozen=True):
    """A provision whose article is no longer what was read; `found` is its hash now, `None` where it is not there."""

    version: Version
    rule: Provision
    text: str
    found: str | None


def changed_readings(rulesets: Rulesets, texts: LawText) -> Iterator[Changed]:
    """Yield the provisions whose reading is of another text than the one attached.

    Args:
        rulesets: the encoded law, drafts among it.
        texts: a folder of statute texts; versions without a text in it, and texts that cannot be read, are passed over.
    """
    for version in rulesets.all_versions():
        read = [rule for chapter in version.chapters.values() for rule in chapter.penalties if rule.read is not None]
        wording = _wording(version, texts) if read else None
        for rule in read if wording is not None else ():
            assert rule.read is not None
            assert wording is not None
            found = _sha256(wording, rule.article)
            if found != rule.read.text_sha256:
                yield Changed(version, rule, wording.file, found)


def readings(rulesets: Rulesets, texts: LawText) -> Iterator[Remark]:
    """Check that every provision was read against the text of its article as it is attached."""
    for each in changed_readings(rulesets, texts):
        assert each.rule.read is not None
        args: dict[str, Any] = {
            "article": each.rule.article,
            "text": each.text,
            "on": each.rule.read.on.isoformat(),
            "kept": each.rule.read.text_sha256,
        }
        if each.found is None:
            yield remark("read_again_gone", each.version, each.rule, **args)
        else:
            yield remark("read_again", each.version, each.rule, found=each.found, **args)


def with_drafts(rulesets: Rulesets, texts: LawText) -> Rulesets:
    """Return rulesets in which every provision whose article was changed since it was read is a draft.

    The versions keep the hashes of their files: a receipt is the same whether texts are attached or not.
    """
    changed: dict[Version, set[str]] = {}
    for each in changed_readings(rulesets, texts):
        changed.setdefault(each.version, set()).add(each.rule.name)
    if not changed:
        return rulesets
    versions = {
        name: tuple(_with_drafts(each, changed[each]) if each in changed else each for each in versions)
        for name, versions in rulesets.versions.items()
    }
    return Rulesets(versions, rulesets.vocabulary, rulesets.vocabulary_sha256, rulesets.fields, rulesets.only)


def _with_drafts(version: Version, names: set[str]) -> Version:
    chapters = {file: _chapter(chapter, names) for file, chapter in version.chapters.items()}
    return Version(version.head, chapters, version.sha256)


def _chapter(chapter: Chapter, names: set[str]) -> Chapter:
    penalties = tuple(
        rule.model_copy(update={"status": "draft"}) if rule.name in names else rule for rule in chapter.penalties
    )
    return chapter.model_copy(update={"penalties": penalties})


def _wording(version: Version, texts: LawText) -> Wording | None:
    """Return the text that a version rests on; `None` where there is none that can be read, which the proof tells."""
    head = version.head
    match = texts.matching(head.title.zh, head.version, head.in_force.from_, head.in_force.to)
    try:
        return None if match.entry is None else texts.wording(match.entry)
    except InputError:
        return None


def _sha256(wording: Wording, article: str) -> str | None:
    try:
        return article_sha256(wording, article)
    except InputError:
        return None
