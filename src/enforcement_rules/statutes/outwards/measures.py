"""What a clause threatens: from each kind outwards to its range, its base and its thing."""

from __future__ import annotations

import re

from enforcement_rules.statutes.clauses import Bounds
from enforcement_rules.statutes.outwards.codes import (
    DOUBTFUL_ORDERS,
    LICENCE_VERBS,
    PLAIN_KINDS,
    SAFE_STOPS,
    STOPS,
    SUSPENSIONS,
)
from enforcement_rules.statutes.outwards.conditions import cited
from enforcement_rules.statutes.outwards.cues import (
    AS_IN,
    AS_LAW,
    CIVIL,
    CONTINUED,
    CRIMINAL,
    DEEDS,
    DEEMED,
    DISCIPLINE,
    DOWNGRADE,
    KINDS,
    LICENCE,
    NEXT,
    PUBLISHED,
    VERB,
)
from enforcement_rules.statutes.outwards.cutting import Cut
from enforcement_rules.statutes.outwards.quantities import FoundRange, ranges_in, with_base
from enforcement_rules.statutes.outwards.refused import placed
from enforcement_rules.statutes.outwards.scanning import Clause, Scan
from enforcement_rules.statutes.outwards.stops import STOP_OF_WHAT


class _Measures(Scan):
    """The kinds that a clause may threaten, each with what stands beside it."""

    def measure(self, rest: str) -> None:
        start = self.at
        if self._whole(rest, start):
            return
        verb = next((each for each in LICENCE_VERBS if rest.startswith(each)), None)
        if rest.startswith("通报批评"):
            self.at += 4
            self.add("notice_of_criticism", start)
        elif rest.startswith("降低"):
            self._downgrade(start)
        elif rest.startswith(("责令", "限期")):
            self._order(rest, start)
        elif rest.startswith("没收"):
            self._confiscation(start)
        elif verb:
            self._licence(start, verb)
        else:
            self._imposed(start)

    def _whole(self, rest: str, start: int) -> bool:
        """Take a measure that fills what is left of the clause; say whether it was one."""
        kind = "criminal" if CRIMINAL.match(rest) else "civil" if CIVIL.match(rest) else ""
        named, law = AS_IN.match(rest), AS_LAW.match(rest)
        if kind or named or law:
            self.at = len(self.text)
        if kind:
            self.add(kind, start)
        elif named:
            self.add("as_referenced", start, as_in=(cited(named[1], self.clause),))
        elif law:
            self.add("as_referenced", start, as_in=(cited(law["place"], self.clause),) if law["place"] else ())
        elif CONTINUED.match(rest) and not start:
            self.at = len(self.text)
            self.add("order", start, things=(self.place(start, self.at),))
        elif PUBLISHED.match(rest):
            self.at = len(self.text)
            self.add("publicity", start)
        elif DEEMED.match(rest):
            self._deemed(start)
        else:
            return False
        return True

    def _imposed(self, start: int) -> None:
        """A kind behind 处 or 给予: a fine or detention with its range, a warning."""
        bare = self.take(VERB) is None
        if bare and not (self.joined or self.text[max(0, self.at - 2) : self.at].endswith("处")):
            raise self.doubt("unknown_word")
        if self.take(DISCIPLINE):
            return self.add("disciplinary", start)
        kind = KINDS.search(self.text, self.at)
        if kind is None:
            raise self.doubt("unknown_word")
        if kind[0] in PLAIN_KINDS and kind.start() == self.at:
            self.at = kind.end()
            return self.add(PLAIN_KINDS[kind[0]], start)
        if kind[0] not in ("罚款", "拘留", "行政拘留"):
            raise self.doubt("unclear_scope")
        ranges = ranges_in(self.text, self.at, kind.start())
        if len(ranges) != 1 or self.text[ranges[0].end : kind.start()] not in ("", "的"):
            raise self.doubt("amount_elsewhere" if not ranges else "formula")
        types = ("amount", "multiple", "percent", "per_mille") if kind[0] == "罚款" else ("days",)
        if ranges[0].type not in types:
            raise self.doubt("unclear_numeral")
        bounds = self._based(ranges[0])
        if bounds.low == bounds.high is None or (bounds.high is None):
            raise self.doubt("unclear_numeral")
        self.at = kind.end()
        self.add("fine" if kind[0] == "罚款" else "administrative_detention", start, ranges=(bounds,))

    def _based(self, found: FoundRange) -> Bounds:
        """Return the bounds with their base, its place moved from the clause to the text."""
        bounds = with_base(found, self.text, self.at)
        if not bounds.of:
            return bounds
        ((start, end),) = bounds.of
        return Bounds(bounds.low, bounds.high, bounds.bases, (self.place(start, end),))

    def _thing_end(self, start: int) -> int:
        """Return where the words of a thing end: before what joins the next kind to it."""
        for match in NEXT.finditer(self.text, start):
            if match.end() > match.start() or match.start() > start:
                return match.start()
        return len(self.text)

    def _deemed(self, start: int) -> None:
        """A sum that is taken where the base is smaller (违法所得不足一万元的,按一万元计算)."""
        ranges = ranges_in(self.text, self.at, len(self.text))
        if len(ranges) != 1 or ranges[0].type != "amount" or ranges[0].bounds.low != ranges[0].bounds.high:
            raise self.doubt("unclear_numeral")
        self.at = len(self.text)
        self.add("deemed", start, ranges=(ranges[0].bounds,))

    def _downgrade(self, start: int) -> None:
        if self.take(DOWNGRADE) is None:
            raise self.doubt("unknown_word")
        self.add("qualification_lowering", start)

    def _order(self, rest: str, start: int) -> None:
        begin = start + (2 if rest.startswith("责令") else 0)
        lead = re.compile("其?(?:限期|立即)?").match(self.text, begin)
        end = self._thing_end(lead.end() if lead else begin)
        duty = self.text[begin:end]
        if self._suspended(duty, start, end) or self._closed(duty, start, begin):
            return None
        if not duty or ranges_in(duty, 0, len(duty)) or KINDS.search(duty):
            raise self.doubt("unclear_scope")
        if re.sub("^(?:其|立即)+", "", duty) in STOPS:
            self.at = end
            return self.add(STOP_OF_WHAT, start, things=(self.place(begin, end),))
        self.at = end
        if not all(_surely_ordered(each) for each in duty.split("、")):
            self.at = start
            raise self.doubt("unknown_word")
        self.add("order", start, things=(self.place(begin, end),))

    def _suspended(self, duty: str, start: int, end: int) -> bool:
        """Take a suspension, with its term where it has one; say whether it was one."""
        ranges = ranges_in(duty, 0, len(duty))
        words = duty[: ranges[0].start] if len(ranges) == 1 and ranges[0].end == len(duty) else duty
        kind = SUSPENSIONS.get(words.removeprefix("其"))
        if kind is None or (words != duty and (ranges[0].type not in ("days", "months", "years"))):
            return False
        self.at = end
        self.add(kind, start, ranges=(ranges[0].bounds,) if words != duty else ())
        return True

    def _closed(self, duty: str, start: int, begin: int) -> bool:
        """Take 停业、关闭 and 拆除或者关闭: one of them is chosen, for nobody suspends what is closed."""
        parts = re.split("、|或者", duty)
        if len(parts) != 2 or parts[1] != "关闭":  # noqa: PLR2004 - two kinds
            return False
        kind = SUSPENSIONS.get(parts[0], "order" if _surely_ordered(parts[0]) else "")
        if not kind:
            return False
        at = begin + len(parts[0])
        self.at = at
        self.add(kind, start, things=(self.place(begin, at),) if kind == "order" else ())
        self.joined, self.at = "or", begin + len(duty)
        self.add("order_to_close", self.at - 2)
        return True

    def _confiscation(self, start: int) -> None:
        begin = start + 2
        end = self._thing_end(begin)
        thing = self.text[begin:end]
        if (
            not thing
            or ranges_in(thing, 0, len(thing))
            or "或者" in thing
            or KINDS.search(thing)
            or DEEDS.search(thing)
        ):
            raise self.doubt("unclear_scope")
        last = re.search("(?:和|、|以及|及)(违法所得)$", thing)
        if last and not thing.startswith("违法所得"):
            if not last.start():
                raise self.doubt("unclear_base")
            self._gains(thing[: last.start()])
            self.at = begin + last.start()
            self.add("confiscation_of_illegal_property", start, things=(self.place(begin, self.at),))
            self.at = end
            return self.add("confiscation_of_illegal_gains", end - 4, things=(self.place(end - 4, end),))
        first, mark, others = self._gains(thing)
        self.at = end
        if first:
            self.add("confiscation_of_illegal_gains", start, things=(self.place(begin, begin + len(first)),))
        if others:
            at = begin + len(first) + len(mark)
            if "违法所得" in others:
                self.at = start
                raise self.doubt("unclear_scope")
            self.add("confiscation_of_illegal_property", at if first else start, things=(self.place(at, end),))
        return None

    def _gains(self, thing: str) -> tuple[str, str, str]:
        match = re.match(r"(违法所得)(和|、|以及|及|与)?(.*)", thing)
        if match is None:
            if thing.endswith("违法所得") and "、" not in thing and "和" not in thing:
                raise self.doubt("unclear_base")
            if "费用" in thing or "所得" in thing or "收入" in thing:
                raise self.doubt("unclear_base")
            return "", "", thing
        if match[3] and not match[2]:
            raise self.doubt("unclear_base")
        return match[1], match[2] or "", match[3]

    def _licence(self, start: int, verb: str) -> None:
        begin = start + len(verb)
        both = self.text.startswith("暂扣或者吊销", start)
        if both:
            begin = start + 6
        end = self._thing_end(begin)
        thing = self.text[begin:end]
        if not thing or ranges_in(thing, 0, len(thing)) or KINDS.search(thing):
            raise self.doubt("unclear_scope")
        parts = re.split("或者", thing)
        if DEEDS.search(thing) or not all(LICENCE.search(each) for each in parts):
            raise self.doubt("unknown_word")
        if (both and len(parts) > 1) or (len(parts) > 1 and "、" in thing):
            raise self.doubt("unclear_alternative")
        if len(parts) == 1 and ("、" in thing or "和" in thing) and "营业执照" in thing:
            raise self.doubt("unclear_scope")
        self.at = end
        self._each_licence(start, begin, LICENCE_VERBS[verb], parts, both=both)

    def _each_licence(self, start: int, begin: int, kind: str, parts: list[str], *, both: bool) -> None:
        if both:
            thing = (self.place(begin, begin + len(parts[0])),)
            self.add("licence_suspension", start, things=thing)
            self.joined = "or"
            return self.add("licence_revocation", start + 4, things=thing)
        at = begin
        for n, each in enumerate(parts):
            if n:
                self.joined = "or"
            business = each.endswith("营业执照") and kind == "licence_revocation"
            self.add(
                "business_licence_revocation" if business else kind,
                at if n else start,
                things=(self.place(at, at + len(each)),),
            )
            at += len(each) + 2
        return None


def _surely_ordered(duty: str) -> bool:
    """Whether a duty behind 责令 is surely an order: none of the penalties, no 停止 of what may be a business."""
    bare = re.sub("^(?:其|立即|限期|当场)+", "", duty)
    if bare in SAFE_STOPS:
        return True
    if "或者" in bare:
        return all(_surely_ordered(each) for each in bare.split("或者"))
    doubtful = "停" in bare or bare.startswith(DOUBTFUL_ORDERS)
    return bool(bare) and not doubtful and not any(each in bare for each in SUSPENSIONS)


def clause_of(clause: Cut) -> Clause:
    """Return what a clause threatens.

    Raises:
        Doubt: anything in it is claimed by nothing, or may be read in two ways.
    """
    with placed(clause.start):
        return _Measures(clause).read()
