"""Scales of penalties (直至) in rule files: what is no scale is refused at its step (虚构)."""

from __future__ import annotations

import pytest

from enforcement_rules.loading import load_rulesets
from enforcement_rules.values.errors import InputError

RULES = """\
penalties:
  - article: 第一条
    name: threat
    says: 罚则
    says_en: made-up provision
    causes: [stale_bread]
    then:
"""


def _files(*penalties):
    return {"bread_law_2020/rules.yaml": RULES + "".join(f"      - {{{each}}}\n" for each in penalties)}


SUSPEND, REVOKE = "kind: order_to_suspend_business, up_to: grave", "kind: licence_revocation, up_to: grave"


@pytest.mark.parametrize(
    ("penalties", "line", "said"),
    [
        ((SUSPEND, "kind: warning"), 8, "grave has one step"),
        ((REVOKE, SUSPEND), 9, "order_to_suspend_business is lighter than the step before it, licence_revocation"),
        (("kind: warning, up_to: grave", REVOKE, SUSPEND), 10, "from light to heavy"),
        ((SUSPEND, f"{REVOKE}, when: {{violation.gravity: serious}}"), 9, "the heaviest needs no more"),
        ((SUSPEND, f"{REVOKE}, force: may"), 9, "the heaviest needs no more"),
        ((f"{SUSPEND}, either: other", REVOKE), 8, "either for alternatives, up_to for the steps"),
        ((SUSPEND, REVOKE, "kind: warning, either: grave"), 10, "either for alternatives, up_to for the steps"),
        (
            (SUSPEND, "kind: licence_revocation, up_to: 停产"),
            9,
            "expected lower-case letters, digits and _",
        ),
    ],
)
def test_what_is_no_scale_is_refused_at_its_step(made_up, penalties, line, said):
    with pytest.raises(InputError) as refused:
        load_rulesets(made_up(_files(*penalties)), only=True)
    [problem, *_] = refused.value.problems
    assert (problem.place.file.rpartition("/")[2], problem.place.line) == ("rules.yaml", line)
    assert problem.place.column
    assert said in problem.text("en")
    assert problem.text("zh") != problem.text("en")


@pytest.mark.parametrize(
    "penalties",
    [
        (SUSPEND, REVOKE),
        ("kind: warning, up_to: grave", SUSPEND, REVOKE),
        (f"{SUSPEND}, force: may", f"{REVOKE}, force: may"),
        ("kind: licence_revocation, up_to: grave", "kind: order_to_close, up_to: grave"),
        ("kind: licence_revocation, up_to: grave", "kind: business_licence_revocation, up_to: grave"),
    ],
)
def test_steps_that_ascend_are_read(made_up, penalties):
    [version] = load_rulesets(made_up(_files(*penalties)), only=True).all_versions()
    assert {penalty.choice for penalty in version.penalties[0].then} == {"grave"}
