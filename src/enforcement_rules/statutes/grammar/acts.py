"""The act of a clause: who did what, against which place of the law, or the items that follow."""

from __future__ import annotations

import re

from enforcement_rules.statutes.clauses.tree import Leaf, SpanRole
from enforcement_rules.statutes.grammar.leaves import mark, reference_at, references_at, span, word
from enforcement_rules.statutes.grammar.refusing import Unread

LISTED = re.compile("有?下列(?:违法)?(?:行为|情形|情况)(?:之一)?(?=的?[,:;。]|$)")
_AGAINST = re.compile("违反")
_RULE = re.compile("的?规定")
_BREACH = re.compile("违反(?:本法典|本法|本条例|本办法|本规定|本细则|国家(?:有关)?)的?规定,")
NOUNS = (
    "单位|企业|机构|公司|组织|经营者|生产者|销售者|运营者|使用者|提供者|发布者|举办者|管理者|所有者|开发者|投标人|招标人|中标人|"
    "纳税人|扣缴义务人|承运人|托运人|收货人|发货人|驾驶人|负责人|当事人|所有人|使用人|责任人|权利人|持有人|经营人|备案人|保险人|代理人|"
    "个人|人员|医院|学校|旅行社|旅馆|场所|事务所|合作社|银行|矿山|船舶|航空器|船长|医师|护士|律师|公民|用户|农户|主体|平台|家庭|部门"
)
_TAIL = "违反|未(?!成年)|不|擅自|有下列|拒绝|拒不|伪造|变造|非法|隐瞒|超过|超出|逾期|没有|故意"
_PARTY = re.compile(rf"(?:其他|相关|有关)?[^,;:未不违擅拒]{{0,40}}?(?:{NOUNS})(?=(?:{_TAIL}))")
_NOUN = re.compile(NOUNS)
_VERBS = re.compile(
    "未(?!成年)|不(?!动产)|擅自|违反|拒绝|拒不|伪造|变造|非法|隐瞒|超过|超出|逾期|没有|故意|明知|以|在|将|把|对|向|利用|通过|冒用|盗窃|阻碍|扰乱|"
    "涂改|倒卖|出租|出借|转让|买卖|侵占|破坏|损毁|损坏|谎报|瞒报|提供|使用|生产|销售|从事|发布|经营|进口|运输|制造|制作|开展|安排|聘用|"
    "雇用|委托|占用|取得|采取|转移|散布|诋毁|煽动|组织|教唆|引诱|携带|饲养|驱使|偷开|冒充|编造|发现|发生|无|持|接受|收购|加工|储存|贮存|"
    "出售|购买|排放|倾倒|堆放|设置|安装|拆除|改变|变更|建设|进行|挪用|虚构|虚报|泄露|窃取|抢|骗取|强迫|胁迫|诱骗|猥亵|侮辱|殴打|结伙|追逐"
)


def act_leaves(text: str, start: int, end: int) -> list[Leaf]:
    """Return the leaves of an act without its closing 的: a breach, the party, the act, references, the list.

    Raises:
        Unread: where it is not sure who the party is, or what a reference belongs to.
    """
    found: list[Leaf] = []
    at = start
    breach = _BREACH.match(text, at, end)
    party = _party_end(text, breach.end() if breach else at, end)
    if breach and (party is not None or LISTED.match(text, breach.end(), end)):
        found += [span(text, "act", at, breach.end() - 1), mark(text, breach.end() - 1)]
        at = breach.end()
    if party is not None:
        found.append(span(text, "party", at, party))
        at = _comma(text, party, end, found)
    else:
        _no_party(text, breach.end() if breach else at, end)
    return [*found, *_rest(text, at, end)]


def _comma(text: str, at: int, end: int, found: list[Leaf]) -> int:
    if at < end and text[at] == ",":
        found.append(mark(text, at))
        return at + 1
    return at


def _party_end(text: str, at: int, end: int) -> int | None:
    """Return where the party that an act begins with ends."""
    listed = re.compile(rf"[^,;:未不违擅拒]{{0,60}}?(?:{NOUNS})(?=,?有下列)").match(text, at, end)
    found = _PARTY.match(text, at, end) or listed
    if not found:
        return None
    inside = found[0]
    verb = _VERBS.match(inside)
    first = _NOUN.search(inside)
    short = first is not None and first.end() <= 12 and first.end() == len(inside) and not re.search("的|对|向|将|把|在", inside)
    relative = re.match("(?:从事|承担|取得|产生|使用|生产|销售|经营|提供|设有)[^,]*的[^的,]*$", inside)
    if verb and not short and not relative:
        raise Unread("unclear_party", at)
    if verb and short and verb[0] in ("对", "向", "将", "把", "在", "以", "发现", "明知", "利用", "通过", "委托", "安排", "聘用", "接受"):
        raise Unread("unclear_party", at)
    return found.end()


def _no_party(text: str, at: int, end: int) -> None:
    """Hold an act without a party to beginning with a verb, with no noun of a party close behind."""
    if LISTED.match(text, at, end) or reference_at(text, at) or text.startswith("有", at) or at >= end:
        return
    verb = _VERBS.match(text, at, end)
    if not verb:
        raise Unread("unclear_party", at)
    negative = verb[0] in _TAIL.split("|") or verb[0] in ("未", "不")
    noun = _NOUN.search(text, at, min(end, at + 12))
    if noun and not negative:
        raise Unread("unclear_party", at)


def _rest(text: str, at: int, end: int) -> list[Leaf]:
    """Return the act behind the party: its words, the places of the law it names, the list."""
    found: list[Leaf] = []
    since = at
    listed = LISTED.search(text, at, end)
    stop = listed.start() if listed else end
    while at < stop:
        against = _AGAINST.match(text, at)
        refers, behind = references_at(text, against.end() if against else at)
        rule = _RULE.match(text, behind) if refers else None
        if not refers:
            at += 1
            continue
        if against and rule is None:
            raise Unread("unclear_reference", at)
        found += _words(text, since, at)
        if against:
            found.append(word(text, "link", "at", at, against.end()))
        found += refers
        at = behind
        if against and rule is not None:
            found.append(word(text, "link", "as", behind, rule.end()))
            at = _comma(text, rule.end(), end, found)
        since = at
    found += _words(text, since, stop)
    if listed:
        found.append(word(text, "listed", "", listed.start(), listed.end()))
        if listed.end() != end:
            raise Unread("unclear_scope", listed.end())
    return found


def _words(text: str, start: int, end: int, role: SpanRole = "act") -> list[Leaf]:
    """Return a span, with a comma behind it as a mark."""
    if start >= end:
        return []
    tail = 1 if text[end - 1] == "," else 0
    if tail and end - start == 1:
        return [mark(text, start)]
    return [span(text, role, start, end - tail), *([mark(text, end - 1)] if tail else [])]
