"""Exchanges to be planted in the made-up ruleset (虚构): the whole of it, and the lines that are then wrong."""

from __future__ import annotations

from made_up import RULES
from plants import DETAIN, ELEVEN, FIFTEEN, FIRST, FOURTEEN, LATE, TEN, THIRTEEN


def exchanged(one, two, rules=RULES):
    return rules.replace(one, "\0").replace(two, one).replace("\0", two)


EXCHANGES = {
    "values of two tiers": (
        exchanged("{at_least: 10000, at_most: 50000}", "{at_least: 50000, at_most: 200000}"),
        [
            ("correction: false}, fine: {at_least: 50000", "range", ELEVEN),
            ("correction: true}, fine: {at_least: 10000", "range", ELEVEN),
        ],
    ),
    "values of unit and responsible": (
        exchanged("{at_least: 50000, at_most: 200000}", "{at_least: 5000, at_most: 20000}"),
        [
            ("is_unit: true}, when: {violation.overdue_correction: true}", "range", ELEVEN),
            ("is_responsible_person", "range", ELEVEN),
        ],
    ),
    "parties of unit and responsible": (
        exchanged(
            "{party.is_unit: true}, when: {violation.overdue_correction: true}",
            "{party.is_responsible_person: true}, when: {violation.overdue_correction: true}",
        ),
        [("at_most: 200000", "party", ELEVEN), ("at_least: 5000, at_most: 20000}", "party", ELEVEN)],
    ),
    "parties of units and persons": (
        exchanged("organization: true", "organization: false"),
        [("at_most: 100000", "party", THIRTEEN), ("at_least: 500, at_most: 2000", "party", THIRTEEN)],
    ),
    "values of units and persons": (
        exchanged("{at_least: 10000, at_most: 100000}", "{at_least: 500, at_most: 2000}"),
        [("organization: true}", "range", THIRTEEN), ("organization: false}", "range", THIRTEEN)],
    ),
    "forces of units and persons": (
        exchanged("force: shall, borne_by: {party.counted", "force: may, borne_by: {party.counted"),
        [("organization: true}", "force", THIRTEEN), ("organization: false}", "force", THIRTEEN)],
    ),
    "forces of goods and tools": (
        exchanged("property, force: shall}", "property, force: may}"),
        [("property, force: shall}", "force", TEN), ("property, force: may}", "force", TEN)],
    ),
    "below and otherwise": (
        exchanged(
            "below: {at_least: 20000, at_most: 50000}",
            "otherwise: {at_least: 5, at_most: 10, times: violation.goods_value}",
        )
        .replace("below:", "\0")
        .replace("otherwise:", "below:")
        .replace("\0", "otherwise:"),
        [("kind: fine\n", "range", TEN)],
    ),
    "the branches": (
        exchanged("fine: {at_least: 1, at_most: 3, times: violation.illegal_gains}", "fine: {at_most: 10000}"),
        [("kind: fine\n        force: shall\n        branches", "range", FIFTEEN)],
    ),
    "conditions of two tiers": (
        RULES.replace(LATE, LATE.replace("true", "false")).replace(FIRST, FIRST.replace("false", "true")),
        [
            ("at_least: 10000, at_most: 50000", "condition", ELEVEN),
            ("at_least: 50000, at_most: 200000", "condition", ELEVEN),
        ],
    ),
    "conditions of warning and detention": (
        RULES.replace(
            "{kind: warning, force: shall, either: light}",
            "{kind: warning, force: shall, either: light, when: {violation.gravity: serious}}",
        ).replace(DETAIN, DETAIN.replace(" when: {violation.gravity: serious},", "")),
        [
            ("{kind: warning, force: shall, either: light, when", "condition", FOURTEEN),
            ("administrative_detention", "condition", FOURTEEN),
        ],
    ),
    "kinds of warning and detention": (
        RULES.replace(
            "{kind: warning, force: shall, either: light}", "{kind: licence_revocation, force: shall, either: light}"
        ),
        [("{kind: licence_revocation, force: shall, either: light}", "kind", FOURTEEN)],
    ),
    "kinds of gains and goods with a condition": (
        RULES.replace(
            "{kind: confiscation_of_illegal_gains, force: shall, when",
            "{kind: confiscation_of_illegal_property, force: shall, when",
        ),
        [("property, force: shall, when", "not_in_text", FIFTEEN), ("name: licence_let", "missing", FIFTEEN)],
    ),
    "causes of two items": (
        exchanged("causes: [made_up_records_forged]", "causes: [made_up_check_refused]"),
        [
            ("name: records_forged", "act_of_cause", "第十二条第一款第一项"),
            ("name: check_refused", "act_of_cause", "第十二条第一款第二项"),
        ],
    ),
    "places of two items": (
        exchanged("article: 第十二条第一项", "article: 第十二条第二项"),
        [
            ("name: records_forged", "act", "第十二条第一款第二项"),
            ("name: check_refused", "act", "第十二条第一款第一项"),
        ],
    ),
    "places of two articles": (
        exchanged("article: 第十六条", "article: 第十三条"),
        [
            ("licence_suspension", "not_in_text", "第十三条"),
            ("at_least: 500, at_most: 2000", "not_in_text", "第十六条"),
        ],
    ),
}
