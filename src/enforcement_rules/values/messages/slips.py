"""What to write instead of a value that is written otherwise, in Chinese and English.

Each is the second half of a sentence: what is wrong stays what the code of the problem says.
"""

from __future__ import annotations

SLIPS: dict[str, tuple[str, str]] = {
    "write_instead": ("应写作 {instead}", "expected {instead}"),
    "no_such_day": ("应为存在的日期，{month} 只有 {days} 天", "expected an existing one, {month} has {days} days"),
    "no_such_month": ("应为存在的日期，没有 {month} 月", "expected an existing one, there is no month {month}"),
    "year_outside": ("年份应在 1900 至 2200 之间", "expected a year between 1900 and 2200"),
    "span_upside_down": (
        "应先起后止，起日 {from} 晚于止日 {to}",
        "expected the earlier day first, {from} is later than {to}",
    ),
    "below_zero": ("应不带负号", "expected none below zero"),
    "too_many_decimals": (
        "应至多 {places} 位小数，此处有 {decimals} 位，怎样舍入由填写的人定",
        "expected at most {places} decimals, of {decimals} here; whoever states it decides how to round",
    ),
    "none_or_unknown": (
        "一无所有的应写 0，不知道的应把这一项整个省去",
        "expected 0 where there is none, and nothing at all here where it is not known",
    ),
    "choose_or_leave_out": (
        "应为：{expected}；不知道的，应把这一项整个省去",
        "expected one of: {expected}, or nothing at all here where it is not known",
    ),
    "leave_out": (
        "不知道的，应把这一项整个省去",
        "expected nothing at all here where it is not known",
    ),
}
