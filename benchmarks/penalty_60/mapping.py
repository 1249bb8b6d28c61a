"""From a record of the workload to facts, and from the compiled rules to the answer of the hand-written function."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress
from pathlib import Path
from typing import Any

from enforcement_rules import load_rulesets
from enforcement_rules.evaluation.evaluators import compile_block
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.proof import truth
from enforcement_rules.rules.condition import Not
from penalty_60.workload import FIELDS

RULESET = Path(__file__).parent / "ruleset"
# Sections of the record → scopes of the vocabulary. Amounts stay whole fen and dates whole days, as in the workload, so
# that both sides compute with the same numbers.
SCOPES = {
    "party": "party",
    "violation": "violation",
    "circumstances": "violation",
    "procedure": "case",
    "proposed": "proposal",
}
# Names that a case file keeps for what it says by its structure; as facts they are called otherwise.
OTHERWISE = {
    "case.officers": "case.officers_there",
    "party.kind": "party.form",
    "violation.ended": "violation.ended_day",
    "violation.discovered": "violation.discovered_day",
}


def _fact(section: str, key: str) -> str:
    named = f"{SCOPES[section]}.{key}"
    return OTHERWISE.get(named, named)


PLACES = [(section, key, _fact(section, key)) for section, key in (path.split(".") for path in FIELDS)]
SECTIONS = [(section, [(key, id_) for other, key, id_ in PLACES if other == section]) for section in SCOPES]
EFFECTS = {
    "no_penalty": "exempt",
    "mitigated": "mitigate",
    "lighter": "lenient",
    "heavier": "heavy",
    "barred": "transfer",
}


@dataclass(frozen=True)
class Rule:
    """A rule that fires when its condition holds: a duty that is not kept, a circumstance, a note."""

    id: str
    condition: Any
    effect: str


class Engine:
    """The workload's ruleset, compiled."""

    def __init__(self) -> None:
        """Load and compile; duties fire when they are not kept."""
        rulesets = load_rulesets(RULESET, only=True)
        self.vocabulary = rulesets.vocabulary
        (version,) = rulesets.versions["workload"]
        rules = [Rule(r.article, Not(r.then), r.severity) for r in version.requirements]
        rules += [Rule(r.article, r.when, EFFECTS[r.then.effects[0]]) for r in version.circumstances]
        rules += [Rule(r.article, r.when, "note") for r in version.questions]
        self.rules = sorted(rules, key=lambda rule: ("PCL".index(rule.id[0]), rule.id))
        self.block = compile_block([rule.condition for rule in self.rules])
        (benchmark,) = version.benchmarks
        self.switch = int(benchmark.statutory.switch.at)
        self.tiers = {
            tier.name: (n, _ends(tier.below), _ends(tier.otherwise)) for n, tier in enumerate(benchmark.tiers, 1)
        }
        self.ids = [rule.id for rule in self.rules]
        self.effects = [rule.effect for rule in self.rules]

    def facts(self, record: dict[str, Any]) -> Facts:
        """Return the facts of a record; `None` is not stated."""
        values: dict[str, Any] = {}
        for section, keys in SECTIONS:
            part = record[section]
            for key, id_ in keys:
                value = part[key]
                if value is not None:
                    values[id_] = value
        return Facts(values, self.vocabulary)

    def statuses(self, record: dict[str, Any]) -> tuple[bool | None, ...]:
        """Return the truth of every rule, in three values."""
        return self.block(self.facts(record))

    def walked(self, record: dict[str, Any]) -> tuple[bool | None, ...]:
        """Return the same by walking the conditions as trees."""
        facts = self.facts(record)
        return tuple(truth(rule.condition, facts) for rule in self.rules)

    def evaluate(self, record: dict[str, Any]) -> tuple[list[str], str, int, int]:
        """Return what the hand-written function returns: rules fired, verdict, lower and upper end in fen."""
        facts = self.facts(record)
        truths = self.block(facts)
        fired, effects = list(compress(self.ids, truths)), set(compress(self.effects, truths))
        number, below, otherwise = self.tiers[severity(effects)]
        goods, fine = facts["violation.goods_value_fen"], facts["proposal.fine_fen"]
        small = goods < self.switch
        low, high = below if small else (otherwise[0] * goods, otherwise[1] * goods)
        fired.append(f"T{number if small else number + 5:02d}")
        return fired, verdict(effects, fine, low, high), low, high


def _ends(span: Any) -> tuple[int, int]:
    return int(span.low), int(span.high)


def severity(effects: set[str]) -> str:
    """Return the tier that the effects come to."""
    if "exempt" in effects:
        return "exempt"
    if "mitigate" in effects:
        return "normal" if "heavy" in effects else "mitigated"
    return "heavy" if "heavy" in effects else "lenient" if "lenient" in effects else "normal"


def verdict(effects: set[str], fine: int, low: int, high: int) -> str:
    """Return the verdict of the workload."""
    if "fatal" in effects:
        return "defective"
    if "transfer" in effects:
        return "transfer"
    if "exempt" in effects:
        return "no_penalty" if fine == 0 else "above_range"
    return "below_range" if fine < low else "above_range" if fine > high else "within_range"
