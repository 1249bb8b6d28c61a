"""The documents of a case file under a standard's table: each title is one of its names, or is not assigned."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Literal

from msgspec import Struct

from enforcement_rules.model.case import Case
from enforcement_rules.rules.appraisal import DocumentKind, Standard
from enforcement_rules.values.fact_type import FactType
from enforcement_rules.values.titles import normal_title

DocumentStatus = Literal["present", "missing", "not_seen", "not_required"]
_DATE = FactType("date")


class Filed(Struct, frozen=True):
    """A document as the case lists it; `where` is its `file:line`."""

    title: str
    id: str | None
    on: Any
    pages: str | None
    step: str | None
    where: str | None

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "title": self.title,
            "id": self.id,
            "on": None if self.on is None else _DATE.show(self.on),
            "pages": self.pages,
            "step": self.step,
            "where": self.where,
        }


class DocumentResult(Struct, frozen=True):
    """A document of the standard: whether the file holds it, and under which titles."""

    kind: DocumentKind
    status: DocumentStatus
    filed: tuple[Filed, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "document": self.kind.document,
            "zh": self.kind.zh,
            "en": self.kind.en,
            "step": self.kind.step,
            "status": self.status,
            "filed": [each.to_dict() for each in self.filed],
        }


class FileDocuments:
    """The documents of a case, assigned by title alone: never to what a title merely resembles."""

    def __init__(self, case: Case, standard: Standard) -> None:
        """Keep the case and the table of the standard."""
        self.case, self.standard = case, standard
        self.complete = case.is_complete("documents")

    @cached_property
    def kinds(self) -> dict[str, DocumentKind]:
        """The documents of the standard by name."""
        return {kind.document: kind for kind in self.standard.documents}

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {normal_title(title): kind.document for kind in self.standard.documents for title in kind.titles()}

    @cached_property
    def assigned(self) -> dict[str, tuple[Filed, ...]]:
        """What the file holds of every document of the standard that it does hold."""
        found: dict[str, list[Filed]] = {}
        for filed in self._all():
            if (name := self._titles.get(normal_title(filed.title))) is not None:
                found.setdefault(name, []).append(filed)
        return {name: tuple(each) for name, each in found.items()}

    @cached_property
    def unassigned(self) -> tuple[Filed, ...]:
        """Documents under titles that the standard does not know, in the order of the file."""
        return tuple(filed for filed in self._all() if normal_title(filed.title) not in self._titles)

    def _all(self) -> Iterator[Filed]:
        for n, each in enumerate(self.case.documents):
            yield Filed(each.title, each.id, each.on, each.pages, each.step, self.case.where(("documents", n)))

    def may_be(self, name: str) -> tuple[Filed, ...]:
        """Return the unassigned documents that say that they belong to the step which a missing one proves."""
        step = self.kinds[name].step
        return tuple(filed for filed in self.unassigned if step is not None and filed.step == step)

    def results(self, missing: frozenset[str], not_seen: frozenset[str]) -> tuple[DocumentResult, ...]:
        """Return every document of the standard, given those that items miss for sure or do not see."""
        return tuple(
            DocumentResult(kind, self._status(kind.document, missing, not_seen), self.assigned.get(kind.document, ()))
            for kind in self.standard.documents
        )

    def _status(self, name: str, missing: frozenset[str], not_seen: frozenset[str]) -> DocumentStatus:
        if name in self.assigned:
            return "present"
        return "missing" if name in missing else "not_seen" if name in not_seen else "not_required"

    def remarks(self, standard_concerns: bool) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield what an appraiser should know of the list of documents."""
        if not standard_concerns:
            yield "standard_elsewhere", {}
        if self.standard.documents:
            if not self.complete:
                yield "documents_open", {}
            if self.unassigned:
                yield "titles_not_assigned", {"n": len(self.unassigned)}
            yield from self._steps()

    def _steps(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield documents whose step the case does not state, and steps whose documents a complete list lacks."""
        done = {step.step for step in self.case.steps if step.done}
        proving: dict[str, list[str]] = {}
        for kind in self.standard.documents:
            if kind.step is None:
                continue
            proving.setdefault(kind.step, []).append(kind.document)
            if kind.document in self.assigned and kind.step not in done:
                yield "document_without_step", {"document": kind.document, "step": kind.step}
        for step, names in proving.items():
            if self.complete and step in done and not any(name in self.assigned for name in names):
                yield "step_without_document", {"step": step, "documents": names}
        for name, each in self.assigned.items():
            proves = self.kinds[name].step
            for filed in each:
                if filed.step is not None and proves is not None and filed.step != proves:
                    yield "document_of_other_step", {"document": name, "step": filed.step, "where": filed.where or ""}
