"""What a standard of appraisal must hold together: groups, documents, titles, points."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.loading.reading import Document, Problems
from enforcement_rules.rules.appraisal import KNOWN_GROUPS, AppraisalItem, Standard
from enforcement_rules.rules.instrument import Chapter
from enforcement_rules.values.errors import Path
from enforcement_rules.values.points import points_text
from enforcement_rules.values.titles import normal_title


def check_appraisals(document: Document, chapter: Chapter, problems: Problems) -> None:
    """Note unknown groups and documents, titles that mean two documents, points and grades without a total."""
    for n, standard in enumerate(chapter.appraisals):
        check = _Check(document, standard, ("appraisals", n), problems)
        check.titles()
        check.grades()
        check.items()


def steps_of_documents(chapter: Chapter) -> Iterator[tuple[Path, str]]:
    """Yield the kinds of step that documents of standards prove, with their paths."""
    for n, standard in enumerate(chapter.appraisals):
        for m, kind in enumerate(standard.documents):
            if kind.step is not None:
                yield ("appraisals", n, "documents", m, "step"), kind.step


class _Check:
    """The checks of one standard."""

    def __init__(self, document: Document, standard: Standard, path: Path, problems: Problems) -> None:
        self.document, self.standard, self.path, self.problems = document, standard, path, problems

    def _note(self, code: str, *path: str | int, **args: object) -> None:
        self.problems.add(self.document, code, (*self.path, *path), **args)

    def titles(self) -> None:
        """Hold every document, and every title of one, to be there once."""
        seen: dict[str, str] = {}
        names: set[str] = set()
        for n, kind in enumerate(self.standard.documents):
            if kind.document in names:
                self._note("document_twice", "documents", n, "document", name=kind.document)
            names.add(kind.document)
            names_of_it: list[Path] = [("zh",), ("en",)] if kind.en else [("zh",)]
            places = [*names_of_it, *(("aliases", m) for m in range(len(kind.aliases)))]
            for place, title in zip(places, kind.titles(), strict=True):
                normal = normal_title(title)
                if normal in seen:
                    self._note("alias_twice", "documents", n, *place, title=title, name=seen[normal])
                seen.setdefault(normal, kind.document)

    def grades(self) -> None:
        """Hold grades to a total, each with a name and a bound of its own."""
        total, seen = self.standard.total, set[object]()
        for n, grade in enumerate(self.standard.grades):
            if total is None:
                self._note("grades_without_total", "grades", n)
            elif grade.at_least > total:
                self._note("grade_above_total", "grades", n, "at_least", total=points_text(total))
            if {grade.name, grade.at_least} & seen:
                self._note("grade_twice", "grades", n, name=grade.name)
            seen |= {grade.name, grade.at_least}

    def items(self) -> None:
        """Hold every item to groups and documents that there are, and to points that can be."""
        groups = (*KNOWN_GROUPS, *(name for name in self.standard.groups if name not in KNOWN_GROUPS))
        documents = [kind.document for kind in self.standard.documents]
        for name, group in self.standard.groups.items():
            if group.most is not None and self.standard.total is None:
                self._note("points_without_total", "groups", name, "most")
        for n, item in enumerate(self.standard.items):
            if item.group not in groups:
                self._note("unknown_group", "items", n, "group", group=item.group, expected=groups)
            for m, name in enumerate(item.requires.documents if item.requires else ()):
                if name not in documents:
                    path = ("items", n, "requires", "documents", m)
                    self._note("unknown_document", *path, name=name, expected=documents)
            self._points(n, item)

    def _points(self, n: int, item: AppraisalItem) -> None:
        if item.points is not None and self.standard.total is None:
            self._note("points_without_total", "items", n, "points")
        for key, value in (("deduct", item.deduct), ("most", item.most)):
            if value is None:
                continue
            if item.points is None:
                self._note("deduct_without_points", "items", n, key, key=key)
            elif value > (item.dearest if key == "deduct" else item.points):
                limit = item.dearest if key == "deduct" else item.points
                self._note("deduct_above_points", "items", n, key, key=key, points=points_text(limit))
