"""The house stands as docs/architecture.md says: picture, rooms, faces, pages, and the places its table names."""

from __future__ import annotations

import ast
import html
import importlib
import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "enforcement_rules"
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def _load(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


drawing = _load(ROOT / "tools" / "architecture.py")
IMPORTS = drawing.imports()
ROOMS = sorted(room for room in IMPORTS if PACKAGE.joinpath(*room.split(".")).is_dir() and "." in room)


def _drawn():
    text = drawing.PICTURE.read_text(encoding="utf-8")
    titles = re.findall(r'class="(node|edge)">\s*<title>(.*?)</title>', text)
    rooms = {html.unescape(title) for kind, title in titles if kind == "node"}
    arrows = {tuple(html.unescape(title).split("->")) for kind, title in titles if kind == "edge"}
    return rooms, arrows


def test_the_picture_shows_every_room_and_every_arrow():
    rooms, arrows = _drawn()
    assert rooms == set(IMPORTS), "run tools/architecture.py"
    assert arrows == drawing.arrows(IMPORTS), "run tools/architecture.py"


def test_arrows_that_follow_from_others_are_left_out():
    found = {"a": frozenset("bc"), "b": frozenset("c"), "c": frozenset()}
    assert drawing.arrows(found) == {("a", "b"), ("b", "c")}


def _reaches_behind(module, path):
    """Yield what a file imports from another room otherwise than from its face."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ImportFrom) or not (node.module or "").startswith("enforcement_rules."):
            continue
        target = node.module.partition(".")[2]
        inside = [f"{target}.{alias.name}" for alias in node.names] if target in drawing.FLOORS_WITH_ROOMS else [target]
        for each in inside:
            room = drawing.room_of(each)
            if room in ROOMS and each != room and drawing.room_of(module) != room:
                yield f"{path.relative_to(ROOT)}:{node.lineno}: {each}; import it from {room}"


def test_other_rooms_use_only_what_a_room_shows():
    found = [line for module, path in drawing.modules() for line in _reaches_behind(module, path)]
    assert not found, "\n".join(found)


def test_reaching_behind_a_face_is_found(tmp_path):
    file = PACKAGE / "cli" / "codes.py"
    made = tmp_path / "made_up.py"
    made.write_text("from enforcement_rules.evaluation.facts.facts import Facts\n", encoding="utf-8")
    assert not list(_reaches_behind("cli.codes", file))
    with pytest.raises(ValueError, match=r"not in the subpath"):  # outside the checkout it cannot be named
        list(_reaches_behind("cli.made_up", made))


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_a_page(room):
    text = PACKAGE.joinpath(*room.split("."), "__init__.py").read_text(encoding="utf-8")
    page = ast.get_docstring(ast.parse(text)) or ""
    assert re.search(r"\bIn(: |\s+comes?\s)", page) and re.search(r"\bOut(: |\s+comes?\s)", page), (
        f"{room}: what goes in and out?"
    )


@pytest.mark.parametrize("room", ROOMS)
def test_a_face_shows_what_others_use_and_no_more(room):
    """What stands in a face is imported from it somewhere outside the room: in the package, the docs or a test."""
    shown = set(importlib.import_module(f"enforcement_rules.{room}").__all__)
    assert not (unused := shown - _used(room)), f"nobody outside uses {sorted(unused)}"


def _used(room):
    found = set()
    sources = [path for _, path in drawing.modules() if not path.is_relative_to(PACKAGE.joinpath(*room.split(".")))]
    outside = [
        path for part in ("tests", "docs", "examples", "benchmarks", "tools") for path in (ROOT / part).rglob("*.*")
    ]
    for path in [*sources, PACKAGE / "__init__.py", *(p for p in outside if p.suffix in (".py", ".md"))]:
        text = path.read_text(encoding="utf-8")
        pattern = rf"from enforcement_rules\.{re.escape(room)} import (\([^)]*\)|[^\n]+)"
        for names in re.findall(pattern, text):
            found |= {name.split(" as ")[0].strip() for name in names.strip("()").split(",")}
    return found


def test_the_table_names_places_that_exist():
    table = PAGE.partition("## What is where")[2].partition("\n## ")[0]
    rows = [row for row in table.splitlines() if row.startswith("| ") and not row.startswith("| to ")]
    assert len(rows) >= 15
    for row in rows:
        places = re.findall(r"`([\w./<>*-]+/[\w./<>*-]*)`", row.split("|")[2])
        assert places, row
        for place in places:
            pattern = re.sub(r"<[^>]*>", "*", place).rstrip("/")
            assert any(any(base.glob(pattern)) for base in (ROOT, PACKAGE)), f"{place} is not there"
