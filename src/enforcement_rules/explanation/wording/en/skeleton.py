"""The remarks of a new case file in English."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "skeleton.head": "To be filled in, by the law of {day} (--on for an earlier act). What is left empty is unknown.",
    "skeleton.how": "A line with # states nothing; take the # away to fill it in. Names: enforcement-rules names.",
    "skeleton.field": "the field of the instrument cited: {field}",
    "skeleton.cause": "the cause; look it up: enforcement-rules names --what causes; under the provision cited:",
    "skeleton.perhaps": "penalises this cause; take the # away where it applies",
    "skeleton.not_encoded": "this article is not encoded; a person must check the range",
    "skeleton.list": "take the # away, one item each; where all are listed say so in complete",
    "skeleton.steps": "take the # away from steps that were taken; done: false where one surely was not",
    "skeleton.if_any": "{step} (if any)",
    "skeleton.day": "a date, as in 2024-03-05; 2024-03 where only the month is known",
    "skeleton.proposed": "take the # away where something is proposed",
    "skeleton.shall": "must",
    "skeleton.may": "may",
}
