"""The words by which the parts of a threat are known: patterns, each for one thing that a clause may say."""

from __future__ import annotations

import re
from typing import Final

from enforcement_rules.statutes.outwards.codes import LICENCE_VERBS, PLAIN_KINDS
from enforcement_rules.statutes.outwards.numbers import NUMBER

IMPOSE: Final = r"处以|科处|处(?![分罚理置方境])|处(?=罚款)"
VERB: Final = re.compile(rf"{IMPOSE}|给予|予以")
_DUTIES: Final = (
    r"(?:(?:按照|根据|依据|依照|依|在)(?:各自)?(?:法定|规定)?的?(?:职责|职权|权限)(?:分工|权限)?(?:范围)?内?)"
)
BEGINS: Final = (
    rf"(?:{IMPOSE}|单处|给予|予以|责令|没收|吊销|暂扣|追究|依法|依照|依据|按照|撤销|注销|限期|降低|收缴|终身|终生|禁止|依职|通报批评|{NUMBER}年内|"
    rf"{_DUTIES})"
)
NEXT: Final = re.compile(
    rf"(?:或者|并|、|和|以及|直至)?(?:可以|可|应当)?并?(?={BEGINS})|(?:或者|直至)(?=由)|并(?=向社会)|并(?:予以?)?(?=公[告布示])"
)
"""Where a thing or a duty ends: before what joins the next kind to it."""
STOP: Final = re.compile(
    rf"(?:可以|可|应当|有权|并|或者|同时|还|直至)*(?={BEGINS}|对|,|(?<=人员)由|从重|追缴|追回|取缔|代为|指定(?!的)|组织(?=[^,]*代为)|(?:委托|确定)(?=[^,]*代为)|强制|有权|酌情|根据情[节况]|视情|将|移送|除(?=责令)|扣留|扣押|查封|拆除|进行处罚|取消|约束(?=至)|说服教育|实施|决定(?=责令)|销毁|向[^,]{{2,8}}追缴|组织(?=强制|拆除)|向社会|记入|计入|暂停|公告|采取)"
)
"""Where an organ or a party ends."""
LEAD: Final = re.compile(
    rf"同时|必要时|依法|一并|分别|提请(?=[^,]*(?:人民政府|部门|机关))|决定(?=责令)|向[^,]{{2,8}}(?=追缴)|另(?=处)|但(?=应当)|且(?=终身|终生)|经[^,]{{2,20}}(?:提请|提出),|按照国家有关规定(?=[记计]入)|按照管理权限|根据情况|按照情节轻重,?|(?:根据|按照)[^,处]{{2,14}}(?:情节|后果)(?:轻重)?,?|酌情|根据情节(?:轻重)?|视情[形节](?:轻重)?|按照国务院规定的权限|按照?[^,处每]{{2,8}}(?:面积|数量),?|{_DUTIES},?|,|并处(?=没收|吊销|责令)|[并还也](?=[可对由责没吊给予依限按应收报有通委指组代强将移记计公扣查追取终禁向根以五十2-9]|处|暂扣|撤销|降低|不得)"
)
"""Words before a kind that say nothing of it."""
INSTEAD: Final = re.compile("(?=并处或者单处)并处或者(?=单处)|单处或者(?=并处)")
"""One fine may stand without what it is added to."""
CONTINUED: Final = re.compile(
    r"并?(?:恢复(?:土地)?(?:原状|植被)|迅速恢复交通|排除阻碍|采取[^,由对处]{0,16}(?:措施|治理措施消除污染)|消除(?:影响|危害|污染|隐患)|停止违法行为|赔礼道歉|立即疏散|补办[^,处]{2,20}|提供必需的[^,处]{2,8}|退还所收费用|恢复草原植被|拆除[^,处罚由]{2,20})"
    r"(?:(?:或者|、)(?:限期)?(?:采取(?:其他)?补救措施|拆除[^,处]{2,12}))?$"
)
"""A clause that goes on with what 责令 ordered in the clause before it."""
GOES_ON: Final = re.compile("对[^,]{2,24}进行无害化处理(?:或者予以监督销毁)?$|追回已经销售的[^,]{2,8}$")
"""Such a clause that names what is treated."""
PUBLISHED: Final = re.compile(
    "(?:并|同时)?(?:依法)?(?:予以?|应当)?(?:依法)?(?:向社会)?(?:予以?)?公[告布示]$|(?:并|同时)?(?:依法)?(?:向社会)?公[告布示][^,由对处罚]{2,20}$"
    "|(?:并|同时)?(?:依法)?向社会(?:予以)?通报$"
)
CREDIT: Final = re.compile(
    "(?:并|同时)?(?:依法)?(?:将[^,由对]{2,24})?(?:依法)?[记计录]入(?:其)?(?:社会|守法)?(?:信用|诚信)[^,由对处]{0,16}$"
)
PROPOSED: Final = re.compile("由([^,]*?(?:部门|机关|机构))提出意见,?")
"""Who proposes what a government orders or approves."""
ASKED: Final = re.compile("报请([^,]{2,20}人民政府)(?=按照|责令)")
APPROVED: Final = re.compile(
    "并?(?:依法)?(?:报(?:经|请)?|经(?=[^,]*批准))([^,对由]{0,16}人民政府)(?:按照国务院规定的权限)?批准,?"
)
ITS_DOER: Final = re.compile("对其(?=处|给予|予以|可以处|并处)")
"""Who did the act, named again."""
FORCE: Final = re.compile(r"可以|有权|可(?=[并处责对])|应当|应(?=[责由依给处当])")
KINDS: Final = re.compile(
    "|".join(
        sorted(
            (*PLAIN_KINDS, *LICENCE_VERBS, "罚款(?!数额|金额|总额|额)", "没收", "责令", "拘留", "降低", "限制"),
            key=len,
            reverse=True,
        )
    )
)
NOTHING_YET: Final = re.compile(
    "(?:分别)?(?:依照|按照)(?:下列|以下)(?:规定|标准)(?:分别)?(?:给予|处以|予以|处)?(?:罚款|处罚|行政处罚|执行)$"
)
"""A head that leaves all to its items."""
DEEMED: Final = re.compile(rf"[按以]{NUMBER}元计算$")
CAP: Final = re.compile(rf"但?(?:罚款)?(?:总额)?最[高多](?:不得?|不能)?超过{NUMBER}元(?:的罚款)?$")
CIVIL: Final = re.compile(
    r"(?:应当|应)?(?:依法)?(?:与[^,由对处]{2,40})?(?:承担|负)(?:相应的?)?(?:[^,罚由]{2,30}等)?(?:民事|赔偿|连带|民事赔偿|连带赔偿|补偿)?责任$"
    r"|(?:应当|应)?(?:依法)?(?:由[^,对处]{2,30})?(?:依法)?(?:给予|予以|负责)?(?:赔偿|补偿)(?:损失|经济损失)?$"
)
ACROSS: Final = re.compile("或者|直至")
"""How a clause begins that is an alternative to the clause before it, or a further step."""
DOWNGRADE: Final = re.compile("降低(?:其|相应|相关)?(?:资质|资格)等级")
JOIN: Final = re.compile(r"或者|以及|和|并|、|直至|同时(?=可以)")
JOINS: Final = {"或者": "or", "直至": "step", "、": "list"}
AND_THEN: Final = ("并处", "并可", "并对", "并由", "并责", "并没", "并吊", "并给", "并予")
LICENCE: Final = re.compile(
    r"(?:证|证书|执照|证照|许可|资格|证件|证明|证明文件|批准文件|文号|资质|号牌|批件|许可文件|登记|注册|注册商标|指定|批准|(?:证|证书|执照)》)(?:等)?$"
)
DEEDS: Final = re.compile("^、|销毁|取消|拆除|追缴|收缴|退还|注销")
"""Words that show that a thing holds another deed."""
