"""Every example in the READMEs and in docs/ runs, and shows what it prints.

- `python` blocks of one file share a namespace and run in order; with `>>>` they must print what they show.
- `console` blocks: `$ enforcement-rules …` is run, those of the READMEs and those with pipes by bash, the others in this
  process; lines below it must be what is printed, a closing `...` leaves the rest open; `$ echo $?` shows the exit code
  of the command before.
- `bash` blocks: each line is a command, run in the same way.
- `yaml` blocks parse.

A block that cannot run stands below `<!-- no-test: reason -->`. What stands below `<!-- command: … -->` in a
README is run by `.ci/run`.
"""

from __future__ import annotations

import doctest
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
READMES = ["README.md", "README.zh-CN.md"]
DOCUMENTS = READMES + sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("docs/**/*.md"))
# What examples may read; they get copies, so that an example that writes leaves the checkout alone.
DATA = ["cases", "rulesets", "docs/made_up", "examples"]
VERDICTS = {0, 1, 3}
# Other names of the languages that are tested.
UNREAD_LANGUAGES = {"py", "python3", "pycon", "sh", "shell", "zsh", "yml"}
SECONDS_PER_COMMAND = 120

FENCE = re.compile(r"^(?P<indent> *)(?P<ticks>`{3,}|~{3,})\s*(?P<language>[\w+-]*)(?P<rest>.*)$")
MARK = re.compile(r"^\s*<!--\s*(?P<kind>no-test|command)\b:?(?P<text>.*?)-->\s*$")
OF_THE_SHELL = re.compile(r"[|<>;&$`*?~(){}]")
SHELL = 'enforcement-rules() { "$EXAMPLE_PYTHON" -m enforcement_rules "$@"; }\n'


@dataclass(frozen=True)
class Block:
    """A fenced code block: where its first line of code stands, and the comment above it."""

    document: str
    line: int
    language: str
    code: str
    mark: str = ""
    reason: str = ""

    @property
    def where(self) -> str:
        return f"{self.document}:{self.line}"


def read_blocks(document: str, text: str) -> list[Block]:
    """Return the fenced blocks of a Markdown text."""
    blocks: list[Block] = []
    lines = text.splitlines()
    number = 0
    while number < len(lines):
        opening = FENCE.match(lines[number])
        number += 1
        if opening is None:
            continue
        first = number
        while number < len(lines) and not lines[number].strip().startswith(opening["ticks"]):
            number += 1
        assert number < len(lines), f"{document}:{first}: the code block is not closed"
        code = textwrap.dedent("\n".join(lines[first:number]))
        above = MARK.match(lines[first - 2]) if first > 1 else None
        mark, reason = (above["kind"], above["text"].strip()) if above else ("", "")
        blocks.append(Block(document, first + 1, opening["language"], code, mark, reason))
        number += 1
    return blocks


def blocks_of(document: str) -> list[Block]:
    return read_blocks(document, (ROOT / document).read_text(encoding="utf-8"))


def examples(document: str, *languages: str) -> list[Block]:
    """Return the blocks that are to be run here."""
    return [block for block in blocks_of(document) if block.language in languages and not block.mark]


@pytest.fixture
def workbench(tmp_path, monkeypatch):
    """A folder with copies of the data, as the current folder."""
    for name in DATA:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    for name, value in {"EXAMPLE_PYTHON": sys.executable, "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "110"}.items():
        monkeypatch.setenv(name, value)
    return tmp_path


def run_python(block: Block, namespace: dict[str, object]) -> None:
    if ">>>" in block.code:
        example = doctest.DocTestParser().get_doctest(
            block.code, namespace, block.where, block.document, block.line - 1
        )
        report = io.StringIO()
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
        failed = runner.run(example, out=report.write, clear_globs=False).failed
        namespace.update(example.globs)
        assert not failed, report.getvalue()
    else:
        # Blank lines first: a traceback then names the line of the document.
        padded = "\n" * (block.line - 1) + block.code
        exec(compile(padded, str(ROOT / block.document), "exec"), namespace)  # the examples are ours


def read_commands(block: Block) -> list[tuple[str, list[str]]]:
    """Return the commands of a console or bash block, each with the output shown below it."""
    text = re.sub(r"\\\n\s*(>\s)?", "", block.code)
    if block.language == "bash":
        return [(line, []) for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    commands: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            commands.append((line[2:], []))
        elif commands:
            commands[-1][1].append(line)
        else:
            assert not line.strip(), f"{block.where}: output before the first command: {line}"
    return commands


def run_command(command: str, block: Block, run) -> tuple[int, str]:
    assert command.startswith("enforcement-rules"), (
        f"{block.where}: not run: {command}; put `<!-- no-test: reason -->` above the block"
    )
    if block.document in READMES or OF_THE_SHELL.search(command):
        return run_by_bash(command, block)
    done = run(*shlex.split(command)[1:], merged=True)
    return done.returncode, done.stdout


def run_by_bash(command: str, block: Block) -> tuple[int, str]:
    environment = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", SHELL + command],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=SECONDS_PER_COMMAND,
        check=False,
    )
    assert "Traceback (most recent call last)" not in done.stdout, f"{block.where}: {command}\n{done.stdout}"
    return done.returncode, done.stdout


def assert_shown(shown: list[str], printed: str, where: str) -> None:
    """Compare the output in a document with what was printed; spaces at the ends of lines do not count."""
    wanted = [line.rstrip() for line in "\n".join(shown).rstrip().splitlines()]
    if not wanted:
        return
    got = [line.rstrip() for line in printed.rstrip().splitlines()]
    if wanted[-1] == "...":
        wanted.pop()
        got = got[: len(wanted)]
    assert got == wanted, f"{where}: the output shown is not what is printed:\n{printed}"


def run_commands(block: Block, run) -> None:
    commands = read_commands(block)
    code = 0
    for position, (command, shown) in enumerate(commands):
        if command.strip() == "echo $?":
            printed = str(code)
        else:
            code, printed = run_command(command, block, run)
            following = commands[position + 1][0].strip() if position + 1 < len(commands) else ""
            assert code in VERDICTS or following == "echo $?", f"{block.where}: {command}: exit {code}\n{printed}"
        assert_shown(shown, printed, f"{block.where}: {command}")


def yaml_error(block: Block) -> str:
    try:
        list(yaml.safe_load_all(block.code))
    except yaml.YAMLError as error:
        return f"{block.where}: {error}"
    return ""


@pytest.mark.parametrize("document", DOCUMENTS)
def test_examples_run(document, request, run):
    namespace: dict[str, object] = {"__name__": "__main__"}
    blocks = examples(document, "python", "console", "bash")
    if blocks:
        request.getfixturevalue("workbench")
    for block in blocks:
        if block.language == "python":
            run_python(block, namespace)
        else:
            run_commands(block, run)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_yaml_parses(document):
    errors = [error for block in examples(document, "yaml") if (error := yaml_error(block))]
    assert not errors, "\n".join(errors)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_no_block_escapes(document):
    """A block is left out for a stated reason, never by an unread language name or a mark nobody runs."""
    blocks = blocks_of(document)
    assert not [block.where for block in blocks if block.language in UNREAD_LANGUAGES]
    assert not [block.where for block in blocks if block.mark == "no-test" and not block.reason]
    assert document in READMES or not [block.where for block in blocks if block.mark == "command"]


@pytest.mark.parametrize("document", READMES)
def test_readme_has_one_line_commands(document):
    commands = {block.reason: block.code for block in blocks_of(document) if block.mark == "command"}
    assert set(commands) == {"review", "test", "test-long"}
    assert all(len(code.splitlines()) == 1 for code in commands.values())


def without_comments(block: Block) -> tuple[str, str]:
    lines = [re.sub(r"(^|\s+)#.*$", "", line) for line in block.code.splitlines()]
    return block.language, "\n".join(line for line in lines if line.strip())


def test_both_readmes_show_the_same_code():
    english, chinese = ([without_comments(block) for block in blocks_of(name)] for name in READMES)
    assert english == chinese


def test_marks_are_read():
    """A block whose mark is misread would be left out without a word."""
    text = "```python\n1\n```\n\n<!-- no-test: a server -->\n```bash\nx\n```\n<!-- no-test: -->\n~~~yaml\n~~~\n"
    marks = [(block.line, block.language, block.mark, block.reason) for block in read_blocks("x.md", text)]
    assert marks == [
        (2, "python", "", ""),
        (7, "bash", "no-test", "a server"),
        (11, "yaml", "no-test", ""),
    ]
