"""The command line as a user meets it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CELERY = "cases/market_regulation/celery_2022.yaml"
CLEAN = "cases/made_up/clean_fine.yaml"


def run(*args, **more):
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", **more}
    return subprocess.run(
        [sys.executable, "-m", "enforcement_rules", *map(str, args)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )


@pytest.fixture
def spared(tmp_path):
    text = Path(CELERY).read_text(encoding="utf-8")
    path = tmp_path / "spared.yaml"
    path.write_text(
        text.replace("first: true", "first: true\n    gravity: minor\n    harm: none\n    corrected_in_time: true"),
        "utf-8",
    )
    return path


def test_exit_codes_say_the_verdict(spared):
    assert run("review", CLEAN).returncode == 0
    assert run("review", spared).returncode == 1
    assert run("review", CELERY).returncode == 3
    assert run("review", "no_such_file.yaml").returncode == 2


def test_of_several_cases_the_worst_counts(spared):
    assert run("review", CLEAN, CELERY).returncode == 3
    assert run("review", CLEAN, CELERY, spared).returncode == 1
    assert run("review", CLEAN, CELERY, spared, "no_such_file.yaml").returncode == 2


def test_text_is_chinese_unless_asked_otherwise():
    assert "一、问题" in run("review", CELERY).stdout
    assert "1. Problems" in run("review", CELERY, "--lang", "en").stdout


def test_json_is_the_verdict_and_the_same_bytes_every_time():
    one, other = run("review", CELERY, "--format", "json"), run("review", CELERY, "--format", "json")
    assert one.stdout == other.stdout
    assert json.loads(one.stdout)["schema"] == "enforcement_rules/verdict/1"
    several = json.loads(run("review", CELERY, CLEAN, "--format", "json").stdout)
    assert [each["outcome"] for each in several] == ["undetermined", "may_decide"]


def test_an_output_file_is_written_whole_or_not_at_all(tmp_path):
    output = tmp_path / "verdict.md"
    assert run("review", CELERY, "--format", "markdown", "-o", output).returncode == 3
    assert output.read_text(encoding="utf-8").startswith("# 闽侯芹菜案")
    done = run("review", "no_such_file.yaml", "-o", tmp_path / "other.md")
    assert done.returncode == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["verdict.md"]
    assert run("review", CELERY, "-o", tmp_path / "missing" / "x.txt").returncode == 2


def test_without_a_date_today_is_taken_and_said(tmp_path):
    path = tmp_path / "undated.yaml"
    path.write_text("number: x\n", "utf-8")
    done = run("review", path)
    assert done.returncode == 3
    assert "按今天" in done.stderr


def test_a_partial_date_is_no_day():
    done = run("review", CELERY, "--on", "2022-04", "--lang", "en")
    assert done.returncode == 2
    assert "2022-04" in done.stderr
    assert "expected" in done.stderr


BAD = {
    "syntax.yaml": "parties: [\n",
    "unknown.yaml": "numbr: x\n",
    "date.yaml": "violations: [{id: v1, began: 2023-02-30}]\n",
    "amount.yaml": "violations: [{id: v1, bases: {goods_value: 1.234}}]\n",
    "negative.yaml": "violations: [{id: v1, bases: {goods_value: -1}}]\n",
    "wide.yaml": "violations: [{id: v1, bases: {goods_value: １２}}]\n",
    "twice.yaml": "violations: [{id: v1, harm: [{value: none}, {value: slight}]}]\n",
    "ids.yaml": "violations: [{id: v1}, {id: v1}]\n",
    "order.yaml": "violations: [{id: v1, began: 2023-01-02}]\nsteps: [{step: decision, on: 2023-01-01}]\n",
    "empty.yaml": "",
    "alias.yaml": "a: &a [x]\nb: *a\n",
    "tag.yaml": "number: !!python/object/apply:os.system [ls]\n",
    "deep.yaml": "[" * 100_000,
    "broken.json": '{"number": }',
    "nul.yaml": "number: a\0b\n",
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_lines_with_a_place_and_never_a_traceback(tmp_path, name):
    (tmp_path / name).write_text(BAD[name], "utf-8")
    for lang in ("zh", "en"):
        done = run("review", tmp_path / name, "--lang", lang)
        assert done.returncode == 2
        assert done.stdout == ""
        lines = done.stderr.splitlines()
        assert lines
        assert all(line.startswith(f"{tmp_path / name}:") for line in lines), lines
        assert "Traceback" not in done.stderr


def test_a_file_of_fifty_megabytes_is_refused_unread(tmp_path):
    path = tmp_path / "big.yaml"
    with path.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    done = run("review", path, "--lang", "en")
    assert done.returncode == 2
    assert "too large" in done.stderr


def test_a_ruleset_that_names_an_unknown_fact_is_refused_with_its_place(tmp_path):
    folder = tmp_path / "act_1"
    folder.mkdir()
    for name in ("instrument.yaml",):
        source = Path("rulesets/tax/tax_collection_law_2015") / name
        (folder / name).write_text(source.read_text(encoding="utf-8"), "utf-8")
    rule = "circumstances:\n  - {article: 第六十条, name: a, says: 甲, says_en: a, when: {violation.frist: true}, then: {may: no_penalty}}\n"
    (folder / "rules.yaml").write_text(rule, "utf-8")
    done = run("review", CELERY, "--rulesets", tmp_path, "--lang", "en")
    assert done.returncode == 2
    assert "rules.yaml:2:" in done.stderr
    assert "violation.first" in done.stderr


def test_usage_errors_exit_2():
    assert run("review").returncode == 2
    assert run("review", CELERY, "--format", "pdf").returncode == 2
    assert run("nonsense").returncode == 2


def test_explain_shows_the_proof_and_suggests_names():
    assert "立案至决定的日数" in run("explain", CELERY, "第六十条").stdout
    record = json.loads(run("explain", CELERY, "decided_within_90_days", "--format", "json").stdout)
    assert record[0]["status"] == "apparent"
    done = run("explain", CELERY, "decided_within_90_day", "--lang", "en")
    assert done.returncode == 0
    done = run("explain", CELERY, "decidde_within_90_days", "--lang", "en")
    assert done.returncode == 2
    assert "decided_within_90_days" in done.stderr


def test_list_shows_what_is_loaded():
    assert "administrative_penalty_law@2021" in run("list").stdout
    entries = json.loads(run("list", "--format", "json").stdout)
    law = next(entry for entry in entries if entry["instrument"] == "administrative_penalty_law")
    assert sum(law["articles"].values()) == 86


def test_check_is_clean_on_what_is_shipped():
    done = run("check")
    assert (done.returncode, done.stdout) == (0, "")


def test_a_library_runs_with_coverage():
    done = run("test", "cases")
    assert done.returncode == 0, done.stdout
    assert " passed, 0 failed" in done.stdout


def test_a_library_that_differs_or_is_empty_does_not_pass(tmp_path):
    case = Path(CELERY).resolve()
    (tmp_path / "library.yaml").write_text(f"cases:\n  - {{file: {case}, expect: {{outcome: may_decide}}}}\n", "utf-8")
    done = run("test", tmp_path, "--lang", "en")
    assert done.returncode == 1
    assert "outcome: expected may_decide, got undetermined" in done.stdout
    empty = tmp_path / "empty"
    empty.mkdir()
    assert run("test", empty).returncode == 2


@pytest.mark.parametrize("kind", ["case", "ruleset", "instrument", "vocabulary", "verdict"])
def test_schemas_are_printed(kind):
    assert json.loads(run("schema", kind).stdout)["$schema"].endswith("2020-12/schema")


def test_version_and_help():
    assert run("--version").stdout.startswith("enforcement-rules 0.")
    assert "review" in run("--help").stdout


def test_a_reader_who_stops_reading_is_no_error():
    command = f"{sys.executable} -m enforcement_rules review {CELERY} --format json | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
