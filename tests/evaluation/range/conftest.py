"""A made-up act beside the law that comes with the library, and cases in a line."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from enforcement_rules import load_case, load_rulesets, review

HEAD = """
instrument: {name}
version: "{version}"
title: {{zh: 虚构条例, en: made-up act}}
short: {{zh: 虚构条例, en: made-up act}}
rank: law
issuer: 虚构机关
in_force: {{from: {start}, to: {end}}}
sources: [{{title: 虚构, verification: full_text}}]
checked: 2026-11-24
articles_complete: false
articles: {articles}
"""
GENERAL = Path("rulesets/general/administrative_penalty_law_2021")


@pytest.fixture(scope="session")
def loaded():
    """What was loaded, by the texts of the acts that were written: many tests write the same, and loading is dear."""
    return {}


@pytest.fixture
def act(tmp_path, loaded):
    """Return a function that writes versions of made-up acts and loads them with the general law."""
    written = []

    def load(
        rules, *, name="act", version="1", start="2000-01-01", end="null", articles="{第一条: encoded}", load=True
    ):
        folder = tmp_path / f"{name}_{version}"
        folder.mkdir()
        head = HEAD.format(name=name, version=version, start=start, end=end, articles=articles)
        (folder / "instrument.yaml").write_text(head, "utf-8")
        (folder / "rules.yaml").write_text(rules, "utf-8")
        if not (tmp_path / GENERAL.name).exists():
            shutil.copytree(GENERAL, tmp_path / GENERAL.name)
        written.append((head, rules))
        if load and tuple(written) not in loaded:
            loaded[tuple(written)] = load_rulesets(tmp_path)
        return loaded[tuple(written)] if load else None

    return load


@pytest.fixture
def result():
    """Return a function that reviews one violation of one party and returns its result."""

    def run(rulesets, *, act="2024-01-10", decided="2024-03-01", cite="act", party=None, proposed=None, **violation):
        cited = {"penalised_by": [{"instrument": cite, "article": "第一条"}]} if cite else {}
        case = {
            "schema": "enforcement_rules/case/1",
            "parties": [{"id": "p1", "kind": "legal_person", **(party or {})}],
            "violations": [{"id": "v1", "parties": ["p1"], "began": act, "ended": act, **cited, **violation}],
            "steps": [{"step": "decision", "on": decided}],
        }
        if proposed is not None:
            case["proposed"] = [{"violation": "v1", "party": "p1", **proposed}]
        loaded = load_case(case, rulesets)
        return review(loaded, rulesets, dt.date.fromisoformat(decided)).results[0]

    return run
