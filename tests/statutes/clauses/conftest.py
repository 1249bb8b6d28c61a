"""The notation of trees written by hand, for the tests of this folder."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location("notation", Path(__file__).with_name("notation.py"))
_NOTATION = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_NOTATION)


@pytest.fixture
def tree():
    return _NOTATION.tree
