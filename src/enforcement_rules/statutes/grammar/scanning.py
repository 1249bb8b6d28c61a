"""From the words behind an act to pieces: conditions, who decides, who is punished, measures, and what joins them.

The scanner cuts; which pieces may follow each other is the grammar's business (`rules`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lark import Token

from enforcement_rules.statutes.clauses import (
    Condition,
    Leaf,
    Role,
)
from enforcement_rules.statutes.grammar.acts import NOUNS, act_leaves
from enforcement_rules.statutes.grammar.asides import said_tier
from enforcement_rules.statutes.grammar.conditions import OPENS, condition
from enforcement_rules.statutes.grammar.leaves import mark, reference_at, span, word
from enforcement_rules.statutes.grammar.measures import begins, measure_at
from enforcement_rules.statutes.grammar.orders import goes_on
from enforcement_rules.statutes.grammar.organs import by_at, lead_at
from enforcement_rules.statutes.grammar.papers import confiscated, revoked
from enforcement_rules.statutes.grammar.quantities import NUMBER
from enforcement_rules.statutes.grammar.refusing import Unread
from enforcement_rules.statutes.grammar.scanned import Scanned
from enforcement_rules.statutes.grammar.starts import START

_PERSONS = f"{NOUNS}|主管人员|责任人员|法定代表人|经办人|船员|机长|首要分子|活动者|者|人|其(?=处|给予)"
_TO = re.compile(rf"(对)((?:(?!责令|没收|吊销|处以|造成|由)[^,;。:])*?(?:{_PERSONS}))(?=,|由|{START})(,)?")
_FOR_YEARS = (
    rf"(?:终[身生]|{NUMBER}年(?:以?内|直至终身|至{NUMBER}年内?)?|"
    rf"自[^,;。]{{2,20}}之日起,?{NUMBER}年内)(?:不得|禁止)"
)
BANNED = re.compile(
    rf"(对)?((?!由|对|被|处|责令|吊销|没收|终|自)(?:(?!责令|没收|吊销|处以|造成|年内|"
    rf"禁止)[^,;。:])*?(?:{NOUNS}|主管人员|责任人员|法定代表人|负责人|申请人))(?={_FOR_YEARS})(,)?"
)
"""Who is banned from an occupation, as the subject of the ban (其法定代表人五年内不得担任…)."""
_BEFORE_TO = re.compile("(并)?(可以|应当)?(依法)?")
_CASE = re.compile("已|未|有(?!前|本|第|下列)|属于|没有|使|法律|不能|无法|受到|上一年度|[^,;]{2,8}费用|取得")
_OWN_CASE = re.compile("(?:有[^,;。的]{2,12}(?:证|执照|资质)|情节较重|情节较轻|情节严重)的(?=吊销|处|责令|没收)")
_FAILED = re.compile("逾期|拒不|拒绝|仍")
_CLOSING = re.compile("的(?:,|(?=予以没收))")
_SAID_BEFORE: tuple[tuple[Role, str], ...] = (("link", "together"), ("force", "may"), ("link", "further"))
_FORCE = {"可以": "may", "应当": "shall"}
OWN_ACT = re.compile("(?:单位|个人|企业|行为人)?有(?:前|本条|第)")
_STOP = re.compile("[;。:]")
_LONGEST_CONDITION = 80


class Scanner:
    """Cuts one sentence behind its act."""

    def __init__(self, text: str, start: int, end: int, act: str, *, loose: bool = False) -> None:
        """Keep the text, the two places and the act; `loose` reads tiers that threaten nothing as asides."""
        self.text, self.at, self.end, self.act = text, start, end, act
        self.cases, self.loose = False, loose

    def tokens(self) -> Iterator[Token]:
        """Yield the pieces in their order.

        Raises:
            Unread: where something stands that is none of them.
        """
        yield from self._tier()
        while self.at < self.end:
            yield from self._between()

    def _tier(self) -> Iterator[Token]:
        """Yield the beginning of a tier: its condition, the organ or the party, the first measure."""
        said = said_tier(self.text, self.at, self.end) if self.loose else None
        if said is not None:
            at, self.at = self.at, said.end
            to = re.compile("(?:依法)?对").match(self.text, at) is not None
            yield _token("SAID", (said, to), at)
            return
        found = self._own_act()
        if found is None:
            found = self._condition(first=True)
        if found is not None:
            yield found
        yield from self._block()

    def _block(self) -> Iterator[Token]:
        by = self._lead()
        if by is not None:
            yield by
        to = self._address()
        if to is not None:
            yield to
        yield from self._measure()

    def _own_act(self) -> Token | None:
        """Return the act of a tier (有前款第二项行为的), where the first one has one of the kind."""
        closing = re.compile("(?:单位|个人|企业)?有[^,;。:]{2,160}?(?:的,|(?<=之一),)").match(
            self.text, self.at, self.end
        )
        if (
            closing is None
            or not OWN_ACT.match(self.act)
            or not reference_at(self.text, self.text.index("有", self.at) + 1)
        ):
            return None
        at, end = self.at, closing.end() - 1
        stop = end - (self.text[end - 1] == "的")
        of = [word(self.text, "link", "of", stop, end)] if stop < end else []
        self.at = closing.end()
        case = self._condition(first=True) if not of else None
        nodes = [*act_leaves(self.text, at, stop), *of, mark(self.text, end)]
        return _token("ACT", [*nodes, *(case.value if case is not None else [])], at)

    def _condition(self, *, first: bool = False) -> Token | None:
        stop = self._condition_end(first=first)
        if stop is None:
            return None
        found: list[Condition | Leaf] = [condition(self.text, self.at, stop)]
        at = self.at
        if self.text.startswith(",", stop):
            found.append(mark(self.text, stop))
            stop += 1
        self.at = stop
        return _token("CONDITION", found, at)

    def _condition_end(self, *, first: bool) -> int | None:
        """Return where the condition that begins here ends, behind its 的; `None` where none begins.

        Raises:
            Unread: where it is not sure of which tier it is a case.
        """
        if self.text.startswith("应当给予治安管理处罚的,", self.at):
            return self.at + len("应当给予治安管理处罚的")
        if begins(self.text, self.at) or lead_at(self.text, self.at, self.end)[0] or self._to():
            return None
        limit = _STOP.search(self.text, self.at, self.end)
        last = limit.start() if limit else self.end
        closing = _CLOSING.search(self.text, self.at, min(last, self.at + _LONGEST_CONDITION))
        if closing is None:
            return None
        if not OPENS.match(self.text, self.at):
            if not (first or _CASE.match(self.text, self.at)) or re.search(
                "^故意(?![^,的]{2,6}的,)|其中|的,|不构成|尚不|罪$|罪,", self.text[self.at : closing.start()]
            ):
                raise Unread("unclear_scope", self.at)
            self.cases = True
        elif self.cases and _FAILED.match(self.text, self.at):
            raise Unread("unclear_scope", self.at)
        return closing.start() + 1

    def _to(self) -> tuple[re.Match[str], list[Leaf], re.Match[str]] | None:
        """Return what stands before 对, who decides there, and whom it names."""
        before = _BEFORE_TO.match(self.text, self.at, self.end)
        if before is None:
            return None
        by, behind = by_at(self.text, before.end(), self.end)
        found = _TO.match(self.text, behind, self.end) or BANNED.match(self.text, behind, self.end)
        return (before, by, found) if found else None

    def _address(self) -> Token | None:
        to = self._to()
        if to is None:
            return None
        before, by, found = to
        at = self.at
        nodes: list[Leaf] = []
        for n, (role, means) in enumerate(_SAID_BEFORE, 1):
            if before[n]:
                nodes.append(word(self.text, role, _FORCE.get(before[n], means), *before.span(n)))
        nodes += [*by, *([word(self.text, "link", "to", *found.span(1))] if found[1] else [])]
        start, end = found.span(2)
        if not found[1] and self.text.startswith("其", start):
            nodes.append(word(self.text, "link", "of", start, start + 1))
            start += 1
        nodes.append(span(self.text, "party", start, end))
        self.at = found.end()
        if found[3]:
            nodes.append(mark(self.text, found.start(3)))
        if not by and (found[3] or self.text.startswith("由", self.at)):
            behind, self.at = lead_at(self.text, self.at, self.end)
            nodes += behind
        return _token("ADDRESS", nodes, at)

    def _lead(self) -> Token | None:
        """Return who decides at the beginning of a tier, with 由 or as the subject."""
        at = self.at
        nodes, self.at = lead_at(self.text, self.at, self.end)
        return _token("LEAD", nodes, at) if nodes else None

    def _joined_by(self) -> list[Leaf]:
        """Return who decides on one further measure (并由…吊销, 并报经…批准,责令…)."""
        at, ahead = (
            self.at,
            re.compile("(并|还)?(可以|应当)?(?=由|报经|报请|经|提请|通知)").match(self.text, self.at, self.end),
        )
        if ahead is None:
            by, self.at = ([], at) if begins(self.text, at) else lead_at(self.text, at, self.end)
            return by
        by, self.at = by_at(self.text, ahead.end(), self.end)
        if not by:
            self.at = at
            return []
        together = [word(self.text, "link", "together", *ahead.span(1))] if ahead[1] else []
        force = [word(self.text, "force", _FORCE[ahead[2]], *ahead.span(2))] if ahead[2] else []
        return [*together, *force, *by]

    def _measure(self) -> Iterator[Token]:
        at, by = self.at, [*self._own_case(), *self._joined_by()]
        made = measure_at(self.text, self.at)
        self._hold_police(made, by)
        made.before = [*by, *made.before]
        self.at = made.end
        yield _token("MEASURE", made, at)
        yield from self._unsaid(made)
        yield from self._going_on(made)
        if made.kind == "as_referenced" and self.text.startswith("从重处罚", self.at):
            yield _token("COMMA", [], self.at)
            yield from self._measure()

    def _going_on(self, made: Scanned) -> Iterator[Token]:
        """Yield the duties that go on with an order behind commas."""
        more = goes_on(self.text, self.at) if made.kind == "order" else None
        while more is not None:
            yield _token("COMMA", [mark(self.text, self.at)], self.at)
            yield _token("MEASURE", Scanned([], *more), self.at + 1)
            self.at = more[2]
            more = goes_on(self.text, self.at)

    def _hold_police(self, made: Scanned, by: Sequence[object]) -> None:
        """Refuse a detention on which the organ that was named last cannot decide."""
        before = self.text[self.text.rfind("。", 0, self.at) + 1 : self.at]
        named = re.findall("由([^,;。]*?)(?:责令|处|给予|没收|吊销|对|依法|按照)", before) if not by else []
        police = not named or re.search("公安|海警|国家安全|移民|边检", named[-1]) is not None
        doubtful = not police or "移送公安机关" in before.rpartition(";")[2]
        decides = bool(by) or re.search("由(?:公安|海警|国家安全)[^;]*$", before) is not None
        if made.kind == "administrative_detention" and doubtful and not decides:
            raise Unread("unclear_party", self.at)

    def _own_case(self) -> list[Condition]:
        """Return the condition of one measure, without a comma behind it (有许可证的吊销许可证)."""
        found = _OWN_CASE.match(self.text, self.at, self.end)
        if found is None:
            return []
        made = condition(self.text, self.at, found.end())
        self.at = found.end()
        return [made]

    def _unsaid(self, made: Scanned) -> Iterator[Token]:
        """Yield the kinds that are not said again behind a measure: 没收违法所得和产品, 吊销许可证或者执照."""
        while True:
            joint = re.compile("和|以及|及|、|或者").match(self.text, self.at, self.end)
            if joint is None or begins(self.text, joint.end()):
                return
            again = self._again(made.kind, joint)
            if again is None:
                return
            yield self._joint(joint.start(), joint.end())
            yield _token("MEASURE", again, joint.end())
            self.at = again.end

    def _again(self, kind: str, joint: re.Match[str]) -> Scanned | None:
        here = (joint.end(), joint.end())
        if kind.startswith("confiscation") and joint[0] != "或者":
            return Scanned([], *confiscated(self.text, joint.end(), here))
        if kind in ("licence_revocation", "business_licence_revocation") and joint[0] == "或者":
            return Scanned([], *revoked(self.text, joint.end(), here, "licence_revocation"))
        return None

    def _joint(self, start: int, end: int) -> Token:
        own = self.text[start:end]
        if own == "、":
            return _token("DUN", [mark(self.text, start)], start)
        if own == "或者":
            return _token("OR", [word(self.text, "link", "alternative", start, end)], start)
        return _token("AND", [word(self.text, "link", "together", start, end)], start)

    def _between(self) -> Iterator[Token]:
        """Yield what stands behind a measure and the piece that follows it."""
        text, at = self.text, self.at
        if at == self.end - 1 and text[at] in "。:;":
            self.at += 1
            yield _token("END", [mark(text, at)], at)
            return
        if text[at] == ";":
            self.at += 1
            yield _token("SEMI", [mark(text, at)], at)
            yield from self._tier()
            return
        found = re.compile(
            "(,)?(直至|或者)|,|、|和|以及|并(?=处|可以|责令|没收|吊销|给予|予以|暂扣|依法|公告|向社会|限期)"
        ).match(text, at, self.end)
        if found is None:
            raise Unread("not_in_grammar", at)
        yield from self._joined(found)

    def _joined(self, found: re.Match[str]) -> Iterator[Token]:
        at = found.start()
        if found[2]:
            nodes = [mark(self.text, at)] if found[1] else []
            means = "step" if found[2] == "直至" else "alternative"
            nodes.append(word(self.text, "link", means, *found.span(2)))
            self.at = found.end()
            yield _token("UNTIL" if means == "step" else "OR", nodes, at)
            yield from self._measure()
        elif found[0] == ",":
            self.at += 1
            yield from self._comma(at)
        elif found[0] == "并":
            yield _token("COMMA", [], at)
            yield from self._measure()
        else:
            self.at = found.end()
            yield self._joint(at, found.end())
            yield from self._measure()

    def _comma(self, at: int) -> Iterator[Token]:
        to, comma = self._address(), [mark(self.text, at)]
        if to is not None:
            yield _token("COMMA_TO", comma, at)
            yield to
            yield from self._measure()
            return
        found = self._condition()
        if found is not None:
            yield _token("COMMA_IF", comma, at)
            yield found
            by = self._lead()
            if by is not None:
                yield by
            yield from self._measure()
            return
        yield _token("COMMA", comma, at)
        yield from self._measure()


def _token(kind: str, value: object, at: int) -> Token:
    token = Token(kind, "", start_pos=at)
    token.value = value
    return token
