"""Importing the library stays light, and its five lines work."""

from __future__ import annotations

import json
import subprocess
import sys

import enforcement_rules

HEAVY = ("typer", "rich", "pyarrow", "jinja2", "hypothesis", "chinese_calendar", "durable")


def run(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_importing_the_package_alone_imports_neither_pydantic_nor_yaml():
    loaded = json.loads(run("import enforcement_rules, sys, json; print(json.dumps(sorted(sys.modules)))"))
    assert not {"pydantic", "yaml", *HEAVY} & {name.partition(".")[0] for name in loaded}


def test_the_public_names_import_nothing_heavy():
    code = "from enforcement_rules import load_rulesets, load_case, review; import sys, json"
    code += "; print(json.dumps(sorted(sys.modules)))"
    assert not set(HEAVY) & {name.partition(".")[0] for name in json.loads(run(code))}


def test_every_public_name_is_there():
    for name in enforcement_rules.__all__:
        assert getattr(enforcement_rules, name) is not None


def test_an_unknown_name_is_an_attribute_error():
    assert not hasattr(enforcement_rules, "punish")


def test_a_review_imports_no_other_command_and_nothing_that_reads_rulesets_from_files():
    code = (
        "import sys, json; sys.argv = ['x', 'review', 'cases/market_regulation/celery_2022.yaml']\n"
        "import atexit, enforcement_rules.cli as cli\n"
        "atexit.register(lambda: sys.stderr.write(json.dumps(sorted(sys.modules))))\n"
        "cli.main()"
    )
    for _ in range(2):  # the second finds what the first kept
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    loaded = set(json.loads(ran.stderr.rsplit("\n", 1)[-1]))
    commands = {name for name in loaded if name.startswith("enforcement_rules.cli.")}
    known = ("app", "codes", "common", "options", "review", "run", "saving", "streams", "verdicts")
    assert commands == {f"enforcement_rules.cli.{name}" for name in known}
    unused = ("loading.rulesets.folders", "loading.calendar", "evaluation.durable", "checking", "library")
    assert not {f"enforcement_rules.{name}" for name in unused} & loaded
    assert not {"typer.rich_utils", "rich", "stdnum"} & loaded


def test_the_help_imports_nothing_that_reads_rules_or_reviews():
    code = (
        "import sys, json; sys.argv = ['x', '--help']\n"
        "import atexit, enforcement_rules.cli as cli\n"
        "atexit.register(lambda: sys.stderr.write(json.dumps(sorted(sys.modules))))\n"
        "cli.main()"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    rooms = {name.split(".")[1] for name in json.loads(ran.stderr) if name.startswith("enforcement_rules.")}
    assert rooms == {"cli", "values"}
