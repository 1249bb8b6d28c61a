"""`convert` at the command line: what it writes, what it refuses, and that nothing is half written."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from enforcement_rules.cli import main

CELERY = Path("cases/market_regulation/celery_2022.yaml")


@pytest.fixture
def run(capsys, monkeypatch):
    def call(*args):
        monkeypatch.setattr(sys, "argv", ["enforcement-rules", *map(str, args)])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return ended.value.code, out, err

    return call


def test_there_and_back(run, tmp_path):
    chinese = tmp_path / "案件.yaml"
    assert run("convert", CELERY, "-o", chinese) == (0, "", "")
    text = chinese.read_text(encoding="utf-8")
    assert text.startswith(CELERY.read_text(encoding="utf-8").splitlines()[0])  # the comment at its head
    assert "程序步骤:" in text
    assert "steps:" not in text
    code, out, _ = run("convert", chinese, "--lang", "en")
    assert (code, out) == (0, CELERY.read_text(encoding="utf-8"))


def test_the_ending_of_the_output_says_the_format(run, tmp_path):
    made = tmp_path / "case.json"
    run("convert", CELERY, "--lang", "en", "-o", made)
    assert json.loads(made.read_text(encoding="utf-8"))["steps"]
    code, out, _ = run("convert", made, "--format", "yaml")
    assert code == 0
    assert "程序步骤:" in out


def test_bad_input_writes_nothing(run, tmp_path):
    bad = tmp_path / "bad.yaml"
    bad.write_text("案号: 甲\n程序步凑: []\n", encoding="utf-8")
    made = tmp_path / "made.yaml"
    code, out, err = run("convert", bad, "-o", made)
    assert (code, out) == (2, "")
    assert err == f"{bad}:2:1: 未知的键 程序步凑；是否指 程序步骤？\n"
    assert not made.exists()
    assert run("review", bad)[2] == err


def test_every_slip_is_said_at_once_as_review_says_it(run, tmp_path):
    bad = tmp_path / "bad.yaml"
    bad.write_text("案号：甲\n程序步骤: [{步骤: 立安}]\n", encoding="utf-8")
    code, _, err = run("convert", bad)
    assert code == 2
    assert err == run("review", bad)[2]
    assert [line.removeprefix(f"{bad}:")[0] for line in err.splitlines()] == ["1", "2"]


def test_a_file_is_not_written_over_itself(run, tmp_path):
    file = tmp_path / "case.yaml"
    file.write_bytes(CELERY.read_bytes())
    code, _, err = run("convert", file, "-o", file)
    assert code == 2
    assert err
    assert file.read_bytes() == CELERY.read_bytes()


def test_standard_input():
    done = subprocess.run(
        [sys.executable, "-m", "enforcement_rules", "convert", "-"],
        input="number: 甲\nsteps: [{step: decision}]  # 注\n",
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == "案号: 甲\n程序步骤: [{步骤: 处罚决定}]  # 注\n"
