"""The golden pages: twenty cases in both languages. They change on purpose: `python tools/golden.py --write`."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

_spec = importlib.util.spec_from_file_location("golden", Path("tools/golden.py"))
golden = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(golden)

NOW = dict(golden.pages())


def test_there_are_twenty_cases():
    assert len(golden.CASES) == 20


def test_no_page_is_kept_for_a_case_that_is_gone():
    assert set(golden.PAGES.glob("*.txt")) == set(NOW)


@pytest.mark.parametrize("path", NOW, ids=lambda path: path.name)
def test_the_page_is_the_one_that_was_read(path):
    changed = golden.difference(path, NOW[path])
    assert not changed, f"\n{changed}\nOn purpose? python tools/golden.py --write, then read what changed."
