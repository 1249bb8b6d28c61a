"""Facts that follow from fields of the case, or from other facts: none may be stated, in any part, by anybody."""

from __future__ import annotations

import pytest

from enforcement_rules import InputError, load_case, load_rulesets, review
from enforcement_rules.evaluation.layout import case_facts, pair_facts, pairs_of
from enforcement_rules.loading.naming import may_be_stated
from enforcement_rules.model.computed import COMPUTED, STATED_OTHERWISE

LAW = load_rulesets()
PARTS = {"case": (), "party": ("parties", 0), "violation": ("violations", 0), "proposal": ("proposed", 0)}
VALUES = {"amount": "9999999999999", "days": 5, "yes_no": True, "choices": ["fine"], "count": 3, "date": "2023-05-01"}
NEVER_STATED = COMPUTED.keys() - STATED_OTHERWISE
DERIVED = [fact.id for fact in LAW.vocabulary.facts.values() if fact.entry.derived and not fact.entry.stated]


def case(**changes):
    return {
        "organ": {"field": "ecology_environment"},
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [
            {
                "id": "v1",
                "parties": ["p1"],
                "penalised_by": [{"instrument": "water_pollution_law", "article": "第八十三条"}],
            }
        ],
        "steps": [{"step": "inspection", "on": "2023-02-01"}, {"step": "decision", "on": "2023-05-10"}],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": 100000}]}],
        **changes,
    }


def stating(id_, value):
    """Return a case that states a fact, and the path at which it does."""
    made, (scope, _, name) = case(), id_.partition(".")
    path = PARTS.get(scope, ("steps", 0))
    part = made
    for key in path:
        part = part[key]
    if path == ("steps", 0):
        part["step"] = scope if scope in LAW.vocabulary.steps else "inspection"
    part.setdefault("facts", {})[name] = value
    return made, (*path, "facts", name)


@pytest.mark.parametrize("by", [None, "party", "organ"])
@pytest.mark.parametrize("id_", [id_ for id_ in sorted(NEVER_STATED) if not id_.startswith(("act.", "step."))])
def test_what_follows_from_fields_is_refused_with_its_place(id_, by):
    value = VALUES.get(LAW.vocabulary.fact(id_).type.kind, "x")
    made, path = stating(id_, value if by is None else {"value": value, "by": by})
    with pytest.raises(InputError) as caught:
        load_case(made, LAW)
    assert [(problem.code, problem.path, problem.args["fact"]) for problem in caught.value.problems] == [
        ("computed_from", path, id_)
    ]


@pytest.mark.parametrize("id_", DERIVED[::4])
def test_what_follows_from_other_facts_is_refused_with_its_place(id_):
    made, path = stating(id_, 5)
    with pytest.raises(InputError) as caught:
        load_case(made, LAW)
    assert [(problem.code, problem.path) for problem in caught.value.problems] == [("computed_fact", path)]


def test_the_place_is_that_of_the_key(tmp_path):
    """The fault as it was reported, and two of its kind."""
    file = tmp_path / "case.yaml"
    for part in ("facts: {fines: 9999999999999}", "facts: {confiscated_gains: 1}", "confiscated_property: 1"):
        file.write_text(f"parties:\n  - id: p1\n    {part}\n", encoding="utf-8")
        with pytest.raises(InputError) as caught:
            load_case(file, LAW)
        assert str(caught.value).startswith(f"{file}:3:{13 if 'facts' in part else 5}: party.")


def test_whatever_the_layout_works_out_may_not_be_stated():
    """Of every fact that no file states: it is computed, a field of its part, or says who states it besides."""
    made = case(
        proposed=[
            {
                "violation": "v1",
                "party": "p1",
                "treatment": "lighter",
                "basis": ["x"],
                "deviation": {"reason": "甲", "approved_by": "乙"},
                "penalties": [
                    {"kind": "fine", "amount": 100000},
                    {"kind": "administrative_detention", "days": 3},
                    {"kind": "confiscation_of_illegal_gains", "amount": 5},
                    {"kind": "confiscation_of_illegal_property", "amount": 5},
                ],
            }
        ]
    )
    loaded = load_case(made, LAW)
    base = case_facts(loaded, LAW.vocabulary)
    told = {id_ for chosen in pairs_of(loaded) for id_ in pair_facts(base, chosen, {}).statements}
    fields = {"organ.field", "party.kind", "proposal.treatment", "violation.basis_ranks"}
    assert {id_ for id_ in told if may_be_stated(LAW.vocabulary.fact(id_))} == fields & told
    only_asked = {"proposal.term"}  # the name of a question: each penalty is held against its own term
    never = {id_ for id_ in sorted(NEVER_STATED) if not id_.startswith(("act.", "step."))}
    assert never - only_asked <= told


def test_what_is_asked_for_is_where_the_answer_may_stand():
    """A computed fact is asked for where it comes from."""
    made = case(proposed=[])
    asked = [fact for ask in review(load_case(made, LAW), LAW).asks for fact in ask.facts]
    assert {fact.path for fact in asked if fact.fact in COMPUTED} <= {
        path.replace("proposed[]", "proposed.v1.p1") for path in COMPUTED.values()
    } | set(COMPUTED.values())


RANKED = [{"title": "某市条例", "rank": "local_regulation"}, {"instrument": "water_pollution_law"}]


@pytest.mark.parametrize("cited", RANKED)
def test_the_ranks_of_what_is_cited_are_not_stated_besides(cited):
    made = case(violations=[{"id": "v1", "parties": ["p1"], "penalised_by": [cited], "basis_ranks": ["law"]}])
    with pytest.raises(InputError) as caught:
        load_case(made, LAW)
    assert [(problem.code, problem.path) for problem in caught.value.problems] == [
        ("computed_from", ("violations", 0, "basis_ranks"))
    ]


def test_the_ranks_of_what_cannot_be_told_may_be_stated():
    cited = [{"title": "某县的通知"}]
    made = case(violations=[{"id": "v1", "parties": ["p1"], "penalised_by": cited, "basis_ranks": ["law"]}])
    assert load_case(made, LAW).violations[0].facts["basis_ranks"]
