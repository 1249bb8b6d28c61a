"""What threatens nothing: items that only say an act, and sentences that bind or empower without a penalty."""

from __future__ import annotations

import re
from typing import Final

_THREAT: Final = re.compile(r"罚款|没收|吊销|暂扣|责令|拘留|警告|通报批评|处分|刑事|治安管理|给予|处罚[;。]?$")
_WEAK_THREAT: Final = re.compile(r"撤销|降低|限制|取消|停业|停产|关闭|禁止|暂停|终止|强制|处")
_FOLLOWS: Final = re.compile(
    "的[,;]|。.|不得|终身|予以|适用|承担|追究|可以|有权|取缔|收缴|扣留|驱逐|出境|论处|处罚[,与]|行政处罚|进行处理|"
    "应当(?:向|及时|在|自|予|退|自觉)|(?:部门|机关|机构|政府)应当"
)
"""Words that follow an act or bind somebody: a text with one of them is more than an act, whatever it threatens."""
_ONLY_AN_ACT: Final = re.compile(r"(?:(?!罚款|。|;|:|的,).)*的[;。]?")
_ACT_OF_AN_ITEM: Final = re.compile(
    r"(?!警告|行政拘留|拘留|责令(?:停|关|限制)|通报)"
    r"(?:(?!罚款|没收|吊销|给予|处分|应当|可以|不得|禁止|刑事|取消|撤销|。|;|:).)*(?<!处罚)(?<!处理)(?<!责任)[;]"
)
"""An item that ends in a semicolon and names no penalty: 责令 and the like belong to its act (责令召回后拒不召回)."""
_REFUSED_ITEM: Final = re.compile(
    r"(?:(?!罚款|没收|吊销|给予|处分|应当|可以|。|;|:|的,).)*(?:后|,)仍?拒不[^,。;]{2,20}[;。]"
)
_BEFORE: Final = re.compile(
    r"对[^,。:;]*,[^,。:;]*未按[^,。:;]*处理;|被[^,。:;]*后[^,。:;罚]*;"
    r"|(?:法律|法规)[^,。;:]*规定的[^,。;:]*其他(?:情形|行为)[;。]"
)
_FORBIDDEN: Final = re.compile("不得[^,;。]*的(?=[^,;。的]+[;。])")
"""不得 that says which things an act is about (不得排放的废液)."""
_ANY_MEASURE: Final = re.compile(
    "罚|没收|吊销|暂扣|扣留|责令|拘留|警告|通报|处分|刑事|取缔|收缴|追缴|撤销|注销|取消|降低|限制|停业|停产|关闭|禁止|暂停|终止|"
    "强制|代为|终身|[0-9一二三四五六七八九十两]年内|公告|公布|记入|不予|从重|赔偿|承担|处[以理置]|查封|扣押|销毁|拆除|驱逐|出境|滞纳|加收|不再|停止|无效|解聘|除名"
)
_CIVIL: Final = re.compile("赔偿|连带责任|民事责任|调解|修理、更换")
_NOT_CIVIL: Final = re.compile(
    _ANY_MEASURE.pattern.replace("|赔偿|承担", "").replace("处[以理置]", "处以|处罚|论处|(?:予以|依法)处理")
    + "|费用|支出"
)
"""What a sentence about liability alone does not hold."""
_REFERS: Final = re.compile("(?:依照|按照|适用)[^,]*(?:处罚|处理|执行|办理|规定)(?:$|,)|从其规定")
_BOUND: Final = re.compile("应当|可以|有权|不得|必须|协商|申请|起诉|优先|由")
_COMPETENCE: Final = re.compile(
    "(?:除[^,。;]*外,)?(?:本法|本条例|本办法|本规定|本细则|本实施条例)(?:第[^,]{1,40})?规定的(?:[^。;]*的行政处罚|(?:行政)?处罚),?(?:除[^;。]*外,)?(?:也可以|可以)?由[^。]*(?:决定|实施|执行|作出|行使)"
    "|(?:罚款|没收|罚没)[^,。;]{0,24}(?:一律|全部|应当|必须)?(?:上缴|上交|缴入)国库|依照前款缴纳的罚款[^。;]*|地方性法规可以根据[^。;]*种类|依照本[^,。;]{0,20}(?:收取|收缴)的罚款[^。;]*国库"
    "|当事人对[^,。;]*(?:处罚|决定)[^,。;]*不服的,[^。;]*(?:复议|诉讼|起诉)[^。;]*"
    "|对[^。;]*(?:处罚|决定)不服的,[^。;]*(?:复议|诉讼|起诉)[^。;]*|[^。;,]*(?:机关|部门)应当(?:对|将)[^,;。]*(?:公告|公布)"
    "|[^。;]*(?:行政处罚决定书|集体讨论决定)|[^。;]*的,是(?:偷税|抗税|走私行为)"
)
"""Who decides, where the money goes and who may complain: no penalty, whatever words it holds."""


def only_an_act(text: str) -> bool:
    """Whether a text says an act and nothing that follows from it, as most items do.

    A weak word (明令禁止) threatens only where the text begins with it or something follows an act.
    """
    if _ONLY_AN_ACT.fullmatch(text) or _ACT_OF_AN_ITEM.fullmatch(text):
        return True
    if _REFUSED_ITEM.fullmatch(text) or _BEFORE.fullmatch(text) or _all_acts(text):
        return True
    bare = _FORBIDDEN.sub("", text)
    return not (_THREAT.search(bare) or _FOLLOWS.search(bare) or _WEAK_THREAT.match(bare))


def _all_acts(text: str) -> bool:
    """Whether a text is a row of acts, each ending in 的."""
    acts = [each for each in re.split("[;。]", text) if each]
    plain = all(each.endswith("的") and not re.search("的,(?!或者)", each) for each in acts)
    return plain and bool(acts) and not _THREAT.search(text)


def binds_without_penalty(sentence: str) -> bool:
    """Whether a sentence binds or empowers somebody and names no measure, or is about competence and money."""
    if _COMPETENCE.fullmatch(sentence) or (_CIVIL.search(sentence) and not _NOT_CIVIL.search(sentence)):
        return True
    if _ANY_MEASURE.search(sentence):
        return _duty_behind_act(sentence)
    return _BOUND.search(sentence) is not None


def _duty_behind_act(sentence: str) -> bool:
    """Whether all measures are named in acts (被吊销…的) and what follows is a duty without one."""
    for tier in sentence.split(";"):
        act, closed, duty = tier.rpartition("的,")
        if _ANY_MEASURE.search(duty) or _REFERS.search(duty) or not _BOUND.match(duty):
            return False
        if not closed and _ANY_MEASURE.search(tier):
            return False
        if "的," in act:
            return False
    return True
