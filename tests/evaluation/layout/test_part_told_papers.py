"""Papers, certificates and acts of which only bounds of a day are told: bounds never tell less than nothing (虚构)."""

from __future__ import annotations

from pathlib import Path

import pytest

from enforcement_rules import load_case, load_rulesets, review

ROOT = Path(__file__).resolve().parents[3]
RULESETS = load_rulesets()
BOUNDS = ["2024", "2024-03", "{from: 2024-03-25}", "{from: 2024-03-20, to: 2024-12-31}", "{to: 2024-05-01}"]


def reviewed(tmp_path, on, served, ended="2024-03-01"):
    """Return the verdict on a lawful case whose notice bears `on` and was served on `served`; decided on 10 April."""
    text = (ROOT / "cases/made_up/clean_fine.yaml").read_text(encoding="utf-8")
    told = "on: 2024-03-25\n    served: 2024-03-25"
    assert told in text
    text = text.replace(told, f"on: {on}\n    served: {served}").replace("ended: 2024-03-01", f"ended: {ended}")
    file = tmp_path / "case.yaml"
    file.write_text(text, encoding="utf-8")
    return review(load_case(file, RULESETS), RULESETS)


@pytest.mark.parametrize("on", BOUNDS)
def test_a_paper_was_given_by_the_day_it_was_served(tmp_path, on):
    assert reviewed(tmp_path, on, "2024-03-25").outcome == "may_decide"


@pytest.mark.parametrize("served", ["2024", "2024-04", "{from: 2024-03-25}", "{from: 2024-03-28, to: 2024-12-31}"])
def test_a_service_known_within_bounds_is_no_silence(tmp_path, served):
    verdict = reviewed(tmp_path, "2024-03-25", served)
    assert verdict.outcome == "undetermined"
    assert not [each for each in verdict.findings if each.status == "breached"]
    asked = {str(fact.path) for group in verdict.asks for fact in group.facts}
    assert any("served" in path for path in asked), asked


@pytest.mark.parametrize("served", ["{from: 2024-04-11}", "2024-05", "2025", "2024-04-11"])
def test_a_service_that_surely_came_after_the_decision_is_a_breach(tmp_path, served):
    assert reviewed(tmp_path, "2024-03-25", served).outcome == "must_not_decide"


@pytest.mark.parametrize(
    ("told", "instead", "outcome"),
    [
        ("from: 2022-01-01", "from: {from: 2022-01-01}", "undetermined"),
        ("from: 2022-01-01", "from: 2024", "undetermined"),
        ("to: 2027-12-31", "to: {to: 2027-12-31}", "undetermined"),
        ("from: 2022-01-01", "from: 2022", "may_decide"),
        ("to: 2027-12-31", "to: {from: 2025-01-01}", "may_decide"),
        ("from: 2022-01-01", "from: {from: 2024-06-01}", "must_not_decide"),
        ("to: 2027-12-31", "to: 2023", "must_not_decide"),
    ],
)
def test_a_certificate_of_which_bounds_are_told_is_no_silence(tmp_path, told, instead, outcome):
    text = (ROOT / "cases/made_up/clean_fine.yaml").read_text(encoding="utf-8")
    assert told in text
    file = tmp_path / "case.yaml"
    file.write_text(text.replace(told, instead, 1), encoding="utf-8")
    assert review(load_case(file, RULESETS), RULESETS).outcome == outcome


@pytest.mark.parametrize("ended", ["2024-03", "{from: 2024-03-01, to: 2024-03-05}", "2024-03-01", "2024-03-31"])
def test_a_month_of_the_act_decides_where_every_day_of_it_gives_the_same(tmp_path, ended):
    verdict = reviewed(tmp_path, "2024-03-25", "2024-03-25", ended)
    assert verdict.outcome == "may_decide"
    assert verdict.results[0].settled_treatment
