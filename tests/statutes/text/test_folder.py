"""Folders of statute texts, all made up (虚构): which wordings they hold, and which of them speaks on a day."""

from __future__ import annotations

import datetime as dt
import json
import os

import pytest

from enforcement_rules import load_law_text
from enforcement_rules.values.errors import InputError

OLD = "# 虚构条例\n\n第一条 旧文。\n\n第二条 旧款。\n"
NEW = "# 虚构条例\n\n第一条 新文。\n\n第二条 有下列情形之一的：\n\n（一）甲；\n\n（二）乙。\n"
INDEX = """\
- file: 一/虚构条例(2015-01-02).md
  title: 虚构条例
  adopted: 2015-01-02
  in_force_from: 2015-03-01
  verified: true
  articles: 2
- file: 一/虚构条例(2020-05-06).md
  title: 虚构条例
  adopted: 2020-05-06
  in_force_from: 2020-07-01
  source: from memory
  verified: false
  articles: 2
  later:
    - {what: amended, in_force: 2024-01-01, verified: true}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "一").mkdir()
    (tmp_path / "一" / "虚构条例(2015-01-02).md").write_text(OLD, "utf-8")
    (tmp_path / "一" / "虚构条例(2020-05-06).md").write_text(NEW, "utf-8")
    (tmp_path / "README.md").write_text("no statute", "utf-8")
    return tmp_path


@pytest.fixture
def indexed(folder):
    (folder / "INDEX.yaml").write_text(INDEX, "utf-8")
    return folder


def day(text):
    return dt.date.fromisoformat(text)


def codes(chosen):
    return [each.code for each in chosen.said]


def refused(code):
    return pytest.raises(InputError, check=lambda error: [each.code for each in error.problems] == [code])


@pytest.mark.parametrize(
    ("on", "year", "said"),
    [
        ("2015-03-01", 2015, ["one_of_several_wordings"]),
        ("2020-06-30", 2015, ["one_of_several_wordings"]),
        ("2020-07-01", 2020, ["day_in_force_unverified", "one_of_several_wordings"]),
        ("2024-01-01", 2020, ["day_in_force_unverified", "changed_later", "one_of_several_wordings"]),
    ],
)
def test_the_wording_of_a_day_is_the_last_one_in_force(indexed, on, year, said):
    chosen = load_law_text(indexed).on("虚构条例", day(on))
    assert chosen.entry.adopted.year == year
    assert codes(chosen) == said


def test_before_the_first_wording_there_is_none(indexed):
    with refused("no_wording_on_day"):
        load_law_text(indexed).on("虚构条例", day("2015-02-28"))


def test_without_an_index_names_say_the_days_and_that_is_said(folder):
    texts = load_law_text(folder)
    assert [(each.title, str(each.adopted), each.in_force_from) for each in texts.entries] == [
        ("虚构条例", "2015-01-02", None),
        ("虚构条例", "2020-05-06", None),
    ]
    chosen = texts.on("《虚构条例》", day("2021-01-01"))
    assert chosen.entry.adopted.year == 2020
    assert codes(chosen) == ["day_in_force_unknown", "one_of_several_wordings"]


def test_a_title_may_name_its_edition(indexed):
    chosen = load_law_text(indexed).on("虚构条例（2015）", day("2024-01-01"))
    assert chosen.entry.adopted.year == 2015


@pytest.mark.parametrize(("title", "code"), [("虚构条列", "unknown_law_text_near"), ("别的", "unknown_law_text")])
def test_unknown_laws_are_compared_with_the_known(folder, title, code):
    with refused(code):
        load_law_text(folder).on(title, day("2021-01-01"))


def test_matching_by_first_day_by_time_and_by_year(indexed):
    texts = load_law_text(indexed)
    exact = texts.matching("虚构条例（2020修订）", "2020", day("2020-07-01"))
    within = texts.matching("虚构条例", "x", day("2020-01-01"), day("2021-01-01"))
    by_year = texts.matching("虚构条例", "2015-01-02", None)
    other = texts.matching("虚构条例", "2018", day("2018-01-01"))
    newer = texts.matching("虚构条例", "2024", day("2024-01-01"))
    assert [each.found for each in (exact, within, by_year, other, newer)] == [
        "first_day",
        "period",
        "year",
        None,
        None,
    ]
    assert [each.entry.adopted.year for each in (exact, within, by_year)] == [2020, 2020, 2015]
    assert [other.reason, texts.matching("别的", "2020", None).reason] == ["other_wordings", "no_text"]


def test_an_index_that_does_not_fit_is_told_with_its_line(indexed):
    index = indexed / "INDEX.yaml"
    index.write_text(INDEX + "- {file: gone.md, title: 虚构}\n- {file: gone.md, title: 虚构}\n", "utf-8")
    problems = load_law_text(indexed).problems
    assert [(each.code, each.place.line) for each in problems] == [("law_text_not_there", 16), ("law_index_twice", 17)]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [("2015-03-01", "2015-3-1", 4), ("verified: true", "verified: maybe", 5), ("title: 虚构条例", "name: 虚构条例", 1)],
)
def test_an_index_that_cannot_be_read_is_refused_with_its_line(indexed, old, new, line):
    (indexed / "INDEX.yaml").write_text(INDEX.replace(old, new, 1), "utf-8")
    with pytest.raises(InputError) as error:
        load_law_text(indexed)
    assert error.value.problems[0].place.line == line


def test_another_number_of_articles_than_the_index_says_is_told(indexed):
    (indexed / "INDEX.yaml").write_text(INDEX.replace("articles: 2", "articles: 3"), "utf-8")
    texts = load_law_text(indexed)
    assert [each.code for each in texts.wording(texts.entries[0]).problems] == ["law_articles_differ"]


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        ("第一条 甲。\n".encode("gb18030"), "not_utf8", 1),
        ("第一条 甲。\n第\x00二条 乙。\n".encode(), "bad_character", 2),
        (b"x" * 10_000_000, "file_too_large", 0),
        ("甲。\n".encode(), "no_articles", 1),
        (b"", "no_articles", 1),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_when_it_is_asked_for(folder, content, code, line):
    path = folder / "一" / "别的条例(2019-01-01).md"
    path.write_bytes(content)
    texts = load_law_text(folder)
    assert texts.on("虚构条例", day("2021-01-01")).entry.adopted.year == 2020
    with pytest.raises(InputError) as error:
        texts.wording(texts.of("别的条例")[0])
    assert [(each.code, each.place.line) for each in error.value.problems] == [(code, line)]


@pytest.mark.parametrize(("name", "code"), [("gone", "no_law_folder"), ("empty", "no_law_texts")])
def test_a_folder_without_texts_is_refused(tmp_path, name, code):
    (tmp_path / "empty").mkdir()
    with refused(code):
        load_law_text(tmp_path / name)


def test_one_file_is_a_folder_of_one(folder):
    (entry,) = load_law_text(folder / "一" / "虚构条例(2015-01-02).md").entries
    assert (entry.title, str(entry.adopted)) == ("虚构条例", "2015-01-02")


def test_a_pipe_among_the_files_keeps_nobody_waiting(folder):
    os.mkfifo(folder / "管道.md")
    assert len(load_law_text(folder).entries) == 2


# the command line


def test_the_command_prints_a_part_with_its_line(run, indexed):
    done = run("text", "虚构条例", "2条（二）项", "--law-text", indexed, "--on", "2021-01-01")
    assert done.returncode == 0
    assert "第二条第一款第二项" in done.stdout
    assert "虚构条例(2020-05-06).md:9" in done.stdout
    assert "    乙。" in done.stdout
    assert "未经核实" in done.stderr
    assert "2 个文本" in done.stderr


def test_the_command_speaks_both_languages_and_json(run, indexed):
    english = run("text", "虚构条例", "1", "--law-text", indexed, "--on", "2016-01-01", "--lang", "en")
    assert "one of 2 wordings" in english.stderr
    assert "旧文。" in english.stdout
    done = run("text", "虚构条例", "第二条", "--law-text", indexed, "--on", "2016-01-01", "--format", "json")
    record = json.loads(done.stdout)
    assert (record["citation"], record["text"], record["line"]) == ("第二条", "旧款。", 5)
    assert (record["in_force_from"], record["verified"], len(record["article_sha256"])) == ("2015-03-01", True, 64)
    assert [each["code"] for each in record["remarks"]] == ["one_of_several_wordings"]


@pytest.mark.parametrize(
    ("law", "article", "said"),
    [
        ("虚构条列", "1", "是否指《虚构条例》"),
        ("虚构条例", "9", "第一条至第二条"),
        ("虚构条例", "甲", "不是一处条文的引用"),
        ("虚构条例", "第二条第三项", "1, 2"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_2(run, indexed, law, article, said):
    done = run("text", law, article, "--law-text", indexed)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_instruments_of_the_rulesets_are_known_by_id_and_short_title(run, tmp_path):
    (tmp_path / "食品安全法(2021-04-29).md").write_text("# 中华人民共和国食品安全法\n第一条 虚构。\n", "utf-8")
    for law in ("food_safety_law", "food_safety_law@2021", "食品安全法", "中华人民共和国食品安全法"):
        assert "虚构。" in run("text", law, "1", "--law-text", tmp_path).stdout


def test_what_is_unclear_about_the_article_is_said(run, tmp_path):
    (tmp_path / "虚构条例(2021-04-29).md").write_text("第一条 甲。\n第二条 如下：\n（一）乙；\n（三）丙。\n", "utf-8")
    assert ":4:1: " in run("text", "虚构条例", "2", "--law-text", tmp_path).stderr
    assert ":4:1: " not in run("text", "虚构条例", "1", "--law-text", tmp_path).stderr
