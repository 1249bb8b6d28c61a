"""Folders of rulesets become `Rulesets`: one folder, one version of one instrument."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from enforcement_rules.loading.reading import Document, Problems, Rest, read_document, validate
from enforcement_rules.loading.rulesets.cause_checks import check_causes
from enforcement_rules.loading.rulesets.chapters import ChapterProblems, read_chapter
from enforcement_rules.loading.rulesets.checks import Chapters, check_rules, check_versions
from enforcement_rules.loading.rulesets.definition_checks import check_definitions
from enforcement_rules.loading.rulesets.discovery import (
    CAUSES,
    FIELDS,
    HEAD,
    VOCABULARY,
    Discovery,
    InstrumentFolder,
    discover,
)
from enforcement_rules.loading.rulesets.fields import (
    add_fields,
    check_fields_of_head,
    check_fields_of_items,
    check_home,
    check_places_of_head,
)
from enforcement_rules.loading.rulesets.references import Known, References
from enforcement_rules.loading.rulesets.shipped import shipped_directory, shown_name
from enforcement_rules.loading.vocabulary import (
    CausesFile,
    VocabularySource,
    join_vocabularies,
    read_vocabulary,
    told_apart,
)
from enforcement_rules.model.vocabulary import Cause, Vocabulary, agreed_cause
from enforcement_rules.rules.base import KeyedName
from enforcement_rules.rules.instrument import Chapter, Instrument
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.errors import InputError
from enforcement_rules.values.messages import printable


def read_folders(directories: list[Path], library: Callable[[], Rulesets] | None = None) -> Rulesets:
    """Read and check everything in some directories.

    Args:
        directories: the directories, all of which are read.
        library: the rulesets of the library, whose names are known; `None` where they are read.

    Raises:
        InputError: with everything that is wrong in any of the files, in the order of the files.
    """
    return _Loader(library).load(directories)


class _Folder(Struct):
    """One instrument folder as it was read."""

    found: InstrumentFolder
    head: Document | None
    vocabulary: Document | None
    causes: Document | None
    chapters: list[Document]
    by_field: bool

    @property
    def sha256(self) -> str:
        """The hash over the names and hashes of its files, in the order of the names."""
        files = [self.head, self.vocabulary, self.causes, *self.chapters]
        lines = sorted(f"{document.name.rpartition('/')[2]} {document.sha256}\n" for document in files if document)
        return hashlib.sha256("".join(lines).encode()).hexdigest()


class _Loader:
    """Reads directories and gathers what is wrong with them."""

    def __init__(self, library: Callable[[], Rulesets] | None) -> None:
        self.library = library
        self.problems = Problems()
        self.vocabularies: list[VocabularySource] = []
        self.causes: dict[str, Cause] = {}
        self.cause_files: list[tuple[Document, CausesFile]] = []
        self.fields: dict[str, KeyedName] = {}
        self.fields_broken = False
        self.vocabulary_broken = False
        self.unread = False
        self.rests: dict[str, Rest] = {}
        self.general_hashes: list[str] = []
        self.chapters: Chapters = []

    def load(self, directories: list[Path]) -> Rulesets:
        found = [discover(directory, shown_name(directory), self.problems) for directory in directories]
        if self.problems:
            # Names first: while some are wrong, it cannot be told what the other files lack.
            raise self.problems.error()
        self._shipped_fields(found)
        folders = [folder for directory in found for folder in self._directory(directory)]
        if not all(VOCABULARY in directory.general for directory in found):
            # Its causes lend their names; a folder without a list of its own may have causes that are new.
            self._general(shipped_directory(), frozenset({VOCABULARY, CAUSES}))
        read = list(_once((folder, self._head(folder)) for folder in folders))
        whole = not self.vocabulary_broken
        vocabulary = join_vocabularies(self.vocabularies, self.causes, self.problems, whole=whole)
        versions = []
        for folder, head in read:
            chapters = self._chapters(folder, vocabulary if whole else None)
            if head is not None and folder.head is not None:
                versions.append((folder.head, Version(head, chapters, folder.sha256)))
        check_definitions(self.chapters, vocabulary, ChapterProblems(self.problems, self.rests))
        check_versions(versions, self.problems)
        self._check_references(version for _, version in versions)
        if self.problems:
            raise told_apart(self.problems.error(), vocabulary)
        words = hashlib.sha256("".join(sorted(self.general_hashes)).encode()).hexdigest()
        return Rulesets(_by_instrument(version for _, version in versions), vocabulary, words, self.fields)

    def _check_references(self, versions: Iterable[Version]) -> None:
        # While a file could not be read, what others name may stand in it.
        if not (self.unread or self.vocabulary_broken):
            known = Known(versions, self.causes, self.fields)
            found = ChapterProblems(self.problems, self.rests)
            references = References(known, self.library, found, every_duty=not self.rests)
            references.check(self.chapters)
            check_causes(self.cause_files, self.causes, references, found)

    def _chapters(self, folder: _Folder, vocabulary: Vocabulary | None) -> dict[str, Chapter]:
        whole = []
        for document in folder.chapters:
            rest = read_chapter(document, vocabulary, self.problems)
            if rest.model is None:
                self.unread = True
                continue
            if rest.aside or rest.meant:
                self.rests[document.name] = rest
            whole.append((document, rest.model))
        self.unread = self.unread or len(folder.chapters) < len(folder.found.chapters)
        if vocabulary is not None:
            check_rules(whole, vocabulary, ChapterProblems(self.problems, self.rests))
            self.chapters += whole
        if not self.fields_broken:
            for document, chapter in whole:
                check_fields_of_items(document, chapter, self.fields, ChapterProblems(self.problems, self.rests))
        return {document.name.rpartition("/")[2]: chapter for document, chapter in whole}

    def _directory(self, found: Discovery) -> Iterator[_Folder]:
        self._general(found.root, found.general)
        self._fields(found.root, found.general)
        for folder in found.instruments:
            yield self._folder(folder, by_field=FIELDS in found.general)

    def _general(self, directory: Path, files: frozenset[str]) -> None:
        name = shown_name(directory)
        if VOCABULARY in files and (document := self._read(directory, name, VOCABULARY)) is not None:
            self._add_vocabulary(document, None)
            self.general_hashes.append(document.sha256)
        if CAUSES in files and (document := self._causes(directory, name)) is not None:
            self.general_hashes.append(document.sha256)

    def _shipped_fields(self, found: list[Discovery]) -> None:
        """Read the fields of the library, which rulesets may add to but need not repeat."""
        shipped = shipped_directory()
        if all(directory.root != shipped for directory in found) and (shipped / FIELDS).is_file():
            self._fields(shipped, frozenset({FIELDS}))

    def _fields(self, directory: Path, files: frozenset[str]) -> None:
        if FIELDS not in files:
            return
        document = self._read(directory, shown_name(directory), FIELDS)
        if document is None or not add_fields(document, self.fields, self.problems):
            self.fields_broken = True

    def _causes(self, directory: Path, name: str) -> Document | None:
        """Read the causes that a directory or an instrument folder declares; none is declared twice in other words."""
        document = self._read(directory, name, CAUSES)
        file = None if document is None else validate(CausesFile, document.data, document, self.problems)
        if document is None or file is None:
            self.unread = True
            return None
        for cause, label in file.causes.items():
            known = agreed_cause(self.causes.get(cause, label), label)
            self.causes[cause] = known or self.causes[cause]
            if known is None:
                self.problems.add(document, "conflicting_cause", ("causes", cause), cause=cause)
        self.cause_files.append((document, file))
        return document

    def _folder(self, found: InstrumentFolder, *, by_field: bool) -> _Folder:
        head = self._read(found.path, found.name, HEAD)
        vocabulary = self._read(found.path, found.name, VOCABULARY) if found.has_vocabulary else None
        chapters = [self._read(found.path, found.name, file) for file in found.chapters]
        causes = self._causes(found.path, found.name) if found.has_causes else None
        return _Folder(found, head, vocabulary, causes, [each for each in chapters if each is not None], by_field)

    def _head(self, folder: _Folder) -> Instrument | None:
        head = validate(Instrument, folder.head.data, folder.head, self.problems) if folder.head else None
        self.unread = self.unread or head is None
        if folder.vocabulary is not None:
            self._add_vocabulary(folder.vocabulary, head.instrument if head else None)
        if head is not None and folder.head is not None and not self.fields_broken:
            check_fields_of_head(folder.head, head, self.fields, self.problems)
            check_places_of_head(folder.head, head, self.problems)
            if folder.by_field:
                check_home(folder.head, head, folder.found.home, self.fields, self.problems)
        return head

    def _add_vocabulary(self, document: Document, instrument: str | None) -> None:
        source = read_vocabulary(document, instrument, self.problems)
        if source is None:
            self.vocabulary_broken = True
        else:
            self.vocabularies.append(source)

    def _read(self, directory: Path, name: str, file: str) -> Document | None:
        shown = f"{name}/{file}"
        self.problems.file(printable(shown))
        try:
            document = read_document(directory / file, shown, mend=True)
        except InputError as error:
            self.problems.include(error)
            self.vocabulary_broken = self.vocabulary_broken or file == VOCABULARY
            return None
        if document.slips:
            self.problems.include(InputError(document.slips))
            if file == VOCABULARY:  # what it lost would be missed everywhere
                self.vocabulary_broken = True
                return None
        return document


def _once(read: Iterable[tuple[_Folder, Instrument | None]]) -> Iterator[tuple[_Folder, Instrument | None]]:
    """Yield folders with their heads; of several that hold the same files of one version only the first."""
    seen: set[tuple[str, str]] = set()
    for folder, head in read:
        version = None if head is None else (head.id, folder.sha256)
        if version is None or version not in seen:
            yield folder, head
        if version is not None:
            seen.add(version)


def _by_instrument(versions: Iterable[Version]) -> dict[str, tuple[Version, ...]]:
    found: dict[str, list[Version]] = {}
    for version in versions:
        found.setdefault(version.head.instrument, []).append(version)
    return {
        instrument: tuple(sorted(each, key=lambda version: version.head.in_force.from_ or dt.date.min))
        for instrument, each in sorted(found.items())
    }
