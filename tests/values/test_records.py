"""Frozen records behave as the standard library's do."""

import copy
import dataclasses
import pickle
import re
from dataclasses import FrozenInstanceError, field
from pathlib import Path

import pytest

from enforcement_rules.values import records


def classes(dataclass):
    @dataclass(frozen=True, slots=True)
    class Slotted:
        """A record."""

        a: int
        b: tuple[int, ...] = ()
        c: dict[str, int] = field(default_factory=dict)

    @dataclass(frozen=True)
    class Plain:
        """A record."""

        a: int
        b: str = field(default="b")

        @property
        def twice(self):
            return self.a * 2

    @dataclass(frozen=True)
    class Longer(Plain):
        """A record."""

        d: int = 4

    @dataclass(frozen=True, eq=False)
    class Single:
        """A record."""

        a: int

    return Slotted, Plain, Longer, Single


OWN, STANDARD = classes(records.dataclass), classes(dataclasses.dataclass)
ARGUMENTS = [((1,), {}), ((1, (2,)), {}), ((1,), {"b": (3,)}), ((), {"a": 5})]


@records.dataclass(frozen=True, slots=True)
class Kept:
    """A record that can be found again by its name."""

    a: int
    b: str = "b"


@pytest.mark.parametrize("which", range(4))
@pytest.mark.parametrize(("arguments", "named"), ARGUMENTS)
def test_both_make_the_same(which, arguments, named):
    if which == 3 and (len(arguments) > 1 or "b" in named):
        return
    own, standard = OWN[which](*arguments, **named), STANDARD[which](*arguments, **named)
    assert repr(own) == repr(standard)
    assert type(own).__match_args__ == type(standard).__match_args__
    assert [each.name for each in dataclasses.fields(own)] == [each.name for each in dataclasses.fields(standard)]
    assert dataclasses.is_dataclass(own)
    assert repr(dataclasses.replace(own, a=9)) == repr(dataclasses.replace(standard, a=9))
    assert repr(records.replace(own, a=9)) == repr(dataclasses.replace(standard, a=9))


@pytest.mark.parametrize("which", range(4))
def test_neither_can_be_changed(which):
    one = OWN[which](1)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'a'"):
        one.a = 2
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'a'"):
        del one.a
    with pytest.raises((FrozenInstanceError, AttributeError)):
        one.other = 2


@pytest.mark.parametrize("which", range(4))
def test_wrong_arguments_are_refused_alike(which):
    for made in (OWN[which], STANDARD[which]):
        for arguments, named in ((), {}), ((1, 2, 3, 4, 5), {}), ((1,), {"z": 1}):
            with pytest.raises(TypeError):
                made(*arguments, **named)


def test_equality_and_hash():
    slotted, plain, longer, single = OWN
    assert slotted(1) == slotted(1, ()) != slotted(2)
    assert plain(1) == plain(1) and hash(plain(1)) == hash(plain(1)) and plain(1) != longer(1)
    assert plain(1) != STANDARD[1](1)
    one = single(1)
    assert one != single(1) and len({one, single(1)}) == 2
    assert plain(4).twice == 8
    assert slotted(1).c is not slotted(1).c


def test_slots_hold_no_dictionary():
    assert not hasattr(OWN[0](1), "__dict__") and OWN[0].__slots__ == ("a", "b", "c")
    assert hasattr(OWN[1](1), "__dict__")


def test_copies_and_pickles():
    one = Kept(1, "c")
    again = pickle.loads(pickle.dumps(one))  # noqa: S301 - written here
    assert again == one == copy.copy(one) == copy.deepcopy(one)
    assert copy.deepcopy(OWN[0](1, (2,))) == OWN[0](1, (2,))


FIELDS_OF_PYDANTIC = {"values/errors.py", "model/statement.py"}
"""Their records are fields of pydantic's classes, which knows the standard library's."""


def test_every_module_of_frozen_records_defines_them_cheaply():
    source = Path("src/enforcement_rules")
    dear = set()
    for path in source.rglob("*.py"):
        text = path.read_text("utf-8")
        decorators = re.findall(r"^\s*@dataclass(.*)$", text, re.MULTILINE)
        frozen_alone = decorators and all("frozen=True" in each for each in decorators)
        if frozen_alone and re.search(r"^from dataclasses import .*\bdataclass\b", text, re.MULTILINE):
            dear.add(path.relative_to(source).as_posix())
    assert dear == FIELDS_OF_PYDANTIC
