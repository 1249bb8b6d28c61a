"""The sentences for everything that can be wrong with an input, in both languages.

Each says what is wrong and what was expected. Arguments are put in as text; none is ever executed or formatted
as a template of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from enforcement_rules.values.messages.amounts import AMOUNTS
from enforcement_rules.values.messages.appraisal import APPRAISAL
from enforcement_rules.values.messages.catalogue import CATALOGUE
from enforcement_rules.values.messages.evaluators import EVALUATORS
from enforcement_rules.values.messages.evidence import EVIDENCE
from enforcement_rules.values.messages.files import FILES
from enforcement_rules.values.messages.rulesets import RULESETS
from enforcement_rules.values.messages.slips import SLIPS
from enforcement_rules.values.messages.vocabulary import VOCABULARY
from enforcement_rules.values.visible import escaped, visible

MESSAGES: dict[str, tuple[str, str]] = {
    **AMOUNTS,
    **APPRAISAL,
    **CATALOGUE,
    **EVALUATORS,
    **EVIDENCE,
    **FILES,
    **RULESETS,
    **VOCABULARY,
    # libraries and the command line
    "empty_library": ("没有一个案例；应至少有一个", "not a single case; expected at least one"),
    "listed_twice": (
        "案件已在 {other} 列入；同一案件、同一基准日应只列一次",
        "the case is listed already at {other}; expected it once for one day",
    ),
    "no_cases": ("应有 cases 列表，且不过长", "no list of cases, or too long; expected `cases: [...]`"),
    "bad_expectation": (
        "{key} 不符合案例库的格式；应如 docs/case-library.md 所述（enforcement-rules schema library 列出）",
        "{key} does not fit; expected what docs/case-library.md describes (enforcement-rules schema library lists it)",
    ),
    "no_such_place": (
        "案件中没有 {place}；应为已有的部分，如 violations.v1.harm、steps.n1",
        "the case has no {place}; expected a part it has, such as violations.v1.harm or steps.n1",
    ),
    "output_is_input": (
        "这也是输入的文件，写入会将其覆盖；应为另一个文件",
        "this is an input as well, which would be lost; expected another file",
    ),
    "cannot_write": (
        "无法写入（{reason}）；应为可以写入的位置",
        "cannot be written ({reason}); expected a place that can",
    ),
    "no_rule_says": (
        "审查所用的规则中，没有一条的编号、条文或者内容是 {rule}；应为条文（如 第三十三条，可以写上法名）、规则编号，"
        "或者内容中的词",
        "no rule of this review has {rule} as its id, article or words; expected an article (also behind the title of "
        "its law), an id, or a word of what it says",
    ),
    "no_such_rule": ("没有规则 {rule}；是否指 {near}？", "no rule {rule}; did you mean {near}?"),
    # structure
    "unknown_key": ("未知的键 {key}；是否指 {near}？", "unknown key {key}; did you mean {near}?"),
    "unexpected_key": ("未知的键 {key}；应为：{expected}", "unknown key {key}; expected one of: {expected}"),
    "unknown_fact_key": (
        "未知的键 {key}；应为该处的字段或词汇表中的事实（enforcement-rules schema 列出）",
        "unknown key {key}; expected a field of this part or a fact of the vocabulary"
        " (enforcement-rules schema lists them)",
    ),
    "missing_key": ("缺少 {key}；应在此处写明", "{key} is missing; expected it here"),
    "missing_item": ("项数不足；此处应再有一项", "an item is missing; expected one more here"),
    "expected_mapping": ("应为“键: 值”的映射", "not a mapping; expected `key: value` entries"),
    "expected_list": ("应为列表", "not a list; expected a list"),
    "list_too_short": ("列表过短；应至少有 {least} 项", "list too short; expected at least {least} items"),
    "list_too_long": ("列表过长；应至多有 {most} 项", "list too long; expected at most {most} items"),
    "not_text": ("{value} 不是文字；应为文字", "{value} is no text; expected text"),
    "text_empty": ("文字是空的；应至少有 {least} 个字", "empty text; expected at least {least} characters"),
    "text_too_long": ("文字过长；应至多有 {most} 个字", "text too long; expected at most {most} characters"),
    "expected_one_of": (
        "{value} 不是可用的值；应为：{expected}",
        "{value} is not allowed; expected one of: {expected}",
    ),
    "expected_identifier": (
        "{value} 不能作为编号；应为 1 至 60 个汉字、字母、数字、_ 或 -",
        "{value} is no id; expected 1 to 60 letters, ideographs, digits, _ or -",
    ),
    "expected_zh_key": (
        "{value} 不能作为中文键；每段应为 2 至 12 个汉字、字母或数字，段间用点分开",
        "{value} is no Chinese key; expected 2 to 12 ideographs, letters or digits, with a dot between parts",
    ),
    "expected_name": (
        "{value} 不能作为名称；应以小写字母开头，由小写字母、数字和 _ 组成",
        "{value} is no name; expected lower-case letters, digits and _, a letter first",
    ),
    "expected_fact_name": (
        "{value} 不是事实的名称；应如 violation.gravity",
        "{value} is no name of a fact; expected a form such as violation.gravity",
    ),
    "not_valid": (
        "{value} 不能用在此处；应为该项格式所定的值",
        "{value} cannot be used here; expected what the format says",
    ),
    "wrong_type": (
        "{type} 不能用在案件中；应为文字、整数、真假、日期、Decimal、列表或者映射",
        "{type} cannot be part of a case; expected text, int, bool, date, Decimal, list or mapping",
    ),
    "float": (
        "{value} 是浮点数，已失精确；应为文字、整数、Decimal，或者至多 15 位有效数字的浮点数",
        "{value} is a float and no longer exact; expected text, an int, a Decimal, or a float of at most 15 digits",
    ),
    "key_true": (
        "键是 {key}：按 YAML 1.1 读取文件的程序把不加引号的 on 读成 true，并会改动其他的值（如 012 读成 10）；"
        "应以 load_case(路径) 读取文件，或者给 on 加引号",
        "the key is {key}: a reader of YAML 1.1 takes an unquoted `on` for true, and changes other values as well (012 "
        "becomes 10); expected the path of the file for load_case, or quotes around `on`",
    ),
    "wrong_argument": (
        "参数的类型是 {type}；应为 {expected}",
        "this argument is of type {type}; expected {expected}",
    ),
    "content_for_path": (
        "这是文件的内容，不是路径；应为路径，或者读出的映射（dict）",
        "this is the content of a file, no path; expected a path, or the mapping (dict) that was read",
    ),
    "dumped_case": (
        "这是 Case 的 model_dump，不是案件文件；应为读入案件时的映射，或者 CaseSession 的 data、as_json()",
        "this is what model_dump makes of a Case, no case file; expected the mapping the case was loaded from, or data "
        "or as_json() of a CaseSession",
    ),
    "unknown_ending": (
        "不能由扩展名 {ending} 得知格式；应为：{expected}，或者以 --format 指明而文件名不带其他扩展名",
        "no format goes with the ending {ending}; expected one of: {expected}, or --format and a name without another",
    ),
    "ending_contradicts": (
        "扩展名 {ending} 与 --format {format} 不符；应为两者一致，或者只写一个",
        "the ending {ending} contradicts --format {format}; expected both alike, or one of them",
    ),
    "number_out_of_bounds": ("数字超出范围；应在一万亿以内", "number out of bounds; expected less than 10 trillion"),
    # values of facts and fields
    "expected_yes_no": (
        "{value} 不是真假值；应为 是 或 否（英文键的文件写 true 或 false）",
        "{value} is no truth value; expected true or false",
    ),
    "expected_graded": ("{value} 不是等级；应为：{expected}", "{value} is no grade; expected one of: {expected}"),
    "expected_choice": ("{value} 不是可选的值；应为：{expected}", "{value} is no choice; expected one of: {expected}"),
    "expected_choices": (
        "{value} 不是可选的值；应为列表，每项为：{expected}",
        "{value} is no choice; expected a list of: {expected}",
    ),
    "expected_count": (
        "{value} 不是整数；应为不带符号、前导零的数字",
        "{value} is no whole number; expected digits without sign or leading zero",
    ),
    "expected_days": (
        "{value} 不是日数；应为不带符号、前导零的整数，至多 73000",
        "{value} is no number of days; expected digits without sign or leading zero, at most 73000",
    ),
    "expected_number": (
        "{value} 不是数；应为半角数字，至多两位小数",
        "{value} is no number; expected plain digits with at most two decimals",
    ),
    "expected_amount": (
        "{value} 不是金额；应为以元计的半角数字，至多两位小数，不带符号和分隔",
        "{value} is no amount; expected yuan in plain digits, at most two decimals, no sign or separator",
    ),
    "expected_date": (
        "{value} 不是日期；应为存在的日期，如 2023-05-17、2023-05、2023 或 {from, to}，年份在 1900 至 2200 之间",
        "{value} is no date; expected an existing one such as 2023-05-17, 2023-05, 2023 or {from, to}, "
        "between 1900 and 2200",
    ),
    "package_missing": (
        "此功能需要安装 {package}；应先运行 pip install 'enforcement-rules[{extra}]'",
        "this needs the package {package}; expected after: pip install 'enforcement-rules[{extra}]'",
    ),
    "expected_year": (
        "{value} 不是年份；应为 2027 这样的四位数字",
        "{value} is no year; expected four digits such as 2027",
    ),
    "day_of_other_year": (
        "{value} 不在 {year} 年；应为该年的日期",
        "{value} is not in {year}; expected a day of that year",
    ),
    "expected_weekend": (
        "{value} 不是周末；应为调休上班的周六或者周日",
        "{value} is no weekend day; expected a Saturday or Sunday that is worked",
    ),
    "day_off_and_working": (
        "{value} 同时列为放假和上班；应只列一处",
        "{value} is listed as a day off and as worked; expected one of the two",
    ),
    "expected_day": (
        "{value} 不是日期；应为存在的一天，如 2023-05-17，年份在 1900 至 2200 之间",
        "{value} is no day; expected an existing one such as 2023-05-17, between 1900 and 2200",
    ),
    "expected_time": (
        "{value} 不是时间；应为不带时区的 2022-03-01T09:30，年份在 1900 至 2200 之间",
        "{value} is no time; expected 2022-03-01T09:30, without a time zone, between 1900 and 2200",
    ),
    "expected_text": (
        "{value} 不是文字；应为至多 2000 字的文字",
        "{value} is no text; expected text of at most 2000 characters",
    ),
    "expected_moment": ("{fact} 由 on 或 at 得出；请写 on 或 at", "{fact} follows from on or at; expected on or at"),
    # rules
    "shall_or_may": ("应为 shall、may 之一，且只写一个", "not one force; expected exactly one of shall and may"),
    # conditions
    "expected_condition": ("不是条件；应为“事实: 检验”的映射", "no condition; expected a mapping of facts to tests"),
    "empty_condition": (
        "条件是空的；应至少有一项，或者整项省去",
        "empty condition; expected at least one test, or leave it out",
    ),
    "unknown_fact": ("没有事实 {fact}；是否指 {near}？", "there is no fact {fact}; did you mean {near}?"),
    "undeclared_fact": (
        "没有事实 {fact}；应为词汇表中的事实",
        "there is no fact {fact}; expected one of the vocabulary",
    ),
    "outside_element": (
        "{fact} 只用于 every、some 之内（of: {of}）；此处应为案件的事实",
        "{fact} is used only inside every or some (of: {of}); expected a fact of the case here",
    ),
    "other_element": (
        "{fact} 不是此处各项的事实；应为 {scope}.… 或案件的事实",
        "{fact} is no fact of these elements; expected {scope}.… or a fact of the case",
    ),
    "unknown_test": ("未知的检验 {key}；应为：{expected}", "unknown test {key}; expected one of: {expected}"),
    "not_ordered": (
        "{fact}（{kind}）没有大小之分，不能用 {test}；应直接写值或用 {expected}",
        "{fact} ({kind}) has no order, so {test} cannot be used; expected a plain value or {expected}",
    ),
    "test_not_for_kind": (
        "{test} 不能用于 {fact}（{kind}）；应为：{expected}",
        "{test} cannot be used on {fact} ({kind}); expected one of: {expected}",
    ),
    "known_not_here": (
        "known 只用于 questions 和 gaps；此处应为其他检验",
        "known is for questions and gaps only; expected another test",
    ),
    "not_comparable": (
        "{other}（{other_kind}）不能与 {fact}（{kind}）相比；应为同类事实",
        "{other} ({other_kind}) cannot be compared with {fact} ({kind}); expected facts of one kind",
    ),
    "offset_not_for_kind": (
        "{key} 不能用于 {kind}；应为：{expected}",
        "{key} cannot be used on a fact of kind {kind}; expected one of: {expected}",
    ),
    "offset_too_long": (
        "{value} {unit} 超出可计算的期间；应不超过 {most}",
        "{value} {unit} is no period that can be reckoned with; expected at most {most}",
    ),
    "expected_offset": ("{value} 不是偏移量；应为整数", "{value} is no offset; expected a whole number"),
    "condition_too_deep": (
        "条件嵌套过深；应不超过 {most} 层",
        "condition nested too deeply; expected at most {most} levels",
    ),
    "condition_too_large": ("条件过大；应不超过 {most} 项检验", "condition too large; expected at most {most} tests"),
    # cases
    "too_many": ("{key} 共 {count} 项；应至多 {most} 项", "{key} has {count} items; expected at most {most}"),
    "too_many_pairs": (
        "违法行为与其当事人共 {count} 组；应至多 {most} 组，更多的请分案",
        "{count} violations of parties; expected at most {most}, the others in a case of their own",
    ),
    "too_many_performers": (
        "各步骤的人员合计 {count} 人次；应至多 {most} 人次",
        "the steps name officers {count} times; expected at most {most}",
    ),
    "too_many_looks": (
        "{pairs} 组违法行为与当事人，各有步骤、人员、证据等 {each} 项；乘积应至多 {most}，更多的请分案",
        "{pairs} violations of parties with {each} steps, officers and pieces of evidence each; expected a product of "
        "at most {most}, the others in a case of their own",
    ),
    "written_twice": (
        "{key} 与 {other} 是同一项；应只写一个",
        "{key} and {other} are one and the same; expected one of them",
    ),
    "stated_twice": (
        "{fact} 已由同一人陈述过；每人应只陈述一次",
        "{fact} is stated already by the same speaker; expected one statement a speaker",
    ),
    "computed_fact": (
        "{fact} 由其他事实推出，不能填写；应填写其来源",
        "{fact} is computed, never stated; expected what it comes from",
    ),
    "computed_from": (
        "{fact} 由 {source} 得出，不能填写；应填写 {source}",
        "{fact} is computed from {source}, never stated; expected {source}",
    ),
    "outside_facts": (
        "{key} 是字段；应与 facts 并列，不在其中",
        "{key} is a field; expected it beside facts, not inside",
    ),
    "several_values": (
        "只能有一个值；有多人陈述时应为 {value, by}",
        "one value only; expected {value, by} for several speakers",
    ),
    "duplicate_id": ("编号 {id} 已用过；应不重复", "id {id} is used already; expected an id of its own"),
    "unknown_reference": (
        "{list} 中没有 {id}；应为其中一项的编号",
        "{id} is not among {list}; expected the id of one of them",
    ),
    "unknown_reference_near": ("{list} 中没有 {id}；是否指 {near}？", "{id} is not among {list}; did you mean {near}?"),
    "proposed_twice": (
        "同一违法行为和当事人已有处理意见；应合为一项",
        "this violation and party have a proposal already; expected one",
    ),
    "proposed_for_another": (
        "{party} 不是该违法行为的当事人；应为其 parties 所列之一，或者把它列入",
        "{party} is no party to this violation; expected one that its parties name, or to name it there",
    ),
    "decided_before_violation": (
        "决定早于违法行为开始（{began}）；应在其后",
        "decided before the violation began ({began}); expected it afterwards",
    ),
    "ended_before_began": (
        "违法行为结束早于开始（{began}）；应在其后",
        "ended before it began ({began}); expected it afterwards",
    ),
    "certificate_upside_down": (
        "证件有效期止日早于起日（{from}）；应在其后",
        "valid until before it begins ({from}); expected it afterwards",
    ),
    "on_and_at": ("on 与 at 不是同一天；应只写一个", "on and at are different days; expected one of them"),
    "identity_number": (
        "不是有效的公民身份号码；应为 18 位，出生日期和校验码正确（已遮盖的用 *）",
        "no valid identity number; expected 18 digits with a date of birth and check digit (use * where masked)",
    ),
    "credit_code": (
        "不是有效的统一社会信用代码；应为 18 位，校验码正确（已遮盖的用 *）",
        "no valid credit code; expected 18 characters with the right check character (use * where masked)",
    ),
    # review
    "effects_in_json": (
        "只有 JSON 另列回答的后果；文本和 Markdown 已按后果排列，应为 --format json",
        "only JSON lists what answers change; text and Markdown are in that order already; expected --format json",
    ),
    "proofs_in_json": (
        "只有 --format json 才写出推理过程；请加上 --format json，或者去掉 --proofs",
        "only --format json writes proofs; expected --format json with it, or no --proofs",
    ),
    "on_required": (
        "没有决定日期；应指明审查基准日",
        "the case has no date of decision; expected the day to review for",
    ),
    "on_required_since": (
        "处罚决定只知道不早于 {since}；应指明审查基准日",
        "the decision is only known to be of {since} or later; expected the day to review for",
    ),
}
"""Code → (Chinese, English)."""

_LONGEST_ARGUMENT = 200
_LONGEST_LIST = 400
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


def message(code: str, args: Mapping[str, Any], lang: str) -> str:
    """Return the sentence of a code with its arguments filled in; one line of printable text.

    Where the arguments hold a `slip`, what was expected is what this says.
    """
    chinese, english = MESSAGES[code]
    sentence, stop = (chinese, "；") if lang == "zh" else (english, "; ")
    if "slip" in args:
        sentence = sentence.partition(stop)[0] + stop + SLIPS[args["slip"]][lang != "zh"]
    # One pass, so that an argument that looks like a placeholder stays what it is.
    return _PLACEHOLDER.sub(lambda match: _short(args[match[1]]) if match[1] in args else match[0], sentence)


def printable(text: str) -> str:
    """Return text on one line, with the escape of every character that cannot be printed, which says what it is."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(each if each.isprintable() else escaped(each) for each in visible(text))


def _short(value: Any) -> str:
    longest = _LONGEST_LIST if isinstance(value, list | tuple | set | frozenset) else _LONGEST_ARGUMENT
    text = printable(_text(value))
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _text(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{…}"
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(map(_text, value)) or "[]"
    return "null" if value is None else str(value)
