"""A key that no expectation has is told where the keys are described."""

from __future__ import annotations

from pathlib import Path

import pytest

from enforcement_rules import InputError, load_rulesets
from enforcement_rules.library import read_library


def test_it_names_the_page_that_describes_them(tmp_path):
    file = tmp_path / "library.yaml"
    file.write_text("cases:\n  - {case: {number: a}, expect: {mayy: []}}\n", "utf-8")
    with pytest.raises(InputError) as caught:
        read_library(file, load_rulesets())
    (problem,) = caught.value.problems
    assert "docs/case-library.md" in problem.text("zh")
    assert "docs/case-library.md" in problem.text("en")
    assert Path("docs/case-library.md").is_file()
