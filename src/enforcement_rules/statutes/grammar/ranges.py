"""Ranges: an amount, a multiple of a base, a term; thresholds of conditions."""

from __future__ import annotations

import re

from enforcement_rules.statutes.clauses import (
    Leaf,
    Quantity,
    Range,
)
from enforcement_rules.statutes.grammar.leaves import span, word
from enforcement_rules.statutes.grammar.quantities import bare_at, quantity_at
from enforcement_rules.statutes.grammar.refusing import Unread

_BASES: tuple[tuple[str, str], ...] = tuple(
    sorted(
        (
            (each, means)
            for means, words in {
                "illegal_gains": "违法所得 非法所得 违法收入 非法收入",
                "goods_value": "货值金额 货值 价值 价款 货款",
                "turnover": "违法经营额 经营额 营业额 销售额 销售金额 交易额",
                "income": "所获收入 收入 年收入 报酬",
                "tax": "不缴或者少缴的税款 税款",
                "cost": "工程造价 造价 工程合同价款 合同价款 投资额 总投资额 广告费用 中标金额 所需费用 "
                "直接经济损失 费用",
                "fine": "罚款数额 罚款金额 原处罚数额",
                "amount": "金额 数额 款额 资金 款项 水资源费",
            }.items()
            for each in words.split()
        ),
        key=lambda pair: -len(pair[0]),
    )
)
_LONGEST_BASE = 60
_CLAUSE = re.compile(r"(?:\([^()]*\)|[^,;。:])*")
_PER = re.compile(
    r"每(?:平方米|立方米|公里|米|亩|公顷|吨|公斤|千克|株|件|只|头|支|台|辆机动车|次飞行|辆(?:\(艘\))?|艘|次|人|日|户|处|套|份|(?:载运|非法介绍|非法聘用|招用)一[人名])"
)
_SUFFIX = {"以上": "low_closed", "以下": "high_closed", "以内": "high_closed"}
_PREFIX = {"不足": "high_open", "不满": "high_open", "未满": "high_open", "超过": "low_open", "不超过": "high_closed"}
_NO_BASE = re.compile("[,;由按]|(?<!^)对|^对(?!单位罚)|或者(?![^或]{1,4}的)|根据|处以|并处|^处|^和|^及")
_MONEY = frozenset({"amount"})
_RATES = frozenset({"multiple", "percent", "per_mille", "per_ten_thousand"})


def base_leaves(text: str, start: int, end: int) -> list[Leaf]:
    """Return the leaves of what a multiple or a threshold is taken of: words of its own and a listed word.

    Raises:
        Unread: where it may be more than one base.
    """
    found: list[Leaf] = []
    if text.startswith("其", start):
        found.append(word(text, "link", "of", start, start + 1))
        start += 1
    stop = end - 1 if text[start:end].endswith("的") else end
    base = next((pair for pair in _BASES if text[start:stop].endswith(pair[0])), None)
    at = stop - len(base[0]) if base else stop
    if at > start:
        if _NO_BASE.search(re.sub(r"\([^()]*\)", "", text[start:at])):
            raise Unread("unclear_base", start)
        found.append(span(text, "base", start, at))
    if base:
        found.append(word(text, "base", base[1], at, stop))
    if stop < end:
        found.append(word(text, "link", "of", stop, end))
    return found


def _first_quantity(text: str, at: int) -> int | None:
    stop = _CLAUSE.match(text, at)
    end = min(stop.end() if stop else at, at + _LONGEST_BASE)
    return next(
        (
            n
            for n in range(at, end)
            if text[n - 1 : n] not in ("上", "第") and (quantity_at(text, n) or _shares(text, n))
        ),
        None,
    )


def _shares(text: str, at: int) -> Quantity | None:
    """Return a number that has the unit of the one behind 至; two bounds with one unit otherwise are a misprint."""
    bare = bare_at(text, at, "amount")
    if bare is None or not text.startswith("至", bare.end):
        return None
    behind = quantity_at(text, bare.end + 1)
    return bare_at(text, at, behind.type) if behind and behind.type in _RATES else None


def range_at(text: str, at: int) -> tuple[Range, int] | None:
    """Return the range that begins at a place, with its base, and where it ends; `None` where no number follows.

    Raises:
        Unread: where its base, a unit or a bound is not sure.
    """
    first = _first_quantity(text, at)
    if first is None:
        return None
    per = _PER.match(text, at)
    if per and per.end() == first:
        bounds, end = _bounds(text, first)
        each: list[Leaf] = [word(text, "per", "", at, at + 1), span(text, "unit", at + 1, first)]
        return Range(parts=(*each, *bounds)), end
    bounds, end = _bounds(text, first)
    rates = any(isinstance(each, Quantity) and each.type in _RATES for each in bounds)
    if rates != (first > at):
        raise Unread("unclear_base", at)
    return Range(parts=(*(base_leaves(text, at, first) if first > at else ()), *bounds)), end


def _bounds(text: str, at: int) -> tuple[list[Leaf], int]:
    low = quantity_at(text, at) or _shares(text, at)
    if low is None:
        raise Unread("unclear_numeral", at)
    behind = low.end
    if text.startswith("至", behind):
        return _up_to(text, low, word(text, "link", "range", behind, behind + 1))
    suffix = text[behind : behind + 2]
    if suffix not in _SUFFIX:
        return [low], behind
    bound = word(text, "bound", _SUFFIX[suffix], behind, behind + 2)
    if suffix != "以上":
        return [low, bound], bound.end
    return _up_to(text, low, bound)


def _up_to(text: str, low: Quantity, between: Leaf) -> tuple[list[Leaf], int]:
    high = quantity_at(text, between.end)
    if high is None:
        raise Unread("misprint" if bare_at(text, between.end, "amount") else "unclear_numeral", between.end)
    suffix = text[high.end : high.end + 2]
    closed = suffix in ("以下", "以内")
    if between.end - between.start > 1 and not closed:
        raise Unread("unclear_numeral", high.end)
    if (low.type in _RATES) != (high.type in _RATES) or (low.type in _MONEY) != (high.type in _MONEY):
        raise Unread("misprint", low.start)
    found: list[Leaf] = [low, between, high]
    if closed:
        found.append(word(text, "bound", _SUFFIX[suffix], high.end, high.end + 2))
    return found, found[-1].end


def threshold(text: str, start: int, end: int) -> Range | None:
    """Return a threshold (违法所得不足一万元, 货值金额一万元以上) that fills two places; `None` where there is none."""
    inner = re.compile("在?(不足|不满|未满|超过|不超过)?").search
    for at in range(start + 2, end):
        if not any(text[start:at].endswith(each) for each, _ in _BASES):
            continue
        found = _amount(text, at, end, inner(text, at, end))
        if found:
            return Range(parts=(*base_leaves(text, start, at), *found))
    return None


def _amount(text: str, at: int, end: int, lead: re.Match[str] | None) -> list[Leaf] | None:
    found: list[Leaf] = []
    if text.startswith("在", at):
        found.append(word(text, "link", "in_case", at, at + 1))
        at += 1
    prefix = next((each for each in ("不超过", *_PREFIX) if text.startswith(each, at)), "")
    if prefix:
        found.append(word(text, "bound", _PREFIX[prefix], at, at + len(prefix)))
        at += len(prefix)
    low = quantity_at(text, at)
    if low is None or low.type not in _MONEY:
        return None
    found.append(low)
    return _closing(text, low, end, found, bool(prefix))


def _closing(text: str, low: Quantity, end: int, found: list[Leaf], prefixed: bool) -> list[Leaf] | None:
    if low.end == end:
        return found if prefixed else None
    suffix = text[low.end : low.end + 2]
    if suffix not in _SUFFIX or prefixed:
        return None
    found.append(word(text, "bound", _SUFFIX[suffix], low.end, low.end + 2))
    at = low.end + 2
    if at == end:
        return found
    prefix = next((each for each in ("不足", "不满") if text.startswith(each, at)), "")
    if prefix:
        found.append(word(text, "bound", _PREFIX[prefix], at, at + 2))
        at += 2
    high = quantity_at(text, at)
    if high is None or high.type not in _MONEY:
        return None
    found.append(high)
    if prefix:
        return found if high.end == end else None
    if text[high.end : end] != "以下":
        return None
    return [*found, word(text, "bound", "high_closed", high.end, end)]
