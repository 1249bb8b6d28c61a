"""What measures begin with, by which pieces are cut; where a measure may end."""

from __future__ import annotations

import re

from enforcement_rules.statutes.grammar.quantities import NUMBER

CUT = (
    "终身|[0-9一二三四五六七八九十]+年(?:以?内|至[0-9一二三四五六七八九十]+年内?|以上[0-9一二三四五六七八九十]+年以下)?(?:不|禁)|自[^,;。]{2,16}之日起|降低资质|"
    "依法(?!应当|必须|成立|设立|登记|取得|追缴|履行|查处|执行)|可以|应当|责令|限期|没收|吊销|暂扣|给予|予以|警告|通报批评|单处|并处|并可|同时|拘留|取缔|追究|"
    rf"处(?=以|罚款|警告|违法|货值|每|等值|{NUMBER}[元倍日个]|百分|千分|{NUMBER}以上|[^,;。:理置分于罚]{{1,30}}(?:元|倍|百分之{NUMBER}|%)[^,;。:]{{0,16}}罚款)|"
    rf"(?:依照|按照)(?=本|前|第|《|有关)|按(?={NUMBER}元计算)|按照?(?=[^,;。:]{{2,40}}计算罚款)"
)
"""What cuts an order or a thing short: a measure begins there, whatever stands before it."""
START = (
    rf"{CUT}|可(?=处|并处)|分别(?=依照|按照|由|处|给予)|进行(?=处罚|行政处罚)|不予(?:行政)?处罚|免予处罚|(?:依照|从|适用)(?:其|前款|本款|该款)规定|依照[^,;。]{{2,40}}规定(?=[,;。])|"
    "(?:依照|按照|依据|适用|比照|参照)(?=[^,;。]{2,60}(?:处罚|处理|执行|追究))|撤销|注销|收缴|代为|强制|强行|从重|委托[^,;。]{2,20}代|"
    "指定[^,;。]{2,20}代|组织代|记入|计入|[将把][^,;。]{2,20}(?:记入|计入)|[将把]案件移送|向社会(?:公布|公告)|公布|公告|追缴|扣留|暂停|限制(?:生产|开展)|停产|停业|关闭|"
    "所需(?:全部)?费用由|(?:相关|有关|处置|治理|拆除|清除)费用由|费用由|"
    "采取(?=限制)|禁止(?=其?(?:从事|担任))|不予?受理|不得(?=申请)"
)
"""What a measure begins with where one may begin: behind a comma, an act, an organ or a party."""
STARTS = re.compile(START)
_END = re.compile(r"(?=[,;。:、]|$|或者|直至|并(?!罚)|和(?=没收)|的(?:标准|罚款|处罚|行政处罚)|等?(?:行政)?处罚|处分)")


def ends(text: str, at: int) -> bool:
    """Say whether a kind may end at a place."""
    return bool(_END.match(text, at))
