"""What somebody says of a fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from enforcement_rules.values.errors import Path


@dataclass(frozen=True, slots=True)
class Statement:
    """A value, who says so (`None`: the file itself), on which evidence, and where in the case it stands."""

    value: Any
    by: str | None = None
    evidence: tuple[str, ...] = ()
    path: Path = ()
