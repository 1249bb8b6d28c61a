"""The items of a catalogue and the proposals for clean-up, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from enforcement_rules.evaluation.cleanup import ItemState
from enforcement_rules.explanation.wording import Language, Words


def as_catalogue_text(states: Sequence[ItemState], on: dt.date, lang: Language = "zh") -> str:
    """Return the items as text, each with its state and what is proposed."""
    words = Words(lang)
    out = [f"{words.say('deadlines.on')}  {on.isoformat()}"]
    for state in states:
        out += _lines(state, words)
    out.append(words.say("catalogue.sum", n=len(states), proposed=sum(bool(state.proposals) for state in states)))
    return "\n".join(out) + "\n"


def _lines(state: ItemState, words: Words) -> Iterator[str]:
    mark = "✗" if state.proposals else "✓" if state.valid else "–"
    validity = words.say("catalogue.valid" if state.valid else "catalogue.not_valid")
    kind = words.say(f"catalogue.kind.{state.kind}")
    yield f"  {mark} {words.pick(state.zh, state.en)}    [{state.item}; {kind}; {validity}]"
    for proposal in state.proposals:
        yield f"      {words.say(f'catalogue.proposal.{proposal}')}"
