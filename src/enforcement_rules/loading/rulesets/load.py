"""Rulesets from where they are found soonest: plain data of the wheel, what was kept of an earlier start, the files."""

from __future__ import annotations

import functools
from pathlib import Path

from enforcement_rules.loading.rulesets.cache import cache_folder, keep, kept, turned_off
from enforcement_rules.loading.rulesets.fingerprint import key_of
from enforcement_rules.loading.rulesets.shipped import STORED, shipped_directory, shown_name
from enforcement_rules.loading.rulesets.stored import as_stored, from_stored
from enforcement_rules.rules.ruleset import Rulesets


def load_rulesets(*directories: str | Path, cache: bool = True) -> Rulesets:
    """Load rulesets; without directories those that come with the library.

    Args:
        directories: each a folder of instrument folders at any depth, with `vocabulary.yaml`, `causes.yaml` and
            `fields.yaml` at its top where it has its own, or one instrument folder. They replace the rulesets of the
            library; where a folder has no general vocabulary, that of the library is used, and its fields always are.
        cache: whether what was read and found without fault may be kept in, and taken from, the folder of the user's
            own that docs/cache.md describes. What is returned is the same either way.

    Raises:
        InputError: with everything that is wrong in any of the files, in the order of the files.
    """
    ready = cache and not turned_off()
    if not directories:
        return _shipped(ready)
    return _loaded([Path(directory) for directory in directories], ready)


@functools.cache
def _shipped(cache: bool) -> Rulesets:
    stored = _of_the_wheel() if cache else None
    return _loaded([shipped_directory()], cache) if stored is None else stored


def _of_the_wheel() -> Rulesets | None:
    try:
        return from_stored(STORED.read_bytes())
    except OSError:
        return None


def _loaded(directories: list[Path], cache: bool) -> Rulesets:
    key = _key(directories) if cache and cache_folder() is not None else None
    content = None if key is None else kept(key)
    stored = None if content is None or key is None else from_stored(content, key)
    if stored is not None:
        return stored
    rulesets = _from_files(directories)
    if key is not None and _key(directories) == key:  # else a file changed while it was read
        keep(key, as_stored(rulesets, key))
    return rulesets


def _key(directories: list[Path]) -> str | None:
    """Return what says that nothing changed: of the directories, and of the library's own, which lends its words."""
    shipped = shipped_directory()
    read = directories if shipped in directories else [*directories, shipped]
    return key_of(read, [shown_name(directory) for directory in read])


def _from_files(directories: list[Path]) -> Rulesets:
    # Whoever finds the rulesets ready needs nothing of what reads and checks files.
    from enforcement_rules.loading.rulesets.folders import read_folders  # noqa: PLC0415

    return read_folders(directories)
