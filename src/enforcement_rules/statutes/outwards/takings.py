"""What is taken: 没收 of gains and things, 收缴."""

from __future__ import annotations

import re
from typing import Final

from enforcement_rules.statutes.outwards.codes import GAIN_WORDS
from enforcement_rules.statutes.outwards.cues import DEEDS, KINDS
from enforcement_rules.statutes.outwards.orders import thing_end
from enforcement_rules.statutes.outwards.quantities import ranges_in
from enforcement_rules.statutes.outwards.scanning import Scan

_GAINS: Final = f"(?:其|全部|其全部)?(?:{'|'.join(GAIN_WORDS)})"
_FIRST: Final = re.compile(f"({_GAINS})(?:(和|、|以及|及|与|及其)(.+))?$")
_LAST: Final = re.compile(f"(.+?)(和|、|以及|及|与)({_GAINS})$")
_AMID: Final = re.compile(f"(.+?)(?:和|、|以及|及)({_GAINS})(和|、|以及|及)(.+)$")
_CHOICE_INSIDE: Final = re.compile("[^的]*或者[^的]*的(?:(?!或者).)+$")
"""或者 among the words that say which things (违法生产或者销售的产品), not between things."""


def take_back(scan: Scan, start: int) -> bool:
    """Take what is called back: 追缴 of taxes, 追回; say whether it was that."""
    if not scan.text.startswith(("追缴", "追回"), start):
        return False
    end = thing_end(scan, start + 2)
    if end == start + 2 or KINDS.search(scan.text, start, end) or ranges_in(scan.text, start, end):
        raise scan.doubt("unclear_scope")
    scan.at = end
    scan.add("recovery", start, things=(scan.place(start + 2, end),))
    return True


def take_confiscation(scan: Scan, start: int) -> None:
    """Take 没收 with its things; gains and the rest are two measures.

    Raises:
        Doubt: gains amid other things, another deed among them, or things to be chosen from.
    """
    begin = start + (4 if scan.text.startswith("没收销毁", start) else 2)
    end = thing_end(scan, begin)
    thing = scan.text[begin:end]
    if not thing or ranges_in(thing, 0, len(thing)) or KINDS.search(thing) or DEEDS.search(thing):
        raise scan.doubt("unclear_scope")
    if "或者" in thing and not _CHOICE_INSIDE.match(thing):
        raise scan.doubt("unclear_scope")
    amid = _AMID.match(thing)
    if amid is not None and not any(each in amid[1] + amid[4] for each in GAIN_WORDS):
        return _gains_amid(scan, start, begin, amid)
    first, last = _FIRST.match(thing), _LAST.match(thing)
    others = first[3] or "" if first else last[1] if last else thing
    if any(each in others for each in GAIN_WORDS):
        raise scan.doubt("unclear_base")
    if first:
        _gains_first(scan, start, begin, end, first)
    elif last:
        scan.at = begin + last.end(1)
        scan.add("confiscation_of_illegal_property", start, things=(scan.place(begin, scan.at),))
        scan.at = end
        at = begin + last.start(3)
        scan.add("confiscation_of_illegal_gains", at, things=(scan.place(at, end),))
    else:
        scan.at = end
        scan.add("confiscation_of_illegal_property", start, things=(scan.place(begin, end),))


def _gains_amid(scan: Scan, start: int, begin: int, match: re.Match[str]) -> None:
    """没收渔获物、违法所得和渔具: all things are one measure, the gains another."""
    things = tuple(scan.place(begin + match.start(n), begin + match.end(n)) for n in (1, 4))
    scan.at = begin + match.end(1)
    scan.add("confiscation_of_illegal_property", start, things=things)
    at, scan.at = begin + match.start(2), begin + match.end(4)
    scan.add("confiscation_of_illegal_gains", at, things=(scan.place(at, begin + match.end(2)),))


def _gains_first(scan: Scan, start: int, begin: int, end: int, match: re.Match[str]) -> None:
    scan.at = begin + match.end(1)
    scan.add("confiscation_of_illegal_gains", start, things=(scan.place(begin, scan.at),))
    if match[3]:
        at = begin + match.start(3)
        scan.at = end
        scan.add("confiscation_of_illegal_property", at, things=(scan.place(at, end),))
