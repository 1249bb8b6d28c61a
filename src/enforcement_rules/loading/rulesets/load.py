"""Rulesets from where they are found soonest: plain data of the wheel, what was kept of an earlier start, the files."""

from __future__ import annotations

import functools
import os
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from enforcement_rules.loading.rulesets.cache import cache_folder, keep, kept, turned_off
from enforcement_rules.loading.rulesets.fingerprint import key_of
from enforcement_rules.loading.rulesets.shipped import STORED, shipped_directory, shown_name
from enforcement_rules.loading.rulesets.stored import as_stored, from_stored
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.arguments import hold_path
from enforcement_rules.values.errors import refuse
from enforcement_rules.values.log import log


def load_rulesets(*directories: str | Path, only: bool = False, cache: bool = True) -> Rulesets:
    """Load the rulesets that come with the library, and those of more directories besides.

    A directory named twice counts once, and so does a version that several hold with the same files.

    Args:
        directories: each a folder of instrument folders at any depth, with `vocabulary.yaml`, `causes.yaml` and
            `fields.yaml` at its top where it has its own, or one instrument folder.
        only: load nothing but the directories named: the law of the library is left out, and no case may be decided
            where the penalty law of its days is not among them. Where no directory has a general vocabulary, that of
            the library is used; its fields always are, and names of its causes and instruments count as known.
        cache: whether what was read and found without fault may be kept in, and taken from, the folder of the user's
            own that docs/cache.md describes. What is returned is the same either way.

    Raises:
        InputError: with everything that is wrong in any of the files, in the order of the files; when two files hold
            one version with different content; with `only`, when no directory is named.
    """
    for directory in directories:
        hold_path("directories", directory)
    if only and not directories:
        raise refuse("only_without_rulesets", ("only",))
    ready = cache and not turned_off()
    named = _once([] if only else [shipped_directory()], map(Path, directories))
    if not only and len(named) == 1:
        return _shipped(ready)
    found = _loaded(named, ready)
    return replace(found, only=True) if only else found


def _once(first: list[Path], others: Iterable[Path]) -> list[Path]:
    """Return directories without those that were named before, perhaps by another path."""
    named = {os.path.realpath(directory): directory for directory in first}
    for directory in others:
        named.setdefault(os.path.realpath(directory), directory)
    return list(named.values())


@functools.cache
def _shipped(cache: bool) -> Rulesets:
    started = time.perf_counter()
    stored = _of_the_wheel() if cache else None
    if stored is not None:
        _told(shown_name(shipped_directory()), "the wheel", stored, started)
    return _loaded([shipped_directory()], cache) if stored is None else stored


def _of_the_wheel() -> Rulesets | None:
    try:
        return from_stored(STORED.read_bytes())
    except OSError:
        return None


def _loaded(directories: list[Path], cache: bool) -> Rulesets:
    started = time.perf_counter()
    found, source = _found(directories, cache)
    _told(", ".join(shown_name(each) for each in directories), source, found, started)
    return found


def _told(names: str, source: str, found: Rulesets, started: float) -> None:
    """Tell the log what was read, from where, and how long that took."""
    versions = sum(len(each) for each in found.versions.values())
    took = (time.perf_counter() - started) * 1000
    log("info", "rulesets %s: %d versions from %s in %.0f ms", names, versions, source, took)


def _found(directories: list[Path], cache: bool) -> tuple[Rulesets, str]:
    key = _key(directories) if cache and cache_folder() is not None else None
    content = None if key is None else kept(key)
    stored = None if content is None or key is None else from_stored(content, key)
    if stored is not None:
        return stored, "the cache"
    rulesets = _from_files(directories)
    if key is not None and _key(directories) == key:  # else a file changed while it was read
        keep(key, as_stored(rulesets, key))
    return rulesets, "the files"


def _key(directories: list[Path]) -> str | None:
    """Return what says that nothing changed: of the directories, and of the library's own, which lends its words."""
    shipped = shipped_directory()
    read = directories if shipped in directories else [*directories, shipped]
    return key_of(read, [shown_name(directory) for directory in read])


def _from_files(directories: list[Path]) -> Rulesets:
    # Whoever finds the rulesets ready needs nothing of what reads and checks files.
    from enforcement_rules.loading.rulesets.folders import read_folders  # noqa: PLC0415

    shipped = shipped_directory()
    return read_folders(directories, None if shipped in directories else lambda: _shipped(not turned_off()))
