"""Files read strictly: one document of mappings, lists and text, with the place of every part.

Plain YAML is a trap (`30.10` is a float, `no` is false, `012` is ten, of two equal keys the last wins, an alias
can stand for a billion nodes). Here every scalar is its text until a declared type says otherwise.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path as FilePath
from typing import IO, Any, TypeAlias

from msgspec import Struct, field

from enforcement_rules.loading.reading.json_tokens import json_tokens
from enforcement_rules.loading.reading.tokens import DEEPEST, Lines, Token, forbidden_character, refused
from enforcement_rules.loading.reading.yaml_tokens import yaml_tokens
from enforcement_rules.values.errors import Path, Place
from enforcement_rules.values.messages import printable

Raw: TypeAlias = "dict[str, Raw] | list[Raw] | str | None"
LARGEST_FILE = 5_000_000
"""Bytes."""
MOST_NODES = 200_000
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

    def under(self, path: Path) -> Places:
        """Return what stands under a path, by the paths from there."""
        n = len(path)
        return Places(self._file, {each[n:]: at for each, at in self._at.items() if each[:n] == path})


class Document(Struct, frozen=True):
    """One document.

    Attributes:
        name: the file as messages name it.
        data: mappings, lists, text and `None` (a plain null or nothing).
        places: path of keys and indexes → where the value stands; empty when it came from no file.
        key_places: path → where the key of a mapping entry stands.
        sha256: of the bytes of the file; empty when it is no whole file.
    """

    name: str
    data: Raw
    places: Places = field(default_factory=Places)
    key_places: Places = field(default_factory=Places)
    sha256: str = ""

    def place(self, path: Path) -> Place | None:
        """Return where a value stands, or the nearest part around it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path)

    def key_place(self, path: Path) -> Place | None:
        """Return where a key stands, or the nearest part around it."""
        return self.key_places.get(path) or self.place(path)

    def part(self, path: Path) -> Document:
        """Return what stands at a path as a document of its own, with its places; for cases inside other files.

        Raises:
            KeyError, IndexError, TypeError: when nothing stands there.
        """
        data: Any = self.data
        for key in path:
            data = data[key]
        return Document(self.name, data, self.places.under(path), self.key_places.under(path))


def read_document(source: FilePath | str, name: str | None = None) -> Document:
    """Read a YAML file, or a JSON file when its name ends in `.json`.

    Args:
        source: path of a regular file, or of one that the program was started with, such as `/dev/stdin`; another pipe
            could keep the reader waiting for ever.
        name: what messages call it; default: the path.

    Raises:
        InputError: with one problem, when the file cannot be read or is not one strict document.
    """
    shown = printable(name or str(source))
    content = _bytes(source, shown)
    text = _decoded(content.removeprefix(_BOM), shown)
    return _parsed(text, shown, hashlib.sha256(content).hexdigest())


def read_text(source: FilePath | str) -> str:
    """Read a file of plain text, strictly UTF-8.

    Raises:
        InputError: with one problem, when the file cannot be read, is too large, no text, or holds a control character.
    """
    shown = printable(str(source))
    text = _decoded(_bytes(source, shown).removeprefix(_BOM), shown).replace("\r\n", "\n").replace("\r", "\n")
    if found := forbidden_character(text.replace("\f", "\n").replace("\v", "\n")):
        offset, character = found
        raise refused("bad_character", shown, *Lines(text).at(offset), character=character)
    return text


def parse_document(text: str, name: str) -> Document:
    """Read a document from text; JSON when its name ends in `.json`, else YAML.

    Raises:
        InputError: with one problem, when the text is not one strict document.
    """
    content = text.encode("utf-8", "surrogatepass")
    if len(content) > LARGEST_FILE:
        raise refused("file_too_large", name, most=LARGEST_FILE)
    return _parsed(text.removeprefix("\ufeff"), printable(name), hashlib.sha256(content).hexdigest())


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
    read = json_tokens if name.lower().endswith(".json") else yaml_tokens
    builder = _Builder(name)
    builder.build(read(text, name))
    if builder.root is None:
        raise refused("empty_file", name, 1, 1)
    return Document(name, builder.root, Places(name, builder.places), Places(name, builder.key_places), sha256)


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
            raise refused("duplicate_key", self.name, line, column, key=text)
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
