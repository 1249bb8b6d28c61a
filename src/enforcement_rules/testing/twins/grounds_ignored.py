"""Changes of the circumstances: a ground that binds holds, and the proposal sets it aside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from enforcement_rules.evaluation.engine import path_of
from enforcement_rules.evaluation.proof import truth
from enforcement_rules.evaluation.verdict import Ground
from enforcement_rules.rules.base import Rule
from enforcement_rules.testing.twins.builder import Twin
from enforcement_rules.testing.twins.changes import Unlawful, change
from enforcement_rules.testing.twins.editing import steps_of
from enforcement_rules.testing.twins.goals import Goal, leaves, rules_of
from enforcement_rules.testing.twins.penalties import penalties_of
from enforcement_rules.testing.twins.values import lawful_value
from enforcement_rules.values.kinds import SPARING

_ = (path_of, truth, Ground, Rule, steps_of, Goal, leaves, rules_of, penalties_of, lawful_value, SPARING, Iterator, Any)
_ = (Twin, Unlawful, change)
