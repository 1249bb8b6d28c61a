"""The acts of one head or item: a later sentence may penalise another act, and refer to another law."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from enforcement_rules.statutes.agreement import Reading
from enforcement_rules.statutes.clauses import Atom, Line, atoms_of, lines_of


class Deed(Struct, frozen=True):
    """What a head or item threatens for one act.

    Attributes:
        lines: its measures.
        words: of the act and of whose act it is, where the unit has several; empty for the only one.
        foreign: whether a measure is that of another law.
        listed: whether the act stands in the items that follow.
    """

    lines: tuple[Line, ...]
    words: str = ""
    foreign: bool = False
    listed: bool = True


def deeds_of(reading: Reading) -> Iterator[Deed]:
    """Yield what a head or item threatens, an act at a time, in the order of the text."""
    text = reading.unit.text
    groups: dict[object, list[Atom]] = {}
    for atom in atoms_of(reading.tree.root):
        groups.setdefault((atom.acts, atom.listed), []).append(atom)
    # Each act by itself gives the same measures as all of them together: only what is shared by all is told apart.
    kept = {key: atoms for key, atoms in groups.items() if lines_of(atoms, text)}
    if len(kept) < 2:  # noqa: PLR2004 - several acts
        yield Deed(reading.lines, foreign=any(_is_foreign(atom) for atoms in kept.values() for atom in atoms))
        return
    for atoms in kept.values():
        places = dict.fromkeys(place for place in (*atoms[0].around, *atoms[0].parties, *atoms[0].acts))
        words = "".join(text[start:end] for start, end in sorted(places)) or "条文未写明行为"
        yield Deed(lines_of(atoms, text), words, any(map(_is_foreign, atoms)), atoms[0].listed)


def _is_foreign(atom: Atom) -> bool:
    return bool(atom.laws)
