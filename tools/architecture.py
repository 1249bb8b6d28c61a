"""Draw the house as the code has it: docs/architecture.svg, from the imports of the package.

    python tools/architecture.py          write the picture (needs Graphviz' `dot`)
    python tools/architecture.py --dot    print what is drawn

A room is what lies directly on a floor with rooms; a floor without rooms is one itself. Drawn is what cannot be left
out: an arrow from each room to the rooms below it that it imports, less those that follow from others.
`tests/test_architecture.py` holds the picture against the imports.
"""

from __future__ import annotations

import argparse
import ast
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "enforcement_rules"
PICTURE = ROOT / "docs" / "architecture.svg"
FLOORS_WITH_ROOMS = ("evaluation", "loading", "explanation", "statutes")
LEFT_OUT = ("__init__", "__main__")

Imports = Mapping[str, frozenset[str]]


def room_of(module: str) -> str:
    """Return the room of a module named without the package: `evaluation.proof`, or the floor where it has no rooms."""
    floor, *rest = module.split(".")
    if floor in FLOORS_WITH_ROOMS and rest:
        return f"{floor}.{rest[0]}"
    return floor


def modules() -> Iterator[tuple[str, Path]]:
    """Yield every module of the package, named without the package, with its file."""
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if name and name.partition(".")[0] not in LEFT_OUT:
            yield name, path


def imported(path: Path) -> Iterator[str]:
    """Yield the modules of the package that a file imports, named without the package."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("enforcement_rules."):
            yield from _targets(str(node.module).partition(".")[2], [alias.name for alias in node.names])


def _targets(module: str, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        below = PACKAGE.joinpath(*module.split("."), name)
        yield f"{module}.{name}" if below.is_dir() or below.with_suffix(".py").is_file() else module


def imports() -> Imports:
    """Return the rooms with the rooms that each imports."""
    found: dict[str, set[str]] = {}
    for module, path in modules():
        room = room_of(module)
        if module in FLOORS_WITH_ROOMS and module == room:
            continue  # the face of a whole floor stands for its rooms
        mine = found.setdefault(room, set())
        mine |= {room_of(each) for each in imported(path)} - {room, *FLOORS_WITH_ROOMS}
    return {room: frozenset(others) for room, others in found.items()}


def arrows(found: Imports) -> frozenset[tuple[str, str]]:
    """Return the arrows of the picture: imports that do not follow from others."""
    below: dict[str, frozenset[str]] = {}

    def reached(room: str) -> frozenset[str]:
        if room not in below:
            others = found.get(room, frozenset())
            below[room] = others.union(*(reached(other) for other in others))
        return below[room]

    return frozenset(
        (room, other)
        for room, others in found.items()
        for other in others
        if not any(other in reached(between) for between in others)
    )


def as_dot(found: Imports) -> str:
    """Return the picture in Graphviz' language, floors with rooms as frames."""
    lines = [
        "digraph house {",
        "  graph [rankdir=TB, ranksep=0.35, nodesep=0.25, newrank=true]",
        '  graph [fontname="sans-serif", fontsize=15, labeljust=l, style="rounded", color="#8a7f6a"]',
        '  node [shape=box, style="rounded,filled", fillcolor="#e3ecf4", color="#5d7f9c", fontname="sans-serif"]',
        '  edge [color="#8a7f6a", arrowsize=0.7]',
    ]
    for floor in FLOORS_WITH_ROOMS:
        rooms = sorted(room for room in found if room.startswith(f"{floor}."))
        frame = [f'    "{room}" [label="{room.partition(".")[2]}"]' for room in rooms]
        lines += [
            f"  subgraph cluster_{floor} {{",
            f'    label="{floor}"; style="rounded"; color="#8a7f6a"',
            *frame,
            "  }",
        ]
    others = sorted(room for room in found if "." not in room)
    lines += [f'  "{room}" [fillcolor="#f4f1ea", color="#8a7f6a"]' for room in others]
    lines += [f'  "{room}" -> "{other}"' for room, other in sorted(arrows(found))]
    return "\n".join([*lines, "}", ""])


def main() -> None:
    """Write the picture, or print what is drawn."""
    parser = argparse.ArgumentParser(description="Draw the house as the code has it.")
    parser.add_argument("--dot", action="store_true", help="print Graphviz' language instead of writing the picture")
    drawn = as_dot(imports())
    if parser.parse_args().dot:
        print(drawn, end="")
        return
    made = subprocess.run(["dot", "-Tsvg"], input=drawn, stdout=subprocess.PIPE, text=True, check=True)
    PICTURE.write_text(made.stdout, encoding="utf-8")


if __name__ == "__main__":
    main()
