"""TODO ROOM."""

from __future__ import annotations

from enforcement_rules.loading.schemas.files import json_schema

__all__ = [
    "json_schema",
]
