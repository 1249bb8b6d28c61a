"""Every shipped instrument lies where rulesets/README.md says, and every case names a field that there is."""

import re
from pathlib import Path

import pytest

from enforcement_rules import load_rulesets
from enforcement_rules.loading.reading import Problems, read_document
from enforcement_rules.loading.rulesets.discovery import FIELDS, discover
from enforcement_rules.loading.rulesets.fields import GENERAL_HOME, PLACES, UNKNOWN_PLACE, homes

ROOT = Path("rulesets")
NAMES = read_document(ROOT / FIELDS).data["fields"]
MIRRORS = {
    "drainage_list_mirror",
    "gas_benchmark_unplaced",
    "highway_list_mirror",
    "internet_cafe_benchmark_unplaced",
}
WITHOUT_LIST = {"nowhere"}
"""Fields of made-up cases that are about a field nobody knows."""


RULESETS = load_rulesets()


def heads():
    by_id = {version.head.id: version.head for version in RULESETS.all_versions()}
    for folder in discover(ROOT, "rulesets", Problems()).instruments:
        data = read_document(folder.path / "instrument.yaml").data
        yield folder, by_id[f"{data['instrument']}@{data['version']}"]


HEADS = list(heads())


def test_all_of_them_are_found():
    assert len(HEADS) == len(list(RULESETS.all_versions())) == len(list(ROOT.rglob("instrument.yaml")))


@pytest.mark.parametrize(("folder", "head"), HEADS, ids=[folder.path.name for folder, _ in HEADS])
def test_an_instrument_lies_in_its_home(folder, head):
    expected = f"{PLACES}/{UNKNOWN_PLACE}" if folder.path.name in MIRRORS else homes(head)[0]
    assert "/".join(folder.home) == expected


def test_the_folders_bear_the_ids_of_fields():
    top = {path.name for path in ROOT.iterdir() if path.is_dir()}
    assert top - {GENERAL_HOME, PLACES} <= set(NAMES)
    assert {GENERAL_HOME, PLACES} <= top
    codes = {path.name for path in (ROOT / PLACES).iterdir()} - {UNKNOWN_PLACE}
    assert all(re.fullmatch(r"[0-9]{2}([0-9]{2}){0,2}", code) for code in codes)


def test_the_list_of_fields_is_in_order_and_in_both_languages():
    assert list(NAMES) == sorted(NAMES)
    assert (
        len({label["zh"] for label in NAMES.values()}) == len({label["en"] for label in NAMES.values()}) == len(NAMES)
    )


def test_every_case_names_a_field_of_the_list():
    files = [*Path("cases").rglob("*.yaml"), *ROOT.rglob("*.cases.yaml"), *Path("docs").rglob("*.yaml")]
    named = {
        (field, path.as_posix())
        for path in files
        for field in re.findall(r"organ: *\{[^}]*\bfield: *([a-z_]+)", path.read_text("utf-8"))
    }
    assert len({field for field, _ in named}) > 20
    assert {(field, path) for field, path in named if field not in NAMES and field not in WITHOUT_LIST} == set()
