"""The words by which the parts of a threat are known: patterns, each for one thing that a clause may say."""

from __future__ import annotations

import re
from typing import Final

from enforcement_rules.statutes.outwards.codes import LICENCE_VERBS, PLAIN_KINDS
from enforcement_rules.statutes.outwards.numbers import NUMBER

_IMPOSE: Final = r"处以|处(?![分罚理置方境])"
VERB: Final = re.compile(rf"{_IMPOSE}|给予|予以")
_DUTIES: Final = r"(?:按照|根据|依据|依照|依)(?:各自|法定)?的?(?:职责|职权|权限)(?:分工)?"
BEGINS: Final = (
    rf"(?:{_IMPOSE}|单处|给予|予以|责令|没收|吊销|暂扣|追究|依法|依照|依据|撤销|注销|限期|降低|依职|{_DUTIES})"
)
NEXT: Final = re.compile(rf"(?:或者|并|、|和|以及|直至)?(?:可以|可|应当)?并?(?={BEGINS})|(?:或者|直至)(?=由)")
"""Where a thing or a duty ends: before what joins the next kind to it."""
STOP: Final = re.compile(rf"(?:可以|可|应当|并|或者|同时|直至)*(?={BEGINS}|对|,)")
"""Where an organ or a party ends."""
LEAD: Final = re.compile(rf"同时|依法|一并|分别|{_DUTIES},?|,|并处(?=没收|吊销|责令)|并(?=[可对由责没吊给予依限]|处)")
"""Words before a kind that say nothing of it."""
CONTINUED: Final = re.compile(
    r"(?:恢复原状|采取(?:其他)?补救措施|消除(?:影响|危害|污染|隐患)|停止违法行为)(?:(?:或者|、)采取(?:其他)?补救措施)?$"
)
"""A clause that goes on with what 责令 ordered in the clause before it."""
PUBLISHED: Final = re.compile("并?(?:依法)?向社会公[告布]$")
APPROVED: Final = re.compile("并?报(?:经|请)([^,对由]{0,12}人民政府)批准,?")
FORCE: Final = re.compile(r"可以|可(?=[并处])|应当")
KINDS: Final = re.compile(
    "|".join(
        sorted((*PLAIN_KINDS, *LICENCE_VERBS, "罚款", "没收", "责令", "拘留", "降低", "限制"), key=len, reverse=True)
    )
)
_PLACE: Final = rf"第\(?{NUMBER}\)?[条款项](?:之{NUMBER})?"
AS_IN: Final = re.compile(
    rf"(?:依照|按照)((?:本法|本条例|本办法|本规定|前款|前条|本条|前[两二三]款)?(?:(?<=[款条])|(?:{_PLACE})+))"
    r"的?规定(?:给予|予以|进行)?处罚$"
)
_LAWS: Final = r"(?:(?:《[^》]{2,30}》[、和]?)+|(?!本)[^,、的第和或本前]{1,15}(?:法|条例))"
AS_LAW: Final = re.compile(
    rf"(?:依照|按照){_LAWS}(?:等?(?:有关)?法律、?(?:行政)?法规)?"
    rf"(?P<place>(?:{_PLACE})*)的?(?:有关|相关)?规定(?:给予|予以|进行)?处罚$"
    r"|(?:依照|按照)有关法律(?:、行政法规|、法规)?的?规定(?:给予|予以)?处罚$|(?:给予|予以)(?:治安管理|行政)?处罚$"
    rf"|(?:依照|按照){_LAWS}(?:等?(?:有关)?法律、?(?:行政)?法规)?的?(?:有关|相关)?规定(?:追究法律责任|处理、处罚)$"
    r"|(?:依照|按照)(?:有关|相关)法律、?(?:行政)?法规的?规定(?:追究法律责任|处理、处罚|予以处罚)$"
)
DEEMED: Final = re.compile(rf"[按以]{NUMBER}元计算$")
CRIMINAL: Final = re.compile(r"(?:由司法机关)?(?:依照刑法[^,]{0,40}规定,?)?(?:依法)?追究(?:其)?刑事责任$")
CIVIL: Final = re.compile(
    r"(?:应当)?(?:依法)?(?:与[^,由对处]{2,20})?承担(?:相应的?)?(?:民事|赔偿|连带|民事赔偿|连带赔偿|补偿)责任$|依法(?:给予|予以)?赔偿$"
)
ACROSS: Final = re.compile("或者|直至")
"""How a clause begins that is an alternative to the clause before it, or a further step."""
DISCIPLINE: Final = re.compile(r"(?:(?:警告|记过|记大过|降级|撤职|开除)(?:、|或者|直至|的)*)*(?:行政|政务|纪律)?处分")
DOWNGRADE: Final = re.compile("降低(?:其|相应|相关)?资质等级")
JOIN: Final = re.compile(r"或者|以及|和|并|、|直至")
JOINS: Final = {"或者": "or", "直至": "step", "、": "list"}
AND_THEN: Final = ("并处", "并可", "并对", "并由", "并责", "并没", "并吊", "并给", "并予")
LICENCE: Final = re.compile(
    r"(?:证|证书|执照|许可|资格|证件|证明|证明文件|批准文件|文号|资质|号牌|批件|许可文件|登记|(?:证|证书|执照)》)$"
)
DEEDS: Final = re.compile("^、|销毁|取消|拆除|追缴|收缴|退还|注销")
"""Words that show that a thing holds another deed."""
