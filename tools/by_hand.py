"""What readers of penalty clauses say, held against readings made by hand (`tests/statutes/agreement/gold.json`).

Each head and item was read twice, by readers who saw neither each other's reading nor that of a program. The file has
places and values, no sentences: `hands` are the measures of the one, of the other and those that are alike; where not
all are, `differ` says in what, `settled` which reading a third one took by the text (`A`, `B`, `other`) and `why`. What
the text leaves `open` is listed and not counted. `organs_differ` says that the two name other organs.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from enforcement_rules.statutes.agreement import Reading, read_both
from enforcement_rules.statutes.clauses import WORDS, Atom, Line, atoms_of, lines_of, units_of
from enforcement_rules.statutes.text import LawText, passage

GOLD = Path(__file__).resolve().parents[1] / "tests" / "statutes" / "agreement" / "gold.json"
NOT_COMPARED = frozenset({"criminal", "civil", "disciplinary", "deemed"})
_PLACE = re.compile(r"\((\d+),(\d+)\)")
_NONE = re.compile(r"own\((?:没有|无)([^()]+)\)")
_MULTIPLE = re.compile(r"^(x|%|per_mille) (.*?) ?(?=[\[(])")
_PERCENT = re.compile(r"([\d.]+) percent")
_ONE_VERB = frozenset({"confiscation_of_illegal_gains", "confiscation_of_illegal_property"})
_SAME_BASE = {"fees": "cost"}


def by_hand() -> list[dict[str, Any]]:
    """Return the readings by hand, a head or an item each, as the file has them."""
    gold: list[dict[str, Any]] = json.loads(GOLD.read_text(encoding="utf-8"))
    return gold


def against_gold(law: LawText) -> tuple[Counter[str], list[str]]:
    """Return how many units of the gold are read, and each line of these in which kind, force, range … differ.

    Args:
        law: the texts that the gold was read in.
    """
    counts, wrong = Counter[str](), []
    entries = {Path(each.file).name: each for each in law.entries}
    for gold in by_hand():
        article = passage(law.wording(entries[gold["file"]]), gold["at"]).article
        unit = next(each for each in units_of(article) if each.citation == gold["at"])
        if hashlib.sha256(unit.text.encode()).hexdigest() != gold["sha256"]:
            counts["other text"] += 1
            continue
        found = read_both(unit)
        counts["units"] += 1
        counts["accepted"] += found.accepted
        counts["open"] += gold.get("open", False)
        if found.accepted and not gold.get("open"):
            counts["counted"] += 1
            counts["lines"] += len(found.lines)
            counts["threaten"] += bool(found.lines) or bool(_compared(gold["lines"]))
            wrong += [f"{gold['file']} {gold['at']}: {each}" for each in differing(gold["lines"], found)]
    return counts, wrong


def bound(tries: int) -> float:
    """Return what 0 of so many leaves at 95 %: the share at which one would have been found in 19 of 20 draws."""
    return float(1 - 0.05 ** (1 / tries))


def differing(gold: list[dict[str, Any]], found: Reading) -> list[str]:
    """Return in what a reading by hand and the readers differ, where a reviewer would say so.

    Orders that follow each other are one; what both have of the act itself is no condition, nor of a later sentence
    what the readers have as its own act and doer; organs are not compared, nor a base that has no name here, nor who
    pays the costs of what others do in his stead: that is no penalty.

    Args:
        gold: the lines of a unit, read by hand.
        found: what the readers say of it.
    """
    text = found.unit.text
    hand = _numbered(_once([_by_hand(each, text) for each in _compared(gold)]))
    pairs = zip(found.lines, _atoms_of_lines(found), strict=True)
    read = _numbered(_once([_plain(line, atom, text) for line, atom in pairs if line.kind not in NOT_COMPARED]))
    if [each["kind"] for each in hand] != [each["kind"] for each in read]:
        return [f"kinds {[each['kind'] for each in hand]} <> {[each['kind'] for each in read]}"]
    hand = [_less_act(one, other) for one, other in zip(hand, read, strict=True)]
    hand, read = ([_less_payer(each) for each in lines] for lines in (hand, read))
    return [
        f"{number}.{name}: {one[name]} <> {other[name]}"
        for number, (one, other) in enumerate(zip(hand, read, strict=True), 1)
        for name in one
        if not (same_ranges(one[name], other[name]) if name == "ranges" else one[name] == other[name])
    ]


def _atoms_of_lines(found: Reading) -> list[Atom]:
    """Return the atom of the tree that each line was made of: an order right behind its like makes none."""
    text, atoms = found.unit.text, atoms_of(found.tree.root)
    counted = [len(lines_of(atoms[:n], text)) for n in range(len(atoms) + 1)]
    return [atom for n, atom in enumerate(atoms) if counted[n + 1] > counted[n]] if found.lines else []


def _less_payer(line: dict[str, Any]) -> dict[str, Any]:
    return line | {"party": ""} if line["kind"] == "recovery" else line


def _less_act(line: dict[str, Any], read: dict[str, Any]) -> dict[str, Any]:
    """Return a line by hand without what the readers have as the act and the doer of that measure."""
    own = [each for each in line["conditions"] if each.startswith("own(") and each[4:-1] in read["acts"]]
    return line | {
        "conditions": [each for each in line["conditions"] if each not in own],
        "party": "" if own and line["party"] == read["doer"] else line["party"],
    }


def same_ranges(one: list[str], other: list[str]) -> bool:
    """Say whether ranges are the same, in any order; a base that has no name here may be any.

    Args:
        one: each as `x goods_value [5,10]`.
        other: likewise; 50 percent may be a half.
    """
    pairs = zip(sorted(map(_range, one)), sorted(map(_range, other)), strict=True)
    return len(one) == len(other) and all(
        mine == theirs and (base == named or not (base and named)) for (mine, base), (theirs, named) in pairs
    )


def _compared(gold: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [each for each in gold if each["kind"] not in NOT_COMPARED]


def _by_hand(line: dict[str, Any], text: str) -> dict[str, Any]:
    act = text.partition(",由")[0].partition("的,")[0]
    conditions = [_worded(each, text) for each in line.get("conditions", [])]
    own = [each for each in conditions if each.startswith("own(") and (each[4:-1] in act or f"。{each[4:-1]}" in text)]
    public = [each for each in conditions if "构成违反治安管理行为" in each or each.startswith("own(有前款")]
    party = line.get("party")
    return {
        "kind": "order" if line["kind"] == "other_measure" else line["kind"],
        "force": line.get("force", "shall"),
        "party": text[party[0] : party[1]].removeprefix("其") if isinstance(party, list) else "",
        "conditions": sorted(_condition(each) for each in conditions if each not in own and each not in public),
        "ranges": sorted(_hand_range(each, text) for each in line.get("ranges", [])),
        "choice": line.get("choice", 0),
        "step": line.get("step", -1),
    }


def _worded(said: str, text: str) -> str:
    return _PLACE.sub(lambda m: f"({text[int(m[1]) : int(m[2])]})", said)


def _hand_range(said: str, text: str) -> str:
    """Return a range with the name of its base, where its words have one."""
    scale, words, ends = said.replace("per-mille", "per_mille").partition(" (")
    if not words or scale not in ("x", "%", "per_mille"):
        return _worded(said.replace("per-mille", "per_mille"), text)
    place, _, rest = ends.partition(") ")
    start, end = map(int, place.split(","))
    known = [(len(own), means) for means, each in WORDS["base"].items() for own in each if text[:end].endswith(own)]
    return (
        f"{scale} {max((each for each in known if each[0] <= end - start), default=(0, ''))[1]} {_worded(rest, text)}"
    )


def _range(said: str) -> tuple[str, str]:
    """Return a range without its base, and the base. Half of it is 50 percent of it."""
    found = _MULTIPLE.match(said)
    if not found:
        return said, ""
    return f"{found[1]} {_PERCENT.sub(_as_share, said[found.end() :])}", _SAME_BASE.get(found[2], found[2])


def _as_share(percent: re.Match[str]) -> str:
    return f"{float(percent[1]) / 100:g}"


def _condition(condition: str) -> str:
    named = re.sub(r"\bgains(?=[<>])", "illegal_gains", re.sub(r"\bfees(?=[<>])", "cost", condition))
    return " | ".join(sorted(" & ".join(sorted(each.strip() for each in one.split("&"))) for one in named.split("|")))


def _plain(line: Line, atom: Atom, text: str) -> dict[str, Any]:
    return {
        "kind": "order" if line.kind == "other_measure" else line.kind,
        "force": line.force,
        "party": line.party.removeprefix("其"),
        "conditions": sorted(_NONE.sub(_none, each) for each in line.conditions),
        "ranges": sorted(line.ranges),
        "choice": line.choice,
        "step": line.step,
        "acts": [text[start:end] for start, end in atom.acts],
        "doer": "、".join(text[start:end] for start, end in atom.parties),
    }


def _none(own: re.Match[str]) -> str:
    """Return 没有违法经营额 as the base that there is none of, as readings by hand have it."""
    base = next((means for means, words in WORDS["base"].items() if own[1] in words), "")
    return f"{base}:none" if base else own[0]


def _once(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return lines with one for what one verb does: 没收药品和违法所得以及包装材料 are two measures, not three."""
    kept: list[dict[str, Any]] = []
    for each in lines:
        before = next((n for n, other in enumerate(reversed(kept)) if other["kind"] not in _ONE_VERB), len(kept))
        same = kept[-1:] if each["kind"] == "order" else kept[len(kept) - before :] if each["kind"] in _ONE_VERB else []
        if each not in same:
            kept.append(each)
    return kept


def _numbered(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return lines with their choices counted from 1."""
    numbers: dict[int, int] = {}
    return [
        each | {"choice": each["choice"] and numbers.setdefault(each["choice"], len(numbers) + 1)} for each in lines
    ]
