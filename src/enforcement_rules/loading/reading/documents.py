"""Files read strictly: one document of mappings, lists and text, with the place of every part.

Plain YAML is a trap (`30.10` is a float, `no` is false, `012` is ten, of two equal keys the last wins, an alias
can stand for a billion nodes). Here every scalar is its text until a declared type says otherwise.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path as FilePath
from typing import IO, TYPE_CHECKING, Any, Protocol, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from enforcement_rules.loading.reading.json_tokens import json_tokens
from enforcement_rules.loading.reading.tokens import DEEPEST, Lines, Token, forbidden_character, refused
from enforcement_rules.loading.reading.yaml_tokens import yaml_tokens
from enforcement_rules.values.errors import InputError, Path, Place, Problem
from enforcement_rules.values.messages import printable
from enforcement_rules.values.spelling import nearest

if TYPE_CHECKING:
    from enforcement_rules.loading.reading.yaml_lines import MendedLines, Slip

Raw: TypeAlias = "dict[str, Raw] | list[Raw] | str | None"
LARGEST_FILE = 5_000_000
"""Bytes."""
MOST_NODES = 200_000
MOST_SLIPS = 200
_FIRST_READ = 65_536
"""Bytes; to make room for the largest file costs more than to read one of the usual size."""
_GIVEN = re.compile(r"/dev/(stdin|fd/\d+)|/proc/(self|\d+)/fd/\d+")
"""Files that whoever started the program has opened for it: standard input, and `<(...)` of a shell."""
_BOM = b"\xef\xbb\xbf"


class Places(Mapping[Path, Place]):
    """Path of keys and indexes → where it stands in a file; only line and column are kept of each."""

    __slots__ = ("_at", "_file")

    def __init__(self, file: str = "", at: dict[Path, tuple[int, int]] | None = None) -> None:
        """Keep the lines and columns of a file by their paths."""
        self._file = file
        self._at = {} if at is None else at

    def __getitem__(self, path: Path) -> Place:
        """Return where a path stands."""
        return Place(self._file, *self._at[path])

    def __contains__(self, path: object) -> bool:
        """Say whether a path is known."""
        return path in self._at

    def __iter__(self) -> Iterator[Path]:
        """Yield the paths in the order of the file."""
        return iter(self._at)

    def __len__(self) -> int:
        """Return how many paths are known."""
        return len(self._at)

    def moved(self, to: Mapping[Path, Path]) -> Places:
        """Return the same places by other paths: of each path that has another one now, that one."""
        return Places(self._file, {to.get(path, path): at for path, at in self._at.items()})

    def under(self, path: Path) -> Places:
        """Return what stands under a path, by the paths from there."""
        n = len(path)
        return Places(self._file, {each[n:]: at for each, at in self._at.items() if each[:n] == path})


class Speech(Protocol):
    """How a document speaks, where its keys may be written in more than one way."""

    def path(self, path: Path) -> Path:
        """Return a path with the keys that were written."""

    def near(self, path: Path, word: str, known: Iterable[str]) -> str | None:
        """Return the name that a misspelt one at a path may mean, in the language of the misspelt one."""

    def args(self, path: Path, args: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the arguments of a message about a path, names among them as its reader writes them."""


class Document(Struct, frozen=True):
    """One document.

    Attributes:
        name: the file as messages name it.
        data: mappings, lists, text and `None` (a plain null or nothing).
        places: path of keys and indexes → where the value stands; empty when it came from no file.
        key_places: path → where the key of a mapping entry stands.
        sha256: of the bytes of the file; empty when it is no whole file.
        speech: the words in which it was written, where `data` has other ones.
        slips: what was mended to read on; whoever asked for that must refuse the file.
        text: of a YAML file, to look through again when something is wrong with it.
    """

    name: str
    data: Raw
    places: Places = field(default_factory=Places)
    key_places: Places = field(default_factory=Places)
    sha256: str = ""
    speech: Speech | None = None
    slips: tuple[Problem, ...] = ()
    text: str = ""

    def place(self, path: Path) -> Place | None:
        """Return where a value stands, or the nearest part around it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path)

    def key_place(self, path: Path) -> Place | None:
        """Return where a key stands, or the nearest part around it."""
        return self.key_places.get(path) or self.place(path)

    def nearest(self, path: Path, word: str, known: Iterable[str]) -> str | None:
        """Return the name that a misspelt one at a path may mean."""
        return nearest(word, known) if self.speech is None else self.speech.near(path, word, known)

    def part(self, path: Path) -> Document:
        """Return what stands at a path as a document of its own, with its places; for cases inside other files.

        Raises:
            KeyError, IndexError, TypeError: when nothing stands there.
        """
        data: Any = self.data
        for key in path:
            data = data[key]
        return Document(self.name, data, self.places.under(path), self.key_places.under(path))


def read_document(source: FilePath | str, name: str | None = None, *, mend: bool = False) -> Document:
    """Read a YAML file, or a JSON file when its name ends in `.json`.

    Args:
        source: path of a regular file, or of one that the program was started with, such as `/dev/stdin`; another pipe
            could keep the reader waiting for ever.
        name: what messages call it; default: the path.
        mend: whether to read on behind slips of syntax, which the document then names, to find what else is wrong.

    Raises:
        InputError: when the file cannot be read or is not one strict document; with every slip that can be told.
    """
    shown = printable(name or str(source))
    content = _bytes(source, shown)
    text = _decoded(content.removeprefix(_BOM), shown)
    document = _parsed(text, shown, hashlib.sha256(content).hexdigest())
    if document.slips and not mend:
        raise InputError(document.slips)
    return document


def read_text(source: FilePath | str, name: str | None = None) -> str:
    """Return the text of a file, as `parse_document` takes it; see `read_document`.

    Raises:
        InputError: with one problem, when the file cannot be read.
    """
    shown = printable(name or str(source))
    return _decoded(_bytes(source, shown).removeprefix(_BOM), shown)


def read_plain_text(source: FilePath | str) -> str:
    """Read a file of plain text, strictly UTF-8.

    Raises:
        InputError: with one problem, when the file cannot be read, is too large, no text, or holds a control character.
    """
    shown = printable(str(source))
    text = read_text(source).replace("\r\n", "\n").replace("\r", "\n")
    if found := forbidden_character(text.replace("\f", "\n").replace("\v", "\n")):
        offset, character = found
        raise refused("bad_character", shown, *Lines(text).at(offset), character=character)
    return text


def parse_document(text: str, name: str, *, mend: bool = False) -> Document:
    """Read a document from text; JSON when its name ends in `.json`, else YAML; `mend` as of `read_document`.

    Raises:
        InputError: when the text is not one strict document; with every slip that can be told.
    """
    content = text.encode("utf-8", "surrogatepass")
    if len(content) > LARGEST_FILE:
        raise refused("file_too_large", name, most=LARGEST_FILE)
    document = _parsed(text.removeprefix("\ufeff"), printable(name), hashlib.sha256(content).hexdigest())
    if document.slips and not mend:
        raise InputError(document.slips)
    return document


def _bytes(source: FilePath | str, name: str) -> bytes:
    try:
        with open(source, "rb", opener=_opened) as stream:
            content = _content(stream, source)
    except FileNotFoundError:
        raise refused("no_file", name) from None
    except IsADirectoryError:
        raise refused("directory", name) from None
    except (OSError, ValueError):
        raise refused("unreadable_file", name) from None
    if content is None:
        raise refused("not_a_file", name)
    if len(content) > LARGEST_FILE:
        raise refused("file_too_large", name, most=LARGEST_FILE)
    return content


def _content(stream: IO[bytes], source: FilePath | str) -> bytes | None:
    """Return what a file holds, at most a byte more than the largest may; `None` for what is no file to be read."""
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        if _GIVEN.fullmatch(os.path.abspath(source)) is None:
            return None
        os.set_blocking(stream.fileno(), True)
    content = stream.read(_FIRST_READ)
    if content is None:  # a regular file by name that makes its readers wait, as the kernel has some
        return None
    if len(content) == _FIRST_READ:
        content += stream.read(LARGEST_FILE + 1 - _FIRST_READ)
    return content


def _opened(path: str, flags: int) -> int:
    """Open a file without waiting for somebody to write into it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        raise refused("not_utf8", name, *Lines(before).at(len(before))) from None


def _parsed(text: str, name: str, sha256: str) -> Document:
    if found := forbidden_character(text):
        offset, character = found
        raise refused("bad_character", name, *Lines(text).at(offset), character=character)
    if not text.strip():
        raise refused("empty_file", name, 1, 1)
    if name.lower().endswith(".json"):
        return _built(json_tokens(text, name), name, sha256)
    try:
        return replace(_built(yaml_tokens(text, name), name, sha256), text=text)
    except InputError as error:
        if error.problems[0].code != "yaml_syntax":
            raise
    return _mended(text, name, sha256)


def mended_document(document: Document, suspects: Collection[int]) -> Document | None:
    """Return a YAML document read again with its slips mended; `None` where there are no more than it names.

    Args:
        document: as it was read.
        suspects: lines, from one, on which something was found that a slip may explain.
    """
    if not document.text:
        return None
    again = _mended(document.text, document.name, document.sha256, [line - 1 for line in suspects])
    return again if len(again.slips) > len(document.slips) else None


def _mended(text: str, name: str, sha256: str, suspects: Collection[int] = ()) -> Document:
    # Only a file that is refused needs what looks for slips.
    from enforcement_rules.loading.reading.yaml_mending import mended  # noqa: PLC0415

    lines, can_be_parsed = mended(text, suspects)
    ordered = sorted(lines.slips, key=lambda each: (each.line, each.column))
    slips = tuple(_problem(each, name) for each in ordered[:MOST_SLIPS])
    if len(ordered) > MOST_SLIPS:
        slips = (*slips, Problem("too_many_problems", place=slips[-1].place))
    if not can_be_parsed:
        raise InputError(slips or refused("yaml_syntax", name, 1, 1).problems)
    try:
        found = _built(yaml_tokens(lines.text, name), name, sha256, lines.at)
    except InputError as error:
        # Where nothing is left, that follows from what was mended.
        left = [_moved(each, lines) for each in error.problems if not slips or each.code != "empty_file"]
        raise InputError([*slips, *left]) from None
    return replace(found, slips=(*slips, *found.slips), text=text)


_FULL_WIDTH = {": ": "full_width_colon", ", ": "full_width_comma", "- ": "full_width_dash"}


def _problem(slip: Slip, name: str) -> Problem:
    said = slip.name if slip.name != "full_width_mark" else _FULL_WIDTH.get(slip.args["instead"], slip.name)
    return Problem("yaml_syntax", {**slip.args, "slip": said}, place=Place(name, slip.line, slip.column))


def _moved(problem: Problem, lines: MendedLines) -> Problem:
    place = problem.place
    return (
        problem if place is None else replace(problem, place=Place(place.file, *lines.at((place.line, place.column))))
    )


def _built(
    tokens: Iterable[Token], name: str, sha256: str, at: Callable[[tuple[int, int]], tuple[int, int]] | None = None
) -> Document:
    """Build a document; a key that appears twice is noted as a slip, and its last value taken to read on."""
    builder = _Builder(name)
    builder.build(tokens)
    if builder.root is None:
        raise refused("empty_file", name, 1, 1)
    places, keys = builder.places, builder.key_places
    if at is not None:
        places, keys = ({path: at(place) for path, place in each.items()} for each in (places, keys))
    return Document(name, builder.root, Places(name, places), Places(name, keys), sha256, slips=tuple(builder.twice))


class _Frame(Struct):
    """A mapping or list being filled; `key` is the key whose value comes next."""

    container: dict[str, Raw] | list[Raw]
    path: Path
    key: str | None = None


class _Builder:
    """Puts tokens together, without recursion."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Raw = None
        self.places: dict[Path, tuple[int, int]] = {}
        self.key_places: dict[Path, tuple[int, int]] = {}
        self.stack: list[_Frame] = []
        self.nodes = 0
        self.twice: list[Problem] = []

    def build(self, tokens: Iterable[Token]) -> None:
        stack = self.stack
        for token in tokens:
            if token[0] == "end":
                stack.pop()
                continue
            self._check(token)
            frame = stack[-1] if stack else None
            if frame is not None and frame.key is None and isinstance(frame.container, dict):
                self._key(frame, frame.container, token)
            else:
                self._value(frame, token)

    def _check(self, token: Token) -> None:
        kind, line, column, text = token
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise refused("too_many_nodes", self.name, line, column, most=MOST_NODES)
        if kind != "scalar" and len(self.stack) >= DEEPEST:
            raise refused("too_deep", self.name, line, column, most=DEEPEST)
        if text is not None and not text.isprintable() and (found := forbidden_character(text)):
            raise refused("bad_character", self.name, line, column, character=found[1])

    def _key(self, frame: _Frame, container: dict[str, Raw], token: Token) -> None:
        kind, line, column, text = token
        if kind != "scalar" or text is None:
            raise refused("key_not_text", self.name, line, column)
        if text in container:
            self.twice += refused("duplicate_key", self.name, line, column, key=text).problems
        frame.key = text
        self.key_places[(*frame.path, text)] = line, column

    def _value(self, frame: _Frame | None, token: Token) -> None:
        kind, line, column, text = token
        value: Raw = text if kind == "scalar" else {} if kind == "map" else []
        path: Path = ()
        if frame is None:
            self.root = value
        elif isinstance(frame.container, list):
            path = (*frame.path, len(frame.container))
            frame.container.append(value)
        elif frame.key is not None:
            path = (*frame.path, frame.key)
            frame.container[frame.key] = value
            frame.key = None
        self.places[path] = line, column
        if kind != "scalar":
            self.stack.append(_Frame(value, path))  # type: ignore[arg-type]
