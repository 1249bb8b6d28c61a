"""The words of item catalogues in English."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "catalogue.sum": "{n} items, {proposed} with a proposal (only a proposal: the law itself is to be amended)",
    "catalogue.valid": "valid",
    "catalogue.not_valid": "not in force, suspended or cancelled",
    "catalogue.kind.administrative_penalty": "penalty",
    "catalogue.kind.administrative_licence": "licence",
    "catalogue.kind.administrative_levy": "levy",
    "catalogue.kind.administrative_requisition": "requisition",
    "catalogue.kind.administrative_confirmation": "confirmation",
    "catalogue.kind.administrative_payment": "payment",
    "catalogue.kind.administrative_compulsion": "compulsion",
    "catalogue.kind.administrative_inspection": "inspection",
    "catalogue.proposal.no_basis": "no law, regulation or rule it rests on is in force: cancel",
    "catalogue.proposal.unused_for_five_years": "local law only, unused for five years: cancel, adjust, suspend",
    "catalogue.proposal.rare_and_not_needed": "rests on local law only, rare and not needed: cancel, adjust, suspend",
    "catalogue.proposal.duplicate": "doubles another item: cancel or adjust",
    "catalogue.proposal.not_for_townships": "to be cleaned up, so not for townships any more",
}
