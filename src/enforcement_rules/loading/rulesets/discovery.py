"""What lies in a directory of rulesets: which folders are instruments, which files are read, and what is refused.

Nothing is opened here. Every name is either read later, or one of the few that may lie beside rules, or refused: a rule
that is silently not loaded is a duty that nobody checks.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from enforcement_rules.loading.reading import Problems, refused
from enforcement_rules.values.messages import printable

HEAD, VOCABULARY, CAUSES, FIELDS = "instrument.yaml", "vocabulary.yaml", "causes.yaml", "fields.yaml"
DEEPEST_FOLDER = 8
"""Folders below the directory that is loaded."""
MOST_ENTRIES = 20_000
"""Files and folders together, over the whole directory."""
BESIDE = (".cases.yaml", ".md", ".pdf")
"""Endings of what may lie beside rules without being one: cases, readings, the printed law."""
BESIDE_BY_NAME = frozenset({"LICENSE", "NOTICE"})
NOTES = ".txt"
"""Ending of notes, which may lie anywhere but in the folder of an instrument: there it may be a rule file put aside."""
_OTHER_ENDINGS = frozenset({".yaml", ".yml", ".json"})
_GENERAL = frozenset({VOCABULARY, CAUSES, FIELDS})
_LOCKS = (".#", "._")
"""Beginnings of what editors and file systems hide beside a file they work on."""


class InstrumentFolder(Struct, frozen=True):
    """The folder of one version of one instrument; names are what messages call the files.

    Attributes:
        path: the folder.
        name: what messages call it.
        home: the folders between it and the directory that is loaded, outermost first.
        has_vocabulary: whether it declares facts of its own.
        has_causes: whether it declares causes of its own.
        chapters: the names of its rule files, sorted.
    """

    path: Path
    name: str
    home: tuple[str, ...]
    has_vocabulary: bool
    has_causes: bool
    chapters: tuple[str, ...]

    def files(self) -> Iterator[str]:
        """Yield the names of all its files that are read."""
        yield HEAD
        if self.has_vocabulary:
            yield VOCABULARY
        if self.has_causes:
            yield CAUSES
        yield from self.chapters


class Discovery(Struct, frozen=True):
    """What one directory holds.

    Attributes:
        root: the directory.
        name: what messages call it.
        general: the names of the general files at its top: of `vocabulary.yaml`, `causes.yaml`, `fields.yaml`.
        instruments: by the name of their folder, so that moving one elsewhere changes nothing; then by its path.
    """

    root: Path
    name: str
    general: frozenset[str]
    instruments: tuple[InstrumentFolder, ...]


class _Listing(Struct):
    """One folder: its files and folders by name, without what is hidden or was refused."""

    path: Path
    name: str
    depth: int
    files: list[str] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)

    def rules(self) -> list[str]:
        return [name for name in self.files if name.endswith(".yaml") and not name.endswith(BESIDE)]


def discover(directory: Path, name: str, problems: Problems) -> Discovery:
    """Return what lies in a directory, at any depth; what can be neither read nor passed over is noted.

    Args:
        directory: an instrument folder, or a directory of them in whatever folders.
        name: what messages call it.
        problems: where everything wrong is noted, with the file and what to do instead.
    """
    return _Walk(directory, problems).discovery(name)


class _Walk:
    def __init__(self, root: Path, problems: Problems) -> None:
        self.root = root
        self.problems = problems
        self.entries = 0
        self.instruments: list[InstrumentFolder] = []
        self.refusals = 0

    def discovery(self, name: str) -> Discovery:
        general: frozenset[str] = frozenset()
        if not self.root.is_dir():
            self._refuse("no_directory", name)
        else:
            top = self._listing(self.root, name, 0)
            general = frozenset() if HEAD in top.files else _GENERAL & frozenset(top.files)
            if not self._folder(top, ()) and not self.refusals:
                self._refuse("no_instrument", name)
        ordered = sorted(self.instruments, key=lambda folder: (folder.path.name, folder.name))
        return Discovery(self.root, name, general, tuple(ordered))

    def _folder(self, here: _Listing, home: tuple[str, ...]) -> bool:
        """Walk a folder; say whether an instrument was found in it or below."""
        if HEAD in here.files:
            self._instrument(here, home)
            return True
        inside = (here.path.name,) if here.depth else ()
        below = [self._folder(each, (*home, *inside)) for each in self._below(here)]
        self._no_instrument(here, any(below))
        return any(below)

    def _instrument(self, here: _Listing, home: tuple[str, ...]) -> None:
        chapters = [name for name in here.rules() if name not in (HEAD, *_GENERAL)]
        if FIELDS in here.files:
            self._refuse("general_file_inside", f"{here.name}/{FIELDS}", general=FIELDS)
        for name in here.files:
            if name.endswith(NOTES):
                self._refuse("not_beside_rules", f"{here.name}/{name}")
        for name in here.hidden:
            if _ending(name) in _OTHER_ENDINGS and not name.startswith(_LOCKS):
                self._refuse("hidden_rules", f"{here.name}/{name}")
        for each in self._below(here):
            self._inside_instrument(each)
        self.instruments.append(
            InstrumentFolder(
                path=here.path,
                name=here.name,
                home=home,
                has_vocabulary=VOCABULARY in here.files,
                has_causes=CAUSES in here.files,
                chapters=tuple(chapters),
            )
        )

    def _inside_instrument(self, here: _Listing) -> None:
        for name in here.files:
            if not name.endswith(BESIDE) and name not in BESIDE_BY_NAME:
                self._refuse("rules_too_deep", f"{here.name}/{name}")
        for each in self._below(here):
            self._inside_instrument(each)

    def _no_instrument(self, here: _Listing, below: bool) -> None:
        """Refuse the rules of a folder that is no instrument's."""
        loose = [name for name in here.rules() if here.depth or name not in _GENERAL]
        if here.depth and loose and not below:
            self._refuse("missing_instrument", here.name)
            return
        for name in loose:
            code = "general_file_inside" if name in _GENERAL else "rules_outside"
            self._refuse(code, f"{here.name}/{name}", general=name)

    def _below(self, here: _Listing) -> Iterator[_Listing]:
        for name in here.folders:
            if here.depth == DEEPEST_FOLDER:
                self._refuse("folders_too_deep", f"{here.name}/{name}", most=DEEPEST_FOLDER)
            elif not self.problems.full and self.entries <= MOST_ENTRIES:
                yield self._listing(here.path / name, f"{here.name}/{name}", here.depth + 1)

    def _listing(self, path: Path, name: str, depth: int) -> _Listing:
        here = _Listing(path, name, depth)
        try:
            for entry in sorted(self._scanned(here), key=lambda entry: entry.name):
                self._sort_in(entry, here)
        except OSError:
            self._refuse("unreadable_folder", name)
        return here

    def _scanned(self, here: _Listing) -> Iterator[os.DirEntry[str]]:
        with os.scandir(here.path) as entries:
            for entry in entries:
                self.entries += 1
                if self.entries > MOST_ENTRIES:
                    self._refuse("too_many_files", here.name, most=MOST_ENTRIES)
                    return
                yield entry

    def _sort_in(self, entry: os.DirEntry[str], here: _Listing) -> None:
        """Put an entry where it belongs, or refuse it. Pipes and devices are never opened: reading one never ends."""
        name = f"{here.name}/{entry.name}"
        if entry.name.startswith("."):
            here.hidden.append(entry.name)
        elif entry.is_symlink() and not self._leads_to_file_inside(entry.path):
            self._refuse("link_out", name)
        elif entry.is_dir() and _ending(entry.name) not in _OTHER_ENDINGS:
            here.folders.append(entry.name)
        elif not entry.is_file():
            self._refuse("no_regular_file", name)
        elif code := _fault_of_name(entry.name):
            self._refuse(code, name, ending=Path(entry.name).suffix)
        else:
            here.files.append(entry.name)

    def _leads_to_file_inside(self, path: str) -> bool:
        target = Path(os.path.realpath(path))
        try:
            regular = stat.S_ISREG(target.lstat().st_mode)
        except OSError:
            return False
        return regular and target.is_relative_to(os.path.realpath(self.root))

    def _refuse(self, code: str, name: str, **args: Any) -> None:
        self.refusals += 1
        self.problems.include(refused(code, printable(name), **args))


def _ending(name: str) -> str:
    return Path(name).suffix.lower()


def _fault_of_name(name: str) -> str | None:
    """Return the code of what is wrong with the name of a file, or `None`."""
    if name in BESIDE_BY_NAME or name.endswith(".yaml"):
        return None
    if _ending(name) in _OTHER_ENDINGS:
        return "wrong_suffix"
    # `penalties.yaml.md` is a rule file put aside, whatever its last ending says.
    put_aside = _OTHER_ENDINGS & {suffix.lower() for suffix in Path(name).suffixes}
    return None if name.endswith((*BESIDE, NOTES)) and not put_aside else "not_beside_rules"
