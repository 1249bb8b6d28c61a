"""The clauses that threaten: from each kind outwards to its range, its force, its party and its organ."""

from __future__ import annotations

import re

from msgspec import Struct

from enforcement_rules.statutes.clauses.atoms import Bounds, Place
from enforcement_rules.statutes.outwards.codes import (
    DOUBTFUL_ORDERS,
    LICENCE_VERBS,
    ORGAN_ENDS,
    PARTY_ENDS,
    PLAIN_KINDS,
    SAFE_STOPS,
    SUSPENSIONS,
)
from enforcement_rules.statutes.outwards.conditions import cited
from enforcement_rules.statutes.outwards.cutting import Cut
from enforcement_rules.statutes.outwards.numbers import NUMBER
from enforcement_rules.statutes.outwards.quantities import ranges_in, with_base
from enforcement_rules.statutes.outwards.refused import Doubt, placed

_IMPOSE = r"处以|处(?![分罚理置方境])"
_VERB = re.compile(rf"{_IMPOSE}|给予|予以")
_BEGINS = rf"(?:{_IMPOSE}|单处|给予|予以|责令|没收|吊销|暂扣|追究|依法|依照|依据|撤销|注销|限期|降低|依职|(?:按照|根据|依据)(?:各自|法定)?的?职[责权])"
_NEXT = re.compile(rf"(?:或者|并|、|和|以及|直至)?(?:可以|可|应当)?并?(?={_BEGINS})|(?:或者|直至)(?=由)")
_STOP = re.compile(rf"(?:可以|可|应当|并|或者|同时|直至)*(?={_BEGINS}|对|,)")
_LEAD = re.compile(
    r"同时|依法|一并|分别|(?:依据|根据|按照|依照|依)(?:各自|法定)?的?(?:职责|职权|权限)(?:分工)?,?|,|并处(?=没收|吊销|责令)|并(?=[可对由责没吊给予依限]|处)"
)
_FORCE = re.compile(r"可以|可(?=[并处])|应当")
_KINDS = re.compile(
    "|".join(
        sorted((*PLAIN_KINDS, *LICENCE_VERBS, "罚款", "没收", "责令", "拘留", "降低", "限制"), key=len, reverse=True)
    )
)
_AS_IN = re.compile(
    rf"(?:依照|按照)((?:本法|本条例|本办法|本规定|前款|前条|本条)?(?:(?<=[款条])|(?:第\(?{NUMBER}\)?[条款项](?:之{NUMBER})?)+))的?规定(?:给予|予以|进行)?处罚$"
)
_AS_LAW = re.compile(
    rf"(?:依照|按照)(?:(?:《[^》]{{2,30}}》[、和]?)+|(?!本)[^,、的第和或本前]{{1,15}}(?:法|条例))(?:等?(?:有关)?法律、?(?:行政)?法规)?"
    rf"(?P<place>(?:第\(?{NUMBER}\)?[条款项](?:之{NUMBER})?)*)的?(?:有关|相关)?规定(?:给予|予以|进行)?处罚$"
    r"|(?:依照|按照)有关法律(?:、行政法规|、法规)?的?规定(?:给予|予以)?处罚$|(?:给予|予以)治安管理处罚$"
)
_DEEMED = re.compile(rf"[按以]{NUMBER}元计算$")
_CRIMINAL = re.compile(r"(?:由司法机关)?(?:依照刑法的?有关规定)?(?:依法)?追究(?:其)?刑事责任$")
_CIVIL = re.compile(r"(?:应当)?(?:依法)?承担(?:相应的?)?(?:民事|赔偿|连带|民事赔偿)责任$|依法(?:给予|予以)?赔偿$")
_ACROSS = re.compile("或者|直至")
_DISCIPLINE = re.compile(r"(?:(?:警告|记过|记大过|降级|撤职|开除)(?:、|或者|直至|的)*)*(?:行政|政务|纪律)?处分")
_JOIN = re.compile(r"或者|以及|和|并|、|直至")
_LICENCE = re.compile(
    r"(?:证|证书|执照|许可|资格|证件|证明|批准文件|文号|资质|号牌|证明文件|资质证书|许可证件|批件|许可文件|登记)$"
)
_DEEDS = re.compile("^、|销毁|取消|拆除|追缴|收缴|退还|注销")


class Found(Struct):
    """One measure that a clause threatens, before the sentence around it is known."""

    kind: str
    start: int
    end: int
    force: str
    organ: tuple[Place, ...]
    party: tuple[Place, ...]
    ranges: tuple[Bounds, ...] = ()
    things: tuple[Place, ...] = ()
    as_in: tuple[str, ...] = ()
    joined: str = ""
    alone: bool = False


class Clause(Struct):
    """What one clause threatens, and whether it names its own force, party and organ."""

    measures: list[Found]
    own_force: bool
    own_party: bool
    own_organ: bool


class _Scan:
    """Goes through one clause; every character is claimed by something, or the clause is refused."""

    def __init__(self, clause: Cut) -> None:
        self.clause, self.text, self.at = clause, clause.text, 0
        self.force, self.joined = "shall", ""
        self.alone = False
        self.organ: tuple[Place, ...] = ()
        self.party: tuple[Place, ...] = ()
        self.found: list[Found] = []
        self.own_force = False

    def doubt(self, reason: str = "not_in_grammar") -> Doubt:
        return Doubt(reason, self.clause.start + self.at, self.clause.end)  # type: ignore[arg-type]

    def take(self, pattern: re.Pattern[str]) -> str | None:
        match = pattern.match(self.text, self.at)
        if match is None or match.end() == self.at:
            return None
        self.at = match.end()
        return match[0]

    def place(self, start: int, end: int) -> Place:
        return (self.clause.start + start, self.clause.start + end)

    def read(self) -> Clause:
        """Return what the clause threatens."""
        while self.at < len(self.text):
            before = self.at
            self._one()
            if self.at <= before:
                raise self.doubt()
        if not self.found or self.joined:
            raise self.doubt("unclear_scope")
        return Clause(self.found, self.own_force, bool(self.party), bool(self.found[0].organ))

    def _one(self) -> None:
        rest = self.text[self.at :]
        if self.found and not self.joined:
            return self._connect(rest)
        if not self.found and not self.joined and self.take(_ACROSS):
            self.joined = "or" if rest.startswith("或者") else "step"
            return None
        if rest.startswith("并处或者单处"):
            self.alone, self.at = True, self.at + 4
        elif self.take(_LEAD):
            pass
        elif _FORCE.match(rest):
            self.own_force = True
            self.force = "shall" if self.take(_FORCE) == "应当" else "may"
        elif rest[0] == "由" and (not self.found or self.joined in ("or", "step")):
            self.organ = self._named("unclear_party", ORGAN_ENDS)
        elif rest[0] == "对" and not self.found and not self.party:
            self.party = self._named("unclear_party", PARTY_ENDS)
        else:
            self._measure(rest)
        return None

    def _connect(self, rest: str) -> None:
        match = _JOIN.match(rest)
        if match is None or rest.startswith(("并处", "并可", "并对", "并由", "并责", "并没", "并吊", "并给", "并予")):
            if match is None:
                raise self.doubt("not_in_grammar")
            self.at += 1
            if rest.startswith(("并处", "并可以处", "并可处")):
                self.joined = "and"
            else:
                raise self.doubt("unclear_scope")
            return
        if self.force == "may" and match[0] not in ("或者", "、"):
            raise self.doubt("unclear_scope")
        self.joined = (
            "or" if match[0] == "或者" else "step" if match[0] == "直至" else "and" if match[0] != "、" else "list"
        )
        self.at += match.end()

    def _named(self, reason: str, ends: tuple[str, ...]) -> tuple[Place, ...]:
        """Take the words behind 由 or 对 up to what is done; they end in a word for such a body."""
        start = self.at + 1
        stops = (match.start() for match in _STOP.finditer(self.text, start))
        end = next((n for n in stops if self.text[start:n].endswith(ends)), start)
        words = self.text[start:end]
        if not words or _KINDS.search(words) or "由" in words or "对" in words:
            raise self.doubt(reason)
        if ranges_in(words, 0, len(words)):
            raise self.doubt("unclear_numeral")
        self.at = end
        return (self.place(start, end),)

    def _add(self, kind: str, start: int, **said: object) -> None:
        self.found.append(
            Found(
                kind,
                *self.place(start, self.at),
                self.force,
                self.organ,
                self.party,
                joined=self.joined,
                alone=self.alone,
                **said,  # type: ignore[arg-type]
            )
        )
        self.joined, self.alone = "", False

    def _measure(self, rest: str) -> None:
        start = self.at
        for pattern, kind in ((_CRIMINAL, "criminal"), (_CIVIL, "civil")):
            if pattern.match(rest):
                self.at = len(self.text)
                return self._add(kind, start)
        reference = _AS_IN.match(rest)
        if reference:
            self.at = len(self.text)
            return self._add("as_referenced", start, as_in=(cited(reference[1], self.clause),))
        if _AS_LAW.match(rest):
            self.at = len(self.text)
            named = _AS_LAW.match(rest)["place"]  # type: ignore[index]
            return self._add("as_referenced", start, as_in=(cited(named, self.clause),) if named else ())
        if _DEEMED.match(rest):
            return self._deemed(start)
        if rest.startswith("通报批评"):
            self.at += 4
            return self._add("criticism", start)
        if rest.startswith("降低"):
            return self._downgrade(start)
        if rest.startswith("责令") or rest.startswith("限期"):
            return self._order(rest, start)
        if rest.startswith("没收"):
            return self._confiscation(start)
        verb = next((each for each in LICENCE_VERBS if rest.startswith(each)), None)
        if verb:
            return self._licence(start, verb)
        return self._imposed(start)

    def _imposed(self, start: int) -> None:
        """A kind behind 处 or 给予: a fine or detention with its range, a warning."""
        bare = self.take(_VERB) is None
        if bare and not (self.joined or self.text[max(0, self.at - 2) : self.at].endswith("处")):
            raise self.doubt("unknown_word")
        if self.take(_DISCIPLINE):
            return self._add("disciplinary", start)
        kind = _KINDS.search(self.text, self.at)
        if kind is None:
            raise self.doubt("unknown_word")
        if kind[0] in PLAIN_KINDS and kind.start() == self.at:
            self.at = kind.end()
            return self._add(PLAIN_KINDS[kind[0]], start)
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
        self._add("fine" if kind[0] == "罚款" else "detention", start, ranges=(bounds,))

    def _based(self, found: object) -> Bounds:
        bounds: Bounds = with_base(found, self.text, self.at)  # type: ignore[arg-type]
        if not bounds.of:
            return bounds
        ((start, end),) = bounds.of
        return Bounds(bounds.low, bounds.high, bounds.bases, (self.place(start, end),))

    def _thing_end(self, start: int) -> int:
        """Return where the words of a thing end: before what joins the next kind to it."""
        for match in _NEXT.finditer(self.text, start):
            if match.end() > match.start() or match.start() > start:
                return match.start()
        return len(self.text)

    def _deemed(self, start: int) -> None:
        """A sum that is taken where the base is smaller (违法所得不足一万元的,按一万元计算)."""
        ranges = ranges_in(self.text, self.at, len(self.text))
        if len(ranges) != 1 or ranges[0].type != "amount" or ranges[0].bounds.low != ranges[0].bounds.high:
            raise self.doubt("unclear_numeral")
        self.at = len(self.text)
        self._add("deemed", start, ranges=(ranges[0].bounds,))

    def _downgrade(self, start: int) -> None:
        if self.take(re.compile("降低(?:其|相应|相关)?资质等级")) is None:
            raise self.doubt("unknown_word")
        self._add("downgrade", start)

    def _order(self, rest: str, start: int) -> None:
        begin = start + (2 if rest.startswith("责令") else 0)
        end = self._thing_end(begin + (2 if self.text.startswith("限期", begin) else 0))
        duty = self.text[begin:end]
        if self._suspended(duty, start, end):
            return None
        if not duty or ranges_in(duty, 0, len(duty)) or _KINDS.search(duty):
            raise self.doubt("unclear_scope")
        self.at = end
        held = [each for each in SUSPENSIONS if each in duty]
        bare = re.sub("^(?:其|立即|限期|当场)+", "", duty)
        if (
            held
            or ("停" in duty and bare not in SAFE_STOPS)
            or "或者" in duty
            or (bare.startswith(DOUBTFUL_ORDERS) and bare not in SAFE_STOPS)
        ):
            safe = any(duty == f"{stop}{more}" for stop in SAFE_STOPS for more in ("、限期改正", "、改正"))
            if not safe:
                self.at = start
                raise self.doubt("unknown_word")
        self._add("order", start, things=(self.place(begin, end),))

    def _suspended(self, duty: str, start: int, end: int) -> bool:
        """Take a suspension, with its term where it has one; say whether it was one."""
        ranges = ranges_in(duty, 0, len(duty))
        words = duty[: ranges[0].start] if len(ranges) == 1 and ranges[0].end == len(duty) else duty
        kind = SUSPENSIONS.get(words)
        if kind is None or (words != duty and (ranges[0].type not in ("days", "months", "years"))):
            return False
        self.at = end
        self._add(kind, start, ranges=(ranges[0].bounds,) if words != duty else ())
        return True

    def _confiscation(self, start: int) -> None:
        begin = start + 2
        end = self._thing_end(begin)
        thing = self.text[begin:end]
        if (
            not thing
            or ranges_in(thing, 0, len(thing))
            or "或者" in thing
            or _KINDS.search(thing)
            or _DEEDS.search(thing)
        ):
            raise self.doubt("unclear_scope")
        last = re.search("(?:和|、|以及|及)(违法所得)$", thing)
        if last and not thing.startswith("违法所得"):
            self._gains(thing[: last.start()])
            self.at = begin + last.start()
            self._add("confiscate_property", start, things=(self.place(begin, self.at),))
            self.at = end
            return self._add("confiscate_gains", end - 4, things=(self.place(end - 4, end),))
        first, mark, others = self._gains(thing)
        self.at = end
        if first:
            self._add("confiscate_gains", start, things=(self.place(begin, begin + len(first)),))
        if others:
            at = begin + len(first) + len(mark)
            if "违法所得" in others:
                self.at = start
                raise self.doubt("unclear_scope")
            self._add("confiscate_property", at if first else start, things=(self.place(at, end),))
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
        if not thing or ranges_in(thing, 0, len(thing)) or _KINDS.search(thing):
            raise self.doubt("unclear_scope")
        parts = re.split("或者", thing)
        if _DEEDS.search(thing) or not all(_LICENCE.search(each) for each in parts):
            raise self.doubt("unknown_word")
        if both and len(parts) > 1 or (len(parts) > 1 and "、" in thing):
            raise self.doubt("unclear_alternative")
        if len(parts) == 1 and ("、" in thing or "和" in thing) and "营业执照" in thing:
            raise self.doubt("unclear_scope")
        self.at = end
        self._each_licence(start, begin, LICENCE_VERBS[verb], parts, both=both)

    def _each_licence(self, start: int, begin: int, kind: str, parts: list[str], *, both: bool) -> None:
        if both:
            thing = (self.place(begin, begin + len(parts[0])),)
            self._add("licence_suspension", start, things=thing)
            self.joined = "or"
            return self._add("revocation", start + 4, things=thing)
        at = begin
        for n, each in enumerate(parts):
            if n:
                self.joined = "or"
            business = each.endswith("营业执照") and kind == "revocation"
            self._add(
                f"{kind}_business" if business else kind,
                at if n else start,
                things=(self.place(at, at + len(each)),),
            )
            at += len(each) + 2
        return None


def clause_of(clause: Cut) -> Clause:
    """Return what a clause threatens.

    Raises:
        Doubt: anything in it is claimed by nothing, or may be read in two ways.
    """
    with placed(clause.start):
        return _Scan(clause).read()
