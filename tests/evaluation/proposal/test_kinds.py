"""Kinds and terms are part of "within the statute" (行政处罚法 arts. 4, 9, 16, 32): made-up acts, one provision each."""

from __future__ import annotations

import pytest

from enforcement_rules.values.kinds import PENALTY_KINDS, weight_of

RULE = """
penalties:
  - article: 第一条
    name: threat
    says: 虚构罚则
    says_en: made-up provision
    causes: [made_up]
    then:
PENALTIES
"""
FINE = "{kind: fine, fine: {at_least: 100, at_most: 200}}"
GRAVE = "{kind: licence_revocation, when: {violation.gravity: serious}}"
SETTLED = {
    "first": "false",
    "gravity": "ordinary",
    "harm": "ordinary",
    "corrected_in_time": "false",
    "absence_of_fault": "false",
    "removed_or_reduced_harm": "false",
    "coerced_or_induced": "false",
    "discovered": "2024-01-10",
    "bases": {"illegal_gains": "0"},
}


def rules(*penalties):
    return RULE.replace("PENALTIES", "\n".join(f"      - {each}" for each in penalties))


def proposed(*penalties, **more):
    made = [{"kind": each} if isinstance(each, str) else each for each in penalties]
    return {"penalties": [{"kind": "fine", "amount": 150}, *made], **more}


@pytest.fixture
def check(act, result):
    """Return a function that holds a proposal against one provision and returns answer and codes."""

    def run(penalties, proposal, *, whole=True, record="working", **facts):
        known = {key: value for key, value in (SETTLED | facts).items() if value is not None}
        found = result(act(rules(*penalties), whole=whole), proposed=proposal, record=record, **known)
        return found.proposal.statute, [code for code, _ in found.proposal.findings]

    return run


NOT_GIVEN = sorted(set(PENALTY_KINDS) - {"fine", "confiscation_of_illegal_gains"})


@pytest.mark.parametrize("kind", NOT_GIVEN)
def test_a_kind_that_the_provision_does_not_give_is_unlawful(check, kind):
    assert check([FINE], proposed(kind)) == (False, ["kind_not_given"])


def test_gains_are_confiscated_whatever_the_provision_says(check):
    """行政处罚法 art. 28(2)."""
    taken = {"kind": "confiscation_of_illegal_gains", "amount": 50}
    assert check([FINE], proposed(taken), bases={"illegal_gains": "50"}) == (True, [])


@pytest.mark.parametrize(("gravity", "answer"), [("serious", True), ("ordinary", False), (None, None)])
def test_a_kind_under_a_condition_is_given_where_it_holds(check, gravity, answer):
    statute, codes = check(
        [FINE, GRAVE], proposed("licence_revocation"), gravity=gravity, gravity_ground="虚构的严重情节"
    )
    assert statute is answer
    assert codes == {True: [], False: ["kind_not_given"], None: ["kind_condition_open"]}[answer]


def test_what_is_serious_without_a_ground_gives_nothing_and_excuses_nothing(check):
    """情节严重 holds only with its ground; a file that states it and leaves out what it commands contradicts itself."""
    serious = {"gravity": "serious"}
    assert check([FINE, GRAVE], proposed("licence_revocation"), **serious) == (None, ["kind_condition_open"])
    assert check([FINE, GRAVE], proposed(), **serious) == (False, ["mandatory_penalty_missing"])


def test_a_tier_called_serious_is_no_ground(check):
    """A benchmark's words are not the statute's: the kind that 情节严重 gives stays open."""
    revoked = proposed("licence_revocation")
    revoked["stated_tier"] = {"name": "严重"}
    assert check([FINE, GRAVE], revoked, gravity=None) == (None, ["kind_condition_open"])


@pytest.mark.parametrize(("gravity", "answer"), [("serious", False), ("ordinary", True), (None, None)])
def test_a_commanded_kind_is_not_left_out(check, gravity, answer):
    statute, codes = check([FINE, GRAVE], proposed(), gravity=gravity)
    assert statute is answer
    assert codes == {True: [], False: ["mandatory_penalty_missing"], None: ["mandatory_penalty_open"]}[answer]


@pytest.mark.parametrize("force", ["shall", "may"])
def test_what_only_may_be_imposed_may_be_left_out(check, force):
    statute, _ = check([FINE, f"{{kind: warning, force: {force}}}"], proposed())
    assert statute is (force == "may")


def test_an_excerpt_need_not_tell_every_kind(check):
    assert check([FINE, "{kind: warning}"], proposed(), record="excerpt") == (True, [])


def test_an_excerpt_that_tells_a_kind_not_given_is_unlawful_all_the_same(check):
    assert check([FINE], proposed("order_to_close"), record="excerpt") == (False, ["kind_not_given"])


def test_where_a_provision_was_not_read_whole_no_kind_decides(check):
    assert check([FINE], proposed("warning"), whole=False) == (None, ["kind_not_read", "kinds_not_read"])
    assert check([FINE], proposed(), whole=False) == (None, ["kinds_not_read"])
    assert check([FINE], {"penalties": [{"kind": "fine", "amount": 201}]}, whole=False)[0] is False


def test_of_alternatives_two_are_one_too_many(check):
    either = ["{kind: order_to_suspend_business, either: one}", "{kind: order_to_close, either: one}"]
    assert check([FINE, *either], proposed("order_to_close"))[0] is True
    assert check([FINE, *either], proposed())[0] is False
    assert check([FINE, *either], proposed("order_to_close", "order_to_suspend_business")) == (
        False,
        ["alternatives_together"],
    )


MITIGATED = {"harm": "slight", "removed_or_reduced_harm": "true"}
OPEN = {"removed_or_reduced_harm": None}


@pytest.mark.parametrize(("ground", "answer"), [(MITIGATED, True), (OPEN, None), ({}, False)])
def test_a_lighter_kind_takes_a_mitigating_ground(check, ground, answer):
    """To mitigate is to go below the least that the provision sets, in kind as in amount (art. 32)."""
    only = {"penalties": [{"kind": "warning"}]}
    assert check([FINE], only, **ground)[0] is answer


@pytest.mark.parametrize(("ground", "answer"), [(MITIGATED, True), (OPEN, None), ({}, False)])
def test_mitigation_may_leave_out_what_is_commanded(check, ground, answer):
    assert check([FINE, "{kind: licence_suspension}"], proposed(), **ground)[0] is answer


def test_no_ground_adds_a_kind_or_makes_it_heavier(check):
    assert check([FINE], proposed("warning"), **MITIGATED)[0] is False
    assert check([FINE], {"penalties": [{"kind": "order_to_close"}]}, **MITIGATED)[0] is False


DETENTION = "{kind: administrative_detention, days: {at_least: 5, at_most: 10}}"


@pytest.mark.parametrize(
    ("days", "ground", "answer", "code"),
    [
        (5, {}, True, None),
        (10, {}, True, None),
        (11, {}, False, "term_outside"),
        (11, MITIGATED, False, "term_outside"),
        (4, {}, False, "term_outside"),
        (4, MITIGATED, True, "term_below_grounded"),
        (4, OPEN, None, "term_below_ground_open"),
        (None, {}, None, "term_not_stated"),
    ],
)
def test_a_term_lies_within_its_days(check, days, ground, answer, code):
    term = {"kind": "administrative_detention"} | ({} if days is None else {"days": days})
    statute, codes = check([FINE, DETENTION], proposed(term), **ground)
    assert statute is answer
    assert codes == ([] if code is None else [code])


def test_a_provision_whose_condition_fails_carries_nothing(act, result):
    text = rules(FINE).replace("    causes:", "    when: {violation.gravity: serious}\n    causes:")
    for gravity, answer in (("serious", True), ("ordinary", False)):
        found = result(
            act(text),
            proposed=proposed(),
            record="working",
            **(SETTLED | {"gravity": gravity, "gravity_ground": "虚构的严重情节"}),
        )
        assert found.proposal.statute is answer, gravity


def test_detention_is_the_heaviest_and_what_is_not_named_has_no_place():
    assert weight_of("administrative_detention") == max(weight_of(kind) or 0 for kind in PENALTY_KINDS)
    assert weight_of("other") is None


def test_another_penalty_is_not_the_other_one(check):
    """`other` is a class (art. 9(6)): whether the one proposed is the one that the provision gives, a person compares."""
    assert check([FINE, "{kind: other, force: may}"], proposed("other")) == (None, ["kind_condition_open"])
    assert check([FINE], proposed("other")) == (False, ["kind_not_given"])


GAINS_TOO = "{kind: confiscation_of_illegal_gains, when: {violation.illegal_gains: {more_than: 0}}}"


@pytest.mark.parametrize(("amount", "answer"), [(0, False), (500, True)])
def test_gains_that_are_commanded_are_not_confiscated_at_nothing(check, amount, answer):
    # 行政处罚法第二十八条第二款：有违法所得的，应当予以没收
    gains = {"kind": "confiscation_of_illegal_gains", "amount": amount}
    found = check([FINE, GAINS_TOO], proposed(gains), bases={"illegal_gains": "500"})

    assert found[0] is answer
    assert ("mandatory_penalty_missing" in found[1]) is not answer


def test_where_nothing_was_gained_nothing_is_confiscated(check):
    gains = {"kind": "confiscation_of_illegal_gains", "amount": 0}
    found = check([FINE, GAINS_TOO], proposed(gains), bases={"illegal_gains": "0"})

    assert "mandatory_penalty_missing" not in found[1]
