"""`test DIR` alone: the shipped law and the rulesets that the cases stand beside."""

from __future__ import annotations

import pytest

HEAD = """
instrument: my_city_benchmark
version: "2026"
title: {zh: 虚构市裁量基准}
short: {zh: 虚构市基准}
rank: normative_document
issuer: 虚构市市场监督管理局
in_force: {from: 2026-01-01, to: null}
sources: [{title: 虚构, verification: full_text}]
checked: 2026-11-24
articles: {第一条: encoded}
"""
VOCABULARY = "facts: {violation.photos: {type: yes_no, zh: 附有照片}}\n"
RULES = """
circumstances:
  - {article: 第一条, name: with_photos, says: 附有照片的可以从轻, when: {violation.photos: true}, then: {may: lighter}}
"""
CASES = """
cases:
  - name: with photos
    made_up: true
    on: 2026-04-01
    case:
      number: 虚构〔2026〕1号
      parties: [{id: p1, kind: legal_person}]
      violations: [{id: v1, parties: [p1], cause: food_residue_over_limit, photos: true}]
    expect: {may: [with_photos]}
"""


@pytest.fixture
def mine(tmp_path):
    folder = tmp_path / "mine" / "my_city_benchmark_2026"
    folder.mkdir(parents=True)
    files = {"instrument.yaml": HEAD, "rules.yaml": RULES, "rules.cases.yaml": CASES}
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    (tmp_path / "mine" / "vocabulary.yaml").write_text(VOCABULARY, "utf-8")
    return tmp_path / "mine"


def test_a_directory_of_rulesets_is_tested_with_the_law_of_the_library(run, mine):
    done = run("test", mine)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed, 0 failed" in done.stdout


def test_a_file_of_cases_is_tested_with_the_rules_beside_it(run, mine):
    folder = mine / "my_city_benchmark_2026"
    (mine / "vocabulary.yaml").rename(folder / "vocabulary.yaml")
    done = run("test", folder / "rules.cases.yaml")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_library_of_whole_cases_may_lie_beside_the_rulesets(run, mine):
    folder = mine / "my_city_benchmark_2026"
    (mine / "vocabulary.yaml").rename(folder / "vocabulary.yaml")
    (folder / "rules.cases.yaml").rename(mine / "library.yaml")
    (mine / "library.yaml").write_text(
        (mine / "library.yaml").read_text("utf-8").replace("[with_photos]", "[my_city_benchmark/with_photos]"), "utf-8"
    )
    done = run("test", mine)
    assert done.returncode == 0, done.stdout + done.stderr


def test_naming_the_rulesets_all_the_same_changes_nothing(run, mine):
    assert run("test", mine, "--rulesets", mine).stdout == run("test", mine).stdout


def test_what_ships_is_not_read_twice(run):
    done = run("test", "rulesets/places/14")
    assert done.returncode == 0, done.stdout + done.stderr
