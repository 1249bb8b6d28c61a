"""What all rules share."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    Field,
    PlainValidator,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic.json_schema import SkipJsonSchema

from enforcement_rules.rules.condition import ALWAYS, Condition
from enforcement_rules.values.errors import Place
from enforcement_rules.values.identifier import ZH_NAME
from enforcement_rules.values.validated import Validated

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=100)]
FactName = Annotated[str, StringConstraints(pattern=r"^[a-z_]+(\.[a-z0-9_]+)+$", max_length=120)]
RuleId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*/[a-z][a-z0-9_]*$", max_length=200)]
Sentence = Annotated[str, StringConstraints(min_length=1, max_length=600)]
ZhName = Annotated[str, StringConstraints(pattern=ZH_NAME)]
ShownBy = Literal["organ", "party", "either"]
Rank = Literal[
    "law",
    "administrative_regulation",
    "local_regulation",
    "departmental_rule",
    "local_government_rule",
    "normative_document",
    "court_interpretation",
]


def _parse(raw: Any, info: ValidationInfo) -> Any:
    # Conditions need the vocabulary, which the law as data does not know: whoever validates passes the reader in.
    return info.context["condition"](raw) if info.context else raw


ConditionField = Annotated[
    Condition,
    PlainValidator(_parse),
    # `loading.schema` puts the schema of conditions in its place.
    WithJsonSchema({"type": "object", "x-kind": "condition"}),
]


PlaceField = SkipJsonSchema[Place | None]
"""Where a record stands in its file: filled in by the loader, never written."""


class Record(Validated):
    """A frozen record of the law."""


class Bilingual(Record):
    """A text in both languages."""

    zh: Sentence
    en: Sentence = ""


class KeyedName(Bilingual):
    """A name in both languages, and the short Chinese key by which a case file may write it."""

    key_zh: ZhName | None = None


class NamedException(Record):
    """A named exception of a rule and who must show it."""

    name: Name
    says: Sentence
    says_en: Sentence = ""
    when: ConditionField
    shown_by: ShownBy = "organ"


class Rule(Record):
    """A rule: where it stands in the law, what it says, when it applies.

    `place` is where it stands in its file; the loader fills it in.
    """

    article: Sentence
    name: Name
    says: Sentence
    says_en: Sentence = ""
    when: ConditionField = ALWAYS
    unless: tuple[NamedException, ...] = ()
    place: PlaceField = Field(default=None, exclude=True)
