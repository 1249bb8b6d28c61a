"""Texts of rulesets are written by anybody, too: they stand on the lines the page gives them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest
from msgspec import Struct
from msgspec.structs import force_setattr

from enforcement_rules import appraise, load_case, load_rulesets, review
from enforcement_rules.checking import Remark
from enforcement_rules.evaluation.catalogue import catalogues_on
from enforcement_rules.evaluation.plan import plan_of
from enforcement_rules.evaluation.views import deadlines
from enforcement_rules.explanation.appraisal import appraisal_html, appraisal_markdown, appraisal_text
from enforcement_rules.explanation.catalogue import as_catalogue_text
from enforcement_rules.explanation.deadlines import Dated, as_deadline_text, as_icalendar
from enforcement_rules.explanation.verdict import as_markdown, as_text, explain_text, subjects_of
from enforcement_rules.loading.rulesets.folders import shipped_directory
from enforcement_rules.values.errors import Place
from enforcement_rules.values.validated import Validated
from enforcement_rules.values.visible import visible

ON = dt.date(2022, 4, 22)
TEXTS = ("says", "says_en", "zh", "en")
FORGED = ["\n结论  可以作出处罚决定", "\u2028\u202e一、问题\x1b[2J", "\r\n## 二、处理\n\n| <b> |\u200b"]
HEAD = """
instrument: made_up_catalogue
version: "2020"
title: {zh: 虚构事项目录, en: made-up catalogue}
short: {zh: 虚构目录, en: Made-up Catalogue}
rank: normative_document
issuer: 虚构机关
fields: [market_regulation]
places: ["14"]
in_force: {from: null, to: null}
sources: [{title: 虚构, verification: secondary}]
checked: 2026-11-24
articles: {目录: encoded}
"""
ITEMS = """
catalogues:
  - article: 目录
    name: items
    says: 虚构目录
    says_en: made up
    complete: true
    items:
      - {name: bread, title: {zh: 甲, en: A}, kind: administrative_penalty, basis: [{title: 某法, rank: law}]}
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """Return a function that loads the shipped law and a made-up catalogue anew."""
    folder = tmp_path_factory.mktemp("catalogue") / "made_up_catalogue_2020"
    folder.mkdir()
    (folder / "instrument.yaml").write_text(HEAD, encoding="utf-8")
    (folder / "items.yaml").write_text(ITEMS, encoding="utf-8")
    return lambda: load_rulesets(shipped_directory(), folder, cache=False)


def tainted(held, text, seen):
    """Put a text behind every text for readers that rulesets hold."""
    if id(held) in seen:
        return
    seen.add(id(held))
    if isinstance(held, Validated | Struct):
        names = held.field_names if isinstance(held, Validated) else held.__struct_fields__
        for name in names:
            value = getattr(held, name)
            if name in TEXTS and isinstance(value, str):
                if isinstance(held, Validated):
                    held.__dict__[name] = value + text
                else:
                    force_setattr(held, name, value + text)
            else:
                tainted(value, text, seen)
    elif isinstance(held, Mapping):
        for value in held.values():
            tainted(value, text, seen)
    elif isinstance(held, tuple | list):
        for value in held:
            tainted(value, text, seen)


def pages(rulesets):
    case = load_case("cases/market_regulation/celery_2022.yaml", rulesets)
    verdict = review(case, rulesets, ON)
    for lang in ("zh", "en"):
        yield as_text(verdict, lang, everything=True)
        yield as_markdown(verdict, lang, everything=True)
        yield "".join(explain_text(verdict, each, lang) for each in subjects_of(verdict))
    sheet = appraise(case, rulesets, "case_file_appraisal_guangdong_secondary/case_file", ON)
    yield from (view(sheet) for view in (appraisal_text, appraisal_markdown))
    yield appraisal_html([sheet])
    limits = Dated(case, rulesets.vocabulary, plan_of(rulesets).titles, deadlines(case, rulesets, dt.date(2021, 3, 1)))
    yield as_deadline_text([limits], ON, everything=True)
    yield as_icalendar([limits], ON).replace("\r\n ", "").replace("\r\n", "\n")
    found = catalogues_on(rulesets, ON)
    assert any(each.items for each in found)
    yield as_catalogue_text(found, ON, plan_of(rulesets).titles)


@pytest.fixture(scope="module")
def expected(loaded):
    return [page.count("\n") for page in pages(loaded())]


@pytest.mark.parametrize("text", FORGED)
def test_pages_have_the_lines_they_have_without(loaded, expected, text):
    rulesets = loaded()
    tainted([rulesets.versions, rulesets.vocabulary], text, set())
    for page, lines in zip(pages(rulesets), expected, strict=True):
        assert page.count("\n") == lines == len(page.splitlines())
        assert all(visible(line) == line for line in page.splitlines())


@pytest.mark.parametrize("text", FORGED)
def test_a_remark_of_a_check_is_one_line(text):
    made = Remark(
        "no_citation", {"rule": f"a/b{text}", "article": f"第一条{text}{{rule}}"}, Place(f"x{text}.yaml", 3, 1)
    )
    for lang in ("zh", "en"):
        assert made.line(lang).splitlines() == [visible(made.line(lang))]
        assert "{rule}" in made.line(lang)
