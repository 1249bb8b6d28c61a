"""Parties, organs and violations by their names; by what the file calls them where it names nobody."""

from __future__ import annotations

from typing import Any

from enforcement_rules.explanation.wording import Words


def party_name(case: Any, id_: str, words: Words) -> str:
    """Return the name of a party; without one what the file calls it."""
    name = next((party.name for party in case.parties if party.id == id_), None)
    return name or words.say("pair.party", id=id_)


def violation_name(case: Any, id_: str, causes: Any, words: Words) -> str:
    """Return a violation by what the file calls it, with its cause where that is known."""
    cause = next((causes.get(each.cause) for each in case.violations if each.id == id_), None)
    if cause is None:
        return words.say("pair.violation", id=id_)
    return words.say("pair.violation_of", id=id_, cause=words.pick(cause.zh, cause.en))


def speaker_name(speaker: str | None, words: Words) -> str:
    """Return who says something: organ, party and court by name, others as the file calls them, in quotation marks."""
    if speaker is None:
        return words.say("the_file")
    return words.table.get(f"speaker.{speaker}") or words.quoted(speaker)
