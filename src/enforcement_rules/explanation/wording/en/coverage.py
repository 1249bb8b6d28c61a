"""The words of the coverage of the law in English."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "coverage.columns": "{columns}  text",
    "coverage.text": "text",
    "coverage.from": "in force",
    "coverage.articles": "penalty articles",
    "coverage.encoded": "encoded",
    "coverage.partly": "partly",
    "coverage.draft": "draft",
    "coverage.gap": "gap",
    "coverage.missing": "missing",
    "coverage.sum": "sum of {n} texts",
    "coverage.no_day": "unknown",
    "coverage.unverified": "{day} (unverified)",
    "coverage.open": "paragraphs left: {numbers}",
    "coverage.gap_reason": "gap {name} ({reason})",
}
