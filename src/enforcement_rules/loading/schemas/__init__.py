"""What the loaders accept, written down as JSON Schema for editors and other programs.

In come rulesets, for their vocabulary. Out comes a schema of a kind of file (`case`, `ruleset`, `instrument`,
`vocabulary`): the structure of the model with the facts, steps and values that may stand there.

The rooms below read files and refuse; nothing is read here. A schema says of a single place what the rooms below hold
it to; what needs more than one place, such as references and orders of days, only they can say.
"""

from __future__ import annotations

from enforcement_rules.loading.schemas.files import json_schema
from enforcement_rules.loading.schemas.one_field import of_field

__all__ = [
    "json_schema",
    "of_field",
]
