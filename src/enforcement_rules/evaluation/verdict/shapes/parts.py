"""What stands in many places: rules, texts in both languages, codes with arguments, ranges, nodes of proofs."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired, TypedDict

from enforcement_rules.evaluation.verdict.codes import Known
from enforcement_rules.values.range import RangeShape

__all__ = ["CodedShape", "LabelShape", "NodeShape", "RangeShape", "RemarkShape", "RuleShape"]


class RuleShape(TypedDict):
    """A rule, and where to find it."""

    rule: Annotated[str, "id of the rule: instrument/name"]
    article: Annotated[str, "article of the instrument that the rule states"]
    instrument: Annotated[str, "id of the instrument"]
    version: Annotated[str, "version of the instrument"]
    says: Annotated[str, "what the rule says, in Chinese"]
    says_en: Annotated[str, "what the rule says, in English; empty where its ruleset has none"]
    place: Annotated[str | None, "file:line of the rule; null for one built in memory"]


class LabelShape(TypedDict):
    """A text in both languages."""

    zh: Annotated[str, "in Chinese"]
    en: Annotated[str, "in English; empty where the ruleset has none"]


class CodedShape(TypedDict):
    """A code with its arguments, to be put into words."""

    code: Annotated[str, "what is said"]
    args: Annotated[dict[str, Any], "numbers, days and names that belong to it"]


class RemarkShape(TypedDict):
    """What is unclear about a text of a statute, or why it cannot be quoted."""

    code: Annotated[str, "what is said"]
    text: Annotated[LabelShape, "the remark in both languages"]
    place: Annotated[str | None, "file:line of the text; null where it is of none"]


class NodeShape(TypedDict):
    """A node of a proof: a fact tested against a bound, or a combination of the nodes below it."""

    kind: Annotated[str, "fact, source, element, item, all, any, not, every, some, requirement or circumstance"]
    status: Annotated[Known, "whether it holds"]
    fact: NotRequired[Annotated[str, "id of the fact, or the name of the list"]]
    item: NotRequired[Annotated[str, "code of an item of a catalogue"]]
    title: NotRequired[Annotated[dict[str, Any], "title of that item in both languages"]]
    element: NotRequired[Annotated[dict[str, Any], "the facts by which an element of a list is known"]]
    value: NotRequired[Annotated[Any, "value of the fact in the case; null where it is not known"]]
    test: NotRequired[Annotated[dict[str, Any], "operator and the bound it was tested against"]]
    path: NotRequired[Annotated[str, "where in the case it is stated, by keys and positions"]]
    where: NotRequired[Annotated[str | None, "file:line where it is stated, the file as it was named"]]
    by: NotRequired[Annotated[list[str], "who says so, where somebody is named"]]
    contested: NotRequired[Annotated[bool, "whether what is said of it differs"]]
    assumed: NotRequired[Annotated[bool, "whether its event is taken as not having occurred"]]
    children: NotRequired[Annotated[list[NodeShape], "the nodes it is made of"]]
