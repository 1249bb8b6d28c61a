"""An independent three-valued reading of the workload's rules, straight from the YAML: what compiled rules must equal.

It shares no code with the library: plain dictionaries, `None` for unknown, Kleene's tables written out.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "ruleset"
COMPARE = {
    "at_least": lambda x, b: x >= b,
    "more_than": lambda x, b: x > b,
    "at_most": lambda x, b: x <= b,
    "below": lambda x, b: x < b,
    "same_as": lambda x, b: x == b,
    "one_of": lambda x, b: x in b,
}


def load() -> tuple[dict[str, Any], dict[str, list[str]]]:
    """Return the rules by id, and which facts the derived ones are the difference of."""
    rules = yaml.safe_load((FOLDER / "workload_1" / "rules.yaml").read_text(encoding="utf-8"))
    facts = yaml.safe_load((FOLDER / "vocabulary.yaml").read_text(encoding="utf-8"))["facts"]
    conditions = {rule["article"]: {"not": rule["then"]} for rule in rules["requirements"]}
    conditions |= {rule["article"]: rule["when"] for rule in rules["circumstances"] + rules["questions"]}
    derived = {name: fact["derived"]["difference"] for name, fact in facts.items() if "derived" in fact}
    return conditions, derived


def value(id_: str, case: dict[str, Any], derived: dict[str, list[str]]) -> Any:
    """Return the value of a fact, `None` when unknown."""
    if id_ not in derived:
        return case[id_]
    one, other = (value(part, case, derived) for part in derived[id_])
    return None if one is None or other is None else one - other


def holds(condition: Any, case: dict[str, Any], derived: dict[str, list[str]]) -> bool | None:
    """Return the truth of a condition in three values."""
    return conjunction([_entry(key, test, case, derived) for key, test in condition.items()])


def _entry(key: str, test: Any, case: dict[str, Any], derived: dict[str, list[str]]) -> bool | None:
    if key == "any":
        return negation(conjunction([negation(holds(part, case, derived)) for part in test]))
    if key == "all":
        return conjunction([holds(part, case, derived) for part in test])
    if key == "not":
        return negation(holds(test, case, derived))
    x = value(key, case, derived)
    if not isinstance(test, dict):
        return None if x is None else x == test
    return conjunction([_compare(operator, x, bound, case, derived) for operator, bound in test.items()])


def _compare(operator: str, x: Any, bound: Any, case: dict[str, Any], derived: dict[str, list[str]]) -> bool | None:
    if isinstance(bound, dict):
        bound = value(bound["fact"], case, derived)
    elif operator == "same_as":
        bound = value(bound, case, derived)
    return None if x is None or bound is None else bool(COMPARE[operator](x, bound))


def conjunction(truths: list[bool | None]) -> bool | None:
    """Return Kleene's conjunction."""
    if False in truths:
        return False
    return None if None in truths else True


def negation(truth: bool | None) -> bool | None:
    """Return Kleene's negation."""
    return None if truth is None else not truth
