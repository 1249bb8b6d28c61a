"""Case files, and the same thing as plain Python values, become a `Case`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path as FilePath
from typing import Any

from enforcement_rules.loading.cases.by_hand import check_stated
from enforcement_rules.loading.cases.citations import with_instruments
from enforcement_rules.loading.cases.coherence import check_case
from enforcement_rules.loading.cases.element_checks import check_elements
from enforcement_rules.loading.cases.names import check_names
from enforcement_rules.loading.cases.preparation import prepared
from enforcement_rules.loading.cases.remaining import RemainingProblems
from enforcement_rules.loading.naming import canonical
from enforcement_rules.loading.reading import (
    Document,
    Problems,
    mended_document,
    plain_document,
    read_document,
    validate_rest,
)
from enforcement_rules.loading.rulesets import load_rulesets
from enforcement_rules.loading.vocabulary import told_apart
from enforcement_rules.model.case import Case
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.arguments import hold_argument, hold_path
from enforcement_rules.values.errors import InputError
from enforcement_rules.values.log import log


def load_case(source: str | FilePath | Mapping[str, Any] | Document, rulesets: Rulesets | None = None) -> Case:
    """Load a case.

    Args:
        source: path of a YAML or JSON file; a mapping of the same shape with JSON types, dates and Decimals; or a
            document that was read already, such as the part of a larger file.
        rulesets: whose vocabulary says which facts there are; default: those of the library.

    Raises:
        InputError: with everything that is wrong, in the order of the file.
    """
    document = _document(source)
    if rulesets is not None:
        hold_argument("rulesets", rulesets, Rulesets, "Rulesets, as load_rulesets() returns them")
    law = load_rulesets() if rulesets is None else rulesets
    problems = Problems()
    case, named = _read(document, law, problems)
    if case is None or problems:
        raise told_apart(_in_one_round(document, law, problems), law.vocabulary)
    case._places = named.places
    case._sha256 = document.sha256
    case._checked = id(case)
    log("debug", "case %s read from %s", case.number, document.name or "a mapping")
    return case


def check_by_hand(case: Case, law: Rulesets) -> None:
    """Hold a case that was built in Python to what a file is held to: facts and names that exist, references, orders.

    A case that `load_case` returned is not looked at again; a copy of it is.

    Raises:
        InputError: with everything that is wrong, by the paths inside the case.
    """
    if case._checked == id(case):
        return
    problems, document = Problems(), Document("", {})
    check_stated(case, document, law.vocabulary, problems)
    check_case(case, document, law.vocabulary, problems)
    check_elements(case, document, law, problems)
    check_names(case, document, law, problems)
    if problems:
        raise problems.error()
    case._checked = id(case)


def _read(written: Document, law: Rulesets, problems: Problems) -> tuple[Case | None, Document]:
    """Read what can be read of a case and note everything wrong with it; the case is one only where nothing is.

    Returns:
        the case and the document with English names.
    """
    problems.file(written.name)
    if written.slips:
        problems.include(InputError(written.slips))
    document = canonical(written, law, problems)
    data = prepared(document, law.vocabulary, problems)
    if data is None:
        return None, document
    named = with_instruments(data, law)
    rest = validate_rest(Case, named, document, problems)
    if rest.model is not None:
        left = RemainingProblems(problems, document, rest, named) if problems else problems
        check_case(rest.model, document, law.vocabulary, left)
        check_elements(rest.model, document, law, left)
        check_names(rest.model, document, law, left)
    return rest.model, document


def _in_one_round(document: Document, law: Rulesets, problems: Problems) -> InputError:
    """Return everything wrong with a case; marks of YAML that stand as text may explain some of it, and hide more."""
    found = _without_echoes(problems.error(), document)
    lines = {each.place.line for each in found.problems if each.place and each.code in _OF_STRUCTURE}
    try:
        again = mended_document(document, lines) if lines else None
    except InputError:
        return found
    if again is None:
        return found
    mended = Problems()
    _read(again, law, mended)
    return _without_echoes(mended.error(), again)


def _without_echoes(error: InputError, document: Document) -> InputError:
    """Leave out what is said of the very place of a slip: it is said of what stands there in its stead."""
    slips = {each.place for each in document.slips}
    return InputError([each for each in error.problems if each.place not in slips or each in document.slips])


_OF_STRUCTURE = frozenset(
    {
        "expected_mapping",
        "expected_list",
        "missing_key",
        "unknown_key",
        "unexpected_key",
        "unknown_fact_key",
    }
)
"""Codes of problems which a full-width mark may explain."""


def _document(source: str | FilePath | Mapping[str, Any] | Document) -> Document:
    if isinstance(source, Document):
        return source
    if not isinstance(source, Mapping):
        hold_argument("source", source, (str, os.PathLike), "a path (str or pathlib.Path) or a mapping")
        hold_path("source", source)
    return plain_document(source) if isinstance(source, Mapping) else read_document(source, mend=True)
