"""Names, small schemas and new case files from the command line."""

import json

import pytest

from enforcement_rules import load_case


def test_names_are_found_in_either_language(run):
    assert "food_sold_without_licence" in run("names", "未取得许可从事食品经营").stdout
    assert "violations[].first" in run("names", "first", "violation", "--lang", "en").stdout
    found = json.loads(run("names", "gravity", "--what", "facts", "--format", "json").stdout)
    assert found["names"][0]["where"] == ["violations[].gravity"]


def test_names_without_a_word_say_how_many_there_are(run):
    done = run("names")
    assert done.returncode == 0
    assert "案由" in done.stdout
    assert len(done.stdout.splitlines()) < 20


def test_names_are_bounded_unless_all_are_asked_for(run):
    short, whole = run("names", "处罚").stdout, run("names", "处罚", "--all").stdout
    assert "另有" in short
    assert len(whole.splitlines()) > len(short.splitlines())


def test_names_of_an_unknown_field_are_refused(run):
    done = run("names", "罚款", "--field", "market_regulaton")
    assert done.returncode == 2
    assert "market_regulation" in done.stderr


def test_a_word_that_nothing_holds_is_no_fault(run):
    done = run("names", "qqqqqqqq")
    assert done.returncode == 0
    assert "没有含有" in done.stdout


def test_the_schema_of_a_field_is_json_and_a_third_of_the_whole(run):
    whole = run("schema", "case").stdout
    small = run("schema", "case", "--field", "市场监管").stdout
    assert json.loads(small)["$schema"] == json.loads(whole)["$schema"]
    assert len(small) < len(whole) / 3


def test_the_schema_of_libraries(run):
    assert json.loads(run("schema", "library").stdout)["$defs"]["Expectation"]["properties"]["asks"]["description"]


def test_a_new_case_is_written_once(run, tmp_path):
    path = tmp_path / "new.yaml"
    options = ("--field", "市场监管", "--provision", "食品安全法第一百二十四条第一款", "-o", path)
    assert run("new", "case", *options).returncode == 0
    begun = path.read_text("utf-8")
    assert load_case(path).organ.field == "market_regulation"
    again = run("new", "case", "-o", path)
    assert again.returncode == 2
    assert "--force" in again.stderr
    assert path.read_text("utf-8") == begun
    assert run("new", "case", "--lang", "en", "-o", path, "--force").returncode == 0
    assert "violations:" in path.read_text("utf-8")


@pytest.mark.parametrize("name", ["new.json", "new.docx", "new.txt", "new.md"])
def test_a_new_case_is_yaml_and_bears_no_other_ending(run, tmp_path, name):
    done = run("new", "case", "-o", tmp_path / name)
    assert (done.returncode, done.stdout, (tmp_path / name).exists()) == (2, "", False)
    assert ".yaml" in done.stderr
    assert name.partition(".")[2] in done.stderr


@pytest.mark.parametrize("name", ["new.yml", "new"])
def test_a_new_case_bears_an_ending_of_yaml_or_none(run, tmp_path, name):
    assert run("new", "case", "-o", tmp_path / name).returncode == 0
    assert (tmp_path / name).exists()


def test_a_new_case_can_be_reviewed_as_it_stands(run, tmp_path):
    path = tmp_path / "new.yaml"
    run("new", "case", "--procedure", "普通程序", "-o", path)
    assert run("review", path, "--on", "2026-11-20").returncode == 3


def test_a_new_case_for_an_unknown_name_is_refused(run):
    done = run("new", "case", "--cause", "food_expird", "--lang", "en")
    assert done.returncode == 2
    assert "food_expired" in done.stderr
    assert done.stdout == ""
