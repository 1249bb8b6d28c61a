"""Numbers and lists of values that documents state are those of the code and of the shipped law."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
import yaml

from enforcement_rules import load_rulesets
from enforcement_rules.library.expectation import Expectation
from enforcement_rules.loading.cases import size
from enforcement_rules.values.kinds import PenaltyKind

BOTH = (".md", ".zh-CN.md")
NUMERALS = {13: ("thirteen", "十三"), 11: ("eleven", "11"), 12: ("twelve", "12")}


def text(page: str) -> str:
    return " ".join(Path(page).read_text("utf-8").split())


@pytest.fixture(scope="module")
def law():
    return load_rulesets()


@pytest.fixture(scope="module")
def cases():
    """Return whether each case of the libraries is made up."""
    found = []
    for library in Path("cases").glob("*/library.yaml"):
        for entry in yaml.safe_load(library.read_text("utf-8"))["cases"]:
            found.append(entry.get("made_up") is True or entry.get("source", {}).get("kind") == "made_up")
    return found


def test_how_many_cases_there_are(cases):
    published, made_up = cases.count(False), cases.count(True)
    english, chinese = NUMERALS[made_up]
    assert f"{published} published cases stand in `cases/`" in text("README.md")
    assert f"{english} made-up ones (虚构) that may be decided" in text("README.md")
    assert f"`cases/` 中有 {published} 个公开案例，附预期结论与理由，另有 {chinese} 个" in text("README.zh-CN.md")


def test_what_is_in_the_law(law):
    (penalty_law,) = law.versions["administrative_penalty_law"]
    articles = len(penalty_law.head.articles)
    benchmarks = sum(len(version.benchmarks) for version in law.all_versions())
    listed = {place for version in law.all_versions() if version.listings for place in version.head.places}
    english, chinese = NUMERALS[len(listed)]
    assert f"a status for each of its {articles} articles" in text("README.md")
    assert f"{benchmarks} published benchmark offences" in text("README.md")
    assert f"lists of first and minor violations of {english} places and of the tax authority" in text("README.md")
    assert f"{articles} 条逐条标明状态" in text("README.zh-CN.md")
    assert f"{benchmarks} 项已公布的裁量基准" in text("README.zh-CN.md")
    assert f"{chinese}个地方和税务机关的首违、轻微不罚清单" in text("README.zh-CN.md")


@pytest.mark.parametrize("page", ["docs/case-format", "docs/python"])
@pytest.mark.parametrize("ending", BOTH)
def test_how_large_a_case_may_be(page, ending):
    found = {
        int(each.replace(" ", "")) for each in re.findall(r"(?<![\d.])\d{1,3}(?: \d{3})+|\d+", text(page + ending))
    }
    assert {*size.MOST.values(), size.OTHERWISE, size.MOST_PAIRS, size.MOST_PERFORMERS, size.MOST_LOOKS} <= found


@pytest.mark.parametrize("ending", BOTH)
def test_lists_of_values_are_complete(law, ending):
    """A list of values in backticks, known by two of its members, holds what the vocabulary has: no more, no less."""
    page = Path(f"docs/case-format{ending}").read_text("utf-8")
    spans = [set(span.split()) for span in re.findall(r"`([^`\n]+)`", page)]
    wanted = {
        "organ.field": set(law.fields),
        "organ.rank": set(law.vocabulary.fact("organ.rank").type.values),
        "penalties[].kind": set(get_args(PenaltyKind)),
    }
    for what, values in wanted.items():
        assert values in spans, what
    steps = next(span for span in spans if {"case_filing", "service"} <= span)
    assert steps <= set(law.vocabulary.steps)


@pytest.mark.parametrize("ending", BOTH)
def test_everything_that_may_be_expected_is_described(ending):
    page = text(f"docs/case-library{ending}")
    table = page[page.index("| `outcome` |") :]
    described = {name for span in re.findall(r"`([a-z_]+)`", table) for name in [span]}
    assert set(Expectation.model_fields) <= described


@pytest.mark.parametrize(("page", "module"), [("docs/deadlines", "deadlines"), ("docs/appraisal", "appraise")])
@pytest.mark.parametrize("ending", BOTH)
def test_commands_that_pages_describe_exist(run, page, module, ending):
    assert f"enforcement-rules {module}" in text(page + ending)
    done = run(module, "--help")
    for option in set(re.findall(r"`(--[a-z]+)", text(page + ending))):
        assert option in done.stdout, option
