"""Errors to be planted in the made-up ruleset (虚构).

Of each: what stood there, what stands there now, and of each line that is then wrong the text by which it is known, the
code, and the place of the statute. Where a penalty is missing, the rule that lacks it is the place.
"""

from __future__ import annotations

from made_up import RULES

TEN, ELEVEN, THIRTEEN, FOURTEEN = "第十条第一款", "第十一条第一款", "第十三条第一款", "第十四条第一款"
FIFTEEN, SIXTEEN = "第十五条第一款", "第十六条第一款"
GAINS = "      - {kind: confiscation_of_illegal_gains, force: shall}\n"
GOODS = "      - {kind: confiscation_of_illegal_property, force: shall}\n"
TOOLS = "      - {kind: confiscation_of_illegal_property, force: may}\n"
SUSPEND = "{kind: order_to_suspend_business, force: shall, either: step, when: {violation.gravity: serious}}"
REVOKE = "{kind: licence_revocation, force: shall, either: step, when: {violation.gravity: serious}}"
FIRST = "when: {violation.overdue_correction: false}, fine: {at_least: 10000, at_most: 50000}"
LATE = "when: {violation.overdue_correction: true}, fine: {at_least: 50000, at_most: 200000}"
THEIRS = "{party.is_responsible_person: true}, when: {violation.overdue_correction: true}, fine: {at_least: 5000, at_most: 20000}"
FINE_12 = "{kind: fine, force: shall, fine: {at_least: 3000, at_most: 30000}} # of 12(2)"
STOP_12 = "{kind: order_to_suspend_business, force: shall, when: {violation.refused_to_correct: true}} # of 12(2)"
UNITS = "{kind: fine, force: shall, borne_by: {party.counted_as_organization: true}, fine: {at_least: 10000, at_most: 100000}}"
PERSONS = (
    "{kind: fine, force: may, borne_by: {party.counted_as_organization: false}, fine: {at_least: 500, at_most: 2000}}"
)
DETAIN = "{kind: administrative_detention, force: shall, when: {violation.gravity: serious}, days: {at_least: 5, at_most: 10}}"
MORE = (
    "when: {violation.illegal_gains: {more_than: 0}}, fine: {at_least: 1, at_most: 3, times: violation.illegal_gains}"
)
NONE = "when: {violation.illegal_gains: {at_most: 0}}, fine: {at_most: 10000}"
SUSPEND_15 = (
    "{kind: order_to_suspend_business, force: shall, up_to: grave, when: {violation.gravity: serious}} # of 15(2)"
)
REVOKE_15 = "{kind: licence_revocation, force: shall, up_to: grave, when: {violation.gravity: serious}} # of 15(2)"
TERM = "{kind: licence_suspension, force: shall, term: {exactly: {months: 6}}}"

NUMBERS = {
    "a floor": ("below: {at_least: 20000", "below: {at_least: 10000", [("kind: fine\n", "range", TEN)]),
    "a ceiling": ("20000, at_most: 50000}\n", "20000, at_most: 500000}\n", [("kind: fine\n", "range", TEN)]),
    "a multiple": (
        "at_least: 5, at_most: 10, times",
        "at_least: 3, at_most: 10, times",
        [("kind: fine\n", "range", TEN)],
    ),
    "a threshold": ("goods_value, at: 10000}", "goods_value, at: 50000}", [("kind: fine\n", "condition", TEN)]),
    "the base": (
        "at_most: 10, times: violation.goods_value",
        "at_most: 10, times: violation.illegal_gains",
        [("kind: fine\n", "range", TEN)],
    ),
    "the base of the switch": (
        "switch: {base: violation.goods_value",
        "switch: {base: violation.illegal_gains",
        [("kind: fine\n", "condition", TEN)],
    ),
    "no floor": (
        "{at_least: 3000, at_most: 30000}} # of 12(2)",
        "{at_most: 30000}} # of 12(2)",
        [("{at_most: 30000}} # of 12(2)", "range", "第十二条第一款")],
    ),
    "an open ceiling": (
        "{at_least: 3000, at_most: 30000}} # of 12(2)",
        "{at_least: 3000, below: 30000}} # of 12(2)",
        [("below: 30000", "range", "第十二条第一款")],
    ),
    "an open floor": (FIRST, FIRST.replace("at_least", "more_than"), [("more_than: 10000", "range", ELEVEN)]),
    "days": (
        "days: {at_least: 5, at_most: 10}",
        "days: {at_least: 5, at_most: 15}",
        [("at_most: 15", "range", FOURTEEN)],
    ),
    "no days": (", days: {at_least: 5, at_most: 10}", "", [("administrative_detention", "range", FOURTEEN)]),
    "a term": ("{months: 6}", "{months: 3}", [("{months: 3}", "range", SIXTEEN)]),
    "no term": (", term: {exactly: {months: 6}}", "", [("licence_suspension", "range", SIXTEEN)]),
    "a term for life": ("{exactly: {months: 6}}", "{exactly: {for_life: true}}", [("for_life", "range", SIXTEEN)]),
    "yuan for a multiple": (
        "at_most: 3, times: violation.illegal_gains",
        "at_most: 3",
        [("kind: fine\n        force: shall\n        branches", "range", FIFTEEN)],
    ),
    "a cap nobody set": (
        "at_most: 10, times: violation.goods_value",
        "at_most: 10, times: violation.goods_value, capped_at: 90000",
        [("kind: fine\n", "range_form", "第十条")],
    ),
}
KINDS = {
    "suspension for closing": (
        SUSPEND,
        SUSPEND.replace("order_to_suspend_business", "order_to_close"),
        [("order_to_close", "kind", TEN)],
    ),
    "the business licence": (
        REVOKE,
        REVOKE.replace("licence_rev", "business_licence_rev"),
        [("business_licence_revocation", "kind", TEN)],
    ),
    "goods for gains": (
        GAINS,
        GAINS.replace("gains", "property"),
        [(GAINS.replace("gains", "property").strip(), "kind", TEN)],
    ),
    "criticism for a warning": (
        "{kind: warning, force: shall, borne_by",
        "{kind: notice_of_criticism, force: shall, borne_by",
        [("notice_of_criticism", "kind", ELEVEN)],
    ),
    "restriction for suspension": (
        STOP_12,
        STOP_12.replace("order_to_suspend_business", "business_restriction"),
        [("business_restriction", "kind", "第十二条第一款")],
    ),
    "revocation for suspension of a licence": (
        TERM,
        "{kind: licence_revocation, force: shall, term: {exactly: {months: 6}}}",
        [("licence_revocation, force: shall, term", "kind", SIXTEEN)],
    ),
    "a kind invented": (
        TERM,
        TERM + "\n      - {kind: warning, force: may}",
        [("{kind: warning, force: may}", "not_in_text", "第十六条")],
    ),
    "a penalty twice": (TERM, f"{TERM}\n      - {TERM} # again", [("# again", "not_in_text", "第十六条")]),
    "a fine too many": (
        TERM,
        TERM + "\n      - {kind: fine, force: may, fine: {at_most: 7}}",
        [("at_most: 7", "not_in_text", "第十六条")],
    ),
}
MISSING = {
    "confiscation": (GAINS, "", [("name: unlicensed", "missing", TEN)]),
    "the tools": (TOOLS, "", [("name: unlicensed", "missing", TEN)]),
    "the suspension": (f"      - {SUSPEND}\n", "", [("name: unlicensed", "missing", TEN)]),
    "the warning": (
        "      - {kind: warning, force: shall, borne_by: {party.is_unit: true}}\n",
        "",
        [("name: no_ledger", "missing", ELEVEN)],
    ),
    "the responsible": (
        f"      - {{kind: fine, force: shall, borne_by: {THEIRS}}}\n",
        "",
        [("name: no_ledger", "missing", ELEVEN)],
    ),
    "the persons": (f"      - {PERSONS}\n", "", [("name: burning", "missing", THIRTEEN)]),
    "the detention": (f"      - {DETAIN}\n", "", [("name: check_obstructed", "missing", FOURTEEN)]),
    "the branch": (
        f"          - {{name: none, says: 没有违法所得, {NONE}}}\n",
        "",
        [("kind: fine\n        force: shall\n        branches", "missing", FIFTEEN)],
    ),
    "the next paragraph": (
        f"      - {SUSPEND_15}\n      - {REVOKE_15}\n",
        "",
        [("name: licence_let", "missing", "第十五条第二款")],
    ),
    "the whole item": (
        RULES[RULES.index("  - article: 第十二条第二项") : RULES.index("  - article: 第十三条")],
        "",
        [("name: records_forged", "atom_not_encoded", "第十二条第一款第二项")],
    ),
}
FORCES = {
    "may for shall": (GOODS, GOODS.replace("shall", "may"), [(GOODS.replace("shall", "may").strip(), "force", TEN)]),
    "shall for may": (
        TOOLS,
        TOOLS.replace("may", "shall"),
        [("{kind: confiscation_of_illegal_property, force: shall}\n      - kind: fine", "force", TEN)],
    ),
    "of the fine": (
        "kind: fine\n        force: shall\n        switch",
        "kind: fine\n        force: may\n        switch",
        [("kind: fine\n", "force", TEN)],
    ),
    "of the revocation": (REVOKE, REVOKE.replace("shall", "may"), [("licence_revocation, force: may", "force", TEN)]),
    "of the persons": (PERSONS, PERSONS.replace("may", "shall"), [("at_least: 500, at_most: 2000", "force", THIRTEEN)]),
    "of the term": (TERM, TERM.replace("shall", "may"), [("licence_suspension, force: may", "force", SIXTEEN)]),
    "of an alternative": (
        "{kind: warning, force: shall, either",
        "{kind: warning, force: may, either",
        [("{kind: warning, force: may", "force", FOURTEEN)],
    ),
}
PARTIES = {
    "the unit for the responsible": (
        THEIRS,
        THEIRS.replace("is_responsible_person", "is_unit"),
        [("at_most: 20000}}", "party", ELEVEN)],
    ),
    "the responsible for the unit": (
        "{party.is_unit: true}, " + LATE,
        "{party.is_responsible_person: true}, " + LATE,
        [("at_most: 200000", "party", ELEVEN)],
    ),
    "persons for units": (
        UNITS,
        UNITS.replace("organization: true", "organization: false"),
        [("at_most: 100000}}", "party", THIRTEEN)],
    ),
    "nobody named": (
        PERSONS,
        PERSONS.replace("borne_by: {party.counted_as_organization: false}, ", ""),
        [("at_least: 500, at_most: 2000", "party", THIRTEEN)],
    ),
    "a party invented": (
        TERM,
        TERM.replace("shall,", "shall, borne_by: {party.is_responsible_person: true},"),
        [("licence_suspension", "party", SIXTEEN)],
    ),
    "a party of the rule": (
        "    name: overloaded\n",
        "    name: overloaded\n    borne_by: {party.is_responsible_person: true}\n",
        [("licence_suspension", "party", SIXTEEN), ("at_least: 1000, at_most: 2000", "party", SIXTEEN)],
    ),
}
CONDITIONS = {
    "gravity invented": (
        GAINS,
        GAINS.replace("shall}", "shall, when: {violation.gravity: serious}}"),
        [("shall, when: {violation.gravity: serious}}", "condition", TEN)],
    ),
    "gravity lost": (
        SUSPEND,
        SUSPEND.replace(", when: {violation.gravity: serious}", ""),
        [("{kind: order_to_suspend_business, force: shall, either: step}", "condition", TEN)],
    ),
    "the other gravity": (
        DETAIN,
        DETAIN.replace("serious", "minor"),
        [("violation.gravity: minor", "condition", FOURTEEN)],
    ),
    "refusal for delay": (
        LATE,
        LATE.replace("overdue_correction", "refused_to_correct"),
        [("refused_to_correct: true}, fine: {at_least: 50000", "condition", ELEVEN)],
    ),
    "refusal lost": (
        STOP_12,
        STOP_12.replace(", when: {violation.refused_to_correct: true}", ""),
        [("order_to_suspend_business, force: shall} # of 12(2)", "condition", "第十二条第一款")],
    ),
    "a fact nobody knows": (
        FINE_12,
        FINE_12.replace("shall,", "shall, when: {violation.corrected_in_time: false},"),
        [("corrected_in_time", "condition_unknown", "第十二条第一款第二项")],
    ),
    "a condition of the rule": (
        "    name: overloaded\n",
        "    name: overloaded\n    when: {violation.gravity: serious}\n",
        [("licence_suspension", "condition", SIXTEEN), ("at_least: 1000, at_most: 2000", "condition", SIXTEEN)],
    ),
    "gains where there need be none": (
        GOODS,
        GOODS.replace("shall}", "shall, when: {violation.illegal_gains: {more_than: 0}}}"),
        [("violation.illegal_gains: {more_than: 0}}}", "condition", TEN)],
    ),
    "no alternative": (
        "      - {kind: fine, force: shall, either: light,",
        "      - {kind: fine, force: shall,",
        [("fine: {at_most: 500}", "alternative_missing", FOURTEEN)],
    ),
    "a scale for a choice": (
        f"{SUSPEND}\n      - {REVOKE}",
        f"{SUSPEND}\n      - {REVOKE}".replace("either", "up_to"),
        [("{kind: licence_revocation, force: shall, up_to: step", "no_scale", TEN)],
    ),
    "a choice for a scale": (
        f"{SUSPEND_15}\n      - {REVOKE_15}",
        f"{SUSPEND_15}\n      - {REVOKE_15}".replace("up_to", "either"),
        [("{kind: licence_revocation, force: shall, either: grave", "scale", "第十五条第二款")],
    ),
    "an alternative invented": (
        TERM,
        TERM.replace("shall,", "shall, either: one,")
        + "\n      - {kind: fine, force: shall, either: one, fine: {at_least: 1000, at_most: 2000}} # or",
        [("# or", "alternative_invented", SIXTEEN)],
    ),
}
PLACES = {
    "another item": (
        "article: 第十二条第一项",
        "article: 第十二条第三项",
        [("name: records_forged", "act", "第十二条第一款第三项")],
    ),
    "another paragraph": ("    rests_on: [第二款]\n", "", [(REVOKE_15, "not_in_text", "第十五条第一款")]),
    "another article": (
        "article: 第十六条",
        "article: 第十三条",
        [("at_least: 1000, at_most: 2000", "range", THIRTEEN)],
    ),
    "an article there is not": ("article: 第十六条", "article: 第九十六条", [("name: overloaded", "citation", "")]),
    "a paragraph there is not": ("rests_on: [第二款]", "rests_on: [第三款]", [("name: licence_let", "citation", "")]),
    "a reference there is not": (
        "as_in: {instrument: made_up_business_regulations, article: 第十条}",
        "as_in: {instrument: made_up_business_regulations, article: 第十一条}",
        [("name: licence_transferred", "as_in", "第十七条")],
    ),
}
