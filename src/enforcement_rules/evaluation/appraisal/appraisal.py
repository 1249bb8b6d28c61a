"""`appraise`: one case file against a standard (案卷评查), from the findings of the review."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct, field

from enforcement_rules.evaluation.applicability import concerns
from enforcement_rules.evaluation.appraisal.documents import DocumentResult, Filed, FileDocuments
from enforcement_rules.evaluation.appraisal.items_appraised import Frame, ItemResult, results_of
from enforcement_rules.evaluation.appraisal.scoring import Score, score_of
from enforcement_rules.evaluation.appraisal.standards import chosen_standard
from enforcement_rules.evaluation.engine import frames_of, review
from enforcement_rules.evaluation.plan import plan_of
from enforcement_rules.evaluation.proof import NodeWriter
from enforcement_rules.evaluation.verdict import Verdict, trace_of
from enforcement_rules.model.case import Case
from enforcement_rules.rules.appraisal import Standard
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.errors import refuse
from enforcement_rules.values.workdays import PUBLISHED, Calendar

SCHEMA = "enforcement_rules/appraisal/1"
AppraisalOutcome = Literal["fails_by_veto", "faults", "open", "clean"]


class Appraisal(Struct, frozen=True):
    """The appraisal of a case file.

    Attributes:
        outcome: `fails_by_veto` whatever the points; `faults`: some item failed; `open`: none failed, some cannot be
            appraised from the file; `clean`. An item whose source is not verified leaves it open where it fails.
        score: `None` for a standard that states no points.
        remarks: codes with arguments.
        verdict: of the review that the items draw on; not part of the JSON.
    """

    case: Case
    verdict: Verdict
    version: Version
    standard: Standard
    on: dt.date
    outcome: AppraisalOutcome
    items: tuple[ItemResult, ...]
    documents: tuple[DocumentResult, ...]
    not_assigned: tuple[Filed, ...]
    documents_complete: bool
    score: Score | None
    remarks: tuple[tuple[str, dict[str, Any]], ...]
    receipt: Mapping[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The id of the standard."""
        return self.version.rule_id(self.standard.name)

    def with_status(self, status: str) -> tuple[ItemResult, ...]:
        """Return the items of one status."""
        return tuple(item for item in self.items if item.status == status)

    def to_dict(self) -> dict[str, Any]:
        """Return the appraisal as JSON-ready data; the same input gives the same bytes."""
        node = NodeWriter(self.case, self.verdict.vocabulary).write
        head = self.version.head
        written = {
            "schema": SCHEMA,
            "case": self.case.number,
            "organ": self.case.organ.name,
            "on": self.on.isoformat(),
            "standard": {
                "standard": self.id,
                "version": head.version,
                "article": self.standard.article,
                "says": self.standard.says,
                "says_en": self.standard.says_en,
                "verification": sorted({source.verification for source in head.sources}),
            },
            "outcome": self.outcome,
            "score": None if self.score is None else self.score.to_dict(),
            "items": [item.to_dict(node) for item in self.items],
            "documents": {
                "complete": self.documents_complete,
                "of_the_standard": [each.to_dict() for each in self.documents],
                "not_assigned": [each.to_dict() for each in self.not_assigned],
            },
            "remarks": [{"code": code, "args": args} for code, args in self.remarks],
            "review": {"outcome": self.verdict.outcome},
        }
        return written | {"receipt": dict(self.receipt) | {"trace_sha256": trace_of(written)}}


def appraise(
    case: Case,
    rulesets: Rulesets,
    standard: str | None = None,
    on: dt.date | None = None,
    *,
    calendar: Calendar = PUBLISHED,
) -> Appraisal:
    """Return the appraisal of a case file; the public `appraise` (`proceeding`) holds its arguments first.

    Raises:
        InputError: when there is no such standard, several (or one of another field or place) and none was named, none
            in force on the day, or no day.
    """
    plan = plan_of(rulesets)
    base, day, pairs = frames_of(case, rulesets, on, calendar=calendar)
    version, chosen = chosen_standard(rulesets, standard, day)
    here = concerns(version.head, base) is not False
    if standard is None and not here:
        raise refuse("standard_elsewhere", ("--standard",), standard=version.rule_id(chosen.name))
    verdict = review(case, rulesets, day, calendar=calendar)
    frames = (Frame((None, None), base), *(Frame(pair.key, pair.facts) for pair in pairs))
    documents = FileDocuments(case, chosen)
    items = results_of(plan, version, chosen, frames, documents, verdict)
    reasons = [reason for item in items for reason in item.reasons]
    missing, not_seen = (
        frozenset(reason.args["document"] for reason in reasons if reason.code == code)
        for code in ("document_missing", "document_not_seen")
    )
    score, of_score = score_of(items, chosen)
    return Appraisal(
        case=case,
        verdict=verdict,
        version=version,
        standard=chosen,
        on=day,
        outcome=_outcome(items),
        items=items,
        documents=documents.results(missing, not_seen),
        not_assigned=documents.unassigned,
        documents_complete=documents.complete,
        score=score,
        remarks=(*documents.remarks(here), *of_score),
        receipt=_receipt(verdict, version),
    )


def _outcome(items: tuple[ItemResult, ...]) -> AppraisalOutcome:
    failed = [item for item in items if item.status == "failed"]
    if any(each.item.veto for each in failed):
        return "fails_by_veto"
    if any(each.item.verified for each in failed):
        return "faults"
    return "open" if failed or any(item.status == "open" for item in items) else "clean"


def _receipt(verdict: Verdict, version: Version) -> dict[str, Any]:
    own = {"id": version.head.instrument, "version": version.head.version, "sha256": version.sha256}
    used = [each for each in verdict.receipt["rulesets"] if each != own]
    return {key: value for key, value in verdict.receipt.items() if key != "trace_sha256"} | {
        "rulesets": sorted([*used, own], key=lambda each: (each["id"], each["version"]))
    }
