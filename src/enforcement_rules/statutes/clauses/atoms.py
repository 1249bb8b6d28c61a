"""What a tree comes to: one atom for each kind that the clause attaches to an act.

Two readers agree where their atoms are equal, however they grouped the words.
"""

from __future__ import annotations

from typing import Literal, TypeGuard

from msgspec import Struct, structs

from enforcement_rules.statutes.clauses.printing import reference_text
from enforcement_rules.statutes.clauses.tree import (
    Condition,
    Group,
    Measure,
    Part,
    Quantity,
    Range,
    Reference,
    Span,
    Word,
    leaves,
)
from enforcement_rules.statutes.clauses.words import SUFFIX_BOUNDS

Place = tuple[int, int]


class Bound(Struct, frozen=True):
    """One end of a range: its value, type and whether it is included."""

    type: str
    value: str
    closed: bool


class Bounds(Struct, frozen=True):
    """A range: from and to, or one exact value in both; what it is taken of and counted by.

    `bases` are the meanings of its base words, `of` the places of spans that say more of the base; `per` the place of
    what is counted; `daily` how it goes by days; `unit_missing` says that a number has no unit and shares none: a
    misprint, which is flagged and not repaired.
    """

    low: Bound | None
    high: Bound | None
    bases: tuple[str, ...] = ()
    of: tuple[Place, ...] = ()
    per: Place | None = None
    daily: str = ""
    unit_missing: bool = False


class Premise(Struct, frozen=True):
    """One premise of a condition.

    `tier`, `failure`, `gains` and `crime` by their meaning, `threshold` by its bounds, `own` and `exception` by places.

    `failure` has the place of the duty where its word does not name it (逾期不拆除).
    """

    kind: Literal["tier", "failure", "gains", "crime", "threshold", "own", "exception"]
    means: str = ""
    bounds: Bounds | None = None
    places: tuple[Place, ...] = ()


Alternatives = tuple[tuple[Premise, ...], ...]
"""One condition: one of these holds, with all its premises. 或者 divides, and binds less than everything else."""


class _Said(Struct, frozen=True, kw_only=True):
    """What is said of a measure, by itself and by the groups around it; see `Atom`."""

    force: str = "shall"
    parties: tuple[Place, ...] = ()
    around: tuple[Place, ...] = ()
    organs: tuple[Place, ...] = ()
    approvers: tuple[Place, ...] = ()
    acts: tuple[Place, ...] = ()
    things: tuple[Place, ...] = ()
    listed: bool = False
    conditions: tuple[Alternatives, ...] = ()
    ranges: tuple[Bounds, ...] = ()
    references: tuple[str, ...] = ()
    choice: int | None = None
    alone: bool = False
    step: int | None = None


class Atom(_Said, frozen=True, kw_only=True):
    """One kind attached to an act: for whom, when, how strictly, within which bounds, beside or instead of which other.

    Attributes:
        kind: of 行政处罚法第九条, or another measure.
        force: `shall` where nothing says 可以.
        parties, organs, approvers: places of the spans that say so in the narrowest group that has one: who is punished
            inside another's sentence (双罚) stands in its place.
        around: places of the parties of wider groups, whose act it is all the same.
        acts, things: places of all spans that say so, the widest group first; a base that a measure is about
            (没收违法所得) is a thing.
        listed: whether the act is one of the items that follow.
        conditions: all of them hold, those of wider groups first; the other tiers of a clause are not taken off.
        ranges: of money, and of terms.
        references: places of the law named with the act; as_in: those named in the measure itself (依照第…条处罚).
        choice: the same number for kinds of which one is chosen; `None` where the kind stands by itself.
        alone: whether it may be imposed instead of what it is added to (并处或者单处).
        step: how many steps (直至) lie below it, where kinds are such steps; `None` elsewhere.
        start, end: of the measure.
    """

    kind: str
    start: int
    end: int
    as_in: tuple[str, ...] = ()


_PLACES = {
    "party": "parties",
    "organ": "organs",
    "approver": "approvers",
    "act": "acts",
    "deed": "acts",
    "thing": "things",
    "duty": "things",
}


def bounds_of(part: Range) -> Bounds:
    """Return what a range says."""
    parts = part.parts
    low = high = None
    missing = False
    for n, each in enumerate(parts):
        if not isinstance(each, Quantity):
            continue
        before = parts[n - 1] if n else None
        after = parts[n + 1] if n + 1 < len(parts) else None
        end, closed = _end(before, after)
        bound = Bound(each.type, each.value, closed)
        low = bound if end in ("low", "exact") else low
        high = bound if end in ("high", "exact") else high
        missing = missing or (each.form == "{}" and each.type != "count" and not _is(after, "link", "range"))
    words = [each for each in parts if isinstance(each, Word)]
    spans = [each for each in parts if isinstance(each, Span)]
    return Bounds(
        low,
        high,
        tuple(each.means for each in words if each.role == "base"),
        tuple((each.start, each.end) for each in spans if each.role != "unit"),
        next(((each.start, each.end) for each in spans if each.role == "unit"), None),
        next((each.means for each in words if each.role == "daily"), ""),
        missing,
    )


def _is(part: object, role: str, means: str) -> bool:
    return isinstance(part, Word) and part.role == role and part.means == means


def _end(before: object, after: object) -> tuple[str, bool]:
    """Return which end a number is, and whether it is included, by the words beside it."""
    if isinstance(after, Word) and after.role == "bound" and after.word in SUFFIX_BOUNDS:
        return after.means.partition("_")[0], after.means.endswith("closed")
    if isinstance(before, Word) and before.role == "bound" and before.word not in SUFFIX_BOUNDS:
        return before.means.partition("_")[0], before.means.endswith("closed")
    if _is(after, "link", "range"):
        return "low", True
    return ("high", True) if _is(before, "link", "range") else ("exact", True)


def alternatives_of(condition: Condition) -> Alternatives:
    """Return what a condition asks for."""
    found: list[list[Premise]] = [[]]
    for each in condition.parts:
        premise = _premise(each)
        before = found[-1][-1] if found[-1] else None
        if before and before.kind == "own" and _goes_on(each, before.places[-1][1]):
            found[-1][-1] = structs.replace(before, places=((before.places[0][0], each.end),))
        elif _is(each, "link", "alternative"):
            found.append([])
        elif premise is None:
            continue
        elif isinstance(each, Span) and each.role == "duty" and found[-1] and found[-1][-1].kind == "failure":
            last = found[-1][-1]
            found[-1][-1] = structs.replace(last, places=(*last.places, *premise.places))
        else:
            found[-1].append(premise)
    return tuple(tuple(each) for each in found)


def _goes_on(part: Part, end: int) -> TypeGuard[Word | Span]:
    """Say whether a part goes on with a case in its own words, which a word of a kind divides (许可证被 + 吊销)."""
    if isinstance(part, Word):
        return part.role == "mention" and part.means == "deed" and part.start == end
    return isinstance(part, Span) and part.role == "condition" and part.start == end


def _premise(part: Part) -> Premise | None:
    if isinstance(part, Range):
        return Premise("threshold", bounds=bounds_of(part))
    if isinstance(part, Span):
        return Premise("exception" if part.role == "exception" else "own", places=((part.start, part.end),))
    if isinstance(part, Reference):
        return Premise("own", reference_text(part), places=((part.start, part.end),))
    if isinstance(part, Word):
        match part.role:
            case "tier" | "failure" | "gains" | "crime":
                return Premise(part.role, part.means)
            case "mention" if part.means == "deed":
                return Premise("own", places=((part.start, part.end),))
    return None


class _Context(_Said, frozen=True):
    """What the groups around a measure say of it."""

    def inside(self, parts: tuple[Part, ...]) -> _Context:
        """Return the context with what stands directly among some parts, before what is said there is added."""
        roles = {each.role for each in parts if isinstance(each, Span)}
        now = self
        if "party" in roles:
            now = structs.replace(now, around=now.around + now.parties, parties=())
        if "organ" in roles:
            now = structs.replace(now, organs=())
        return now.with_(parts)

    def with_(self, parts: tuple[Part, ...]) -> _Context:
        """Return the context with what stands directly among some parts added."""
        now = self
        for each in parts:
            if isinstance(each, Condition):
                now = structs.replace(now, conditions=(*now.conditions, alternatives_of(each)))
            elif isinstance(each, Range):
                now = structs.replace(now, ranges=(*now.ranges, bounds_of(each)))
            elif isinstance(each, Reference):
                now = structs.replace(now, references=(*now.references, reference_text(each)))
            elif isinstance(each, Span) and each.role in _PLACES:
                name = _PLACES[each.role]
                now = structs.replace(now, **{name: (*getattr(now, name), (each.start, each.end))})
            elif isinstance(each, Word):
                now = now._with_word(each)
        return now

    def _with_word(self, word: Word) -> _Context:
        if word.role == "force":
            return structs.replace(self, force=word.means)
        if word.role == "base":
            return structs.replace(self, things=(*self.things, (word.start, word.end)))
        if word.role == "listed":
            return structs.replace(self, listed=True)
        if word.role == "link" and word.means == "alone":
            return structs.replace(self, alone=True)
        return self


def atoms_of(root: Group) -> tuple[Atom, ...]:
    """Return the atoms of a tree, in the order of the text."""
    found: list[Atom] = []
    _collect(root, _Context(), found, [0])
    return tuple(found)


def _collect(group: Group, around: _Context, found: list[Atom], choices: list[int]) -> None:
    here = around.inside(group.parts)
    if group.joined == "alternative":
        here = structs.replace(here, choice=choices[0])
        choices[0] += 1
    steps = 0
    for each in group.parts:
        inside = structs.replace(here, step=steps) if group.joined == "step" else here
        if isinstance(each, Measure):
            found.append(_atom(each, inside))
        elif isinstance(each, Group):
            _collect(each, inside, found, choices)
        steps += isinstance(each, Measure | Group)


def _atom(measure: Measure, around: _Context) -> Atom:
    here = around.inside(measure.parts)
    named = tuple(reference_text(each) for each in measure.parts if isinstance(each, Reference))
    here = structs.replace(here, references=around.references)
    kind = next((each.means for each in measure.parts if isinstance(each, Word) and each.role == "kind"), "")
    all_leaves = leaves(measure)
    return Atom(
        kind=kind,
        as_in=named,
        start=all_leaves[0].start if all_leaves else 0,
        end=all_leaves[-1].end if all_leaves else 0,
        **structs.asdict(here),
    )
