"""The fields of enforcement: which there are, that no instrument names another, and that its folder says the same."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict

from enforcement_rules.loading.reading import Document, Problems, validate
from enforcement_rules.model.key import agreed
from enforcement_rules.rules.base import KeyedName, Name
from enforcement_rules.rules.instrument import Chapter, Instrument
from enforcement_rules.values.place_codes import is_place_code

GENERAL_HOME, PLACES, UNKNOWN_PLACE = "general", "places", "unknown"


class FieldsFile(BaseModel):
    """A file of fields (`fields.yaml`): id → its name in both languages and its Chinese key."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    fields: dict[Name, KeyedName]


def add_fields(document: Document, fields: dict[str, KeyedName], problems: Problems) -> bool:
    """Add the fields that a file declares; none is declared twice in other words.

    Returns:
        Whether the file could be read; if not, what is wrong with it is noted.
    """
    file = validate(FieldsFile, document.data, document, problems)
    if file is None:
        return False
    for name, label in file.fields.items():
        if name in (GENERAL_HOME, PLACES):
            problems.add(document, "reserved_field", ("fields", name), field=name)
        elif (known := agreed(fields.get(name, label), label)) is not None:
            fields[name] = known
        else:
            problems.add(document, "conflicting_field", ("fields", name), field=name)
    return True


def check_fields_of_head(document: Document, head: Instrument, fields: Iterable[str], problems: Problems) -> None:
    """Note every field that the head of an instrument names and no list declares."""
    for n, name in enumerate(head.fields):
        _check(document, ("fields", n), name, fields, problems)


def check_places_of_head(document: Document, head: Instrument, problems: Problems) -> None:
    """Note every place of a head that is no division code: no case would ever lie in it."""
    for n, place in enumerate(head.places):
        if not is_place_code(place):
            problems.add(document, "place_code", ("places", n), place=place)


def check_fields_of_items(document: Document, chapter: Chapter, fields: Iterable[str], problems: Problems) -> None:
    """Note every field that an item of a catalogue names and no list declares."""
    for n, catalogue in enumerate(chapter.catalogues):
        for m, item in enumerate(catalogue.items):
            for k, name in enumerate(item.fields):
                _check(document, ("catalogues", n, "items", m, "fields", k), name, fields, problems)


def _check(
    document: Document, path: tuple[str | int, ...], name: str, fields: Iterable[str], problems: Problems
) -> None:
    if name not in fields:
        problems.unknown(document, ("unknown_field_near", "unknown_field"), path, name, fields, field=name)


def check_home(
    document: Document, head: Instrument, home: tuple[str, ...], fields: Iterable[str], problems: Problems
) -> None:
    """Note when an instrument lies in the folder of another field or place than it names.

    Args:
        document: its head as it was read.
        head: its head.
        home: the folders it lies in, outermost first; other names than a field, `general` or `places` say nothing.
        fields: the fields there are.
        problems: where it is noted.
    """
    if not home or not (home[0] in fields or home[0] in (GENERAL_HOME, PLACES)):
        return
    shown = "/".join(home[:2] if home[0] == PLACES else home[:1])
    allowed = homes(head)
    if shown not in allowed:
        key = "places" if head.places or home[0] == PLACES else "fields"
        problems.add(document, "wrong_home", (key,), home=shown, expected=allowed)


def homes(head: Instrument) -> list[str]:
    """Return the folders of rulesets laid out by field in which an instrument may lie, the usual one first."""
    if head.places:
        return [f"{PLACES}/{place}" for place in head.places]
    # Who issued a list that only a mirror site shows is not known; it is no law of the whole country all the same.
    return [*(head.fields or [GENERAL_HOME]), f"{PLACES}/{UNKNOWN_PLACE}"]
