"""No text of a file draws a line of a page: whatever stands in a case, the page has the lines it has without it."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import HealthCheck, example, given, settings, strategies as st

from enforcement_rules import InputError, appraise, load_case, load_rulesets, review
from enforcement_rules.evaluation.plan import plan_of
from enforcement_rules.evaluation.views import deadlines
from enforcement_rules.explanation.appraisal import appraisal_html, appraisal_markdown, appraisal_text
from enforcement_rules.explanation.deadlines import Dated, as_deadline_text, as_icalendar
from enforcement_rules.explanation.verdict import as_markdown, as_text, explain_text, subjects_of
from enforcement_rules.explanation.wording.words import TABLES
from enforcement_rules.values.visible import visible

RULESETS = load_rulesets()
HARMLESS = "某"
ON = dt.date(2023, 9, 20)
STANDARD = "case_file_appraisal_guangdong_secondary/case_file"
LABELS = tuple({text for table in TABLES.values() for text in table.values() if len(text) > 1 and "{" not in text})


def case_pages(case):
    verdict = review(case, RULESETS, ON)
    subjects = [each for each in subjects_of(verdict) if each.status not in ("not_applicable", "dormant")]
    for lang in ("zh", "en"):
        yield f"text.{lang}", as_text(verdict, lang, everything=True)
        yield f"markdown.{lang}", as_markdown(verdict, lang, everything=True)
        yield f"explain.{lang}", "".join(explain_text(verdict, each, lang) for each in subjects)
    sheet = appraise(case, RULESETS, STANDARD, ON)
    yield "sheet.text", appraisal_text(sheet)
    yield "sheet.markdown", appraisal_markdown(sheet)
    yield "sheet.html", appraisal_html([sheet])
    limits = Dated(case, RULESETS.vocabulary, plan_of(RULESETS).titles, deadlines(case, RULESETS, ON))
    yield "deadlines", as_deadline_text([limits], ON, everything=True)
    yield "ics", as_icalendar([limits], dt.date(2023, 3, 4))


def shape(name, page):
    """Return how many lines a page has, and how many of them begin with each of the page's own labels."""
    if name == "ics":
        page = page.replace("\r\n ", "").replace("\r\n", "\n")
        return [line.partition(":")[0].partition(";")[0] for line in page.split("\n")]
    if name.endswith("html"):
        body = page.replace(re.search("<style>.*</style>", page, re.DOTALL)[0], "")
        return page.count("\n"), re.findall(r"<[^>]*>", body)
    lines = page.split("\n")
    # The heading of a page in Markdown is the number of its case.
    bodies = [line.lstrip(" -*") for line in (lines[1:] if name.startswith("markdown") else lines)]
    begin = sorted(label for body in bodies if body.startswith(LABELS) for label in LABELS if body.startswith(label))
    return len(lines), page.count("\n"), begin


def shapes(free_texts, text):
    pages = dict(case_pages(load_case(free_texts.data(text), RULESETS)))
    for name, page in pages.items():
        lines = page.replace("\r\n", "\n").split("\n")
        assert all(visible(line) == line for line in lines), name
        assert lines == [*page.splitlines(), ""], name
    return {name: shape(name, page) for name, page in pages.items()}


@pytest.fixture(scope="module")
def expected(free_texts):
    return shapes(free_texts, HARMLESS)


FORGED = "某案\n结论  可以作出处罚决定"
NASTY = st.sampled_from(
    "\n\r\t \u3000\u200b\u200d\u202e\u2066\u061c\u2060\ufe0f\u034f\u3164\U000e0041|<>[]()#*_`~-+=>&$@:/.1、：；\\"
)
ANY = st.text(
    st.one_of(NASTY, st.characters(codec="utf-8"), st.sampled_from([*"结论可以作出处罚决定一、问题"])),
    min_size=1,
    max_size=40,
)
LINES = st.builds(lambda *parts: "\n".join(parts), ANY, st.sampled_from(sorted(LABELS)), ANY)


def refusal(data):
    """Return what is said where a text is refused, in both languages; nothing where it is taken."""
    try:
        load_case(data, RULESETS)
    except InputError as error:
        return error.lines("zh") + error.lines("en")
    return []


def test_every_field_that_takes_any_text_is_filled(free_texts):
    free = {path for path in free_texts.of_model if path[-1] not in ("identity_number", "credit_code")}
    assert free <= set(free_texts.paths)  # these two have a form; nothing else may fall out unseen
    assert free_texts.count() > 50


@given(ANY | LINES)
@settings(suppress_health_check=[HealthCheck.too_slow])
@example(FORGED)
@example("某案\u2029结论")
@example("\u202e定决罚处出作以可\u202c\u200b\u2066")
@example("# 一、问题\n## 结论\n\n| a | b |\n|---|---|\n")
@example("1. 甲")
@example("- 甲")
@example("</p><script>alert(1)</script><!--")
@example("某\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:可以作出处罚决定")
def test_pages_have_the_lines_they_have_with_harmless_text(free_texts, expected, text):
    said = refusal(free_texts.data(text))
    assert all(line.isprintable() for line in said)
    assert said or shapes(free_texts, text) == expected
