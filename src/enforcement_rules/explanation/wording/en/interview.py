"""The English sentences of an interview."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "interview.progress": "{answered} answered; {left} left that matter. "
    "Procedure {procedure}, treatment {treatment}, amount {amount}",
    "interview.axis.settled": "settled",
    "interview.axis.open": "open",
    "interview.help": "Answer; don't know: ?   question before: <   stop: q (what was answered is in the file)",
    "interview.yes_no": "yes / no",
    "interview.done": "yes / no, or the date (such as 2024-03-05)",
    "interview.lacking": "Which are missing?",
    "interview.together": "All of them? If one is not, say no, and each is asked for",
    "interview.key": "goes to: {path}",
    "interview.settled": "Settled: {outcome}",
    "interview.nothing_left": "Nothing that matters is left to be answered here; conclusion: {outcome}",
    "interview.stopped": "Stopped; conclusion: {outcome}",
    "interview.answered": "{n} answered, all written to {file}",
    "interview.first": "This is the first question; there is none before",
}
