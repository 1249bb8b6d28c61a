"""What can be built of data in which something is wrong: the rest is looked at in the same round.

A value of which it is certain what was meant is taken as meant; what else is refused is set aside with as little
around it as leaves a model. Whatever is built so is looked at and thrown away.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from pydantic import BaseModel, ValidationError

from enforcement_rules.loading.reading.documents import Document
from enforcement_rules.loading.reading.problems import Problems
from enforcement_rules.loading.reading.validation import Found, note_error, note_python_names, one_a_place
from enforcement_rules.values.errors import InputError, Path
from enforcement_rules.values.validated import Validated

_MOST_ROUNDS = 40
_SET_ASIDE = "set_aside_"


class Rest(Struct):
    """A model of what could be read, the paths of what could not, and of what was read as it was surely meant."""

    model: Any
    aside: set[Path]
    meant: set[Path]


def validate_rest(
    model: type[BaseModel | Validated],
    data: Any,
    document: Document,
    problems: Problems,
    context: Mapping[str, Any] | None = None,
) -> Rest:
    """Validate data; note every error at its place, and build the model of the rest, `None` where nothing is left."""
    note_python_names(model, data, document, problems)
    reader: Any = model  # of either kind: both are asked alike
    kept = dict(context) if context else None
    pruned = _Pruned(data)
    for turn in range(_MOST_ROUNDS):
        try:
            return Rest(reader.model_validate(pruned.data, context=kept), pruned.aside, pruned.meant)
        except ValidationError as error:
            found = list(one_a_place(error.errors(include_url=False), pruned.data))
        if turn == 0:
            pruned.data = _copied(data)
            for each in found:
                note_error(each, model, document, problems)
                if problems.full:  # what else is wrong need not be looked for
                    return Rest(None, set(), set())
        for each in found:
            inner = each.context.get("error")
            if turn == 0 and isinstance(inner, InputError):
                pruned.prune_inner(each.path, inner)
            else:
                pruned.prune(each, _meant(each, model) if turn == 0 else None)
    return Rest(None, pruned.aside, pruned.meant)


class RestProblems(Problems):
    """Adds to some problems those that are found in what is left, and none that only follows from what is not."""

    def __init__(self, problems: Problems, rests: Mapping[str, Rest]) -> None:
        """Add to some problems.

        Args:
            problems: what was found before, to which is added.
            rests: what is left, by the names of the documents.
        """
        super().__init__()
        self.problems = problems
        self.rests = rests

    @property
    def full(self) -> bool:
        """Whether there are so many that more need not be looked for."""
        return self.problems.full

    def add(self, document: Document, code: str, path: Path = (), **args: Any) -> None:
        """Note a problem, unless it follows from what was set aside."""
        rest = self.rests.get(document.name)
        if rest is None or not self.follows(rest, code, path, args):
            self.problems.add(document, code, path, **args)

    def follows(self, rest: Rest, code: str, path: Path, args: Mapping[str, Any]) -> bool:
        """Say whether a problem follows from what stood at its place and is set aside, or was read as meant."""
        if path in rest.meant and code.startswith("unknown_"):
            return True
        return any(path[: len(each)] == each for each in rest.aside)


def _meant(found: Found, model: type[BaseModel | Validated]) -> Any:
    """Return what a value surely stands for; `None` where that is not sure."""
    noted = Problems()
    if found.type not in _ABOUT_KEYS:
        note_error(found, model, Document("", {}), noted)
    for problem in noted.error().problems if noted else ():
        return _instead(problem.code, problem.args, found.value)
    return None


def _instead(code: str, args: Mapping[str, Any], raw: Any = None) -> Any:
    """Return the value that the sentence of a problem tells to write; `None` where it tells none, or a mapping."""
    from enforcement_rules.values.slips import with_slip  # noqa: PLC0415 - only what is refused needs it

    instead = with_slip(code, args, raw).get("instead")
    if isinstance(instead, str) and instead.startswith("["):
        return [word.strip() for word in instead.strip("[]").split(",")]
    return None if instead is None or instead.startswith("{") else instead


_ABOUT_KEYS = frozenset({"extra_forbidden", "missing"})


class _Pruned:
    """Data of which what is refused is taken away, more of it every time."""

    def __init__(self, data: Any) -> None:
        self.data = data
        self.aside: set[Path] = set()
        self.meant: set[Path] = set()

    def prune(self, found: Found, meant: Any) -> None:
        """Put what was meant, or something that stands for nothing, in place of what is refused."""
        path = found.path
        if found.type == "missing" and isinstance(found.key, str):
            path = (*path, found.key)
        if meant is not None:
            self.meant.add(path)
            self._put(path, meant)
        elif path in self.aside:
            self._take(path[:-1])
        else:
            self.aside.add(path)
            self._replace(path, found)

    def prune_inner(self, path: Path, error: InputError) -> None:
        """Take away what is refused inside a value, such as one test of a condition."""
        for problem in error.problems:
            here = path + problem.path
            meant = _instead(problem.code, problem.args)
            try:
                if meant is not None:
                    self._put(here, meant)
                    self.meant.add(here)
                else:
                    self._take(here)
            except (KeyError, IndexError, TypeError):
                self._take(path)

    def _replace(self, path: Path, found: Found) -> None:
        listed = bool(path) and isinstance(path[-1], int)
        if listed and found.type in ("model_type", "model_attributes_type", "dict_type"):
            self._put(path, {})
        elif listed or found.type == "missing":
            self._put(path, f"{_SET_ASIDE}{len(self.aside)}")
        else:
            self._take(path)

    def _container(self, path: Path) -> Any:
        found = self.data
        for key in path[:-1]:
            found = found[key]
        return found

    def _put(self, path: Path, value: Any) -> None:
        if path:
            self._container(path)[path[-1]] = value

    def _take(self, path: Path) -> None:
        """Take away what stands at a path; an item of a list leaves something in its place, so that none moves up."""
        self.aside.add(path)
        if not path:
            return
        try:
            container = self._container(path)
        except (KeyError, IndexError, TypeError):
            return
        if isinstance(container, list):
            self._take(path[:-1])
        elif isinstance(container, dict):
            container.pop(path[-1], None)


def _copied(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _copied(value) for key, value in data.items()}
    return [_copied(each) for each in data] if isinstance(data, list) else data
