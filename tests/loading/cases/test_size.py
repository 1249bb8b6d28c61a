"""A case that is too large is refused before anything of it is read, with what is too much and where."""

from __future__ import annotations

import json

import pytest

from enforcement_rules import InputError, load_case, load_rulesets
from enforcement_rules.loading.cases.size import MOST, MOST_LOOKS, MOST_PAIRS, MOST_PERFORMERS

LAW = load_rulesets()


def case(violations=1, parties=1, steps=1, by=0, **more):
    officers = [{"id": f"o{n}"} for n in range(by)]
    return {
        "parties": [{"id": f"p{n}"} for n in range(parties)],
        "violations": [{"id": f"v{n}"} for n in range(violations)],
        "officers": officers,
        "steps": [{"step": "inspection", "by": [each["id"] for each in officers]} for _ in range(steps)],
        **more,
    }


def refused(tmp_path, data):
    """Return the codes of what is wrong with a file, each with the path and the line."""
    file = tmp_path / "case.json"
    file.write_text(json.dumps(data, indent=0), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_case(file, LAW)
    return [(problem.code, problem.path, problem.place.line > 1) for problem in caught.value.problems]


NAMED = [{"id": f"v{n}", "parties": [f"p{m}" for m in range(100)]} for n in range(5)]


@pytest.mark.parametrize(
    ("data", "code", "path"),
    [
        (case(200, 200), "too_many_pairs", "violations"),
        (case(21, 20), "too_many_pairs", "violations"),
        (case(parties=100) | {"violations": NAMED}, "too_many_pairs", "violations"),
        (case(steps=2000), "too_many", "steps"),
        (case(by=1000, steps=0), "too_many", "officers"),
        (case(by=50, steps=61), "too_many_performers", "steps"),
        (case(20, 20, 51), "too_many_looks", "violations"),
        (case(10, 40, evidence=[{"id": f"e{n}"} for n in range(50)]), "too_many_looks", "violations"),
        (case(5, prior_penalties=[{}] * 4000), "too_many_looks", "violations"),
    ],
)
def test_what_is_too_much_is_refused_with_its_place(tmp_path, data, code, path):
    assert refused(tmp_path, data) == [(code, (path,), True)]


@pytest.mark.parametrize(
    "data",
    [
        case(20, 20),
        case(200, 2),
        case(2, 200),
        case(parties=200) | {"violations": [{"id": f"v{n}", "parties": [f"p{n}"]} for n in range(200)]},
        case(by=10, steps=300),
        case(steps=MOST["steps"]),
        case(20, 20, MOST_LOOKS // MOST_PAIRS),
    ],
)
def test_what_is_just_not_too_much_is_read(data):
    assert load_case(data, LAW).violations
    assert sum(len(step["by"]) for step in data["steps"]) <= MOST_PERFORMERS


KEYS = {f"k{n}": "v" for n in range(20_000)}
WITH_KEYS = {
    "case": KEYS,
    "facts": {"facts": KEYS},
    "bases": {"violations": [{"id": "v1", "bases": KEYS}]},
    "step": {"steps": [{"step": "decision", **KEYS}]},
    "penalty": {"proposed": [{"penalties": [{"kind": "fine", **KEYS}]}]},
    "elements": {"violations": [{"id": "v1", "elements": {key: [] for key in KEYS}}]},
    "statement": {"violations": [{"id": "v1", "gravity": {"value": "minor", **KEYS}}]},
    "causes": {"violations": [{"id": f"v{n}", "cause": f"food_residue{n}"} for n in range(200)] * 2},
    "references": {
        "officers": [{"id": f"o{n}"} for n in range(300)],
        "steps": [{"step": "inspection", "by": [*KEYS][:3000]}],
    },
    "instruments": {"violations": [{"id": "v1", "penalised_by": [{"instrument": key} for key in KEYS]}]},
}


@pytest.mark.parametrize("where", WITH_KEYS)
def test_no_more_is_compared_than_is_told(monkeypatch, where):
    """Of thousands of unknown names two hundred are noted, and no other is compared with those there are."""
    from enforcement_rules.loading.cases import statements
    from enforcement_rules.loading.naming import speech
    from enforcement_rules.loading.reading import problems

    compared = []
    for module in (speech, statements):
        monkeypatch.setattr(module, "nearest", lambda word, known: compared.append(word))
    with pytest.raises(InputError) as caught:
        load_case(WITH_KEYS[where], LAW)
    if where != "causes":
        assert len(caught.value.problems) == problems.MOST + 1
    assert len(compared) <= problems.MOST


def test_the_rules_of_a_file_are_compared_as_sparingly(tmp_path, monkeypatch):
    from enforcement_rules.loading.reading import documents, problems
    from enforcement_rules.loading.vocabulary import bounds

    compared = []
    monkeypatch.setattr(documents, "nearest", lambda word, known: compared.append(word))
    monkeypatch.setattr(bounds, "nearest", lambda word, known: compared.append(word))
    folder = tmp_path / "long_law"
    folder.mkdir()
    (folder / "instrument.yaml").write_text(
        "instrument: long_law\nversion: '1'\ntitle: {zh: 长, en: l}\nshort: {zh: 长, en: l}\nrank: law\nissuer: 某\n"
        "in_force: {from: 2020-01-01, to: null}\nsources: [{title: 某, verification: full_text}]\nchecked: 2026-01-01\n"
        "articles: {第一条: encoded}\n",
        encoding="utf-8",
    )
    rule = (
        "  - {article: 第一条, name: n%d, says: 甲, says_en: a, when: {violation.xx%d: true}, then: {may: lighter}}\n"
    )
    rules = "".join(rule % (n, n) for n in range(1000))
    (folder / "rules.yaml").write_text(f"circumstances:\n{rules}", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_rulesets(folder, only=True)
    assert len(caught.value.problems) == problems.MOST + 1
    assert len(compared) <= problems.MOST + 1
