"""Frozen dataclasses that cost little to define: a start defines a hundred of them and makes objects of a third.

`dataclasses.dataclass` writes and compiles six methods a class. Here only `__init__` is compiled, when the first object
is made; the other methods are the same function for every class. In all else they are dataclasses: `replace`, `fields`
and `is_dataclass` of the standard library work on them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, field
from operator import attrgetter
from typing import Any, Literal, TypeVar, dataclass_transform

C = TypeVar("C")
_NAMES, _DEFAULTS = "__match_args__", "__record_defaults__"


class _Fields:
    """The fields as the standard library describes them, worked out when somebody asks for them."""

    def __get__(self, instance: object, owner: type[Any]) -> dict[str, Field[Any]]:
        defaults = getattr(owner, _DEFAULTS)
        told = {name: defaults[name] for name in getattr(owner, _NAMES) if name in defaults}
        namespace = {"__annotations__": dict.fromkeys(getattr(owner, _NAMES), Any), **told}
        # Kept with the class: the next who asks gets it as it is.
        shadow: Any = dataclasses.dataclass(frozen=True)(type(owner.__name__, (), namespace))
        found: dict[str, Field[Any]] = shadow.__dataclass_fields__
        type.__setattr__(owner, "__dataclass_fields__", found)
        return found


def replace(one: C, /, **changes: Any) -> C:
    """Return a copy of a frozen record with other values for some of its fields.

    Raises:
        TypeError: for a name that is no field.
    """
    kind: Any = type(one)
    copied: C = kind(**{name: getattr(one, name) for name in getattr(one, _NAMES)} | changes)
    return copied


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def dataclass(*, frozen: Literal[True], slots: bool = False, eq: bool = True) -> Callable[[type[C]], type[C]]:
    """Return a decorator that makes a class a frozen dataclass.

    Args:
        frozen: always true; it stands where a reader looks for it.
        slots: whether its objects have slots for their fields and no dictionary.
        eq: whether objects with equal fields are equal; otherwise every object is equal to itself alone.
    """
    assert frozen
    return lambda cls: _made(cls, slots=slots, eq=eq)


def _made(cls: type[C], *, slots: bool, eq: bool) -> type[C]:
    own = [name for name, text in cls.__annotations__.items() if not str(text).startswith("ClassVar")]
    defaults: dict[str, Any] = {}
    inherited: dict[str, None] = {}
    for base in reversed(cls.__mro__[1:]):
        inherited |= dict.fromkeys(base.__dict__.get(_NAMES, ()))
        defaults |= base.__dict__.get(_DEFAULTS, {})
    defaults |= {name: cls.__dict__[name] for name in own if name in cls.__dict__}
    names = tuple(dict.fromkeys([*inherited, *own]))
    made = _with_slots(cls, tuple(name for name in own if name not in inherited)) if slots else cls
    methods: dict[str, Any] = {
        _NAMES: names,
        _DEFAULTS: defaults,
        "__dataclass_fields__": _Fields(),
        "__init__": _first_init(made, names, defaults, slots=slots),
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
    }
    methods |= {"__repr__": _repr} if "__repr__" not in cls.__dict__ else {}
    methods |= _equality(names) if eq else {}
    methods |= {"__getstate__": _state, "__setstate__": _put_state} if slots else {}
    for name, method in methods.items():
        if name not in ("__eq__", "__hash__") or name not in cls.__dict__ or cls.__dict__[name] is None:
            setattr(made, name, method)
    for name in own if not slots else ():
        if isinstance(defaults.get(name), Field):
            if defaults[name].default is MISSING:
                delattr(made, name)
            else:
                setattr(made, name, defaults[name].default)
    return made


def _with_slots(cls: type[C], own: tuple[str, ...]) -> type[C]:
    namespace = {key: value for key, value in cls.__dict__.items() if key not in (*own, "__dict__", "__weakref__")}
    kind: Any = type(cls)
    made: type[C] = kind(cls.__name__, cls.__bases__, {**namespace, "__slots__": own})
    made.__qualname__ = cls.__qualname__
    return made


def _first_init(
    cls: type[Any], names: tuple[str, ...], defaults: dict[str, Any], *, slots: bool
) -> Callable[..., None]:
    """Return an `__init__` that is compiled when the first object is made."""

    def __init__(self: Any, *args: Any, **named: Any) -> None:  # noqa: N807 - it is one
        written: Any = _compiled_init(cls, names, defaults, slots=slots)
        cls.__init__ = written
        written(self, *args, **named)

    return __init__


def _compiled_init(cls: type[Any], names: tuple[str, ...], defaults: dict[str, Any], *, slots: bool) -> Any:
    scope: dict[str, Any] = {"_put": object.__setattr__, "_missing": MISSING}
    arguments, lines = [], []
    for name in names:
        default = defaults.get(name, MISSING)
        factory = default.default_factory if isinstance(default, Field) else MISSING
        default = default.default if isinstance(default, Field) else default
        scope |= {f"_default_{name}": default, f"_factory_{name}": factory}
        given = f"_factory_{name}() if {name} is _missing else {name}" if factory is not MISSING else name
        with_default = "=_missing" if factory is not MISSING else f"=_default_{name}" if default is not MISSING else ""
        arguments.append(name + with_default)
        if slots:
            scope[f"_put_{name}"] = getattr(cls, name).__set__  # past the method that refuses, and faster
            lines.append(f"    _put_{name}(self, {given})")
        else:
            lines.append(f"    _put(self, {name!r}, {given})")
    text = f"def __init__(self, {', '.join(arguments)}):\n" + "\n".join(lines or ["    pass"])
    exec(text, scope)  # noqa: S102 - of names of fields alone, as the standard library does
    scope["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
    return scope["__init__"]


def _equality(names: tuple[str, ...]) -> dict[str, Any]:
    values = _values_of(names)

    def __eq__(self: Any, other: Any) -> Any:  # noqa: N807
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(values(self))

    return {"__eq__": __eq__, "__hash__": __hash__}


def _values_of(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    if not names:
        return lambda _: ()
    getter: Any = attrgetter(*names)
    return getter if len(names) > 1 else lambda one: (getter(one),)


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in getattr(self, _NAMES))
    return f"{type(self).__qualname__}({shown})"


def _refuse_to_set(self: Any, name: str, value: Any) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in getattr(self, _NAMES)]


def _put_state(self: Any, state: list[Any]) -> None:
    for name, value in zip(getattr(self, _NAMES), state, strict=True):
        object.__setattr__(self, name, value)
