"""Titles are names of the table or not assigned; a list of documents is open unless it says that it is complete."""

from __future__ import annotations

import pytest

from enforcement_rules import load_case
from enforcement_rules.values.errors import InputError
from enforcement_rules.values.titles import normal_title

ITEMS = """
- name: papers
  says: 文书
  says_en: papers
  group: standardisation
  points: 100
  deduct: 25
  requires: {documents: [form, record, paper]}
"""
ALL = ["立案审批表", "现场笔录", "决定书"]


def listed(*titles, **more):
    return {"complete": ["documents"], "documents": [{"title": title} for title in titles]} | more


@pytest.mark.parametrize(
    "title",
    [
        "现场检查(勘验)笔录",
        "现场检查（勘验）笔录",
        "《现场检查（勘验）笔录》",
        " 现场检查 〔勘验〕笔录　",
        "现场检查【勘验】笔录",
        "检查笔录",
        "现场笔录",
        "Inspection  Record",
    ],
)
def test_a_title_is_one_of_the_names(world, title):
    made = world.standard(ITEMS).appraise(listed(title))
    assert {each.kind.document: each.status for each in made.documents}["record"] == "present"
    assert made.not_assigned == ()


@pytest.mark.parametrize("title", ["检查笔录1", "检查 记录", "现场检查笔录", "决定书(副本)", "检査笔录"])
def test_a_title_that_only_resembles_one_is_not_assigned(world, title):
    made = world.standard(ITEMS).appraise(listed(title))
    assert [filed.title for filed in made.not_assigned] == [title]
    assert {each.status for each in made.documents} == {"missing"}
    assert ("titles_not_assigned", {"n": 1}) in made.remarks


def test_each_missing_document_is_a_fault(world):
    assert world.standard(ITEMS).appraise(listed(*ALL)).score.to_dict()["lowest"] == "100"
    assert world.appraise(listed(*ALL[:2])).score.to_dict()["highest"] == "75"
    assert world.appraise(listed()).score.to_dict()["highest"] == "25"


def test_in_an_open_list_nothing_is_missing(world):
    made = world.standard(ITEMS).appraise(listed(*ALL[:1]) | {"complete": []})
    assert [each.status for each in made.documents] == ["present", "not_seen", "not_seen"]
    assert made.items[0].status == "open"
    assert made.score.points.to_dict() == {"lowest": "50", "highest": "100"}
    assert ("documents_open", {}) in made.remarks


def test_an_unknown_title_of_the_same_step_may_be_the_missing_document(world):
    case = listed(*ALL[:2])
    case["documents"].append({"title": "处罚文书", "step": "decision"})
    made = world.standard(ITEMS).appraise(case)
    (reason,) = made.items[0].reasons
    assert (made.items[0].status, reason.args["perhaps"]) == ("open", ["处罚文书"])
    case["documents"][-1]["step"] = "notice"
    assert world.appraise(case).items[0].status == "failed"


def test_several_papers_may_be_one_document(world):
    made = world.standard(ITEMS).appraise(listed("现场笔录", "检查笔录", "现场笔录"))
    (record,) = [each for each in made.documents if each.kind.document == "record"]
    assert [filed.title for filed in record.filed] == ["现场笔录", "检查笔录", "现场笔录"]


def test_documents_and_steps_are_held_against_each_other(world):
    steps = [{"step": "inspection", "on": "2024-03-01"}, {"step": "decision", "on": "2024-05-01"}]
    made = world.standard(ITEMS).appraise(listed("立案审批表", "决定书", steps=steps))
    assert ("document_without_step", {"document": "form", "step": "case_filing"}) in made.remarks
    assert ("step_without_document", {"step": "inspection", "documents": ["record"]}) in made.remarks
    case = listed("决定书", steps=steps)
    case["documents"][0]["step"] = "notice"
    assert "document_of_other_step" in [code for code, _ in world.appraise(case).remarks]


def test_a_standard_for_another_field_says_so(world):
    world.standard(ITEMS, fields="[tax]")
    with pytest.raises(InputError, match="another field or place; expected it to be named"):
        world.appraise(listed(*ALL))
    made = world.appraise(listed(*ALL), standard="sheet")
    assert ("standard_elsewhere", {}) in made.remarks


def test_a_listed_document_keeps_what_the_case_says_of_it(world):
    case = listed()
    case["documents"] = [{"id": "d1", "title": "决定书", "on": {"from": "2024-05-01"}, "pages": 3, "step": "decision"}]
    made = world.standard(ITEMS).appraise(case)
    filed = made.documents[2].filed[0].to_dict()
    assert filed["pages"] == "3"
    assert filed["on"] == {"from": "2024-05-01", "to": None}


@pytest.mark.parametrize(
    ("documents", "said"),
    [
        ([{"pages": "1"}], "title is missing"),
        ([{"title": ""}], "empty"),
        ([{"title": "a", "page": "1"}], "unknown key page; did you mean pages?"),
        ([{"title": "a", "step": "descision"}], "did you mean decision?"),
        ([{"title": "a", "on": "May"}], "date"),
        ([{"title": "a" * 301}], "300"),
        ([{"title": "a", "id": "x"}, {"title": "b", "id": "x"}], "x"),
        ([{"title": "a", "pages": "1" * 101}], "100"),
        ("决定书", "not a list"),
        ([{"title": "a"}] * 5001, "5001"),
    ],
)
def test_documents_are_read_strictly(world, documents, said):
    rulesets = world.load()
    with pytest.raises(InputError) as caught:
        load_case({"documents": documents}, rulesets)
    assert said in str(caught.value)
    assert "documents" in str(caught.value)


def test_normal_titles_keep_what_matters():
    assert normal_title("０１（一）") == normal_title("01(一)")
    assert normal_title("送达回证一") != normal_title("送达回证")
