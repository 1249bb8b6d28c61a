"""`review` and `explain` with statute texts attached; all texts are made up (虚构) but those beside the checkout."""

from __future__ import annotations

import json

import pytest

CELERY = "cases/market_regulation/celery_2022.yaml"
TEXT = """# 行政处罚法（虚构文字）

第六十条 这是虚构的第六十条，不是法律原文。
"""
INDEX = (
    "- {file: a.md, title: 行政处罚法, adopted: 2021-01-22, in_force_from: 2021-07-15, verified: true, articles: 1}\n"
)


@pytest.fixture
def folder(tmp_path):
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.md").write_text(TEXT, encoding="utf-8")
    (texts / "INDEX.yaml").write_text(INDEX, encoding="utf-8")
    return texts


@pytest.mark.parametrize(("lang", "line"), [("zh", "原文  这是虚构的第六十条"), ("en", "text  这是虚构的第六十条")])
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_review_quotes_and_ends_as_it_did(run, folder, form, lang, line):
    plain = run("review", CELERY, "--format", form, "--lang", lang)
    done = run("review", CELERY, "--format", form, "--lang", lang, "--law-text", folder)
    line = line.replace("  ", " ") if form == "markdown" else line
    assert line not in plain.stdout and line in done.stdout
    assert done.returncode == plain.returncode and done.stderr == plain.stderr


def test_the_json_of_the_command_has_quotes_and_the_same_receipt(run, folder):
    plain = json.loads(run("review", CELERY, "--format", "json").stdout)
    record = json.loads(run("review", CELERY, "--format", "json", "--law-text", folder).stdout)
    assert "quotes" not in plain and record["receipt"] == plain["receipt"]
    assert [(each["article"], each["line"]) for each in record["quotes"]] == [("第六十条", 3)]


def test_explain_quotes_the_rule(run, folder):
    done = run("explain", CELERY, "第六十条", "--law-text", folder)
    assert "原文  这是虚构的第六十条，不是法律原文。    [a.md:3]" in done.stdout
    (record,) = json.loads(run("explain", CELERY, "第六十条", "--law-text", folder, "--format", "json").stdout)
    assert record["quotes"][0]["text"] == "这是虚构的第六十条，不是法律原文。"
    assert "quotes" not in json.loads(run("explain", CELERY, "第六十条", "--format", "json").stdout)[0]


def spoilt_index(texts):
    (texts / "INDEX.yaml").write_text("- {file: a.md, title: [\n", encoding="utf-8")


def day_that_is_none(texts):
    (texts / "INDEX.yaml").write_text(INDEX.replace("2021-07-15", "2021-13-45"), encoding="utf-8")


def not_utf8(texts):
    (texts / "a.md").write_bytes(b"# \xff\xfe")


def two_wordings(texts):
    (texts / "a.md").write_text("第一条 甲。\n\n第二条 乙。\n\n第一条 丙。\n", encoding="utf-8")


def article_twice(texts):
    (texts / "a.md").write_text("第一条 甲。\n\n第六十条 乙。\n\n第六十条 丙。\n", encoding="utf-8")


def unreadable_number(texts):
    (texts / "a.md").write_text("第一条 甲。\n\n第六1十条 乙。\n\n第六十一条 丙。\n", encoding="utf-8")


def much_too_long(texts):
    (texts / "a.md").write_text("第一条 甲。\n" + "第二条 乙。\n" * 1_000_000, encoding="utf-8")


def nothing_left(texts):
    (texts / "a.md").unlink()
    (texts / "INDEX.yaml").unlink()


@pytest.mark.parametrize(
    ("spoil", "place", "told"),
    [
        (spoilt_index, "INDEX.yaml:", "INDEX.yaml"),
        (day_that_is_none, "INDEX.yaml:1:", "2021-13-45"),
        (not_utf8, "a.md", "UTF-8"),
        (two_wordings, "a.md:5:1", "又从第一条开始"),
        (article_twice, "a.md:5", "出现多次"),
        (unreadable_number, "a.md:3:1", "条号“第六1十条”无法读出"),
        (much_too_long, "a.md", "文件过大"),
        (nothing_left, "texts", "没有法律文本"),
    ],
)
def test_what_is_wrong_with_the_texts_is_told_and_the_review_is_given(run, folder, spoil, place, told):
    plain = run("review", CELERY)
    spoil(folder)
    done = run("review", CELERY, "--law-text", folder)
    assert done.returncode == plain.returncode and "Traceback" not in done.stderr
    assert "原文  " not in done.stdout and done.stdout.startswith(plain.stdout.rstrip("\n"))
    assert "未引原文" in done.stdout
    said = done.stdout[len(plain.stdout) :] + done.stderr
    assert place in said and told in said


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_folder_that_is_not_there_is_told_and_the_review_is_given(run, tmp_path, lang):
    plain = run("review", CELERY, "--lang", lang)
    done = run("review", CELERY, "--lang", lang, "--law-text", tmp_path / "nowhere")
    assert done.returncode == plain.returncode and done.stdout.startswith(plain.stdout)
    assert "nowhere: " in done.stderr and "nowhere: " in done.stdout
    record = json.loads(run("review", CELERY, "--format", "json", "--law-text", tmp_path / "nowhere").stdout)
    assert record["quotes"] == [] and {each["why"] for each in record["not_quoted"]} == {"no_text"}


def test_a_text_that_no_article_can_be_counted_in_as_its_index_says_is_told(run, folder):
    (folder / "INDEX.yaml").write_text(INDEX.replace("articles: 1", "articles: 86"), encoding="utf-8")
    done = run("review", CELERY, "--law-text", folder)
    assert "这是虚构的第六十条" in done.stdout and "索引写明 86 条，文本分出 1 条" in done.stdout


def test_the_texts_beside_the_checkout(run, law_folder):
    done = run("review", CELERY, "--law-text", law_folder)
    assert "第六十条]\n      原文  " in done.stdout and done.stderr == ""
