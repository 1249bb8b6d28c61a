"""The act of a clause: who did what, against which place of the law, or the items that follow."""

from __future__ import annotations

import re

from msgspec import structs

from enforcement_rules.statutes.clauses import (
    Leaf,
    Span,
)
from enforcement_rules.statutes.grammar.leaves import mark, reference_at, references_at, span, word
from enforcement_rules.statutes.grammar.refusing import Unread
from enforcement_rules.statutes.grammar.telling import told

LISTED = re.compile("(?:有?下列(?:违法)?(?:行为|情形|情况)(?:之一)?|下列活动之一)(?=的?[,:;。]|$)")
_LISTED_KIND = re.compile("下列(?=[^,;:。]{2,20}(?:行为|情形)之一(?:[,:]|$))")
"""A list of which its head says what kind it is (下列恶意申请商标注册行为之一)."""
_AGAINST = re.compile("违反")
_BETWEEN = re.compile("除|(?:和|及|以及|或者|、)$")
_RULE = re.compile("的?规定")
_UP_TO = re.compile("至(?:第[零〇一二三四五六七八九十百]+[条款项])+")
_BREACH = re.compile("违反(?:本法典|本法|本条例|本办法|本规定|本细则|国家(?:有关)?)的?规定,")
NOUNS = (
    "单位|企业|机构|公司|组织|经营者|生产者|销售者|运营者|使用者|提供者|发布者|举办者|管理者|所有者|开发者|投标人|招标人|中标人|"
    "纳税人|扣缴义务人|承运人|托运人|收货人|发货人|驾驶人|负责人|当事人|所有人|使用人|责任人|权利人|持有人|经营人|备案人|保险人|代理人|"
    "消费者|申办者|开办者|出租人|承租人|注册人|协会|媒体|导游|领队|评标委员会成员|进口商|经销商|供应商|制造商|销售商|发起人|广告主|驾驶员|保安员|业主|个人|人员|医院|学校|旅行社|旅馆|场所|事务所|合作社|银行|矿山|船舶|航空器|船长|医师|护士|律师|公民|用户|农户|主体|平台|家庭|部门"
)
_TAIL = "有(?:前|本)|违反|未(?!成年)|不|擅自|有下列|拒绝|拒不|伪造|变造|非法|隐瞒|超过|超出|逾期|没有|故意"
_POSITIVE = (
    "使用|销售|生产|提供|发布|明知|招用|聘用|编造|实施|出具|组织|接受|从事|发生|发现|将|在|对(?!外)|向|以(?!及|下)|为|把|利用|通过|委托|转让|出租|出借|允许|泄露|"
    "出售|购买|收购|经营|进行|开展|安排|取得|变更|采取|转移|虚构|谎报|瞒报|弄虚作假|挪用|索取|收受|运输|携带|进口|出口|饮酒|醉酒|驾驶|因|经(?!营)|与|收取|改变|"
    "停止|设计|违法|燃用|删改|超越|制定|相互|篡改|删除|倾倒|排放|丢失|遗失|涂改|冒用|拖欠|克扣|滥用|侵害|扣押|玩忽"
)
_LONGEST_PARTY = 60
_LONGEST_NOUN = 20
_WHO_BEHIND = re.compile(rf",(?!或者|以及)[^,]{{0,24}}?(?:{NOUNS})(?={_TAIL}|{_POSITIVE})")
_DOER = re.compile("[^,的或]{1,7}(?<!或)者(?!或)")
_WHO_ELSE = re.compile(
    rf"的(?:{NOUNS})(?=,|购买|从事|销售|生产|经营|使用|进行|违反)|(?:[商方人员主户社站店厂场校院库局]|(?<!或)者)(?=未|有下列|擅自|拒绝|拒不)"
)
_COMPOUND = re.compile("(?:经营|使用|管理|销售|生产|运营|提供|开发|设计)(?:者|单位|企业|机构)")
_NOT_WHO = re.compile("场所|船舶|航空器|家庭|矿山|个人|人员|用户|公民|平台|部门")
_FIXED = re.compile(
    "(?:生产|销售|经营|使用|运输|进口|建设|加工|储存|贮存|制造|接受|提供|组织|委托|生产经营|生产、经营|生产、销售)(?:者|单位|企业|人|机构)"
)
_OF_WHOM = re.compile(
    "[^的]{2,16}的(?:主要负责人|项目负责人|负责人|法定代表人|运营者|提供者|经营者|所有人|所有者|管理者)"
)
_NOUN = re.compile(NOUNS)
_BEFORE_VERB = re.compile(rf"(?:{NOUNS})(?=(?:{_TAIL}|{_POSITIVE}))")
_NOUN_ALONE = re.compile(rf"[^,]{{0,18}}?(?:{NOUNS}|主管人员|责任人员)")
_ACTING = re.compile(
    ".*(?:指令|收回|要求|依法|指定|授权|批准)|对|向|将|把|在|以|发现|明知|利用|通过|委托|安排|聘用|接受|雇用|阻碍|拒绝|冒充|强迫|胁迫|殴打|侮辱|.*(?:单位|企业|机构|者|人)(?:聘用|提供|使用|销售|生产|从事)"
)
_RELATIVE = re.compile(
    rf"(?:从事|承担|取得|产生|设有|具有|负有)[^,的]*(?:的)(?:[^的,]{{0,10}}?(?:{NOUNS})(?:和个人|或者个人)?|(?:企业)?(?:单位|企业|机构|组织)(?:和|或者)个人)"
)
_OF_KIND = re.compile("(?:从事|承担)[^;:未不违]{2,80}?的(?:单位和个人|单位或者个人|单位|企业|机构)(?=,有下列|有下列)")
_BEFORE_LIST = re.compile(rf"[^,;:未不违擅拒]{{0,60}}?(?:{NOUNS})(?=,?有下列)")
_VERBS = re.compile(
    "未(?!成年)|不(?!动产)|擅自|违反|拒绝|拒不|伪造|变造|非法|隐瞒|超过|超出|逾期|没有|故意|明知|以|在|将|把|向|利用|通过|冒用|盗窃|阻碍|扰乱|"
    "邮寄|影响|协助|危害|设立|造成|屠宰|研制|研究|利诱|策划|哄抢|抢夺|诈骗|敲诈|寻衅|制作|传播|播放|展示|悬挂|种植|调运|引进|推广|填埋|焚烧|围垦|挖砂|采砂|"
    "私自|容留|卖淫|走私|强买|私下|丢失|妨害|捏造|隐匿|毁弃|冒领|聚众|反复|养殖|提交|租借|侵犯|为|跨|开采|欺骗|误导|指使|强令|知道|参与|吸食|"
    "引起|违规|擅离|猎捕|采伐|砍伐|捕捞|围湖|毁坏|刻划|张贴|遮挡|遗弃|虐待|放任|介绍|出版|印刷|复制|公开|篡改|删除|截留|套取|滥用|篡夺|拖欠|克扣|吊挂|"
    "涂改|倒卖|出租|出借|转让|买卖|侵占|破坏|损毁|损坏|谎报|瞒报|提供|使用|生产|销售|从事|发布|经营|进口|运输|制造|制作|开展|安排|聘用|"
    "雇用|委托|占用|取得|采取|转移|散布|诋毁|煽动|组织|教唆|引诱|携带|饲养|驱使|偷开|冒充|编造|发现|发生|无|持|接受|收购|加工|储存|贮存|"
    "出售|购买|排放|倾倒|堆放|设置|安装|拆除|改变|变更|建设|进行|挪用|虚构|虚报|泄露|窃取|抢|骗取|强迫|胁迫|诱骗|猥亵|侮辱|殴打|结伙|追逐"
)


def act_leaves(text: str, start: int, end: int) -> list[Leaf]:
    """Return the leaves of an act without its closing 的: a breach, the party, the act, references, the list.

    Where it is not sure where the party ends, who and what stay one span (`deed`).

    Raises:
        Unread: where it is not sure what a reference belongs to.
    """
    at, found = _breach(text, start, end)
    try:
        party = _party_end(text, at, end)
        if party is None:
            _no_party(text, at, end)
    except Unread as unread:
        if unread.reason != "unclear_party":
            raise
        if found and isinstance(found[0], Span):
            return _undivided(_rest(text, start, end))
        return [*found, *_undivided(_rest(text, at, end))]
    if party is not None:
        found.append(span(text, "party", at, party))
        at = _comma(text, party, end, found)
    elif not LISTED.match(text, at, end) and found and isinstance(found[0], Span):
        return _rest(text, start, end)
    return [*found, *_rest(text, at, end)]


def _undivided(found: list[Leaf]) -> list[Leaf]:
    """Return an act of which it is not plain where its party ends: its first words are who and what in one."""
    for n, each in enumerate(found):
        if isinstance(each, Span) and each.role == "act":
            return [*found[:n], structs.replace(each, role="deed"), *found[n + 1 :]]
    return found


def _breach(text: str, at: int, end: int) -> tuple[int, list[Leaf]]:
    """Return where the breach that an act begins with ends (违反本法规定, 违反…第…条规定), and its leaves."""
    breach = _BREACH.match(text, at, end)
    if breach:
        return breach.end(), [span(text, "act", at, breach.end() - 1), mark(text, breach.end() - 1)]
    against = _AGAINST.match(text, at, end)
    refers, behind = references_at(text, at + 2) if against else ([], at)
    rule = _RULE.match(text, behind, end)
    if not refers or rule is None or rule.end() >= end or text[rule.end()] != ",":
        return at, []
    comma = mark(text, rule.end())
    lead = [word(text, "link", "at", at, at + 2), *refers, word(text, "link", "as", behind, rule.end()), comma]
    return rule.end() + 1, lead


def _comma(text: str, at: int, end: int, found: list[Leaf]) -> int:
    if at < end and text[at] == ",":
        found.append(mark(text, at))
        return at + 1
    return at


def _party_end(text: str, at: int, end: int) -> int | None:
    """Return where the party that an act begins with ends.

    Raises:
        Unread: where a noun of a party stands before an act, and what stands before it may be an act as well.
    """
    whole = _OF_KIND.match(text, at, end)
    if whole:
        return whole.end()
    listed = _BEFORE_LIST.match(text, at, end)
    ends = [listed.end()] if listed else _candidates(text, at, end)
    if ends and _RELATIVE.fullmatch(text[at : ends[0]]):
        return ends[0]
    if not ends or (_VERBS.match(text, at, end) and not _FIXED.match(text, at, end)):
        return None
    inside = text[at : ends[0]]
    compound = len(ends) > 1 and re.fullmatch(rf"(?:{_POSITIVE}).{{0,6}}", text[ends[0] : ends[1]])
    if compound and _COMPOUND.fullmatch(text[ends[0] : ends[1]]):  # 平台经营者 is one noun
        inside, ends, compound = text[at : ends[1]], ends[1:], None
    if compound or not _plain(inside):
        raise Unread("unclear_party", at)
    return ends[0]


def _candidates(text: str, at: int, end: int) -> list[int]:
    """Return where, in the first piece of an act, a noun of a party stands right before a verb."""
    stop = text.find(",", at, end)
    return [
        each.end() for each in _BEFORE_VERB.finditer(text, at, min(stop if stop >= 0 else end, at + _LONGEST_PARTY))
    ]


def _plain(party: str) -> bool:
    """Say whether words are nouns side by side, each short and without an act in it, the last one a party's."""
    nouns = [each for each in re.split("、|和|或者|及其|以及|与", party) if each]
    short = all(len(each) <= _LONGEST_NOUN and not _ACTING.match(each) for each in nouns)
    alone = bool(nouns) and bool(_NOUN_ALONE.fullmatch(nouns[-1]))
    return short and alone and all("的" not in each or _OF_WHOM.fullmatch(each) for each in nouns)


def _no_party(text: str, at: int, end: int) -> None:
    """Hold an act without a party to beginning with a verb, with no noun of a party that may be one behind it."""
    if LISTED.match(text, at, end) or text.startswith("有", at) or at >= end:
        return
    if text.startswith("或者", at) and LISTED.match(text, at + 2, end):
        return
    verb = _VERBS.match(text, at, end)
    if not verb:
        raise Unread("unclear_party", at)
    stop = text.find(",", at, end)
    first = text[at : stop if stop >= 0 else end]
    negative = bool(re.match(_TAIL, verb[0]))
    close = [each for each in _NOUN.findall(first[:12]) if not _NOT_WHO.fullmatch(each)]
    if not negative and (re.search(rf"(?:{NOUNS})(?:{_TAIL}|{_POSITIVE}|$)", first) or close):
        raise Unread("unclear_party", at)
    if re.match("从事|承担|取得", first) and _NOUN.search(first):
        raise Unread("unclear_party", at)
    if _WHO_BEHIND.search(text, at, end) or _WHO_ELSE.search(text, at, end) or _DOER.match(first):
        raise Unread("unclear_party", at)


def _rest(text: str, at: int, end: int) -> list[Leaf]:
    """Return the act behind the party: its words, the places of the law it names, the list."""
    at, found = _opening(text, at, end)
    since = at
    listed = LISTED.search(text, at, end)
    among = None if listed else _LISTED_KIND.search(text, at, end)
    stop = listed.start() if listed else among.start() if among else end
    while at < stop:
        against = _AGAINST.match(text, at)
        refers, behind = references_at(text, against.end() if against else at)
        rule = _RULE.match(text, behind) if refers else None
        if not refers:
            at += 1
            continue
        upto = _UP_TO.match(text, behind)
        if upto:
            at = upto.end()
            continue
        if against and rule is None and behind != end and text[behind] != ",":
            raise Unread("unclear_reference", at)
        found += act_words(text, since, at)
        if against:
            found.append(word(text, "link", "at", at, against.end()))
        found += refers
        at = behind
        if against and rule is not None:
            found.append(word(text, "link", "as", behind, rule.end()))
            at = _comma(text, rule.end(), end, found)
        elif against:
            at = _comma(text, behind, end, found)
        since = at
    found += act_words(text, since, stop)
    if among:
        found.append(word(text, "listed", "", *among.span()))
        found += act_words(text, among.end(), end)
    if listed:
        found.append(word(text, "listed", "", listed.start(), listed.end()))
        if listed.end() != end:
            if text[listed.end()] != ",":
                raise Unread("unclear_scope", listed.end())
            found += [mark(text, listed.end()), *act_words(text, listed.end() + 1, end)]
    return found


def _opening(text: str, at: int, end: int) -> tuple[int, list[Leaf]]:
    """Return where the words behind 或者 or 有 begin an act, and these words."""
    found: list[Leaf] = []
    if text.startswith("或者", at) and LISTED.match(text, at + 2, end):
        found.append(word(text, "link", "alternative", at, at + 2))
        at += 2
    if text.startswith("有", at) and reference_at(text, at + 1):
        found.append(word(text, "link", "in_case", at, at + 1))
        at += 1
    return at, found


def act_words(text: str, start: int, end: int) -> list[Leaf]:
    """Return the words of an act: spans, what it calls a duty (应当报告而未报告) by itself, a comma at its end."""
    if start >= end:
        return []
    tail = [mark(text, end - 1)] if text[end - 1] == "," else []
    stop = end - len(tail)
    if _BETWEEN.match(text, start, stop):
        raise Unread("unclear_reference", start)
    found = told(text, "act", start, stop) if start < stop else []
    return [*found, *tail]
