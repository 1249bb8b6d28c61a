"""Case libraries: many cases against what is expected of them, and how often each rule was put to the test."""

from enforcement_rules.library.coverage import Coverage
from enforcement_rules.library.read import LibraryCase, read_library
from enforcement_rules.library.run import CaseReport, LibraryReport, run_library

__all__ = ["CaseReport", "Coverage", "LibraryCase", "LibraryReport", "read_library", "run_library"]
