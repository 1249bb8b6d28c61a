"""What holds of every matrix, whatever the evidence."""

from __future__ import annotations

from hypothesis import given, strategies as st

from enforcement_rules.evaluation.evidence.admission import Admission, Obstacle
from enforcement_rules.evaluation.evidence.claims import Said, standing_of
from enforcement_rules.evaluation.evidence.matrix import facts_clear
from enforcement_rules.evaluation.verdict import ElementCheck, RuleRef, Standing

IDS = ["e1", "e2", "e3", "e4", "e5"]
OBSTACLES = {True: (), False: (Obstacle("a", True),), None: (Obstacle("a", False),)}
admitted = st.fixed_dictionaries({id_: st.sampled_from([True, False, None]) for id_ in IDS}).map(
    lambda each: {id_: Admission(known, OBSTACLES[known]) for id_, known in each.items()}
)
ids = st.lists(st.sampled_from(IDS), unique=True).map(tuple)
records = st.sampled_from(["working", "complete", "excerpt"])
burdens = st.sampled_from(["organ", "party", "either"])


@st.composite
def speakers(draw):
    names = draw(st.lists(st.sampled_from([None, "organ", "party"]), unique=True, max_size=3))
    said = []
    for by in names:
        proving, refuting = draw(ids), draw(ids)
        holds = None if bool(proving) is bool(refuting) else bool(proving)
        said.append(Said(by, proving, refuting, holds, ("violations", 0)))
    return tuple(said)


@given(speakers(), admitted, records, burdens)
def test_more_evidence_that_counts_never_unproves(said, known, record, burden):
    before = standing_of(said, known, record, burden)
    known["e9"] = Admission(True)
    for n, each in enumerate(said):
        more = (*said[:n], Said(each.by, (*each.proving, "e9"), each.refuting, each.holds, each.path), *said[n + 1 :])
        after = standing_of(more, known, record, burden)
        assert after.status != "unproved"
        if before.status == "proven":
            assert after.status == "proven"
        if before.status == "refuted":
            assert after.status == "contested"


@given(speakers(), admitted, records, burdens, st.randoms())
def test_the_order_of_evidence_and_of_speakers_does_not_count(said, known, record, burden, random):
    def shuffled(items):
        mixed = list(items)
        random.shuffle(mixed)
        return tuple(mixed)

    mixed = shuffled(
        Said(each.by, shuffled(each.proving), shuffled(each.refuting), each.holds, each.path) for each in said
    )
    assert standing_of(mixed, known, record, burden) == standing_of(said, known, record, burden)


@given(speakers(), admitted, records, burdens)
def test_what_does_not_count_is_named_and_proves_nothing(said, known, record, burden):
    found = standing_of(said, known, record, burden)
    named = {id_ for each in said for id_ in (*each.proving, *each.refuting)}
    counting = set(found.proven_by) | set(found.refuted_by)
    assert all(known[id_].known is True for id_ in counting)
    assert {each.id for each in found.excluded} == named - counting
    if found.status == "proven":
        assert found.proven_by
        assert not found.refuted_by
    if found.status == "refuted":
        assert found.refuted_by
        assert not found.proven_by


@given(speakers(), admitted, burdens)
def test_only_a_complete_record_closes_what_is_unproved(said, known, burden):
    working = standing_of(said, known, "working", burden)
    complete = standing_of(said, known, "complete", burden)
    assert working.status == complete.status
    assert not complete.open or working.open


REF = RuleRef("law/set", "第四十条", "law", "1", "甲", "a")
rows = st.builds(
    lambda status, open_, burden, applies, listed: ElementCheck(
        "a",
        ("甲", "a"),
        burden,
        Standing(status, open_, (), (), ()),
        REF if listed else None,
        applies=applies,
    ),
    st.sampled_from(["proven", "refuted", "contested", "unproved"]),
    st.booleans(),
    burdens,
    st.sampled_from([True, None]),
    st.booleans(),
)


@given(st.lists(rows, max_size=6))
def test_only_what_the_organ_must_prove_makes_facts_clear_or_not(found):
    counted = [row for row in found if row.burden == "organ" and row.ref is not None]
    assert facts_clear(found) is facts_clear(counted)
    if facts_clear(found) is True:
        assert counted
        assert all(row.status == "proven" and not row.standing.open for row in counted)
    if facts_clear(found) is False:
        assert any(row.status != "proven" and not row.standing.open and row.applies for row in counted)
