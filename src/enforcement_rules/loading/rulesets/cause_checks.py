"""What causes say of each other: the same act in another law, what an act became in a later wording."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from enforcement_rules.loading.reading import Document, Problems
from enforcement_rules.loading.rulesets.references import References
from enforcement_rules.loading.vocabulary import CausesFile
from enforcement_rules.model.vocabulary import Cause
from enforcement_rules.values.errors import Path


def check_causes(
    files: list[tuple[Document, CausesFile]], causes: Mapping[str, Cause], known: References, problems: Problems
) -> None:
    """Note links to causes that nobody declares, of a cause to itself, and acts that become one another in a circle.

    Args:
        files: the files of causes.
        causes: all causes, with the links of every file.
        known: what is held by what is loaded, and by the library where that was left out.
        problems: where everything wrong is noted.
    """
    for document, file in files:
        for cause, entry in file.causes.items():
            for path, other in _links(cause, entry):
                if other == cause:
                    problems.add(document, "cause_itself", path, cause=cause)
                else:
                    known.named(document, path, "cause", other)
            if entry.becomes is not None and entry.becomes != cause and _returns(cause, causes):
                problems.add(document, "causes_in_a_circle", ("causes", cause, "becomes"), cause=cause)


def _links(cause: str, entry: Cause) -> Iterator[tuple[Path, str]]:
    yield from ((("causes", cause, "also", n), other) for n, other in enumerate(entry.also))
    if entry.becomes is not None:
        yield ("causes", cause, "becomes"), entry.becomes


def _returns(cause: str, causes: Mapping[str, Cause]) -> bool:
    """Say whether what a cause becomes, sooner or later, is itself, or the same act in another law."""
    same = {cause, *causes[cause].also, *(name for name, entry in causes.items() if cause in entry.also)}
    seen: set[str] = set()
    other = causes[cause].becomes
    while other is not None and other not in seen:
        if other in same:
            return True
        seen.add(other)
        other = causes[other].becomes if other in causes else None
    return False
