"""Case libraries: many cases against what is expected of them, and how often each rule was put to the test."""

from enforcement_rules.library.coverage import Coverage
from enforcement_rules.library.read import LibraryCase, read_library
from enforcement_rules.library.run import CaseReport, LibraryReport, run_library
from enforcement_rules.library.schema import library_schema

__all__ = ["CaseReport", "Coverage", "LibraryCase", "LibraryReport", "library_schema", "read_library", "run_library"]
