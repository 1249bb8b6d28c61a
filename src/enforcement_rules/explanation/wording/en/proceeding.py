"""The words of a case as it proceeds in English."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "change.outcome": "Outcome",
    "change.same": "{outcome} (as before)",
    "change.from_to": "{before} → {after}",
    "change.breached": "found now",
    "change.cured": "no longer so",
    "change.curable": "can still be cured",
    "change.cure.always": "at any time",
    "change.cure.before": "before: {step}",
    "change.cure.last": "before: {step}, last day {last}",
    "change.settled": "settled",
    "change.unsettled": "open again",
    "change.axis.procedure": "procedure",
    "change.axis.treatment": "treatment",
    "change.axis.amount": "amount",
    "change.remaining": "treatment still possible",
    "change.asked": "asked for now",
    "change.more": "{n} more questions",
    "change.nothing": "nothing else changed",
}
