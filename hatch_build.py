"""Build hook of the wheel: the rulesets as plain data, beside the files that they were read from."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class StoredRulesets(BuildHookInterface[Any]):
    """Reads the rulesets, which fails where one is wrong, and puts what was read into the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the plain data; an editable install reads the files of the checkout and gets none."""
        self.made = tempfile.mkdtemp(prefix="enforcement_rules_")
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root, "src")))
        from enforcement_rules.loading.rulesets.folders import read_folders
        from enforcement_rules.loading.rulesets.shipped import STORED
        from enforcement_rules.loading.rulesets.stored import as_stored

        made = Path(self.made, STORED.name)
        made.write_bytes(as_stored(read_folders([Path(self.root, "rulesets")])))
        build_data["force_include"][str(made)] = f"enforcement_rules/{STORED.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made for the build."""
        shutil.rmtree(self.made, ignore_errors=True)
