"""What some work costs, told without a clock."""

from __future__ import annotations

import sys

import pytest


@pytest.fixture
def calls():
    """Return a function that says how many calls some work makes, the same on every machine."""

    def counted(work):
        made = 0

        def count(_frame, event, _function):
            nonlocal made
            made += event in ("call", "c_call")

        before = sys.getprofile()
        sys.setprofile(count)
        try:
            work()
        finally:
            sys.setprofile(before)
        return made

    return counted
