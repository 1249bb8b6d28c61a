"""An answer put into the text of a case file, at the place where a verdict asks for it; comments and layout stay.

YAML goes through ruamel.yaml, which keeps comments, order and quotation marks; JSON has no comments and keeps its
indent. Whether an answer is a good one is for `load_case`, which reads the text that comes out.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from enforcement_rules.loading.naming import Names, case_names
from enforcement_rules.model.case import OPEN_LISTS
from enforcement_rules.model.key import YES_NO
from enforcement_rules.model.parts import HELD_IN
from enforcement_rules.rules.ruleset import Rulesets

_ITEM = re.compile(r"^( *)- ", re.MULTILINE)
_WIDE = 100_000
"""No line of the file is folded anew."""
_LISTS = {**HELD_IN, **{name: name for name in OPEN_LISTS}}
"""What a question calls a list of the case → the list that the file says is complete."""
_ITEMS = frozenset({"violations", "parties", "prior_penalties", "evidence", "officers"})
"""The lists of a case whose items a path names by id or number."""
NOTHING = Names()
NEW_EVIDENCE = "evidence[].kind"
"""The path of a piece of evidence that the file does not list yet, known by its kind alone."""
NEW_STEPS = "steps[].step"
"""The path of steps that the file does not list yet, known by their kinds alone."""


class _Place:
    """A mapping of the file with what can stand in it: read and written by English keys, whatever the file has."""

    def __init__(self, raw: Any, names: Names, file: CaseText) -> None:
        self.raw, self.names, self.file = raw, names.of(raw), file

    def _written(self, key: str) -> str:
        """Return a key as the mapping has it; one that it lacks, in the language of the file."""
        there = [each for each in self.raw if self.names.english(each) == key]
        return there[0] if there else self.names.zh(key) if self.file.chinese else key

    def below(self, key: str) -> Names:
        """Return what can stand under a key."""
        return self.names.inside.get(key, NOTHING)

    def get(self, key: str, default: Any = None) -> Any:
        """Return the value of a key, a choice by its English name."""
        value = self.raw.get(self._written(key), default)
        return self.below(key).english_values.get(value, value) if isinstance(value, str) else value

    def set(self, key: str, value: Any) -> None:
        """Put a value, which names choices in English."""
        self.raw[self._written(key)] = self.file.scalar(value, self.below(key))

    def drop(self, key: str) -> None:
        """Take a key out, if it is there."""
        self.raw.pop(self._written(key), None)

    def items(self, key: str) -> list[_Place]:
        """Return the mappings of a list; none where there is no list."""
        return [_Place(each, self.below(key), self.file) for each in self.raw.get(self._written(key)) or ()]

    def added(self, key: str, **entries: str) -> _Place:
        """Return a new item of a list, which is made where there is none."""
        written = self._written(key)
        if not self.raw.get(written):
            self.raw[written] = self.file.sequence([])
            if not self.file.is_json:
                self.raw[written].fa.set_block_style()
        made = _Place(self.file.mapping(), self.below(key), self.file)
        for name, value in entries.items():
            made.set(name, value)
        self.raw[written].append(made.raw)
        return _Place(made.raw, self.below(key), self.file)

    def inside(self, key: str) -> _Place:
        """Return the mapping under a key, made where there is none."""
        written = self._written(key)
        if not self.raw.get(written):
            self.raw[written] = self.file.mapping()
        return _Place(self.raw[written], self.below(key), self.file)


class CaseText:
    """The text of a case file under change; `chinese` says that what is new in it is written in Chinese."""

    def __init__(self, text: str, name: str, rulesets: Rulesets) -> None:
        """Read the text; JSON when the name ends in `.json`, else YAML. It must be one that `load_case` accepts."""
        self.rulesets = rulesets
        self._crlf = "\r\n" in text
        text = text.replace("\r\n", "\n")
        self.is_json = name.lower().endswith(".json")
        self._yaml = _yaml_like(text)
        self._indent = _indent_of(text)
        self.data: Any = json.loads(text) if self.is_json else self._yaml.load(text)
        names = case_names(rulesets)
        self.chinese = any(names.english(key) != key for key in self.data)
        self._top = _Place(self.data, names, self)

    def text(self) -> str:
        """Return the text as it stands now, with the line ends that it came with."""
        text = json.dumps(self.data, ensure_ascii=False, indent=self._indent) + "\n" if self.is_json else self._dumped()
        return text.replace("\n", "\r\n") if self._crlf else text

    def _dumped(self) -> str:
        stream = io.StringIO()
        self._yaml.dump(self.data, stream)
        return stream.getvalue()

    def can_take(self, path: str) -> bool:
        """Say whether an answer has one place in the file; what needs a table of its own has not."""
        return path in _LISTS or ("[]" not in path and ".elements." not in path)

    def put(self, path: str, value: Any) -> None:
        """Put a value where a verdict asks for it, by ids: `violations.v1.harm`, `steps.notice.done`, `organ.rank`.

        What lies on the way is made: the step, the proposal for a violation and party, the mapping. A list of the case
        that is complete, such as `evidence`, is named under `complete`. Keys and values are written in the language of
        the file.

        Args:
            path: as `AskFact.path` has it.
            value: a scalar as a file writes it, `True`, `False`, or a list of such.
        """
        first, *rest = path.split(".")
        if path in _LISTS:
            self._complete(_LISTS[path])
        elif path == NEW_EVIDENCE:
            self._top.added("evidence", id=self._new_id("evidence", "e"), kind=value)
        elif path == NEW_STEPS:
            for kind in value:
                self._step(kind)
        elif first == "steps" and rest:
            self._put_step(rest, value)
        elif not rest:
            self._top.set(first, value)
        else:
            _put_inside(*self._holder(first, rest), value)

    def _holder(self, first: str, rest: list[str]) -> tuple[_Place, list[str]]:
        """Return the mapping that a path names, and what of the path lies inside it."""
        if first == "proposed":
            return self._proposal(*rest[:2]), rest[2:]
        if first in _ITEMS:
            return _item(self._top.items(first), rest[0]), rest[1:]
        return self._top.inside(first), rest

    def _proposal(self, violation: str, party: str) -> _Place:
        """Return what is proposed for a violation and party, made where nothing is."""
        for each in self._top.items("proposed"):
            if each.get("violation", violation) == violation and each.get("party", party) == party:
                return each
        return self._top.added("proposed", violation=violation, party=party)

    def _put_step(self, rest: list[str], value: Any) -> None:
        """Put a fact of a step, which is named by its kind or by its number; the step is made where there is none."""
        kind, *inside = rest
        step = self._step(kind)
        if inside != ["done"]:
            _put_inside(step, inside, value)
        elif value is False:
            step.set("done", False)
        else:
            step.drop("done")
            if value is not True:
                step.set("on", value)

    def _step(self, kind: str) -> _Place:
        steps = self._top.items("steps")
        if kind.isdigit():
            return steps[int(kind)]
        entry = self.rulesets.vocabulary.steps.get(kind)
        found = [step for step in steps if kind in (step.get("step"), step.get("id"))]
        if found:
            return found[0 if entry is not None and entry.which == "first" else -1]
        return self._top.added("steps", step=kind)

    def _new_id(self, name: str, letter: str) -> str:
        """Return an id that no item of a list has."""
        taken = {item.get("id") for item in self._top.items(name)}
        return next(f"{letter}{n}" for n in range(1, len(taken) + 2) if f"{letter}{n}" not in taken)

    def _complete(self, name: str) -> None:
        listed = [*(self._top.get("complete") or ())]
        known = self._top.below("complete").english_values
        if name not in {known.get(each, each) for each in listed}:
            self._top.set("complete", [*listed, name])

    def mapping(self) -> Any:
        """Return an empty mapping as new parts of the file are written: in YAML on one line."""
        if self.is_json:
            return {}
        made = CommentedMap()
        made.fa.set_flow_style()
        return made

    def scalar(self, value: Any, names: Names) -> Any:
        """Return a value as the file's own form holds it: what a plain scalar of YAML says, a number of JSON."""
        if isinstance(value, list):
            return self.sequence([self.scalar(each, names) for each in value])
        if isinstance(value, bool) and self.chinese and names.values == YES_NO:
            return names.zh_value(str(value).lower())
        if not isinstance(value, str):
            return value
        if self.chinese and names.zh_value(value) != value:
            return names.zh_value(value)
        if self.is_json:
            return int(value) if re.fullmatch(r"0|[1-9][0-9]*", value) else value
        plain = re.fullmatch(r"[0-9]+(\.[0-9]+)?|[0-9]{4}-[0-9]{2}(-[0-9]{2})?", value)
        return _plain(value) if plain else value

    def sequence(self, items: list[Any]) -> Any:
        """Return a list as new parts of the file are written: in YAML on one line."""
        if self.is_json:
            return items
        made = CommentedSeq(items)
        made.fa.set_flow_style()
        return made


def _put_inside(place: _Place, parts: list[str], value: Any) -> None:
    for part in parts[:-1]:
        place = place.inside(part)
    place.set(parts[-1], value)


def _plain(value: str) -> Any:
    """Return a number or a day as ruamel.yaml has it, which is written as it was read."""
    return YAML().load(value)


def _item(items: list[_Place], part: str) -> _Place:
    """Return an item of a list by its id or its number.

    Raises:
        KeyError: where there is none.
    """
    for item in items:
        if item.get("id") == part:
            return item
    if part.isdigit() and int(part) < len(items):
        return items[int(part)]
    raise KeyError(part)


def _yaml_like(text: str) -> YAML:
    """Return a reader and writer that lays lists out as the text does."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _WIDE
    dashes = [len(found[1]) for found in _ITEM.finditer(text)]
    offset = min(dashes, default=2)
    yaml.indent(mapping=2, sequence=offset + 2, offset=offset)
    return yaml


def _indent_of(text: str) -> int | None:
    """Return by how many blanks JSON is indented; `None` where it stands on one line."""
    found: Iterator[int] = (len(line) - len(line.lstrip(" ")) for line in text.splitlines()[1:2])
    return next(found, 0) or (2 if "\n" in text.strip() else None)
