"""Case files, and the same thing as plain Python values, become a `Case`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path as FilePath
from typing import Any

from enforcement_rules.loading.cases.citations import with_instruments
from enforcement_rules.loading.cases.coherence import check_case
from enforcement_rules.loading.cases.element_checks import check_elements
from enforcement_rules.loading.cases.names import check_names
from enforcement_rules.loading.cases.preparation import prepared
from enforcement_rules.loading.naming import canonical
from enforcement_rules.loading.reading import Document, Problems, plain_document, read_document, validate
from enforcement_rules.loading.rulesets import load_rulesets
from enforcement_rules.model.case import Case
from enforcement_rules.rules.ruleset import Rulesets


def load_case(source: str | FilePath | Mapping[str, Any] | Document, rulesets: Rulesets | None = None) -> Case:
    """Load a case.

    Args:
        source: path of a YAML or JSON file; a mapping of the same shape with JSON types, dates and Decimals; or a
            document that was read already, such as the part of a larger file.
        rulesets: whose vocabulary says which facts there are; default: those of the library.

    Raises:
        InputError: with everything that is wrong, in the order of the file.
    """
    law = rulesets or load_rulesets()
    problems = Problems()
    document = canonical(_document(source), law, problems)
    data = prepared(document, law.vocabulary, problems)
    case = None if data is None else validate(Case, with_instruments(data, law), document, problems)
    if case is not None:
        check_case(case, document, law.vocabulary, problems)
        check_elements(case, document, law, problems)
        check_names(case, document, law, problems)
    if case is None or problems:
        raise problems.error()
    case._places = document.places
    case._sha256 = document.sha256
    return case


def _document(source: str | FilePath | Mapping[str, Any] | Document) -> Document:
    if isinstance(source, Document):
        return source
    return plain_document(source) if isinstance(source, Mapping) else read_document(source)
