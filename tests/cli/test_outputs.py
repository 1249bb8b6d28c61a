"""Where commands write: full, closed and narrow outputs as processes meet them, and what `--output` does to a file."""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import re
import socket
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from enforcement_rules.cli import main

CELERY = "cases/market_regulation/celery_2022.yaml"
CLEAN = "cases/made_up/clean_fine.yaml"
COMMANDS = {
    "review": ("review", CLEAN),
    "markdown": ("review", CELERY, "--format", "markdown", "--all"),
    "json": ("review", CLEAN, "--format", "json"),
    "deadlines": ("deadlines", CELERY, "--on", "2024-01-01"),
    "ics": ("deadlines", CELERY, "--on", "2021-03-01", "--format", "ics"),
    "appraise": ("appraise", CELERY, "--standard", "case_file_appraisal_guangdong_secondary/case_file"),
    "html": ("appraise", CELERY, "--standard", "case_file_appraisal_guangdong_secondary/case_file", "--format", "html"),
    "explain": ("explain", CELERY, "第六十条"),
    "catalogue": ("catalogue",),
    "list": ("list",),
    "schema": ("schema", "verdict"),
    "test": ("test", "rulesets/tax/tax_hearing_measures"),
    "help": ("--help",),
    "version": ("--version",),
}


class Refusing(io.RawIOBase):
    """A file that takes nothing, for one reason."""

    def __init__(self, number):
        self.number = number

    def writable(self):
        return True

    def write(self, content):
        raise OSError(self.number, os.strerror(self.number))


def refusing(number):
    return io.TextIOWrapper(io.BufferedWriter(Refusing(number)), encoding="utf-8", newline="")


@pytest.fixture
def ended(monkeypatch):
    """Return a function that runs a command in this process with a standard output, and returns how it ended."""

    def called(args, stdout, stderr):
        with monkeypatch.context() as patched:
            patched.setattr(sys, "argv", ["enforcement-rules", *map(str, args)])
            patched.setattr(sys, "stdout", stdout)
            patched.setattr(sys, "stderr", stderr)
            with pytest.raises(SystemExit) as end:
                main()
        return end.value.code

    return called


@pytest.mark.parametrize(
    "number", [errno.ENOSPC, errno.EPIPE, errno.EIO, None], ids=["full", "unread", "broken", "closed"]
)
@pytest.mark.parametrize("args", COMMANDS.values(), ids=COMMANDS)
def test_an_output_that_cannot_be_written_is_said_and_is_no_verdict(ended, args, number):
    said = io.StringIO()
    stdout = None if number is None else refusing(number)
    assert ended(args, stdout, said) == 2
    assert re.search(r"^stdout: (无法写入|cannot be written)", said.getvalue(), re.MULTILINE)
    assert "internal error" not in said.getvalue()
    if stdout is not None:
        with contextlib.suppress(OSError):
            stdout.close()


@pytest.mark.parametrize("stderr", [None, errno.ENOSPC, errno.EPIPE], ids=["closed", "full", "unread"])
@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("review", CLEAN), 0),
        (("review", CELERY), 3),
        (("review", "no_such_file.yaml"), 2),
        (("check",), 0),
        (("--nonsense",), 2),
    ],
)
def test_what_nobody_hears_changes_no_exit_code(ended, args, code, stderr):
    stream = None if stderr is None else refusing(stderr)
    assert ended(args, io.StringIO(), stream) == code
    if stream is not None:
        with contextlib.suppress(OSError):
            stream.close()


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_an_output_that_is_full_halfway_is_said(tmp_path, unbuffered, form):
    command = f'ulimit -f 1; PYTHONUNBUFFERED={unbuffered} "$@" > {tmp_path / "out"}'
    args = [sys.executable, "-m", "enforcement_rules", "review", CLEAN, "--format", form]
    done = subprocess.run(["bash", "-c", command, "bash", *args], capture_output=True, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr.startswith(b"stdout: ")


@pytest.mark.parametrize(
    ("redirected", "code"),
    [
        (">/dev/full", 2),
        (">&-", 2),
        (">&- 2>&-", 2),
        (">/dev/null 2>/dev/full", 3),
        ("| (exec <&-); exit ${PIPESTATUS[0]}", 2),
    ],
)
def test_a_process_ends_as_its_call_does(redirected, code):
    done = shell(redirected, "review", CELERY, "--format", "json")
    assert done.returncode == code
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def shell(line, *args):
    command = ["bash", "-c", f'"$@" {line}', "bash", sys.executable, "-m", "enforcement_rules", *args]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=60)


def narrow(encoding, *args):
    """Run a process whose surroundings have an encoding, or are those of the C locale, and return what it wrote."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("LC_", "LANG", "PYTHONIO", "PYTHONUTF8"))
    }
    named = (
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
        if encoding is None
        else {"PYTHONIOENCODING": encoding}
    )
    command = [sys.executable, "-m", "enforcement_rules", *args]
    return subprocess.run(command, capture_output=True, env=kept | named, check=False, timeout=60)


@pytest.mark.parametrize(
    ("encoding", "marks"),
    [(None, "✓◐"), ("gbk", "√◎"), ("gb18030", "✓◐"), ("ascii", "v~"), ("latin-1", "v~")],
)
def test_text_is_written_in_any_surroundings(encoding, marks):
    done = narrow(encoding, "review", CELERY, "--all")
    assert (done.returncode, done.stderr) == (3, b"")
    text = done.stdout.decode(encoding or "utf-8")
    assert all(f"\n  {mark} " in text for mark in marks)
    assert ("结论  尚不能断定" in text) == (encoding not in ("ascii", "latin-1"))
    assert (r"\u7ed3\u8bba  " in text) == (encoding in ("ascii", "latin-1"))


@pytest.mark.parametrize("encoding", ["gbk", "ascii", None, "utf-8"])
def test_json_is_the_same_data_in_any_surroundings(encoding):
    done = narrow(encoding, "review", CELERY, "--format", "json")
    assert done.returncode == 3
    assert json.loads(done.stdout.decode("utf-8")) == json.loads(done.stdout.decode(encoding or "utf-8"))
    assert json.loads(done.stdout)["case"] == "闽侯芹菜案"


@pytest.mark.parametrize(("name", "begin"), [("html", "<!DOCTYPE html>"), ("ics", "BEGIN:VCALENDAR")])
def test_forms_that_say_utf_8_are_utf_8(name, begin):
    done = narrow("gbk", *COMMANDS[name])
    assert done.stdout.decode("utf-8").startswith(begin)


@pytest.mark.parametrize(
    "args", [("review", "没有.yaml"), ("--help",), ("review", "--help"), ("nonsense",), ("check", "nowhere")]
)
@pytest.mark.parametrize("encoding", ["gbk", "ascii", None])
def test_help_and_messages_are_written_in_any_surroundings(ended, args, encoding):
    streams = [io.TextIOWrapper(io.BytesIO(), encoding=encoding or "ascii", errors="surrogateescape") for _ in range(2)]
    assert ended(args, *streams) == (0 if "--help" in args else 2)
    for stream in streams:
        stream.flush()
        assert b"internal error" not in stream.buffer.getvalue()


@pytest.fixture
def verdict(run):
    return run("review", CLEAN).stdout


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o644])
def test_a_file_keeps_its_mode_and_a_new_one_obeys_the_umask(run, tmp_path, verdict, mode):
    there, new = tmp_path / "there.txt", tmp_path / "new.txt"
    there.write_text("vorher" * 5000)
    there.chmod(mode)
    before = os.umask(0o666 & ~mode)
    try:
        assert [run("review", CLEAN, "-o", path).returncode for path in (there, new)] == [0, 0]
    finally:
        os.umask(before)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (there, new)] == [mode, mode]
    assert there.read_text("utf-8") == new.read_text("utf-8") == verdict
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.txt", "there.txt"]


def test_links_are_written_through(run, tmp_path, verdict):
    (tmp_path / "elsewhere").mkdir()
    target = tmp_path / "elsewhere" / "target.txt"
    target.write_text("")
    links = [tmp_path / name for name in ("link", "link_to_link", "dangling")]
    links[0].symlink_to("elsewhere/target.txt")
    links[1].symlink_to("link")
    links[2].symlink_to("elsewhere/new.txt")
    for link in links:
        target.write_text("")
        assert run("review", CLEAN, "-o", link).returncode == 0
        assert link.is_symlink()
        assert link.read_text("utf-8") == verdict
    other = tmp_path / "other_name.txt"
    os.link(target, other)
    target.write_text("")
    assert run("review", CLEAN, "-o", target).returncode == 0
    assert other.read_text("utf-8") == verdict
    assert target.samefile(other)


def device(path):
    try:
        os.mknod(path, 0o666 | stat.S_IFCHR, os.makedev(1, 3))
    except OSError:
        pytest.skip("no right to make a device")


def listening(path):
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


def looped(path):
    path.symlink_to(path.name)


def link_to_null(path):
    path.symlink_to("/dev/null")


UNFIT = [Path.mkdir, os.mkfifo, device, listening, looped, link_to_null]


@pytest.mark.parametrize("make", UNFIT, ids=lambda make: make.__name__)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_no_file_is_not_written(run, tmp_path, monkeypatch, make, lang):
    monkeypatch.chdir(tmp_path)
    case = tmp_path / "case.yaml"
    case.write_text("number: 虚构\n", "utf-8")
    path = Path("unfit")
    make(path)
    before = path.lstat()
    done = run("review", case, "-o", path, "--on", "2024-01-01", "--lang", lang)
    assert done.returncode == 2
    assert done.stderr.startswith("unfit: ")
    assert (path.lstat().st_ino, path.lstat().st_mode) == (before.st_ino, before.st_mode)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["case.yaml", "unfit"]


@pytest.mark.parametrize("path", ["", ".", "..", "/", "missing/x.txt", "x" * 300, "case.yaml/x.txt"])
def test_places_that_cannot_be_written_are_said(run, tmp_path, monkeypatch, path):
    monkeypatch.chdir(tmp_path)
    Path("case.yaml").write_text("number: 虚构\n", "utf-8")
    done = run("review", "case.yaml", "-o", path, "--on", "2024-01-01", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "expected" in done.stderr
    assert len(list(tmp_path.iterdir())) == 1


def test_a_case_is_not_written_over(run, tmp_path):
    case, link, hard = (tmp_path / name for name in ("case.yaml", "link.yaml", "hard.yaml"))
    case.write_text("number: 虚构\n", "utf-8")
    link.symlink_to(case)
    os.link(case, hard)
    for output in (case, link, hard):
        done = run("review", CLEAN, case, "-o", output, "--lang", "en")
        assert done.returncode == 2
        assert done.stderr == f"{output}: this is an input as well, which would be lost; expected another file\n"
    assert case.read_text("utf-8") == "number: 虚构\n"


@pytest.mark.parametrize("name", ["/dev/stdout", "/proc/self/fd/1", "/dev/fd/1"])
def test_the_file_that_standard_output_goes_to_stays_the_same(tmp_path, verdict, name):
    kept = tmp_path / "kept.txt"
    kept.write_text("before\n")
    assert shell(f">> {kept}", "review", CLEAN, "-o", name).returncode == 0
    assert kept.read_text("utf-8") == "before\n" + verdict


def test_a_dash_is_standard_output(run, tmp_path, monkeypatch, verdict):
    case = Path(CLEAN).resolve()
    monkeypatch.chdir(tmp_path)
    assert run("review", case, "-o", "-").stdout == verdict
    assert not list(tmp_path.iterdir())


def test_a_long_name_of_a_file_is_no_hindrance(run, tmp_path, verdict):
    output = tmp_path / ("x" * 250 + ".txt")
    assert run("review", CLEAN, "-o", output).returncode == 0
    assert output.read_text("utf-8") == verdict


@pytest.mark.parametrize("make", [os.mkfifo, device, listening], ids=lambda make: make.__name__)
@pytest.mark.parametrize(
    "how", [("review",), ("deadlines",), ("test",), ("review", CLEAN, "--calendar"), ("check",)], ids=" ".join
)
def test_what_is_no_file_is_not_read_and_nobody_is_waited_for(run, tmp_path, monkeypatch, make, how):
    monkeypatch.chdir(tmp_path)
    path = Path("unfit.yaml")
    make(path)
    args = [Path(__file__).parents[2] / each if each == CLEAN else each for each in how]
    ended = []
    waiting = threading.Thread(target=lambda: ended.append(run(*args, path, "--lang", "en")), daemon=True)
    waiting.start()
    waiting.join(30)
    assert ended, "it waits"
    assert ended[0].returncode == 2
    assert ended[0].stderr.startswith("unfit.yaml")


def test_a_case_comes_from_standard_input_or_from_what_a_shell_hands_over(run):
    told = run("review", CELERY).stdout
    for line in (f"- < {CELERY}", f"/dev/stdin < {CELERY}", f"<(cat {CELERY})", f"/dev/fd/7 7< {CELERY}"):
        done = shell(line, "review")
        assert done.returncode == 3, done.stderr
        # The place of a statement is named by its file.
        assert re.sub(r"\[[^\]]*:\d+\]", "", done.stdout) == re.sub(r"\[[^\]]*:\d+\]", "", told)
    for line in ("- <&-", "- </dev/null", "- - <<< 'number: x'"):
        assert shell(line, "review").returncode == 2
