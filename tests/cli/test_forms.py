"""A form goes with the ending of a file, `-` is standard input, the log tells on request; cases are made up (虚构)."""

import json
import subprocess
import sys

import pytest

CASE = """\
number: 虚构〔2024〕9号
organ: {field: market_regulation, rank: county}
parties: [{id: p1, kind: legal_person}]
violations: [{id: v1, parties: [p1], cause: food_expired, began: 2024-03-05}]
steps:
  - {step: case_filing, on: 2024-03-06}
  - {step: decision, on: 2024-06-03}
"""


@pytest.fixture
def case(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text(CASE, "utf-8")
    return path


def piped(*args, text=""):
    """Run the command in a process of its own, with a text on its standard input."""
    command = [sys.executable, "-m", "enforcement_rules", *map(str, args)]
    return subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    ("ending", "begin"), [(".json", "{"), (".JSON", "{"), (".md", "#"), (".txt", "案件"), ("", "案件")]
)
def test_a_review_is_written_as_its_ending_says(run, case, tmp_path, ending, begin):
    output = tmp_path / f"verdict{ending}"
    assert run("review", case, "-o", output).returncode == 3
    assert output.read_text("utf-8").startswith(begin)


def test_an_ending_without_a_form_is_refused_before_anything_is_read(run, case, tmp_path):
    for name in ("report.docx", "report.pdf", "report.xlsx"):
        done = run("review", case, "-o", tmp_path / name, "--format", "text")
        assert done.returncode == 2
        assert done.stderr.startswith(f"{tmp_path / name}: 不能由扩展名")
        assert ".txt, .json, .md" in done.stderr
        assert not (tmp_path / name).exists()


def test_an_ending_that_contradicts_the_format_is_refused(run, case, tmp_path):
    done = run("review", case, "-o", tmp_path / "a.md", "--format", "json", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "the ending .md contradicts --format json" in done.stderr
    assert run("review", case, "-o", tmp_path / "a.json", "--format", "json").returncode == 3


def test_other_commands_hold_to_endings_too(run, case, tmp_path):
    assert run("deadlines", case, "-o", tmp_path / "a.json").returncode in (0, 1)
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["on"] == "2024-06-03"
    assert run("deadlines", case, "-o", tmp_path / "a.docx").returncode == 2
    assert run("catalogue", "-o", tmp_path / "a.md").returncode == 2
    assert run("appraise", case, "-o", tmp_path / "a.docx").returncode == 2


@pytest.mark.parametrize("command", [("review",), ("deadlines",), ("explain", "第六十条")])
def test_a_dash_is_standard_input(run, case, command):
    name, *more = command
    from_file = run(name, case, *more)
    from_stdin = piped(name, "-", *more, text=CASE)
    assert from_stdin.stdout.replace("[-:", "[case.yaml:") == from_file.stdout.replace(f"[{case}:", "[case.yaml:")
    assert from_stdin.returncode == from_file.returncode


def test_slips_in_standard_input_stand_at_their_place():
    done = piped("review", "-", text="number：x\nrecord: full\n")
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "-:1:7: 不是有效的 YAML；“：”应为半角冒号加空格",
        "-:2:9: full 不是可用的值；应为：complete, working, excerpt",
    ]


def test_time_limits_are_those_of_the_day_of_the_decision(run, case):
    assert "基准日  2024-06-03" in run("deadlines", case).stdout
    assert "基准日  2024-07-01" in run("deadlines", case, "--on", "2024-07-01").stdout
    undecided = piped("deadlines", "-", text="number: x\n")
    assert "没有决定日期，按今天" in undecided.stderr


def test_a_rule_is_found_by_its_article_its_law_and_its_words(run, case):
    for words in ("第三十三条", "行政处罚法第三十三条第一款", "第33条", "初次"):
        done = run("explain", case, words)
        assert done.returncode == 0, done.stderr
        assert "第三十三条第一款" in done.stdout
    done = run("explain", case, "海关法第九百条")
    assert done.returncode == 2
    assert "enforcement-rules list" not in done.stderr
    assert "第三十三条" in done.stderr


def test_what_is_read_is_told_on_request_alone(run, case):
    assert run("review", case).stderr == ""
    told = piped("--verbose", "review", case).stderr
    assert "versions from" in told
    assert "case 虚构〔2024〕9号 read from" in told
