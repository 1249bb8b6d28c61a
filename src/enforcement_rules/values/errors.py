"""What can be wrong with an input, where, and what was expected instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from enforcement_rules.values.messages import message, printable

Path = tuple[str | int, ...]


class Place(Struct, frozen=True):
    """A place in a file; line and column count from one, zero means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def of_line(self) -> str:
        """The place without its column: `file:line`."""
        return f"{self.file}:{self.line}"


class Problem(Struct, frozen=True):
    """One thing wrong: a code of `values.messages`, its arguments, the path inside the document, the place."""

    code: str
    args: Mapping[str, Any] = field(default_factory=dict)
    path: Path = ()
    place: Place | None = None

    def text(self, lang: str = "en") -> str:
        """Return what is wrong and what was expected, in Chinese (`zh`) or English (`en`)."""
        return message(self.code, self.args, lang)

    def line(self, lang: str = "en") -> str:
        """Return the one line a user sees: `file:line:column: what is wrong, what was expected`."""
        where = str(self.place) if self.place else ".".join(map(str, self.path)) or "input"
        return printable(f"{where}: {self.text(lang)}")


class InputError(ValueError):
    """An input that cannot be used: a file, a case, a ruleset or an argument.

    Attributes:
        problems: everything that was found wrong, in the order of the file.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep the problems; at least one."""
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.line() for problem in self.problems))

    def __reduce__(self) -> tuple[Any, ...]:
        """Go to another process as the problems it is made of."""
        return type(self), (self.problems,)

    def lines(self, lang: str = "en") -> list[str]:
        """Return one line a problem, in Chinese (`zh`) or English (`en`)."""
        return [problem.line(lang) for problem in self.problems]


def refuse(code: str, path: Path = (), **args: Any) -> InputError:
    """Return an error of one problem, ready to be raised."""
    from enforcement_rules.values.slips import with_slip  # noqa: PLC0415 - only what is refused needs it

    return InputError([Problem(code, with_slip(code, args), path)])
