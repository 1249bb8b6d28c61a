"""What somebody wants a new case file for, in the words of the rulesets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from enforcement_rules.explanation.names import NameKind, find_names
from enforcement_rules.explanation.wording import Language
from enforcement_rules.loading.naming import case_names
from enforcement_rules.rules.amount import Provision
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.citation import citation_covers, citation_parts, citations_meet, place_of, written
from enforcement_rules.values.errors import InputError, refuse
from enforcement_rules.values.titles import law_title

_ARTICLE = re.compile(r"第\s*[0-9０-９零一二三四五六七八九十百千]+\s*条")
_NEAR_SHOWN = 3


class Cited(Struct, frozen=True):
    """A provision that is wanted: its instrument, the article as the law writes it, what of it is encoded."""

    version: Version
    article: str
    provisions: tuple[Provision, ...]


class Wish(Struct, frozen=True):
    """What a new case file is for; everything may be left open."""

    field: str | None = None
    procedure: str | None = None
    cited: Cited | None = None
    cause: str | None = None


def wish_of(
    rulesets: Rulesets,
    lang: Language = "zh",
    *,
    field: str | None = None,
    procedure: str | None = None,
    provision: str | None = None,
    cause: str | None = None,
) -> Wish:
    """Return what is wanted, from ids, labels or Chinese keys.

    Args:
        rulesets: what is loaded.
        lang: of the names that are proposed for an unknown one.
        field: of enforcement, as a case file may write it.
        procedure: ordinary, summary or fast track, so written.
        cause: so written.
        provision: an instrument, by title or id, and its article: 食品安全法第一百二十四条第一款.

    Raises:
        InputError: when something is no name of what is loaded; with the names that are like it.
    """
    return Wish(
        field=_one(rulesets, lang, "field", field, "fields"),
        procedure=_one_of_values(rulesets, lang, procedure),
        cited=None if provision is None else _cited(rulesets, provision),
        cause=_one(rulesets, lang, "cause", cause, "causes"),
    )


def _one(rulesets: Rulesets, lang: Language, option: str, word: str | None, kind: NameKind) -> str | None:
    if word is None:
        return None
    found = find_names(rulesets, word, [kind])
    exact = [each for each in found.names if word.strip() in (each.id, each.key_zh, each.zh, each.en)]
    if len(exact) == 1:
        return exact[0].id
    near = [
        f"{each.key_zh or each.zh if lang == 'zh' else each.en} ({each.id})" for each in (*found.names, *found.near)
    ]
    raise _unknown(option, word, near)


def _one_of_values(rulesets: Rulesets, lang: Language, word: str | None) -> str | None:
    if word is None:
        return None
    names = case_names(rulesets).inside["procedure"]
    known: Mapping[str, str] = {**names.english_values, **{text: id_ for id_, text in names.value_labels.items()}}
    id_ = known.get(word, word)
    if id_ not in names.value_labels:
        shown = [
            f"{names.zh_value(each) if lang == 'zh' else label} ({each})" for each, label in names.value_labels.items()
        ]
        raise _unknown("procedure", word, shown)
    return id_


def _unknown(option: str, word: str, near: Iterable[str]) -> InputError:
    shown = " / ".join(list(near)[:_NEAR_SHOWN])
    code = "no_such_name_near" if shown else "no_such_name"
    return refuse(code, (f"--{option}",), word=word, near=shown)


def _cited(rulesets: Rulesets, text: str) -> Cited:
    found = _ARTICLE.search(text)
    title = text[: found.start()].strip() if found else text
    instrument = title if title in rulesets.versions else rulesets.by_title.get(law_title(title))
    if instrument is None:
        near = find_names(rulesets, title, ["instruments"])
        raise _unknown("provision", text, [each.zh for each in (*near.names, *near.near)])
    article = place_of(text[found.start() :]) if found else None
    newest = rulesets.versions[instrument][::-1]
    # The newest edition may hold less of it than the one before.
    version = next((each for each in newest if article and _provisions(each, article)), newest[0])
    if article is None:
        raise _unknown("provision", text, _articles(newest))
    provisions = _provisions(version, article)
    if not provisions and written(citation_parts(article)[:1]) not in version.head.articles:
        raise _unknown("provision", text, _articles(newest))
    return Cited(version, _as_cited(article, provisions), provisions)


def _provisions(version: Version, article: str) -> tuple[Provision, ...]:
    return tuple(each for each in version.penalties if _meets(each.article, article))


def _meets(one: str, other: str) -> bool:
    return citations_meet(one, other)


def _as_cited(article: str, provisions: tuple[Provision, ...]) -> str:
    """Return the article as the law writes it where one provision is meant that is the same place."""
    same = [each.article for each in provisions if citation_covers(each.article, article)]
    return same[0] if len(same) == 1 and citation_covers(article, same[0]) else article


def _articles(versions: Iterable[Version]) -> list[str]:
    return list(dict.fromkeys(f"{each.head.short.zh}{rule.article}" for each in versions for rule in each.penalties))
