"""What a reader must know of a case and the law it was held against before anything that follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from enforcement_rules.evaluation.verdict.codes import WarningCode
from enforcement_rules.values.errors import Path

if TYPE_CHECKING:
    from enforcement_rules.evaluation.verdict.shapes import WarningShape
    from enforcement_rules.model.case import Case


class InputWarning(Struct, frozen=True):
    """A name of the case that nothing loaded holds, law that is not loaded, or a day that another one rules out.

    Attributes:
        code: what is said.
        args: the name as it is written and the nearest that is known, or what is loaded.
        path: where in the case the name stands; empty where nothing in it is meant.
        blocks: whether the case may not be decided because of it.
    """

    code: WarningCode
    args: Mapping[str, Any]
    path: Path = ()
    blocks: bool = True

    def to_dict(self, case: Case) -> WarningShape:
        """Return the JSON form; `case` knows its places."""
        return {
            "code": self.code,
            "args": dict(self.args),
            "path": ".".join(map(str, self.path)) or None,
            "where": case.where(self.path) if self.path else None,
            "blocks": self.blocks,
        }
