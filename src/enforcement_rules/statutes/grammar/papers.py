"""What is taken away: gains and property (没收), licences and registrations (吊销, 暂扣, 撤销, 注销, 收缴)."""

from __future__ import annotations

import re

from enforcement_rules.statutes.grammar.leaves import mark, span, word
from enforcement_rules.statutes.grammar.quantities import NUMBER
from enforcement_rules.statutes.grammar.ranges import range_at
from enforcement_rules.statutes.grammar.refusing import Unread
from enforcement_rules.statutes.grammar.scanned import Found, Node
from enforcement_rules.statutes.grammar.starts import CUT, ends

_THING = re.compile(rf"[^,;。:]+?(?=[,;。:]|$|直至|(?:、|并|或者|和|及)?(?:{CUT}))")
_GAINS = re.compile("(全部)?(违法所得|非法所得|违法收入|非法收入)")
_JOINT = re.compile("和|及|以及|、")
_PAPER = re.compile(rf"其?[^,;。:]+?(?=[,;。:]|$|或者|直至|(?:、|并)?(?:{CUT}|撤销|注销|公告))")
_LICENCE = re.compile("注册商标|证|执照|资质|资格|许可|文件|文书|登记|批准|备案|文号|牌照|号牌|指定|认可|核准|采矿权")
_BEGINS = re.compile(f"{CUT}|撤销|注销|收缴|停业|停产|关闭|由|取消")
_HOLDER = re.compile(
    "[^,;。:的和证质]{0,12}(?:的)?[^,;。:的和证质]{0,16}(?:人员|船员|船长|医师|负责人|责任人)的(?=[^,;。:的]{2,20}$|[^,;。:的]{2,20}[,;。:])"
)
"""Whose paper it is (吊销有关责任人员的执业证书): who is punished."""
_OF_A_UNIT = re.compile("(?:机构|单位|企业|公司|经营者)的|营业执照")
_BEHIND_A_PERSON = re.compile("对[^,;。:]*(?:人员|负责人|责任人|医师|护士|代表人)[^;。:]*$")
"""A paper of a unit behind a person who is punished (对…人员依法给予处分,吊销采供血机构的执业许可证)."""
_NO_LICENCE = re.compile("[0-9]|日以|月以|个月|^(?:取消|撤销|注销|收回|缴销|扣|、|责令|禁止|限制)|身份|职务")
_TERM_BEHIND = re.compile(rf"{NUMBER}(?:个月|日|年)(?:以上|至|以下).*$|{NUMBER}(?:个月|年)$")


def confiscation(text: str, at: int) -> Found | None:
    """Return a confiscation; one without a thing (予以没收) is of the gains that its condition names."""
    if not text.startswith("没收", at):
        return None
    if re.compile("[;。:]").match(text, at + 2):
        if not re.compile("有(?:违法所得|违法收入|非法所得)的,?(?:依法)?(?:应当)?予以$").search(text[:at]):
            raise Unread("unclear_scope", at)
        means = "confiscation_of_illegal_gains"
        return [word(text, "kind", means, at, at + 2)], means, at + 2
    behind = at + 4 if text.startswith("没收销毁", at) else at + 2
    return confiscated(text, behind, (at, behind))


def confiscated(text: str, at: int, kind: tuple[int, int]) -> Found:
    """Return what is confiscated from a place on: gains by themselves, or what stands up to them as property.

    Raises:
        Unread: where gains and property cannot be told apart.
    """
    gains = _GAINS.match(text, at)
    if gains and (ends(text, gains.end()) or _JOINT.match(text, gains.end())):
        return _gains(text, gains, kind), "confiscation_of_illegal_gains", gains.end()
    thing = _THING.match(text, at)
    if thing is None:
        raise Unread("unclear_scope", at)
    end = _up_to_gains(text, at, thing.end())
    own = text[at:end]
    if re.search("或者|并(?!网)|后", own) or re.search("违法所得|非法所得", own):
        raise Unread("unclear_base", at)
    if re.match("、|和|销毁|取消|撤销|注销|扣|封", own) or re.search("、(?:销毁|拆除|取缔)|予以", own):
        raise Unread("unknown_word", at)
    means = "confiscation_of_illegal_property"
    return [word(text, "kind", means, *kind), span(text, "thing", at, end)], means, end


def _gains(text: str, gains: re.Match[str], kind: tuple[int, int]) -> list[Node]:
    nodes: list[Node] = [word(text, "kind", "confiscation_of_illegal_gains", *kind)]
    if gains[1]:
        nodes.append(word(text, "link", "of", *gains.span(1)))
    nodes.append(word(text, "base", "illegal_gains", *gains.span(2)))
    return nodes


def _up_to_gains(text: str, at: int, end: int) -> int:
    """Return where property ends that stands in one list with gains; its own end where it does not.

    Raises:
        Unread: where gains are no item of their own in it.
    """
    inside = next(iter(_GAINS.finditer(text, at, end)), None)
    if inside is None:
        return end
    joint = re.compile("(?:和|及|以及|、)$").search(text[at : inside.start()])
    if not joint or not (inside.end() == end or _JOINT.match(text, inside.end())):
        raise Unread("unclear_base", at)
    return at + joint.start()


_KINDS = (
    ("吊销", "licence_revocation"),
    ("暂扣", "licence_suspension"),
    ("撤销", "licence_withdrawal"),
    ("注销", "cancellation"),
)


def paper(text: str, at: int) -> Found | None:
    """Return what is done to a licence, or that a paper is collected (收缴)."""
    for name, means in _KINDS:
        if text.startswith(name, at):
            return revoked(text, at + 2, (at, at + 2), means)
    if text.startswith("收缴", at):
        return _collected(text, at)
    return None


def _collected(text: str, at: int) -> Found:
    kind = word(text, "kind", "other", at, at + 2)
    if re.compile("[,;。:]|或者(?:予以)?吊销").match(text, at + 2):
        return [kind], "other", at + 2
    thing = _PAPER.match(text, at + 2)
    if thing is None or re.search("或者|、[^、]*(?:销毁|拆除)", thing[0]):
        raise Unread("unclear_scope", at)
    return [kind, span(text, "thing", *thing.span())], "other", thing.end()


def revoked(text: str, at: int, kind: tuple[int, int], means: str) -> Found:
    """Return one licence from a place on, up to 或者.

    Raises:
        Unread: where a business licence stands in a list with others, or something else follows.
    """
    if means == "licence_suspension" and text.startswith("或者吊销", at):
        return [word(text, "kind", means, *kind)], means, at
    if text[kind[0] - 2 : kind[0]] == "予以" and re.compile("[,;。]").match(text, at):
        return [word(text, "kind", means, *kind)], means, at
    if means == "licence_revocation" and re.compile("收缴或者(?:予以)?吊销(?=[,;。])").search(text, at - 8, at + 1):
        return [word(text, "kind", means, *kind)], means, at
    if means == "licence_revocation" and text.startswith("、撤销", at):
        return [word(text, "kind", means, *kind)], means, at
    before, at = _term(text, at) if means == "licence_suspension" else ([], at)
    thing = _PAPER.match(text, at)
    if thing is None:
        raise Unread("unclear_scope", at)
    behind = _all_papers(text, thing)
    own, terms = text[at:behind], before
    behind_it = None if before else _TERM_BEHIND.search(own)
    if behind_it and means == "licence_suspension":
        terms, end = _term(text, at + behind_it.start())
        if end != behind:
            raise Unread("unclear_numeral", at)
        own = own[: behind_it.start()]
    means = _kind_of(own, means, at)
    if _OF_A_UNIT.search(own) and _BEHIND_A_PERSON.search(text[:at]):
        raise Unread("unclear_party", at)
    nodes: list[Node] = [word(text, "kind", means, *kind), *before, *_thing(text, at, at + len(own))]
    return [*nodes, *([] if before else terms)], means, behind


def _thing(text: str, start: int, end: int) -> list[Node]:
    """Return a paper; its marks stand outside where it is named between them."""
    holder = _HOLDER.match(text, start, end)
    if holder:
        of = word(text, "link", "of", holder.end() - 1, holder.end())
        return [span(text, "party", start, holder.end() - 1), of, span(text, "thing", holder.end(), end)]
    if text[start] == "《" and text[end - 1] == "》" and "《" not in text[start + 1 : end]:
        return [mark(text, start), span(text, "thing", start + 1, end - 1), mark(text, end - 1)]
    return [span(text, "thing", start, end)]


def _all_papers(text: str, first: re.Match[str]) -> int:
    """Return where a list of papers ends that are of one kind (吊销生产许可证、经营许可证或者批准文件)."""
    end = first.end()
    while text.startswith("或者", end) and "营业执照" not in first[0]:
        more = _PAPER.match(text, end + 2)
        if more is None or not _LICENCE.search(more[0]) or "营业执照" in more[0] or _BEGINS.match(text, end + 2):
            break
        end = more.end()
    return end


def _term(text: str, at: int) -> tuple[list[Node], int]:
    """Return the term that stands right at a place (暂扣六个月机动车驾驶证), and where it ends."""
    if not re.compile(rf"{NUMBER}(?:个月|日|年)").match(text, at):
        return [], at
    found = range_at(text, at)
    if found is None:
        raise Unread("unclear_numeral", at)
    return [found[0]], found[1]


def _kind_of(own: str, means: str, at: int) -> str:
    if not _LICENCE.search(own) or _NO_LICENCE.search(own) or re.search("、(?:取消|撤销|注销|收缴|责令|限制)", own):
        raise Unread("unknown_word", at)
    if "营业执照" not in own or means == "cancellation":
        return means
    if not re.fullmatch("其?(?:企业|工商)?营业执照", own):
        raise Unread("unclear_alternative", at)
    if means != "licence_revocation":
        raise Unread("unknown_word", at)
    return "business_licence_revocation"
