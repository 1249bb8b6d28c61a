"""Every example in the READMEs and in docs/ runs, and shows what it prints.

- `python` blocks of one file share a namespace and run in order; with `>>>` they must print what they show.
- `console` blocks: `$ enforcement-rules …` is run, those of the READMEs and those with pipes by bash, the others in this
  process; lines below it must be what is printed, a line of `...` stands for any lines; `$ echo $?` shows the exit code
  of the command before.
- `bash` blocks: each line is a command, run in the same way.
- `yaml` blocks parse; below `<!-- file: NAME -->` one is written to that file, below `<!-- append: NAME -->` at its end,
  below `<!-- below: NAME: LINE -->` behind that line.

A block that cannot run stands below `<!-- no-test: reason -->`. What stands below `<!-- command: … -->` in a
README is run by `.ci/run`.
"""

from __future__ import annotations

import doctest
import importlib.util
import io
import re
import shlex
import sys
from pathlib import Path

import pytest
import yaml

_spec = importlib.util.spec_from_file_location("documents", Path("tools/documents.py"))
documents = sys.modules["documents"] = importlib.util.module_from_spec(_spec)  # dataclasses look for their module
_spec.loader.exec_module(documents)
from documents import READMES, ROOT, Block, blocks_of, read_blocks, read_commands, run_by_bash, write_file  # noqa: E402

DOCUMENTS = [*READMES, *sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("docs/**/*.md"))]
VERDICTS = {0, 1, 3}
# Other names of the languages that are tested.
UNREAD_LANGUAGES = {"py", "python3", "pycon", "sh", "shell", "zsh", "yml"}
FILED = {"file", "append", "below"}
OF_THE_SHELL = re.compile(r"[|<>;&$`*?~(){}]")


def examples(document: str, *languages: str) -> list[Block]:
    """Return the blocks that are to be run here."""
    return [
        block for block in blocks_of(document) if (block.language in languages and block.runs) or block.mark in FILED
    ]


@pytest.fixture
def workbench(tmp_path, monkeypatch):
    """A folder with copies of the data, as the current folder."""
    documents.make_workbench(tmp_path)
    monkeypatch.chdir(tmp_path)
    for name, value in documents.surroundings().items():
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


def run_command(command: str, block: Block, run) -> tuple[int, str]:
    assert command.startswith("enforcement-rules"), (
        f"{block.where}: not run: {command}; put `<!-- no-test: reason -->` above the block"
    )
    if block.document in READMES or OF_THE_SHELL.search(command):
        code, printed = run_by_bash(command, Path.cwd())
        assert "Traceback (most recent call last)" not in printed, f"{block.where}: {command}\n{printed}"
        return code, printed
    done = run(*shlex.split(command)[1:], merged=True)
    return done.returncode, done.stdout


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
        assert documents.is_shown(shown, printed), (
            f"{block.where}: {command}: the output shown is not what is printed "
            f"(python tools/documents.py --write {block.document}):\n{printed[:3000]}"
        )


def yaml_error(block: Block) -> str:
    try:
        list(yaml.safe_load_all(block.code))
    except yaml.YAMLError as error:
        return f"{block.where}: {error}"
    return ""


@pytest.mark.parametrize("document", DOCUMENTS)
def test_examples_run(document, request, run):
    namespace: dict[str, object] = {"__name__": "__main__"}
    blocks = examples(document, "python", "console", "bash", "yaml")
    if blocks:
        request.getfixturevalue("workbench")
    for block in blocks:
        if block.mark in FILED:
            write_file(block, Path.cwd())
        elif block.language == "yaml":
            continue
        elif block.language == "python":
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


def test_marks_are_read():
    """A block whose mark is misread would be left out without a word."""
    text = "```python\n1\n```\n\n<!-- no-test: a server -->\n```bash\nx\n```\n<!-- no-test: -->\n~~~yaml\n~~~\n"
    marks = [(block.line, block.language, block.mark, block.reason) for block in read_blocks("x.md", text)]
    assert marks == [
        (2, "python", "", ""),
        (7, "bash", "no-test", "a server"),
        (11, "yaml", "no-test", ""),
    ]
