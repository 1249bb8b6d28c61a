"""Records that are validated on demand: strict where files are read, light where they were read before."""

import pickle
import subprocess
import sys
from functools import cached_property
from typing import Literal

import pytest
from pydantic import BaseModel, Field, ValidationError
from pydantic_core import PydanticCustomError

from enforcement_rules.values.validated import Validated, check


class Inner(Validated):
    """An inner record."""

    kind: Literal["a", "b"]
    parts: tuple[int, ...] = ()


class Outer(Validated):
    """An outer record."""

    inner: Inner
    others: tuple[Inner, ...] = Field(default=(), max_length=2)
    named: dict[str, Inner] = Field(default_factory=dict)
    from_: int | None = Field(default=None, alias="from")

    @check
    def _not_both(self) -> None:
        if self.others and self.named:
            raise PydanticCustomError("not_both", "others or named")


class Longer(Outer):
    """A longer record."""

    last: str

    @check
    def _last(self) -> None:
        if self.last == "wrong":
            raise PydanticCustomError("wrong", "not wrong")


class Around(BaseModel):
    """A class of pydantic with a record in it."""

    inner: Inner


A = {"kind": "a"}


def errors(data, of=Longer):
    with pytest.raises(ValidationError) as caught:
        of.model_validate(data)
    return [(error["type"], error["loc"]) for error in caught.value.errors()]


def test_what_fits_is_read():
    read = Longer.model_validate({"inner": {"kind": "a", "parts": [1]}, "named": {"x": A}, "from": 3, "last": "z"})
    assert (read.inner.parts, read.named["x"].kind, read.from_, read.others) == ((1,), "a", 3, ())
    assert list(Longer.field_names) == ["inner", "others", "named", "from_", "last"]
    assert read == Longer(inner=read.inner, named={"x": Inner(kind="a")}, from_=3, last="z")
    assert Around.model_validate({"inner": A}).inner == Inner(kind="a")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ({"inner": A}, [("missing", ("last",))]),
        ({"inner": {"kind": "c"}, "last": "z"}, [("literal_error", ("inner", "kind"))]),
        ({"inner": A, "last": "z", "more": 1}, [("extra_forbidden", ("more",))]),
        ({"inner": "a", "last": "z"}, [("model_type", ("inner",))]),
        ({"inner": A, "others": [A, A, A], "last": "z"}, [("too_long", ("others",))]),
        ({"inner": A, "others": [A], "named": {"x": A}, "last": "z"}, [("not_both", ())]),
        ({"inner": A, "last": "wrong"}, [("wrong", ())]),
    ],
)
def test_what_does_not_fit_is_refused_at_its_place(data, found):
    assert errors(data) == found


def test_a_check_says_where_its_record_stands():
    outer = {"inner": A, "others": [A], "named": {"x": A}}

    class More(Validated):
        """A record around."""

        outer: Outer

    assert errors({"outer": outer}, More) == [("not_both", ("outer",))]


def test_records_are_frozen_and_values():
    one, other = Inner(kind="a", parts=(1,)), Inner.model_construct(kind="a", parts=(1,))
    assert one == other and hash(one) == hash(other) and one != Inner(kind="b") and one != A
    assert repr(one) == "Inner(kind='a', parts=(1,))"
    with pytest.raises(AttributeError, match="frozen"):
        one.kind = "b"
    with pytest.raises(AttributeError, match="frozen"):
        del one.kind
    assert one.model_copy(update={"kind": "b"}) == Inner(kind="b", parts=(1,)) and one.kind == "a"
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - written here


def test_what_was_validated_before_is_taken_as_it_is():
    made = Outer.model_construct(inner="anything")
    assert (made.inner, made.others, made.named, made.from_) == ("anything", (), {}, None)
    assert Outer.model_construct(inner=1).named is not made.named
    assert not hasattr(Inner.model_construct(), "kind")


def test_records_are_written_as_files_write_them():
    made = Outer(inner=Inner(kind="a"), others=(Inner(kind="b"),), from_=1)
    assert made.model_dump(by_alias=True, exclude_none=True) == {
        "inner": {"kind": "a", "parts": ()},
        "others": ({"kind": "b", "parts": ()},),
        "named": {},
        "from": 1,
    }
    assert Outer.model_json_schema()["$defs"]["Inner"]["description"] == "An inner record."


def test_no_class_of_pydantic_is_made_where_nothing_is_validated():
    code = (
        "from enforcement_rules.values import validated; made = []\n"
        "kept = validated.create_model\n"
        "validated.create_model = lambda *names, **more: made.append(names) or kept(*names, **more)\n"
        "from enforcement_rules import load_rulesets, load_case, review\n"
        "law = load_rulesets(); made.clear()\n"
        "review(load_case('cases/market_regulation/celery_2022.yaml', law), law); print(made)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


class Measured(Validated):
    """A made-up record that works something out and keeps it."""

    low: int
    high: int

    @cached_property
    def width(self) -> int:
        return self.high - self.low


def test_what_a_record_worked_out_is_none_of_its_fields():
    one, other = Measured(low=1, high=3), Measured(low=1, high=3)
    assert one.width == 2
    assert one == other
    assert hash(one) == hash(other)
    assert one.model_dump() == {"low": 1, "high": 3}
    assert one.model_copy(update={"high": 9}).width == 8
