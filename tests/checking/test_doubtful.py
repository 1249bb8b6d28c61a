"""The static checks, run on published tables that are wrong: what is wrong is found, and only there."""

from collections import Counter
from pathlib import Path

from enforcement_rules.checking.check import check_rulesets
from enforcement_rules.loading.rulesets import load_rulesets

FOUND = {
    "culture_mitigation_list_mirror": {"mitigation_without_ground": 7, "list_without_ground": 1},
    "jiangsu_water_planting_benchmark": {"tier_outside", "tier_spares_without_ground", "statute_differs"},
    "price_benchmark_fs": {"tier_outside", "tier_not_below", "tiers_end_early", "tier_overlap", "tier_shape"},
    "suzhou_planning_benchmark": {"tier_spares_without_ground", "tier_overlap"},
    "tianjin_public_place_air_benchmark": {"tier_outside", "tier_shape"},
}


def remarks():
    found: dict[str, Counter] = {}
    for each in check_rulesets(load_rulesets("rulesets", "doubtful")):
        assert each.place is not None
        folder, name = Path(each.place.file).parts[:2]
        assert folder == "doubtful", each.line()
        found.setdefault(name, Counter())[each.code] += 1
    return found


def test_what_is_wrong_is_found_in_the_doubtful_tables_and_nowhere_else():
    found = remarks()
    assert set(found) == set(FOUND)
    assert found["culture_mitigation_list_mirror"] == FOUND["culture_mitigation_list_mirror"]
    # A ceiling of 50 000 and a tier up to 80 000; no fine below a floor of five percent.
    assert found["jiangsu_water_planting_benchmark"]["tier_outside"] >= 1
    assert found["suzhou_planning_benchmark"]["tier_spares_without_ground"] == 1
    assert found["price_benchmark_fs"]


def test_the_kept_output_is_what_the_command_prints(run):
    done = run("check", "rulesets", "doubtful")
    assert done.returncode == 1
    assert done.stdout.splitlines() == Path("doubtful/FINDINGS.txt").read_text(encoding="utf-8").splitlines()
