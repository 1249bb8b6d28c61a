"""The examples of README and docs/: read, run, and their output written anew.

    python tools/documents.py [--write] [DOCUMENT]...

Without documents: all. What is not as shown is printed; `--write` puts what was printed into the document instead, so
that whoever changes a word of a page need not go through the documents by hand. Read what it wrote: a part of an
output (between lines of `...`) is found again by its first and last line. Exit code: 0 nothing differed, else 1.
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
READMES = ("README.md", "README.zh-CN.md")
# What examples may read; they get copies, so that an example that writes leaves the checkout alone.
DATA = ("cases", "rulesets", "docs/made_up", "examples")
SECONDS_PER_COMMAND = 120
FENCE = re.compile(r"^(?P<indent> *)(?P<ticks>`{3,}|~{3,})\s*(?P<language>[\w+-]*)(?P<rest>.*)$")
MARK = re.compile(r"^\s*<!--\s*(?P<kind>no-test|command|file|append|below)\b:?(?P<text>.*?)-->\s*$")
SHELL = 'enforcement-rules() { "$EXAMPLE_PYTHON" -m enforcement_rules "$@"; }\n'
GAP = "..."


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
        """Where its code begins, as `document:line`."""
        return f"{self.document}:{self.line}"

    @property
    def runs(self) -> bool:
        """Whether it is run or written to a file here; not where a comment says otherwise."""
        return self.mark not in ("no-test", "command")


def read_blocks(document: str, text: str) -> list[Block]:
    """Return the fenced blocks of a Markdown text.

    Raises:
        ValueError: for a block that is not closed.
    """
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
        if number == len(lines):
            raise ValueError(f"{document}:{first}: the code block is not closed")
        code = textwrap.dedent("\n".join(lines[first:number])) if opening["indent"] else "\n".join(lines[first:number])
        above = MARK.match(lines[first - 2]) if first > 1 else None
        mark, reason = (above["kind"], above["text"].strip()) if above else ("", "")
        blocks.append(Block(document, first + 1, opening["language"], code, mark, reason))
        number += 1
    return blocks


def blocks_of(document: str) -> list[Block]:
    """Return the fenced blocks of a document of the checkout."""
    return read_blocks(document, (ROOT / document).read_text(encoding="utf-8"))


def write_file(block: Block, folder: Path) -> None:
    """Write a block to the file that the comment above it names: anew, at its end, or below a line of it.

    Raises:
        ValueError: when there is not exactly one line to write it below.
    """
    name, _, after = (part.strip() for part in block.reason.partition(": "))
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    old = "" if block.mark == "file" else file.read_text(encoding="utf-8")
    if block.mark != "below":
        file.write_text(old + block.code + "\n", encoding="utf-8")
        return
    lines = old.splitlines()
    found = [number for number, line in enumerate(lines, start=1) if line.strip() == after]
    if len(found) != 1:
        raise ValueError(f"{block.where}: {len(found)} lines of {name} are “{after}”")
    lines[found[0] : found[0]] = block.code.splitlines()
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_commands(block: Block) -> list[tuple[str, list[str]]]:
    """Return the commands of a console or bash block, each with the output shown below it.

    Raises:
        ValueError: when output stands before the first command.
    """
    text = re.sub(r"\\\n\s*(>\s)?", "", block.code)
    if block.language == "bash":
        return [(line, []) for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    commands: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            commands.append((line[2:], []))
        elif commands:
            commands[-1][1].append(line)
        elif line.strip():
            raise ValueError(f"{block.where}: output before the first command: {line}")
    return commands


def plain_lines(text: str) -> list[str]:
    """Return the lines of an output without spaces at their ends and without empty lines at its end."""
    return [line.rstrip() for line in text.rstrip().splitlines()]


def segments(shown: list[str]) -> list[list[str]]:
    """Return the parts of an output that is shown with gaps; an empty part stands where a gap opens or closes it."""
    found: list[list[str]] = [[]]
    for line in plain_lines("\n".join(shown)):
        if line.strip() == GAP:
            found.append([])
        else:
            found[-1].append(line)
    return found


def is_shown(shown: list[str], printed: str) -> bool:
    """Say whether an output shown is what was printed; a line of `...` stands for any lines."""
    parts, got = segments(shown), plain_lines(printed)
    if parts == [[]]:
        return True
    if len(parts) == 1:
        return parts[0] == got
    first, *inner, last = parts
    if got[: len(first)] != first or (last and got[-len(last) :] != last):
        return False
    at = len(first)
    for part in inner:
        places = (n for n in range(at, len(got) - len(part) + 1) if got[n : n + len(part)] == part)
        if (found := next(places, None)) is None:
            return False
        at = found + len(part)
    return at + len(last) <= len(got)


def renewed(shown: list[str], printed: str) -> list[str]:
    """Return an output to show: whole where it was whole, else the parts between lines like those of the parts."""
    parts, got = segments(shown), plain_lines(printed)
    if len(parts) == 1:
        return got if parts != [[]] else []
    made: list[list[str]] = []
    at = 0
    for number, part in enumerate(parts):
        if not part:
            made.append([])
            continue
        start = 0 if number == 0 else _nearest(part[0], got, at)
        end = len(got) - 1 if number == len(parts) - 1 else _nearest(part[-1], got, start)
        made.append(got[start : end + 1])
        at = end + 1
    return [line for n, part in enumerate(made) for line in ([GAP] if n else []) + part]


def _nearest(line: str, among: list[str], start: int) -> int:
    likeness = [difflib.SequenceMatcher(None, line, each).ratio() for each in among[start:]]
    return start + likeness.index(max(likeness)) if likeness else len(among) - 1


def make_workbench(folder: Path) -> None:
    """Copy what examples may read into a folder."""
    for name in DATA:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name)


def surroundings() -> dict[str, str]:
    """Return the variables that examples are run with, besides those of this process."""
    plain = {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "110"}
    return {"EXAMPLE_PYTHON": sys.executable, "PYTHONUTF8": "1", **plain}


def run_by_bash(command: str, folder: Path) -> tuple[int, str]:
    """Run a command as a reader would; return its exit code and what it wrote to both streams."""
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", SHELL + command],
        cwd=folder,
        env={**os.environ, **surroundings()},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=SECONDS_PER_COMMAND,
        check=False,
    )
    return done.returncode, done.stdout


def _rerun(document: str, folder: Path) -> Iterator[tuple[Block, str]]:
    """Yield every console block of a document whose output differs, with the code it should have."""
    namespace: dict[str, object] = {"__name__": "__main__"}
    for block in blocks_of(document):
        if block.mark in ("file", "append", "below"):
            write_file(block, folder)
        elif block.runs and block.language == "python" and ">>>" not in block.code:
            with contextlib.suppress(Exception):  # it may need what an example with `>>>` made; tests run both
                exec(block.code, namespace)  # noqa: S102 - the examples are ours
        elif block.runs and block.language == "console":
            made = _console(block, folder)
            if made != block.code:
                yield block, made


def _console(block: Block, folder: Path) -> str:
    """Return the code of a console block with what its commands print now."""
    out: list[str] = []
    code = 0
    lines = re.findall(r"^\$ .*(?:\\\n.*)*", block.code, flags=re.MULTILINE)
    for line, (command, shown) in zip(lines, read_commands(block), strict=True):
        if command.strip() == "echo $?":
            printed = str(code)
        else:
            code, printed = run_by_bash(command, folder)
        out += [line, *(shown if is_shown(shown, printed) else renewed(shown, printed))]
    return "\n".join(out)


def main() -> int:
    """Run the console blocks of documents, and say or write what differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="*", metavar="DOCUMENT")
    parser.add_argument("--write", action="store_true", help="put what is printed into the documents")
    chosen = parser.parse_args()
    pages = chosen.documents or sorted(each.relative_to(ROOT).as_posix() for each in ROOT.glob("docs/*.md"))
    differing = 0
    here = Path.cwd()
    for page in pages:
        with tempfile.TemporaryDirectory() as folder:
            make_workbench(Path(folder))
            os.chdir(folder)
            text = (ROOT / page).read_text(encoding="utf-8")
            for block, made in _rerun(page, Path(folder)):
                differing += 1
                print(f"{block.where}\n{textwrap.indent(made, '    ')}")
                text = text.replace(f"```console\n{block.code}\n```", f"```console\n{made}\n```")
            os.chdir(here)
        if chosen.write:
            (ROOT / page).write_text(text, encoding="utf-8")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
