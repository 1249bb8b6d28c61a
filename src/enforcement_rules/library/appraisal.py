"""What is expected of an appraisal, and how one differs from it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

from enforcement_rules.evaluation.appraisal import Appraisal, ItemStatus

STATUSES: tuple[ItemStatus, ...] = ("passed", "failed", "open", "not_applicable")


def _text(raw: Any) -> Any:
    return raw if raw is None else str(raw)


class ExpectedAppraisal(BaseModel):
    """What is expected of the appraisal by one standard.

    `failed` is exact where it is given, the other statuses must be those of the items named; `lowest` and `highest` are
    the score, `missing` the documents that the file lacks for sure.
    """

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    standard: str
    outcome: Literal["fails_by_veto", "faults", "open", "clean"] | None = None
    passed: tuple[str, ...] = ()
    failed: tuple[str, ...] | None = None
    open: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    missing: tuple[str, ...] | None = None
    lowest: Annotated[str | None, BeforeValidator(_text)] = None
    highest: Annotated[str | None, BeforeValidator(_text)] = None

    def id(self, instrument: str | None) -> str:
        """Return the id of the standard; without an instrument it is of the one that the case stands beside."""
        return self.standard if "/" in self.standard or instrument is None else f"{instrument}/{self.standard}"

    def differences(self, appraisal: Appraisal) -> Iterator[tuple[str, Any, Any]]:
        """Yield everything in which an appraisal differs."""
        if self.outcome is not None and appraisal.outcome != self.outcome:
            yield "appraisal.outcome", self.outcome, appraisal.outcome
        for status in STATUSES:
            got = {each.item.name for each in appraisal.with_status(status)}
            expected = getattr(self, status)
            wrong = expected is not None and (got != set(expected) if status == "failed" else set(expected) - got)
            if wrong:
                yield f"appraisal.{status}", sorted(expected), sorted(got)
        missing = {each.kind.document for each in appraisal.documents if each.status == "missing"}
        if self.missing is not None and missing != set(self.missing):
            yield "appraisal.missing", sorted(self.missing), sorted(missing)
        score = {} if appraisal.score is None else appraisal.score.to_dict()
        for end in ("lowest", "highest"):
            if getattr(self, end) is not None and getattr(self, end) != score.get(end):
                yield f"appraisal.{end}", getattr(self, end), score.get(end)
