"""What a field of the case is called in a file: its short Chinese key beside the English one, and what it holds.

The key is stable, as the English one is; the description may be reworded. It stands in the annotation of the field.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Union, get_args, get_origin

from msgspec import Struct, field
from pydantic import BaseModel, StringConstraints

from enforcement_rules.values.identifier import ZH_KEY

ZhKey = Annotated[str, StringConstraints(pattern=ZH_KEY, max_length=60)]
YES_NO: Mapping[str, str] = {"true": "是", "false": "否"}
"""The truth values, as files write them in either language."""
STATEMENT: Mapping[str, Key]
"""The keys of a statement: what somebody says of a fact."""
SPAN: Mapping[str, Key]
"""The keys of a span of days."""


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


STATEMENT = {
    "value": Key("取值", "所陈述的内容", "what is stated"),
    "by": Key("陈述人", "由谁陈述：当事人、机关或者其他人的编号", "who states it"),
    "evidence": Key("证据", "所凭证据的编号", "ids of the evidence it rests on"),
}
SPAN = {
    "from": Key("起日", "最早的一天", "the first day it can be"),
    "to": Key("止日", "最晚的一天", "the last day it can be"),
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
