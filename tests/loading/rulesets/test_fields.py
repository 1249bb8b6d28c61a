"""The list of fields: what it may hold, what instruments may name, and in which folder they lie."""

import pytest

from enforcement_rules.loading import load_rulesets
from enforcement_rules.values.errors import InputError

LAW = "bread_law_2020"
HEAD = f"{LAW}/instrument.yaml"
OWN = "fields:\n  bakeries: {zh: 面包业, en: bakeries}\n"
CATALOGUE = """\
catalogues:
  - article: 目录
    name: powers
    says: 目录
    says_en: a catalogue
    items:
      - {name: one, title: {zh: 甲, en: A}, kind: administrative_penalty, fields: [tax, baking],
         basis: [{title: 某法, rank: law, article: 第一条}]}
"""


def with_fields(*fields, places=()):
    listed = f"fields: [{', '.join(fields)}]\nplaces: [{', '.join(places)}]\n"
    return {HEAD: ("rank: law\n", f"rank: law\n{listed}")}


def refusals(root, lang="en"):
    with pytest.raises(InputError) as caught:
        load_rulesets(root, only=True)
    return [line.removeprefix(f"{root.as_posix()}/") for line in caught.value.lines(lang)]


def moved(root, home):
    (root / home).mkdir(parents=True)
    (root / LAW).rename(root / home / LAW)
    return root


def test_fields_are_those_of_the_library(made_up):
    load_rulesets(made_up(with_fields("tax", "water")), only=True)
    assert refusals(made_up(with_fields("tax", "baking"))) == [
        f"{HEAD}:6:15: there is no field baking; expected one declared in fields.yaml at the top of the rulesets"
    ]
    assert refusals(made_up(with_fields("market_regulations"))) == [
        f"{HEAD}:6:10: there is no field market_regulations; did you mean market_regulation?"
    ]
    assert "是否指 market_regulation" in refusals(made_up(with_fields("market_regulations")), "zh")[0]


def test_a_directory_may_add_fields_of_its_own(made_up):
    load_rulesets(made_up(with_fields("tax", "bakeries") | {"fields.yaml": OWN}), only=True)
    assert refusals(made_up(with_fields("bakery") | {"fields.yaml": OWN})) == [
        f"{HEAD}:6:10: there is no field bakery; did you mean bakeries?"
    ]


def test_one_instrument_folder_alone_speaks_of_the_fields_of_the_library(made_up):
    root = made_up(with_fields("bakeries"))
    with pytest.raises(InputError, match="there is no field bakeries"):
        load_rulesets(root / LAW, only=True)


def test_items_of_catalogues_name_fields_too(made_up):
    found = [line for line in refusals(made_up({f"{LAW}/catalogue.yaml": CATALOGUE})) if "field" in line]
    assert found == [
        f"{LAW}/catalogue.yaml:7:88: there is no field baking; expected one declared in fields.yaml at the top of the rulesets"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("fields:\n  tax: {zh: 赋税, en: tax}\n", "fields.yaml:2:8: the field tax is declared otherwise elsewhere"),
        ("fields:\n  general: {zh: 一般, en: general}\n", "fields.yaml:2:12: general is the name of a folder"),
        ("fields:\n  places: {zh: 地方, en: places}\n", "fields.yaml:2:11: places is the name of a folder"),
        ("fields:\n  Bakeries: {zh: 面包业, en: bakeries}\n", "fields.yaml:2:13: Bakeries is no name"),
        ("fields:\n  bakeries: {en: bakeries}\n", "fields.yaml:2:13: zh is missing"),
        ("fields:\n  bakeries: {zh: 面包业, en: a}\n  bakeries: {zh: 面包业, en: a}\n", "fields.yaml:3:3: "),
        ("fields: [bakeries]\n", "fields.yaml:1:9: not a mapping"),
        ("field: {}\n", "fields.yaml:1:1: "),
        ("", "fields.yaml:1:1: empty file"),
    ],
)
def test_what_is_refused_in_a_list_of_fields(made_up, text, said):
    # A list that cannot be read says nothing of the fields that instruments name.
    lines = refusals(made_up(with_fields("bakeries") | {"fields.yaml": text}))
    assert lines[0].startswith(said)
    if "declared otherwise" not in said and "folder" not in said:
        assert not any("there is no field" in line for line in lines)


@pytest.mark.parametrize(
    ("fields", "places", "home"),
    [
        ((), (), "general"),
        (("tax",), (), "tax"),
        (("tax",), (), "tax/collection"),
        (("tax", "water"), (), "tax"),
        (("tax", "water"), (), "water"),
        (("tax",), ('"44"',), "places/44"),
        ((), ('"44"',), "places/44"),
        (("tax",), ('"130223"', '"130284"'), "places/130284"),
        (("tax",), (), "places/unknown"),
        (("bakeries",), (), "bakeries"),
        (("tax",), (), "whatever"),
        (("tax",), (), ""),
    ],
)
def test_homes_that_agree_with_the_head(made_up, fields, places, home):
    root = made_up(with_fields(*fields, places=places) | {"fields.yaml": OWN})
    load_rulesets(moved(root, home) if home else root, only=True)


@pytest.mark.parametrize(
    ("fields", "places", "home", "said"),
    [
        (
            ("tax",),
            (),
            "general",
            "6:9: it lies in general, which its fields and places do not say; expected it in tax",
        ),
        (("tax",), (), "water", "6:9: it lies in water, which its fields and places do not say; expected it in tax"),
        ((), (), "tax", "6:9: it lies in tax, which its fields and places do not say; expected it in general"),
        (("tax",), (), "places/44", "7:9: it lies in places/44, which its fields and places do not say; expected"),
        (("tax",), ('"14"',), "places/44", "7:9: it lies in places/44, which its fields and places do not say; expec"),
        (
            ("tax",),
            ('"14"',),
            "tax",
            "7:9: it lies in tax, which its fields and places do not say; expected it in plac",
        ),
        (("tax",), ('"14"',), "places/unknown", "7:9: it lies in places/unknown, which its fields and places do"),
        ((), (), "places", "7:9: it lies in places, which its fields and places do not say; expected it in general"),
    ],
)
def test_homes_that_contradict_the_head(made_up, fields, places, home, said):
    root = moved(made_up(with_fields(*fields, places=places) | {"fields.yaml": OWN}), home)
    (line,) = refusals(root)
    assert line.startswith(f"{home}/{HEAD}:{said}")


def test_names_of_folders_say_nothing_without_a_list_of_fields(made_up):
    load_rulesets(moved(made_up(with_fields("tax")), "water"), only=True)
