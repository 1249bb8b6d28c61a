"""Folders of rulesets become `Rulesets`: one folder, one version of one instrument."""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from enforcement_rules.loading.reading import Document, Problems, read_document, refused, validate
from enforcement_rules.loading.rulesets.chapters import read_chapter
from enforcement_rules.loading.rulesets.checks import Chapters, check_rules, check_versions
from enforcement_rules.loading.rulesets.definition_checks import check_definitions
from enforcement_rules.loading.vocabulary import CausesFile, VocabularySource, join_vocabularies, read_vocabulary
from enforcement_rules.model.vocabulary import Label2, Vocabulary
from enforcement_rules.rules.instrument import Chapter, Instrument
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.errors import InputError

HEAD, VOCABULARY, CAUSES = "instrument.yaml", "vocabulary.yaml", "causes.yaml"
_NO_RULES = (".cases.yaml",)


def load_rulesets(*directories: str | Path) -> Rulesets:
    """Load rulesets; without directories those that come with the library.

    Args:
        directories: each a folder of instrument folders, with `vocabulary.yaml` and `causes.yaml` where it has its own,
            or one instrument folder. They replace the rulesets of the library; where a folder has no general
            vocabulary, that of the library is used.

    Raises:
        InputError: with everything that is wrong in any of the files, in the order of the files.
    """
    if not directories:
        return _shipped()
    return _Loader().load([Path(directory) for directory in directories])


@functools.cache
def _shipped() -> Rulesets:
    return _Loader().load([shipped_directory()])


def shipped_directory() -> Path:
    """Return the folder of the rulesets that come with the library: inside the package, or of the checkout."""
    package = Path(str(resources.files("enforcement_rules")))
    packaged = package / "_rulesets"
    return packaged if packaged.is_dir() else package.parents[1] / "rulesets"


@dataclass
class _Folder:
    """One instrument folder as it was read."""

    head: Document | None
    vocabulary: Document | None
    causes: Document | None
    chapters: list[Document]

    @property
    def sha256(self) -> str:
        """The hash over the names and hashes of its files, in the order of the names."""
        files = [self.head, self.vocabulary, self.causes, *self.chapters]
        lines = sorted(f"{document.name.rpartition('/')[2]} {document.sha256}\n" for document in files if document)
        return hashlib.sha256("".join(lines).encode()).hexdigest()


class _Loader:
    """Reads directories and gathers what is wrong with them."""

    def __init__(self) -> None:
        self.problems = Problems()
        self.vocabularies: list[VocabularySource] = []
        self.causes: dict[str, Label2] = {}
        self.causes_declared = False
        self.vocabulary_broken = False
        self.general_hashes: list[str] = []
        self.chapters: Chapters = []

    def load(self, directories: list[Path]) -> Rulesets:
        folders = [folder for directory in directories for folder in self._directory(directory)]
        if not all(self._has_vocabulary(directory) for directory in directories):
            # Its causes lend their names; a folder without a list of its own may have causes that are new.
            self._general(shipped_directory(), declares=False)
        read = [(folder, self._head(folder)) for folder in folders]
        whole = not self.vocabulary_broken
        vocabulary = join_vocabularies(self.vocabularies, self.causes, self.problems, whole=whole)
        versions = []
        for folder, head in read:
            chapters = self._chapters(folder, vocabulary if whole else None)
            if head is not None and folder.head is not None:
                versions.append((folder.head, Version(head, chapters, folder.sha256)))
        check_definitions(self.chapters, vocabulary, self.problems)
        check_versions(versions, self.problems)
        if self.problems:
            raise self.problems.error()
        words = hashlib.sha256("".join(sorted(self.general_hashes)).encode()).hexdigest()
        return Rulesets(_by_instrument(version for _, version in versions), vocabulary, words)

    def _chapters(self, folder: _Folder, vocabulary: Vocabulary | None) -> dict[str, Chapter]:
        read = [(document, read_chapter(document, vocabulary, self.problems)) for document in folder.chapters]
        whole = [(document, chapter) for document, chapter in read if chapter is not None]
        causes = frozenset(self.causes) if self.causes_declared else None
        if vocabulary is not None:
            check_rules(whole, vocabulary, causes, self.problems)
            self.chapters += whole
        return {document.name.rpartition("/")[2]: chapter for document, chapter in whole}

    def _directory(self, directory: Path) -> Iterator[_Folder]:
        name = _name(directory)
        if not directory.is_dir():
            self.problems.include(refused("no_directory", name))
            return
        if (directory / HEAD).is_file():
            yield from self._folder(directory, name)
            return
        self._general(directory)
        before = 0
        for path in sorted(directory.iterdir()):
            if path.is_dir() and _is_instrument(path):
                before += 1
                yield from self._folder(path, f"{name}/{path.name}")
        if not before:
            self.problems.include(refused("no_instrument", name))

    def _has_vocabulary(self, directory: Path) -> bool:
        return not (directory / HEAD).is_file() and (directory / VOCABULARY).is_file()

    def _general(self, directory: Path, *, declares: bool = True) -> None:
        name = _name(directory)
        if (document := self._read(directory / VOCABULARY, f"{name}/{VOCABULARY}", optional=True)) is not None:
            self._add_vocabulary(document, None)
            self.general_hashes.append(document.sha256)
        if (document := self._causes(directory, name)) is not None:
            self.general_hashes.append(document.sha256)
            self.causes_declared = self.causes_declared or declares

    def _causes(self, directory: Path, name: str) -> Document | None:
        """Read the causes that a directory or an instrument folder declares; none is declared twice in other words."""
        document = self._read(directory / CAUSES, f"{name}/{CAUSES}", optional=True)
        file = None if document is None else validate(CausesFile, document.data, document, self.problems)
        if document is None or file is None:
            return None
        for cause, label in file.causes.items():
            if self.causes.setdefault(cause, label) != label:
                self.problems.add(document, "conflicting_cause", ("causes", cause), cause=cause)
        return document

    def _folder(self, directory: Path, name: str) -> Iterator[_Folder]:
        for path in sorted(directory.glob("*.yml")):
            self.problems.include(refused("wrong_suffix", f"{name}/{path.name}"))
        if not (directory / HEAD).is_file():
            self.problems.include(refused("missing_instrument", name))
            return
        head = self._read(directory / HEAD, f"{name}/{HEAD}")
        vocabulary = self._read(directory / VOCABULARY, f"{name}/{VOCABULARY}", optional=True)
        chapters = [self._read(path, f"{name}/{path.name}") for path in _rule_files(directory)]
        causes = self._causes(directory, name)
        yield _Folder(head, vocabulary, causes, [document for document in chapters if document is not None])

    def _head(self, folder: _Folder) -> Instrument | None:
        head = validate(Instrument, folder.head.data, folder.head, self.problems) if folder.head else None
        if folder.vocabulary is not None:
            self._add_vocabulary(folder.vocabulary, head.instrument if head else None)
        return head

    def _add_vocabulary(self, document: Document, instrument: str | None) -> None:
        source = read_vocabulary(document, instrument, self.problems)
        if source is None:
            self.vocabulary_broken = True
        else:
            self.vocabularies.append(source)

    def _read(self, path: Path, name: str, *, optional: bool = False) -> Document | None:
        if optional and not path.is_file():
            return None
        self.problems.file(name)
        try:
            return read_document(path, name)
        except InputError as error:
            self.problems.include(error)
            self.vocabulary_broken = self.vocabulary_broken or path.name == VOCABULARY
            return None


def _name(directory: Path) -> str:
    # Verdicts name the places of rules; those of the library are named alike on every machine.
    return "rulesets" if directory == shipped_directory() else directory.as_posix()


def _is_instrument(directory: Path) -> bool:
    return not directory.name.startswith((".", "_")) and any(directory.glob("*.y*ml"))


def _rule_files(directory: Path) -> list[Path]:
    return [
        path
        for path in sorted(directory.glob("*.yaml"))
        if path.name not in (HEAD, VOCABULARY, CAUSES) and not path.name.endswith(_NO_RULES)
    ]


def _by_instrument(versions: Iterable[Version]) -> dict[str, tuple[Version, ...]]:
    found: dict[str, list[Version]] = {}
    for version in versions:
        found.setdefault(version.head.instrument, []).append(version)
    return {
        instrument: tuple(sorted(each, key=lambda version: version.head.in_force.from_ or dt.date.min))
        for instrument, each in sorted(found.items())
    }
