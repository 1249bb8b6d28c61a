"""The folder of statute texts, which the repository does not hold: beside the checkout, or where the environment says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
VARIABLE = "ENFORCEMENT_RULES_LAW_TEXT"


@pytest.fixture(scope="session")
def law_folder():
    folder = Path(os.environ.get(VARIABLE) or ROOT.parent / "shared" / "law" / "text")
    if not folder.is_dir():
        pytest.skip(
            f"no statute texts at {folder}: they are not part of the repository; {VARIABLE} names another folder"
        )
    return folder


@pytest.fixture(scope="session")
def law_texts(law_folder):
    from enforcement_rules import load_law_text

    return load_law_text(law_folder)
