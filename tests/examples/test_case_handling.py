"""The small case-handling system of `examples/`: a published case step by step, kept whatever happens to the process."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.loading.reading import read_document
from enforcement_rules.values.errors import InputError

sys.path.insert(0, str(Path(__file__).parents[2] / "examples" / "case_handling"))
from handling import Office, day_of, main, replayed
from store import Entry, Store, StoreError

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "case_handling"
CASES = [path for path in sorted(ROOT.glob("cases/*/*.yaml")) if path.name != "library.yaml"]
PUBLISHED = ROOT / "cases/ecology/false_acceptance_jincheng_2025.yaml"
DAY = dt.date(2026, 9, 1)
BARE = {"number": "虚构〔2026〕9号", "procedure": "ordinary", "parties": [{"id": "p1", "kind": "legal_person"}]}
FILED = {"step": "case_filing", "id": "f", "on": "2026-09-01"}


@pytest.fixture
def office(tmp_path):
    return Office(Store(tmp_path / "cases.db"), load_rulesets())


def handled(path, store, lang="zh"):
    return main([str(path), "--store", str(store), "--lang", lang])


def test_a_published_case_step_by_step(tmp_path, capsys):
    assert handled(PUBLISHED, tmp_path / "cases.db") == 0
    printed = capsys.readouterr().out
    for step in read_document(PUBLISHED).data["steps"]:
        assert f"  {step['step']}\n" in printed
    outcome, _, whole = printed.splitlines()[-1].partition(" == ")
    assert outcome == whole == review(load_case(PUBLISHED), load_rulesets(), dt.date(2025, 9, 30)).outcome


@pytest.mark.parametrize("path", CASES[::10], ids=lambda path: path.stem)
def test_every_published_case_ends_in_the_verdict_of_the_whole_file(path, tmp_path, capsys):
    assert handled(path, tmp_path / "cases.db", "en") == 0
    outcome, _, whole = capsys.readouterr().out.splitlines()[-1].partition(" == ")
    assert outcome == whole


def test_it_goes_on_where_it_stopped(tmp_path, capsys):
    half = tmp_path / "half.json"
    data = read_document(PUBLISHED).data
    half.write_text(json.dumps(data | {"steps": data["steps"][:3]}, ensure_ascii=False), encoding="utf-8")
    store = tmp_path / "cases.db"
    assert handled(half, store) == 0
    capsys.readouterr()
    assert handled(PUBLISHED, store) == 0
    printed = capsys.readouterr().out
    assert "  notice\n" not in printed
    assert "  disclosure\n" in printed
    assert Store(store).load(data["number"]).data["steps"] == data["steps"]


def test_what_is_refused_is_not_stored(office):
    case = office.open(BARE["number"], BARE, DAY)
    with pytest.raises(InputError):
        case.enter("take", {"step": "no_such_step"})
    with pytest.raises(StoreError, match="no entry"):
        case.enter("proceed", DAY)
    with pytest.raises(StoreError, match="already"):
        office.open(BARE["number"], BARE, DAY)
    with pytest.raises(StoreError, match="no case"):
        office.case("虚构〔2026〕10号")
    assert office.store.load(BARE["number"]).entries == 0
    assert list(office.store.log(BARE["number"])) == []


def test_two_who_enter_at_once_do_not_overwrite_each_other(office):
    office.open(BARE["number"], BARE, DAY)
    one, other = office.case(BARE["number"]), office.case(BARE["number"])
    one.enter("take", FILED)
    with pytest.raises(StoreError, match="meanwhile"):
        other.enter("take", {"step": "inspection", "on": "2026-09-01"})
    again = office.case(BARE["number"])
    assert again.session.data["steps"] == [FILED]
    assert again.entries == 1


def test_the_log_leads_to_what_is_stored(office):
    case = office.open(BARE["number"], BARE, DAY)
    case.enter("take", FILED)
    case.enter("say", "steps.f.on", "2026-08-31")
    case.enter("add", "officers", {"id": "o1"})
    case.enter("withdraw", "officers.o1")
    assert replayed(office, BARE["number"]) == office.store.load(BARE["number"]).data == case.session.data
    assert [entry.what for entry in office.store.log(BARE["number"])] == ["take", "say", "add", "withdraw"]


def test_what_falls_due_in_the_cases_of_the_office(office):
    for n, day in enumerate(("2026-08-03", "2026-06-01", "2026-05-01")):
        office.open(f"虚构〔2026〕{n}号", BARE | {"number": f"虚构〔2026〕{n}号"}, DAY)
        office.case(f"虚构〔2026〕{n}号").enter("take", FILED | {"on": day})
    found = [(number, limit.last) for number, limit in office.due(DAY, 7) if limit.ref.article == "第六十条"]
    assert found == [("虚构〔2026〕2号", dt.date(2026, 7, 30)), ("虚构〔2026〕1号", dt.date(2026, 8, 30))]


@pytest.mark.parametrize(
    ("stated", "day"), [("2026-09-03", dt.date(2026, 9, 3)), ("2026-08-03", DAY), ("2026-09", DAY), (None, DAY)]
)
def test_the_day_on_which_a_step_is_entered(stated, day):
    assert day_of({"on": stated}, DAY) == day
    assert day_of({"on": {"from": "2026-09-02", "to": "2026-09-05"}}, DAY) == DAY


def test_bad_files_are_told_without_a_traceback(tmp_path, capsys):
    for text in ("steps: [{", "steps: [{step: nonsense}]", "- 1"):
        bad = tmp_path / "bad.yaml"
        bad.write_text(text, encoding="utf-8")
        assert handled(bad, tmp_path / "cases.db") == 2
        assert "bad.yaml" in capsys.readouterr().err
    assert handled(PUBLISHED, tmp_path / "no" / "such" / "folder.db") == 2
    assert "folder.db" in capsys.readouterr().err


def test_an_entry_is_stored_with_the_data_or_not_at_all(office):
    office.open(BARE["number"], BARE, DAY)
    with closing(sqlite3.connect(office.store.path)) as connection, connection:
        connection.execute("DROP TABLE log")
    with pytest.raises(StoreError):
        office.store.append(BARE["number"], 0, Entry("take", (FILED,), DAY), BARE | {"steps": [FILED]})
    assert office.store.load(BARE["number"]).data == BARE


SCRIPT = """
import datetime as dt, sys
sys.path.insert(0, sys.argv[1])
from handling import Office
from store import Store
office = Office(Store(sys.argv[2]))
case = office.case(sys.argv[3])
for n in range(1000):
    case.enter("take", {"step": "inquiry", "id": f"i{case.entries}", "on": "2026-09-01"})
    print(case.entries, flush=True)
"""


def test_killed_in_the_middle_of_a_step_nothing_stored_is_lost(office):
    """Killed at other moments each time, often in the middle of an entry: what was reported is there, whole."""
    office.open(BARE["number"], BARE, DAY)
    path, reported = office.store.path, 0
    for kill in range(4):
        arguments = [sys.executable, "-c", SCRIPT, str(EXAMPLE), str(path), BARE["number"]]
        with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as program:
            lines = [int(program.stdout.readline()) for _ in range(2)]
            time.sleep(0.003 * kill)
            os.kill(program.pid, signal.SIGKILL)
            reported = max([*lines, *(int(line) for line in program.stdout if line.endswith("\n"))])
        stored = office.store.load(BARE["number"])
        assert reported <= stored.entries <= reported + 1
        assert [step["id"] for step in stored.data["steps"]] == [f"i{n}" for n in range(stored.entries)]
        assert replayed(office, BARE["number"]) == stored.data
