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

from enforcement_rules.model.case import OPEN_LISTS
from enforcement_rules.model.vocabulary import Vocabulary

_ITEM = re.compile(r"^( *)- ", re.MULTILINE)
_WIDE = 100_000
"""No line of the file is folded anew."""
_LISTS = {"acts": "steps", "performers": "steps"} | {name: name for name in OPEN_LISTS}
"""What a question calls a list of the case → the list that the file says is complete."""


class CaseText:
    """The text of a case file under change."""

    def __init__(self, text: str, name: str, vocabulary: Vocabulary) -> None:
        """Read the text; JSON when the name ends in `.json`, else YAML. It must be one that `load_case` accepts."""
        self.name, self.vocabulary = name, vocabulary
        self._crlf = "\r\n" in text
        text = text.replace("\r\n", "\n")
        self.is_json = name.lower().endswith(".json")
        self._yaml = _yaml_like(text)
        self._indent = _indent_of(text)
        self.data: Any = json.loads(text) if self.is_json else self._yaml.load(text)

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
        if path in _LISTS:
            return True
        return "[]" not in path and not path.startswith(("violations[]", "steps[]")) and ".elements." not in path

    def put(self, path: str, value: Any) -> None:
        """Put a value where a verdict asks for it, by ids: `violations.v1.harm`, `steps.notice.done`, `organ.rank`.

        What lies on the way is made: the step, the proposal for a violation and party, the mapping. A list of the case
        that is complete, such as `evidence`, is named under `complete`.

        Args:
            path: as `AskFact.path` has it.
            value: a scalar as a file writes it, `True`, `False`, or a list of such.
        """
        first, *rest = path.split(".")
        if path in _LISTS:
            self._complete(_LISTS[path])
        elif first == "steps":
            self._put_step(rest, value)
        else:
            holder = self._holder(first, rest)
            holder[rest[-1] if rest else first] = self._scalar(value)

    def _holder(self, first: str, rest: list[str]) -> Any:
        """Return the mapping that holds the last part of a path."""
        if not rest:
            return self.data
        here = self._list(first) if first in ("violations", "parties", "proposed", "prior_penalties") else None
        if here is None:
            return self._inside(self.data, [first, *rest[:-1]])
        if first == "proposed":
            return self._inside(self._proposal(*rest[:2]), rest[2:-1])
        return self._inside(_item(here, rest[0]), rest[1:-1])

    def _inside(self, holder: Any, parts: list[str]) -> Any:
        for part in parts:
            holder = _item(holder, part) if isinstance(holder, list) else holder.setdefault(part, self._mapping())
        return holder

    def _proposal(self, violation: str, party: str) -> Any:
        """Return what is proposed for a violation and party, made where nothing is."""
        every = self._list("proposed")
        for each in every:
            if each.get("violation", violation) == violation and each.get("party", party) == party:
                return each
        every.append(self._mapping({"violation": violation, "party": party}))
        return every[-1]

    def _put_step(self, rest: list[str], value: Any) -> None:
        """Put a fact of a step, which is named by its kind or by its number; the step is made where there is none."""
        kind, *inside = rest
        step = self._step(kind)
        if inside == ["done"]:
            if value is False:
                step["done"] = False
            elif value is not True:
                step["on"] = self._scalar(value)
            if value is not False:
                step.pop("done", None)
            return
        self._inside(step, inside[:-1])[inside[-1]] = self._scalar(value)

    def _step(self, kind: str) -> Any:
        steps = self._list("steps")
        if kind.isdigit():
            return steps[int(kind)]
        entry = self.vocabulary.steps.get(kind)
        found = [step for step in steps if step.get("step") == kind or step.get("id") == kind]
        if found:
            return found[0 if entry is not None and entry.which == "first" else -1]
        steps.append(self._mapping({"step": kind}))
        return steps[-1]

    def _complete(self, name: str) -> None:
        if not self.data.get("complete"):
            self.data["complete"] = self._sequence([])
        if name not in self.data["complete"]:
            self.data["complete"].append(name)

    def _list(self, name: str) -> Any:
        if self.data.get(name) is None:
            self.data[name] = [] if self.is_json else CommentedSeq()
        return self.data[name]

    def _mapping(self, entries: dict[str, Any] | None = None) -> Any:
        """Return a mapping as new parts of the file are written: in YAML on one line."""
        if self.is_json:
            return dict(entries or {})
        made = CommentedMap(entries or {})
        made.fa.set_flow_style()
        return made

    def _scalar(self, value: Any) -> Any:
        """Return a value as the file's own form holds it: what a plain scalar of YAML says, a number of JSON."""
        if isinstance(value, list):
            return self._sequence([self._scalar(each) for each in value])
        if not isinstance(value, str):
            return value
        if self.is_json:
            return int(value) if re.fullmatch(r"0|[1-9][0-9]*", value) else value
        plain = re.fullmatch(r"[0-9]+(\.[0-9]+)?|[0-9]{4}-[0-9]{2}(-[0-9]{2})?", value)
        return _plain(value) if plain else value

    def _sequence(self, items: list[Any]) -> Any:
        if self.is_json:
            return items
        made = CommentedSeq(items)
        made.fa.set_flow_style()
        return made


def _plain(value: str) -> Any:
    """Return a number or a day as ruamel.yaml has it, which is written as it was read."""
    return YAML().load(value)


def _item(items: Any, part: str) -> Any:
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
