"""Drafts as YAML: one rule a block, its penalties a line each, the text of the law beside as a comment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import yaml

from enforcement_rules.drafting.provisions import Drafted

_WIDE: Final = 10_000
_HEAD: Final = "# 草稿：由条文读出，未经人核对，不适用。每一处“（待写）”由人补写；条文原文只供对照，不要公布。\n"


class _Plain(yaml.SafeDumper):
    """Writes what stands in two places twice: rule files take no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        """Say so of everything."""
        return True


def flow(value: Any) -> str:
    """Return a value in one line of YAML."""
    text = yaml.dump(value, Dumper=_Plain, allow_unicode=True, default_flow_style=True, width=_WIDE, sort_keys=False)
    return text.removesuffix("\n").removesuffix("\n...").strip()


def mapping_page(head: str, entries: Mapping[str, Any]) -> str:
    """Return a file with one mapping of entries, each on a line."""
    lines = "".join(f"  {name}: {flow(entry)}\n" for name, entry in entries.items())
    return f"{_HEAD}{head}:\n{lines}" if entries else ""


def document(entries: Mapping[str, Any]) -> str:
    """Return a file of keys with their values, each on a line."""
    return _HEAD + "".join(f"{key}: {flow(value)}\n" for key, value in entries.items())


def rules_page(sections: Mapping[str, Sequence[Drafted]]) -> str:
    """Return a file of rules, by section, each with its text as a comment; empty where there are none."""
    parts = [f"{name}:\n" + "".join(map(_rule, rules)) for name, rules in sections.items() if rules]
    return _HEAD + "".join(parts) if parts else ""


def _rule(drafted: Drafted) -> str:
    comment = "".join(f"  # {line}\n" for line in (drafted.text, *drafted.remarks))
    keys = "".join(_key(key, value) for key, value in drafted.rule.items())
    return comment + "  - " + keys.removeprefix("    ")


def _key(key: str, value: Any) -> str:
    if key in ("then", "acts"):
        return f"    {key}:\n" + "".join(f"      - {flow(each)}\n" for each in value)
    return f"    {key}: {flow(value)}\n"
