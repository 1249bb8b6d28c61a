"""Frozen records that files are validated against, and that cost next to nothing where nothing is validated.

A class of pydantic works out its fields and validators when it is defined. Most starts define fifty records and make
their objects from plain data that were validated before (`loading.rulesets.plain_data`), so here the class of pydantic
is made of the same annotations only when the first object is validated.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self, TypeVar, cast, dataclass_transform, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model
from pydantic.fields import FieldInfo

Check = TypeVar("Check", bound=Callable[..., Any])
_CONFIG = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, populate_by_name=True)
_FIELDS, _MODEL, _ADAPTER = "__own_fields__", "__model__", "__adapter__"


def check(method: Check) -> Check:
    """Mark a method that holds a record to something after its fields; it raises a `PydanticCustomError`."""
    method.__checks__ = True  # type: ignore[attr-defined] # a mark of our own
    return method


class _ModelFields:
    """The fields as pydantic describes them."""

    def __get__(self, instance: object, owner: type[Validated]) -> dict[str, FieldInfo]:
        return owner.validator().model_fields


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
class Validated:
    """A frozen record that refuses unknown keys; equal to another of its class with equal fields.

    Making one validates what it is given. `model_construct` does not: it is for what was validated before.
    """

    field_names: ClassVar[tuple[str, ...]] = ()
    """The fields in order, those of its bases first."""
    model_fields: ClassVar[Any] = _ModelFields()

    def __init_subclass__(cls) -> None:
        """Note the fields of the class: nothing of them is worked out yet."""
        own: dict[str, Any] = {}
        for name in cls.__annotations__:
            own[name] = cls.__dict__.get(name, ...)
            if name in cls.__dict__:
                delattr(cls, name)  # an object has its fields from what it was made of alone
        setattr(cls, _FIELDS, own)
        cls.field_names = tuple(cls.own_fields())

    def __init__(self, **given: Any) -> None:
        """Validate what is given, by the names that files write or those of Python.

        Raises:
            pydantic.ValidationError: with everything that does not fit.
        """
        self.__dict__.update(type(self).model_validate(given).__dict__)

    @classmethod
    def own_fields(cls) -> dict[str, Any]:
        """Return the fields in order, those of its bases first: name → default, `...` without one, or a `FieldInfo`."""
        found: dict[str, Any] = {}
        for base in reversed(cls.__mro__):
            found |= base.__dict__.get(_FIELDS, {})
        return found

    @classmethod
    def defaults(cls) -> dict[str, Any]:
        """Return the fields that need not be given, with what they are then; not those that are made anew each time."""
        found: dict[str, Any] = {}
        for name, field in cls.own_fields().items():
            told = isinstance(field, FieldInfo)
            if field is not ... and not (told and (field.is_required() or field.default_factory is not None)):
                found[name] = field.default if told else field
        return found

    @classmethod
    def validator(cls) -> type[BaseModel]:
        """Return the class of pydantic with the same fields, made when first asked for."""
        if _MODEL not in cls.__dict__:
            hints = get_type_hints(cls, include_extras=True)
            fields: dict[str, Any] = {name: (hints[name], field) for name, field in cls.own_fields().items()}
            about: dict[str, Any] = {"__config__": _CONFIG, "__doc__": cls.__doc__, "__module__": cls.__module__}
            setattr(cls, _MODEL, create_model(cls.__name__, **about, **fields))
        return cast("type[BaseModel]", cls.__dict__[_MODEL])

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Callable[[Any], Any]) -> Any:
        """Return how pydantic reads a field of this record: a mapping, or one that was made already."""
        from pydantic_core import core_schema  # noqa: PLC0415 - only who validates needs it

        def read(value: Any, inner: Callable[[Any], BaseModel]) -> Any:
            return value if isinstance(value, cls) else cls._checked(inner(value))

        return core_schema.no_info_wrap_validator_function(read, handler(cls.validator()))

    @classmethod
    def _checked(cls, model: BaseModel) -> Self:
        made = cls.__new__(cls)
        made.__dict__.update(model.__dict__)
        for base in reversed(cls.__mro__):
            for each in base.__dict__.values():
                if getattr(each, "__checks__", False):
                    each(made)
        return made

    @classmethod
    def model_validate(cls, data: Any, *, context: Mapping[str, Any] | None = None) -> Self:
        """Return the record that some data of a file say.

        Raises:
            pydantic.ValidationError: with everything that does not fit.
        """
        from pydantic import TypeAdapter  # noqa: PLC0415 - only who validates needs it

        if _ADAPTER not in cls.__dict__:
            setattr(cls, _ADAPTER, TypeAdapter(cls))
        made: Self = cls.__dict__[_ADAPTER].validate_python(data, context=dict(context) if context else None)
        return made

    @classmethod
    def model_construct(cls, **values: Any) -> Self:
        """Return a record of values that were validated before; what is not given is as it is by default."""
        made = cls.__new__(cls)
        for name, field in cls.own_fields().items():
            if name in values:
                made.__dict__[name] = values[name]
            elif isinstance(field, FieldInfo) and not field.is_required():
                made.__dict__[name] = field.get_default(call_default_factory=True)
            elif not isinstance(field, FieldInfo) and field is not ...:
                made.__dict__[name] = field
        return made

    @classmethod
    def model_json_schema(cls) -> dict[str, Any]:
        """Return the JSON Schema of what files write."""
        return cls.validator().model_json_schema()

    def model_copy(self, *, update: Mapping[str, Any] | None = None) -> Self:
        """Return a copy with other values for some fields, which are not validated."""
        made = type(self).__new__(type(self))
        made.__dict__.update(self._given(), **(update or {}))
        return made

    def _given(self) -> dict[str, Any]:
        """Return the fields by name, without what was worked out from them and kept beside them."""
        return {name: self.__dict__[name] for name in self.field_names if name in self.__dict__}

    def model_dump(self, **options: Any) -> dict[str, Any]:
        """Return the fields as mappings, lists and scalars; options are pydantic's."""
        return cast("BaseModel", _as_model(self)).model_dump(**options)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: {name}")

    def __eq__(self, other: object) -> bool:
        return self._given() == other._given() if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), *(self.__dict__.get(name) for name in self.field_names)))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self._given().items())
        return f"{type(self).__name__}({shown})"


def _as_model(value: Any) -> Any:
    """Return a record, and every record in it, as objects of pydantic."""
    if isinstance(value, Validated):
        return value.validator().model_construct(**{name: _as_model(each) for name, each in value._given().items()})
    if isinstance(value, tuple):
        return tuple(_as_model(each) for each in value)
    return {name: _as_model(each) for name, each in value.items()} if isinstance(value, dict) else value
