"""The command line as a user meets it, but for the process of its own (`test_process.py`)."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from enforcement_rules import load_case, load_rulesets, review

CELERY = "cases/market_regulation/celery_2022.yaml"
CLEAN = "cases/made_up/clean_fine.yaml"


@pytest.fixture
def spared(tmp_path):
    text = Path(CELERY).read_text(encoding="utf-8")
    path = tmp_path / "spared.yaml"
    path.write_text(
        text.replace("first: true", "first: true\n    gravity: minor\n    harm: none\n    corrected_in_time: true"),
        "utf-8",
    )
    return path


def test_exit_codes_say_the_verdict(run, spared):
    assert run("review", CLEAN).returncode == 0
    assert run("review", spared).returncode == 1
    assert run("review", CELERY).returncode == 3
    assert run("review", "no_such_file.yaml").returncode == 2


def test_of_several_cases_the_worst_counts(run, spared):
    assert run("review", CLEAN, CELERY).returncode == 3
    assert run("review", CLEAN, CELERY, spared).returncode == 1
    assert run("review", CLEAN, CELERY, spared, "no_such_file.yaml").returncode == 2


def test_text_is_chinese_unless_asked_otherwise(run):
    assert "一、问题" in run("review", CELERY).stdout
    assert "1. Problems" in run("review", CELERY, "--lang", "en").stdout


def test_json_is_the_verdict_and_the_same_bytes_every_time(run):
    one, other = run("review", CELERY, "--format", "json"), run("review", CELERY, "--format", "json")
    assert one.stdout == other.stdout
    assert json.loads(one.stdout)["schema"] == "enforcement_rules/verdict/2"
    several = json.loads(run("review", CELERY, CLEAN, "--format", "json").stdout)
    assert [each["outcome"] for each in several] == ["undetermined", "may_decide"]


def test_an_output_file_is_written_whole_or_not_at_all(run, tmp_path):
    output = tmp_path / "verdict.md"
    assert run("review", CELERY, "--format", "markdown", "-o", output).returncode == 3
    assert output.read_text(encoding="utf-8").startswith("# 闽侯芹菜案")
    done = run("review", "no_such_file.yaml", "-o", tmp_path / "other.md")
    assert done.returncode == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["verdict.md"]
    assert run("review", CELERY, "-o", tmp_path / "missing" / "x.txt").returncode == 2


def test_without_a_date_today_is_taken_and_said(run, tmp_path):
    path = tmp_path / "undated.yaml"
    path.write_text("number: x\n", "utf-8")
    done = run("review", path)
    assert done.returncode == 3
    assert "按今天" in done.stderr


def test_a_partial_date_is_no_day(run):
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
def test_bad_input_is_lines_with_a_place_and_never_a_traceback(run, tmp_path, name):
    (tmp_path / name).write_text(BAD[name], "utf-8")
    for lang in ("zh", "en"):
        done = run("review", tmp_path / name, "--lang", lang)
        assert done.returncode == 2
        assert done.stdout == ""
        lines = done.stderr.splitlines()
        assert lines
        assert all(line.startswith(f"{tmp_path / name}:") for line in lines), lines
        assert "Traceback" not in done.stderr


def test_a_file_of_fifty_megabytes_is_refused_unread(run, tmp_path):
    path = tmp_path / "big.yaml"
    with path.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    done = run("review", path, "--lang", "en")
    assert done.returncode == 2
    assert "too large" in done.stderr


def test_a_ruleset_that_names_an_unknown_fact_is_refused_with_its_place(run, tmp_path):
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


def test_usage_errors_exit_2(run):
    assert run("review").returncode == 2
    assert run("review", CELERY, "--format", "pdf").returncode == 2
    assert run("nonsense").returncode == 2


def test_explain_shows_the_proof_and_suggests_names(run):
    assert "立案至决定的日数" in run("explain", CELERY, "第六十条").stdout
    record = json.loads(run("explain", CELERY, "decided_within_90_days", "--format", "json").stdout)
    assert record[0]["status"] == "apparent"
    done = run("explain", CELERY, "decided_within_90_day", "--lang", "en")
    assert done.returncode == 0
    done = run("explain", CELERY, "decidde_within_90_days", "--lang", "en")
    assert done.returncode == 2
    assert "decided_within_90_days" in done.stderr


def test_list_shows_what_is_loaded(run):
    assert "administrative_penalty_law@2021" in run("list").stdout
    entries = json.loads(run("list", "--format", "json").stdout)
    law = next(entry for entry in entries if entry["instrument"] == "administrative_penalty_law")
    assert sum(law["articles"].values()) == 86


def test_check_is_clean_on_what_is_shipped(run):
    done = run("check")
    assert (done.returncode, done.stdout) == (0, "")


def test_a_library_runs_with_coverage(run):
    done = run("test", "cases")
    assert done.returncode == 0, done.stdout
    assert " passed, 0 failed" in done.stdout


def test_a_library_that_differs_or_is_empty_does_not_pass(run, tmp_path):
    case = Path(CELERY).resolve()
    (tmp_path / "library.yaml").write_text(f"cases:\n  - {{file: {case}, expect: {{outcome: may_decide}}}}\n", "utf-8")
    done = run("test", tmp_path, "--lang", "en")
    assert done.returncode == 1
    assert "outcome: expected may_decide, got undetermined" in done.stdout
    empty = tmp_path / "empty"
    empty.mkdir()
    assert run("test", empty).returncode == 2


@pytest.mark.parametrize("kind", ["case", "ruleset", "instrument", "vocabulary", "verdict"])
def test_schemas_are_printed(run, kind):
    assert json.loads(run("schema", kind).stdout)["$schema"].endswith("2020-12/schema")


def test_version_and_help(run):
    assert run("--version").stdout.startswith("enforcement-rules 0.")
    assert "review" in run("--help").stdout


def test_json_of_the_command_is_to_dict_to_the_byte(run):
    rulesets = load_rulesets()
    files = [CELERY, CLEAN, *sorted(map(str, Path("cases/ecology").glob("*.yaml")))[:6]]
    day = dt.date(2026, 11, 24)
    records = [review(load_case(file, rulesets), rulesets, day).to_dict() for file in files]
    done = run("review", *files, "--format", "json", "--on", day)
    assert done.stdout == json.dumps(records, ensure_ascii=False, indent=2) + "\n"
    full = review(load_case(CELERY, rulesets), rulesets, day).to_dict(proofs="all")
    one = run("review", CELERY, "--format", "json", "--proofs", "all", "--on", day)
    assert one.stdout == json.dumps(full, ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("form", [[], ["--format", "markdown"]])
def test_proofs_are_asked_for_in_json_alone(run, form):
    done = run("review", CELERY, "--proofs", "all", "--lang", "en", *form)
    assert done.returncode == 2
    assert "--proofs: only --format json writes proofs" in done.stderr
