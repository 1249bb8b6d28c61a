"""Exit codes, without any package: they are needed before one is known to be there."""

from __future__ import annotations

BAD_INPUT = 2
BUG = 70
WORST_FIRST = (BAD_INPUT, 1, 3, 0)
"""Bad input, must not be decided or faults, undetermined, clean."""
