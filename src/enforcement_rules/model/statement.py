"""What somebody says of a fact."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from enforcement_rules.values.errors import Path


class Statement(Struct, frozen=True):
    """A value, who says so (`None`: the file itself), on which evidence, and where in the case it stands."""

    value: Any
    by: str | None = None
    evidence: tuple[str, ...] = ()
    path: Path = ()
