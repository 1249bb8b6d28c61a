"""What a field of the case is called in a file: its short Chinese key beside the English one, and what it holds.

The key is stable, as the English one is; the description may be reworded. It stands in the annotation of the field.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from msgspec import Struct, field
from pydantic import BaseModel, StringConstraints

from enforcement_rules.values.identifier import ZH_KEY
from enforcement_rules.values.validated import Validated

ZhKey = Annotated[str, StringConstraints(pattern=ZH_KEY, max_length=60)]
YES_NO: Mapping[str, str] = {"true": "是", "false": "否"}
"""The truth values, as files write them in either language."""
STATEMENT: Mapping[str, Key]
"""The keys of a statement: what somebody says of a fact."""
SPAN: Mapping[str, Key]
"""The keys of a span of days."""
BOUNDS: Mapping[str, Key]
"""The keys of the bounds of a number or a grade."""
FOREIGN: Mapping[str, Key]
"""The keys of a sum in a foreign currency."""


Declared = TypeVar("Declared", bound=Validated)
_LABELS = 2


class Key(Struct, frozen=True):
    """The Chinese key of a field, what the field holds in both languages, and the Chinese names of its own values.

    `values` names only what the model itself lists; what the vocabulary lists is named there.
    """

    zh: str
    about_zh: str
    about_en: str
    values: Mapping[str, str] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash(self.zh)


SPEAKERS: Mapping[str, str] = {"party": "当事人", "organ": "机关"}
"""The speakers that the law tells apart; others are named by an id."""
STATEMENT = {
    "value": Key("取值", "所陈述的内容", "what is stated"),
    "by": Key("陈述人", "由谁陈述：当事人、机关或者其他人的编号", "who states it", SPEAKERS),
    "evidence": Key("证据", "所凭证据的编号", "ids of the evidence it rests on"),
}
SPAN = {
    "from": Key("起日", "最早的一天", "the first day it can be"),
    "to": Key("止日", "最晚的一天", "the last day it can be"),
}

BOUNDS = {
    "at_least": Key("不低于", "下限，含本数", "the lower bound, included"),
    "more_than": Key("高于", "下限，不含本数", "the lower bound, not included"),
    "at_most": Key("不高于", "上限，含本数", "the upper bound, included"),
    "below": Key("低于", "上限，不含本数", "the upper bound, not included"),
}
FOREIGN = {
    "amount": Key("外币数额", "以该货币计的数额", "the sum in that currency"),
    "currency": Key("币种", "货币的名称或者代码", "the currency"),
    "yuan": Key("折合人民币", "折算的数额，以元计", "what it comes to in yuan"),
}


def key_of(model: type[BaseModel], name: str) -> Key:
    """Return the key of a field, by the name that Python has for it.

    Raises:
        KeyError: when the model has no such field, or nobody gave it a key.
    """
    found = next((each for each in model.model_fields[name].metadata if isinstance(each, Key)), None)
    if found is None:
        raise KeyError(name)
    return found


def keys_of_model(model: type[BaseModel]) -> dict[str, Key]:
    """Return the keys of a model's fields, by the names that files write in English (`from`, not `from_`)."""
    return {each.alias or name: key_of(model, name) for name, each in model.model_fields.items() if not each.exclude}


def agreed(one: Declared, other: Declared) -> Declared | None:
    """Return two declarations of one thing as one, with the Chinese keys that either gives; `None` where they differ.

    A ruleset that declares again what another declares need not give the keys again.
    """
    if type(one) is not type(other) or _without_keys(one) != _without_keys(other):
        return None
    keys = {each for each in (getattr(one, "key_zh", None), getattr(other, "key_zh", None)) if each is not None}
    others = getattr(other, "values", {})
    texts = {name: _longer(own, others[name]) for name, own in getattr(one, "values", {}).items()}
    if len(keys) > 1 or None in texts.values():
        return None
    given: dict[str, Any] = {"key_zh": keys.pop()} if keys else {}
    return one.model_copy(update=given | ({"values": texts} if texts else {}))


def _without_keys(entry: Validated) -> Validated:
    values = {name: texts[:_LABELS] for name, texts in getattr(entry, "values", {}).items()}
    return entry.model_copy(
        update=({"key_zh": None} if hasattr(entry, "key_zh") else {}) | ({"values": values} if values else {})
    )


def _longer(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the texts of a value with its key, if either has one; `None` where the keys differ."""
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    return longer if longer[: len(shorter)] == shorter else None


def models_of(model: type[BaseModel], name: str) -> Iterator[type[BaseModel]]:
    """Yield the models of what a field may hold, by the name that Python has for it."""
    return (
        each
        for each in types_of(model.model_fields[name].annotation)
        if isinstance(each, type) and issubclass(each, BaseModel)
    )


def types_of(annotation: Any) -> Iterator[Any]:
    """Yield an annotation and the types it is made of, as far as a value or an item of a list may be of them."""
    yield annotation
    if get_origin(annotation) in (Annotated, Union, types.UnionType, tuple):
        for inner in get_args(annotation):
            yield from types_of(inner)
