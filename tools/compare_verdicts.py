"""Compare the verdicts of two checkouts on every case file, and on every Nth made-up case beside the rulesets.

    python tools/compare_verdicts.py --old DIR [--old-python P] [--new DIR] [--new-python P] [--beside N]

Each checkout reviews its own cases with its own interpreter (default: its `.venv`, else this one), in a process of its
own: a minute for the case files, ten with `--beside 1`. What was meant to change from `enforcement_rules/verdict/1` to
`/2` is mapped, by one function each that says why; every other difference is printed with its path. Exit code: 0 none,
1 some, 2 a checkout could not review its cases.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import inspect
import json
import os
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
UNDATED = dt.date(2026, 11, 24)
"""The day of the review where neither the library nor the case tells one."""
NO_CASES = ("library.yaml", "defects.yaml")
PASSED = ("dormant", "not_applicable")
MOST_SHOWN = 20
"""Differences of one case that are printed; the others are counted."""


def write_verdicts(root: Path, *, beside: int) -> None:
    """Review the cases of the checkout that is imported; print one line of JSON each: key, full and short form."""
    from enforcement_rules import load_case, load_rulesets, review  # noqa: PLC0415 - of the checkout that is compared
    from enforcement_rules.library import read_library  # noqa: PLC0415
    from enforcement_rules.values.errors import InputError  # noqa: PLC0415

    rulesets = load_rulesets()

    def of(key: str, case: Any, on: dt.date | None) -> None:
        try:
            verdict = review(case, rulesets, on)
        except InputError as error:
            if on is not None or error.problems[0].code != "on_required":
                raise
            verdict = review(case, rulesets, UNDATED)
        print(json.dumps({"key": key, **forms_of(verdict)}, ensure_ascii=False))

    days = {Path(case.name).name: case.on for case in read_library(root / "cases", rulesets)}
    for path in sorted((root / "cases").rglob("*.yaml"), key=lambda path: path.name):
        if path.name not in NO_CASES:
            of(path.name, load_case(path, rulesets), days.get(path.name))
    seen: dict[str, int] = {}
    for case in read_library(root / "rulesets", rulesets) if beside else ():
        key = f"{case.instrument}: {case.name}"
        seen[key] = seen.get(key, 0) + 1
        if zlib.crc32(key.encode()) % beside == 0:  # the same ones, wherever their rulesets lie
            case.case._sha256 = "in memory"  # the old hash of a case without a file differed from run to run
            of(f"{key} ({seen[key]})", case.case, case.on)


def forms_of(verdict: Any) -> dict[str, Any]:
    """Return the JSON of a verdict with all proofs, and as it stands without asking for them."""
    if "proofs" in inspect.signature(verdict.to_dict).parameters:
        return {"full": verdict.to_dict(proofs="all"), "short": verdict.to_dict()}
    printed = importlib.import_module("enforcement_rules.explanation.record")  # what wrote the first schema
    return {"full": printed.as_record(verdict), "short": None}


def without_schema(record: dict[str, Any]) -> dict[str, Any]:
    """Leave out name and version of the schema: the second version is what is compared."""
    return {key: value for key, value in record.items() if key != "schema"}


def without_trace(record: dict[str, Any]) -> dict[str, Any]:
    """Leave out the hash of the trace: of the second version it leaves out places, and so differs everywhere."""
    return record | {"receipt": {key: each for key, each in record["receipt"].items() if key != "trace_sha256"}}


def without_wording(record: dict[str, Any]) -> dict[str, Any]:
    """Leave out the headline's sentence and the marks behind questions.

    The command added them to what `to_dict` returns; both are the same now, and their codes stand in the JSON.
    """
    missing = {fact for entry in record["not_checked"] for fact in entry["leaves_open"]}
    asks = [ask | {"facts": [_unmarked(each, missing) for each in ask["facts"]]} for ask in record["asks"]]
    return record | {"headline": {key: record["headline"][key] for key in ("code", "args")}, "asks": asks}


def _unmarked(asked: dict[str, Any], missing: set[str]) -> dict[str, Any]:
    marks = asked["contested"] + (asked["fact"] in missing)
    question = dict(asked["question"])
    for lang, bracket in (("zh", "（"), ("en", " (")):
        for mark in ("说法不一", "所缺规定") if lang == "zh" else ("contested", "missing: "):
            if marks and f"{bracket}{mark}" in question[lang]:
                question[lang] = question[lang][: question[lang].index(f"{bracket}{mark}")]
    return asked | {"question": question}


def with_plain_places(record: Any) -> Any:
    """Name a rule's file by its instrument's folder and a case's file by its name alone: folders moved, by field."""
    if isinstance(record, list):
        return [with_plain_places(each) for each in record]
    if not isinstance(record, dict):
        return record
    kept = {"place": 2, "where": 1}
    return {
        key: "/".join(each.split("/")[-kept[key] :])
        if key in kept and isinstance(each, str)
        else with_plain_places(each)
        for key, each in record.items()
    }


def in_short(record: dict[str, Any]) -> dict[str, Any]:
    """Leave out what the second version says only when asked: of duties that are dormant or do not apply, the rest."""
    keys = ("rule", "status", "article", "violation", "party")
    findings = [
        {key: each[key] for key in keys if each.get(key) is not None} if each["status"] in PASSED else each
        for each in record["findings"]
    ]
    return record | {"findings": findings}


MAPPED: tuple[Callable[[dict[str, Any]], dict[str, Any]], ...] = (
    without_schema,
    without_trace,
    without_wording,
    with_plain_places,
)


def mapped(record: dict[str, Any]) -> dict[str, Any]:
    """Return a verdict without all that was meant to change."""
    for each in MAPPED:
        record = each(record)
    return record


def differences(old: Any, new: Any, path: str = "") -> Iterator[str]:
    """Yield every difference of two records as `path: old → new`."""
    if isinstance(old, dict) and isinstance(new, dict):
        if list(old) != list(new) and set(old) == set(new):
            yield f"{path}: keys in another order"
        for key in [*old, *(key for key in new if key not in old)]:
            yield from differences(old.get(key, "(nothing)"), new.get(key, "(nothing)"), f"{path}.{key}".lstrip("."))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for n, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from differences(one, other, f"{path}[{n}]")
    elif old != new or type(old) is not type(new):
        shown = [json.dumps(each, ensure_ascii=False)[:200] for each in (old, new)]
        yield f"{path}: {shown[0]} → {shown[1]}"


def compared(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    """Yield the differences of one case: in what is said with all proofs, and in what is left out without them."""
    yield from differences(mapped(old["full"]), mapped(new["full"]))
    if new["short"] is not None:
        yield from (f"short form: {each}" for each in differences(in_short(new["full"]), new["short"]))


def started(root: Path, python: Path | None, output: Any, *, beside: int) -> subprocess.Popen[bytes]:
    """Start the review of a checkout by its own interpreter."""
    own = root / ".venv" / "bin" / "python"
    interpreter = python or (own if own.exists() else Path(sys.executable))
    environment = {**os.environ, "PYTHONPATH": str(root / "src"), "PYTHONIOENCODING": "utf-8"}
    command = [str(interpreter), str(Path(__file__).resolve()), "--write", "--beside", str(beside)]
    return subprocess.Popen(command, cwd=root, env=environment, stdout=output)


def verdicts_in(file: Any) -> dict[str, str]:
    """Return the lines that a checkout wrote, by the key of the case."""
    file.seek(0)
    lines = (line.decode() for line in file)
    return {line[len('{"key": ') : line.index(', "full": ')]: line for line in lines}


def main() -> int:
    """Review with both checkouts, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--old", type=Path)
    parser.add_argument("--old-python", type=Path)
    parser.add_argument("--new", type=Path, default=ROOT)
    parser.add_argument("--new-python", type=Path)
    parser.add_argument("--beside", type=int, default=0, metavar="N", help="also every Nth case beside the rulesets")
    parser.add_argument("--write", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.write:
        write_verdicts(Path.cwd(), beside=options.beside)
        return 0
    if options.old is None:
        parser.error("--old DIR is missing")
    sides = ((options.old.resolve(), options.old_python), (options.new.resolve(), options.new_python))
    with tempfile.TemporaryFile() as old, tempfile.TemporaryFile() as new:
        running = [
            started(root, python, file, beside=options.beside)
            for (root, python), file in zip(sides, (old, new), strict=True)
        ]
        ended = [each.wait() for each in running]
        if any(ended):
            return 2
        return reported(verdicts_in(old), verdicts_in(new))


def reported(old: dict[str, str], new: dict[str, str]) -> int:
    """Print every difference, and the count; return the exit code."""
    differing = 0
    for key in sorted({*old, *new}):
        if key in old and key in new:
            found = list(compared(json.loads(old[key]), json.loads(new[key])))
        else:
            found = [f"only in the {'old' if key in old else 'new'} checkout"]
        differing += bool(found)
        for each in found[:MOST_SHOWN]:
            print(f"{key}: {each}")
        if len(found) > MOST_SHOWN:
            print(f"{key}: {len(found) - MOST_SHOWN} more")
    print(f"{len({*old, *new})} cases, {differing} differ")
    return 1 if differing or not old else 0


if __name__ == "__main__":
    sys.exit(main())
