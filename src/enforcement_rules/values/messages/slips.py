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
    # how a YAML file is written
    "full_width_colon": ("“{mark}”应为半角冒号加空格", "expected a colon and a blank for “{mark}”"),
    "full_width_comma": ("“{mark}”应为半角逗号加空格", "expected a comma and a blank for “{mark}”"),
    "full_width_dash": ("“{mark}”应为半角减号加空格", "expected a hyphen and a blank for “{mark}”"),
    "full_width_mark": ("全角的 {mark} 应为半角的 {instead}", "expected {instead} for the full-width {mark}"),
    "thousands": ("逗号会截断数字，应写作 {instead}", "a comma ends the number; expected {instead}"),
    "no_blank": ("“{mark}”之后应有一个空格", "expected a blank behind “{mark}”"),
    "tab": ("制表符（Tab）不能用于缩进，应改为空格", "a tab cannot indent; expected blanks"),
    "never_closed": ("此处的 {mark} 没有配对，应以 {instead} 结束", "expected {instead} to close this {mark}"),
    "closes_nothing": ("此处多出 {mark}，应删去", "expected no {mark} here, it closes nothing"),
    "other_bracket": (
        "此处的 {mark} 与前面的括号不配对，应为 {instead}",
        "expected {instead}, not {mark}, to close the bracket",
    ),
    "indentation": (
        "缩进没有对齐：此行前有 {blanks} 个空格，应为 {expected} 个",
        "expected {expected} blanks before this line, which has {blanks}",
    ),
    "colon_in_value": (
        "值里有冒号加空格，整个值应放在引号内：{instead}",
        "expected quotes around a value with a colon and a blank inside: {instead}",
    ),
    "starts_nothing": (
        "值不能以 {mark} 开头，应放在引号内：{instead}",
        "expected quotes around a value that begins with {mark}: {instead}",
    ),
    "item_behind_key": (
        "列表的“- ”不能与键同行，应另起一行，或者写成 [...]",
        "expected the items of a list on lines of their own, or in [...]",
    ),
    "behind_quotes": (
        "引号之后还有文字，应把整个值放在引号之内",
        "expected nothing behind the closing quote, or the whole value inside",
    ),
    "no_colon": ("此行没有冒号，应写作 {instead}", "expected a colon on this line: {instead}"),
    "no_comma": ("{before} 之前缺少逗号，应有半角逗号", "expected a comma before {before}"),
    "bad_escape": (
        "双引号内的 {mark} 不是转义，应写作 {instead}，或者改用单引号",
        "expected {instead} in double quotes, or single quotes, for {mark}",
    ),
    "not_recognised": (
        "读到此处无法继续，原因不明；应检查此行与上一行：括号、引号成对，缩进对齐，冒号和减号之后有空格",
        "reading stops here and the cause is not clear; expected on this line and the one before: brackets and quotes "
        "in pairs, aligned indentation, a blank behind colons and dashes",
    ),
    # how a JSON file is written
    "json_value": (
        "{mark} 不是值，应为双引号内的文字、数字、true、false、null、{ 或者 [",
        "{mark} is no value, expected text in double quotes, a number, true, false, null, { or [",
    ),
    "json_name": ("此处应为双引号内的键，而不是 {mark}", "expected a key in double quotes, not {mark}"),
    "json_colon": ("键之后应为冒号，而不是 {mark}", "expected a colon behind the key, not {mark}"),
    "json_comma": ("此处应为逗号或者右括号，而不是 {mark}", "expected a comma or a closing bracket, not {mark}"),
    "json_trailing": ("右括号之前应没有逗号", "expected no comma before a closing bracket"),
    "json_never_closed": ("此处的引号没有配对，应有右引号", "expected a quote that closes this one"),
    "json_control": ("文字里的换行、制表符应写作 \\n、\\t", "expected \\n and \\t for line breaks and tabs in a text"),
    "json_escape": ("文字里的反斜杠应写作 \\\\", "expected \\\\ for a backslash in a text"),
    "json_extra": ("此后应没有内容", "expected nothing behind the end of the document"),
}
