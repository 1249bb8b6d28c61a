"""Words that threaten a kind of penalty (行政处罚法第九条), apart from words that only speak of one.

A threat is a kind in the place of a predicate: 处…罚款, 没收违法所得, 吊销许可证. A kind that is done already (被吊销),
or of which a rule, a decision or a hearing speaks (吊销许可证的，…), threatens nobody.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_NUMBER = "[0-9零一二三四五六七八九十百千万两.]"
_STOP = r"(?=[,;。:、()]|$|或者|或|并|和|及|直至|、|以及|,|外|等)"
_PAPER = "(?:证|照|资格|登记|文件|证书|许可|证件|书|号|资质|合格证|批件|执照)》?"

THREATS: Mapping[str, re.Pattern[str]] = {
    "fine": re.compile(
        rf"(?:(?<!被)(?<!受)(?:处以?|科以?|课以?|给予|予以|并罚|可罚|以下)[^。;]{{0,80}}?|并|可以?|或者|警告、|,|实行)罚款(?:的标准(?:给予处罚|处以?罚款)?|处罚)?{_STOP}"
        rf"|(?:每[^,。;]{{1,12}}|处)[^,。;]{{0,20}}元(?:以上|以下|至)[^,。;]{{0,20}}罚款{_STOP}|处[^,。;]{{0,30}}元(?:以下)?的?罚金|按日连续处罚|罚款(?:额|数额)为|罚款数额的[^,。;]{{0,20}}倍"
    ),
    "warning": re.compile(
        rf"(?:给予|予以|处以?|并处|可以)(?:[^,。;]{{0,6}}[、或者和])?警告(?:处罚)?{_STOP}|(?:^|[,;、])警告{_STOP}"
    ),
    "notice_of_criticism": re.compile(
        r"(?:给予|予以|处|、|或者)(?:[^,。;]{0,8}[、或者])?通报(?:批评)?(?=[,;。:、]|$|或者|并|和)"
    ),
    "confiscation": re.compile(
        r"(?<!被)(?<!已)(?<!依法被)没收(?!的|、追缴的|、扣押|决定|清单|后|和|或者|[^,。;]{1,80}的,(?:应当|由|按照|依照))[^。;]{1,80}|(?:予以|依法)没收(?=[,;。:]|$|或者|并)"
    ),
    "licence_suspension": re.compile(
        rf"(?<!被)暂扣(?!的|期|后|期间)[^,。;]{{0,40}}?{_PAPER}|暂扣(?:并|或者)吊销|暂停[^,。;]{{0,24}}(?:执业|资格)"
    ),
    "qualification_lowering": re.compile(r"(?<!被)(?:责令)?降低[^,。;]{0,12}(?:资质|等级)"),
    "licence_revocation": re.compile(
        rf"(?<!被)(?<!依法被)吊销(?!的|后|之日|决定)[^,。;]{{0,60}}?{_PAPER}{_STOP}|(?<!被)吊销(?=[,;。]|$|或者暂扣)|取消[^,。;]{{0,24}}资格"
    ),
    "order_to_suspend_business": re.compile(
        r"(?<!被)责令(?:其|有关[^,。;]{0,8})?(?:限期|立即)?(?:停产|停业|停工|暂停|停止(?:生产|经营|营业|执业|招生|办学|活动|相关业务|业务))|给予停止执业|(?<!被责令)(?:停业|停产|停工)(?:整顿|整治|停业)|勒令停业"
    ),
    "order_to_close": re.compile(r"(?<!被)(?:责令|予以)(?:[^,。;]{0,8}[、或者])?关闭|停业、关闭|停业或者关闭"),
    "business_restriction": re.compile(
        r"(?:责令|采取)?限制(?:开展)?生产(?:经营)?(?:活动)?(?=[,;。、]|或者|$)|限制开展"
    ),
    "occupation_restriction": re.compile(
        rf"(?:{_NUMBER}+年(?:以上{_NUMBER}+年以下)?内?|终身|{_NUMBER}+年至{_NUMBER}+年内?)(?:内)?(?:不得|禁止)"
    ),
    "administrative_detention": re.compile(
        rf"(?<!被)(?:处以?|给予|并处|可以处)[^。;]{{0,40}}?(?<!行政)拘留{_STOP}|(?<!决定)(?:予以|给予|处以?)行政拘留{_STOP}|(?<!决定)(?:予以|给予)拘留{_STOP}"
    ),
    "other": re.compile(r"(?:处|给予|并处|可以)?(?:附加适用)?(?:限期出境|驱逐出境|遣送出境)(?=[,;。]|$|或者)"),
}
"""Kind → how it is threatened. What is confiscated is not told apart."""

REFERS = re.compile(
    r"(?:依照|按照|参照|适用|依据|比照|依(?!法|职|照))[^。;]{0,90}?处罚(?=[,;。:、]|$|并|和|外)|的处罚(?:与处理|和[^,。;]{1,12})?,?(?:依照|按照)[^。;]{0,60}(?:规定|办法)(?:执行|办理)?"
    r"|(?:依照|按照)[^。;]{0,60}规定作出处罚决定"
    r"|(?:依法|分别|并|应当|可以)?(?:依法)?(?:给予|予以|进行|处以|追究)(?:[^,。;]{0,8})?(?:行政|治安管理|治安)?处罚(?=[,;。:、]|$|并|和|外)"
    r"|(?:由|,)[^,。;]{0,30}依法处罚(?=[,;。:]|$)"
)
"""How a penalty that stands elsewhere is threatened."""

REFERS_NOT = re.compile(
    r"不再给予|不予|从轻|减轻|享有|不服|除(?:依法)?给予[^。;]{0,10}处罚外|适用本(?:法|办法|规定|条例)|不再处罚|免予|数额高的规定|按照批复|代替|的行政处罚,由|而有关|不给予|移送有关"
)
"""What a segment says that speaks of penalties in general and refers to none."""

ACT = re.compile(
    r"的[,、:(]|的,|者[,、]|之一|违反|行为[,、]|的由|的处|的(?:单位|个人|人|企业|机构|经营者)|的没收|的予以|的给予|的,?责令|对[^,。;]{2,40}(?:的|人员|单位|人)|拒[不绝]|逾期|擅自|未按|未经|情形"
)
"""What says that an act is meant."""

DISCIPLINARY = re.compile(r"(?:警告|记过|记大过|降级|撤职|开除)[^。;]{0,30}处分|处分")
JUDICIAL = re.compile(r"人民法院[^。;]{0,60}(?:罚款|拘留)|人民法院[^,。;]{0,8}处罚")


def kinds_threatened(text: str) -> tuple[str, ...]:
    """Return the kinds that a part of a sentence threatens."""
    found = [kind for kind, pattern in THREATS.items() if pattern.search(text)]
    if DISCIPLINARY.search(text) and "warning" in found and not re.search(r"警告[^处。;]{0,30}[;。]", text):
        found.remove("warning")
    return tuple(found)
