"""How much of the penalty articles the reader of clauses takes: python tools/clauses.py [DIR] [--every N] [--reason R].

Counts the heads and items of the penalty articles of a folder of statutes (`statutes.penalty_articles`), what of
them is read and why the rest is refused. `--every N` takes each Nth article, the same ones every time. `--reason R`
lists the places of one reason (`--show` with their text). `--trees FILE` holds the reader to trees made by hand: each
must have the same atoms or be refused.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from enforcement_rules import load_law_text
from enforcement_rules.statutes.clauses import Unit, UnitText, atoms_of, refusals_of, units_of
from enforcement_rules.statutes.grammar import read_unit
from enforcement_rules.statutes.penalty_articles import classified
from enforcement_rules.statutes.text import Article, LawText, passage

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "law" / "text"


def penalty_articles(law: LawText) -> Iterator[tuple[str, Article]]:
    """Yield the penalty articles of a folder with their files, in its order."""
    for entry in law.entries:
        for article in law.wording(entry).articles:
            if classified(article, entry.title).is_penalty_article:
                yield entry.file, article


def measured(law: LawText, every: int, reason: str, *, show: bool) -> str:
    """Return the shares of units and articles that are read, and the refusals by reason."""
    units, reasons, articles, whole, with_kinds, kinds = 0, Counter[str](), 0, 0, 0, Counter[str]()
    for n, (file, article) in enumerate(penalty_articles(law)):
        if n % every:
            continue
        articles += 1
        found = [(each, read_unit(each)) for each in units_of(article)]
        refused = [(each, refusals_of(tree.root)) for each, tree in found]
        whole += not any(why for _, why in refused)
        for (each, why), (_, tree) in zip(refused, found, strict=True):
            units += 1
            reasons.update([why[0].reason] if why else ["read"])
            atoms = () if why else atoms_of(tree.root)
            with_kinds += bool(atoms)
            kinds.update(atom.kind for atom in atoms)
            if why and why[0].reason == reason:
                own = each.text[why[0].start : why[0].end] if show else ""
                print(f"{Path(file).name} {each.citation} {own}")
    lines = [
        f"articles {articles}, read in all their heads and items {whole} ({whole / max(articles, 1):.1%})",
        f"heads and items {units}, read {reasons['read']} ({reasons['read'] / max(units, 1):.1%}), "
        f"of these with measures {with_kinds}",
        *(f"  {count:5} {name}" for name, count in reasons.most_common() if name != "read"),
        "measures read: " + ", ".join(f"{name} {count}" for name, count in kinds.most_common()),
    ]
    return "\n".join(lines)


def compared(law: LawText, trees: Path) -> str:
    """Return how the reader's atoms and those of trees made by hand differ."""
    entries = {Path(each.file).name: each for each in law.entries}
    same, refused, lines = 0, 0, []
    for each in json.loads(trees.read_text(encoding="utf-8")):
        hand = msgspec.convert(each["unit"], Unit)
        tree = read_unit(_unit(law, entries[each["file"]].file, hand.citation))
        if refusals_of(tree.root):
            refused += 1
        elif atoms_of(tree.root) == atoms_of(hand.root):
            same += 1
        else:
            lines.append(f"  {each['file']} {hand.citation}: {', '.join(_differences(tree, hand))}")
    return "\n".join([f"by hand: the same {same}, refused {refused}, other {len(lines)}", *lines])


def _unit(law: LawText, file: str, citation: str) -> UnitText:
    entry = next(each for each in law.entries if each.file == file)
    article = passage(law.wording(entry), citation).article
    return next(each for each in units_of(article) if each.citation == citation)


def _differences(tree: Unit, hand: Unit) -> list[str]:
    ours, theirs = atoms_of(tree.root), atoms_of(hand.root)
    if len(ours) != len(theirs):
        return [f"{len(ours)} atoms for {len(theirs)}"]
    names = ours[0].__struct_fields__
    return [
        name
        for name in names
        if any(getattr(one, name) != getattr(other, name) for one, other in zip(ours, theirs, strict=True))
    ]


def main() -> None:
    """Read the arguments and print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    arguments.add_argument("--every", type=int, default=1)
    arguments.add_argument("--reason", default="")
    arguments.add_argument("--show", action="store_true")
    arguments.add_argument("--trees", type=Path)
    given = arguments.parse_args()
    law = load_law_text(given.folder)
    print(compared(law, given.trees) if given.trees else measured(law, given.every, given.reason, show=given.show))


if __name__ == "__main__":
    main()
