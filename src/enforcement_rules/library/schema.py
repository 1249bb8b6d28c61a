"""Case libraries in JSON Schema: `library.yaml` and `*.cases.yaml`, with what may be expected of each case."""

from __future__ import annotations

from typing import Any

from enforcement_rules.library.read import Entry
from enforcement_rules.loading.schemas import json_schema
from enforcement_rules.rules.ruleset import Rulesets

Schema = dict[str, Any]
_NUMBERS = ("low", "high", "at_least", "at_most", "more_than", "below", "lowest", "highest")
_ABOUT: dict[str, dict[str, str]] = {
    "Entry": {
        "name": "名称；不写的，用文件名 / its name; that of its file where there is none",
        "file": "案件文件，相对于本文件 / the case file, from where this file stands",
        "case": "写在这里的案件，与 file 二选一 / the case itself, instead of a file",
        "source": "出处：法院、机关、文号、日期等，自由填写 / where it comes from: court, organ, number, date, freely",
        "made_up": "虚构 / it is made up",
        "upheld": "决定被维持：不得显示无效或者重大的违法 / it was upheld: no void or fatal breach may be shown",
        "why": "预期结论的理由 / why this is expected",
        "on": "审查基准日；不写的，用决定日 / the day of the review; that of the decision where there is none",
        "expect": "预期 / what is expected",
    },
    "Expectation": {
        "outcome": "结论 / the outcome",
        "apparent": "表面违反的义务，须完全一致 / duties breached on the face of the file: exactly these",
        "breached": "已违反的义务，须完全一致 / duties that are breached: exactly these",
        "satisfied": "已履行的义务，须包含 / duties that are kept: these among them",
        "undetermined": "待查的义务，须包含 / duties that are open: these among them",
        "findings": "义务 → 状态 / duty → its status",
        "questions": "须由人判断的问题，须包含 / questions for a person: these among them",
        "shall": "成立的“应当”情节，须完全一致 / binding grounds that hold: exactly these",
        "may": "成立的“可以”情节，须完全一致 / permissive grounds that hold: exactly these",
        "open": "仍有可能的情节，须包含 / grounds still possible: these among them",
        "barred": "被排除的情节，须包含 / grounds that are barred: these among them",
        "conflicts": "相互冲突的情节，须完全一致 / grounds in conflict: exactly these",
        "interplay": "适用的情节关系，须完全一致 / rows of the interplay matrix that apply: exactly these",
        "twice": "被两次考虑的情节，须完全一致 / grounds weighed twice: exactly these",
        "applied": "文件 → 适用的版本 / instrument → the version applied; null: none",
        "governs": "确定幅度的罚则 / the provision that sets the range",
        "recommended": "裁量方法得出的幅度 / the range that the scheme comes to",
        "gains": "应当没收的违法所得 / the illegal gains to be confiscated",
        "asks": "须询问的事实（路径），须包含 / facts that are asked for, by path: these among them",
        "first_ask": "首先询问的组或者路径 / the group or path that is asked first",
        "not_checked": "列入未检查的文件，须包含 / instruments that were not checked: these among them",
        "statutory": "法定幅度 / the statutory range",
        "tier": "裁量基准的阶次 / the tier of the benchmark",
        "proposal": "拟作处理与法律、基准的关系 / how the proposal stands against law and benchmark",
        "evidence": "要件 → 证明状态，或者 not_listed / element → its status, or not_listed",
        "appraisal": "案卷评查的预期 / what is expected of an appraisal",
    },
    "ExpectedRange": {
        "low": "下端（元） / lower end in yuan",
        "high": "上端（元） / upper end in yuan",
        "at_least": "不低于（元） / at least, in yuan",
        "at_most": "不高于（元） / at most, in yuan",
        "more_than": "高于（元） / more than, in yuan",
        "below": "低于（元） / below, in yuan",
    },
    "ExpectedProposal": {
        "statute": "是否合法 / whether it is lawful",
        "benchmark": "是否符合基准 / whether it conforms to the benchmark",
        "deviation": "偏离理由是否记录 / whether the reason for deviating is recorded",
        "findings": "对拟作处理的意见代码，须完全一致 / codes of what was found: exactly these",
    },
    "ExpectedAppraisal": {
        "standard": "评查标准 / the standard",
        "outcome": "评查结果 / its outcome",
        "passed": "合格的项，须包含 / items that pass: these among them",
        "failed": "不合格的项，须完全一致 / items that fail: exactly these",
        "open": "待查的项，须包含 / items that are open: these among them",
        "not_applicable": "不适用的项，须包含 / items that do not apply: these among them",
        "missing": "确定缺少的文书 / documents that the file surely lacks",
        "lowest": "最低得分 / the lowest score",
        "highest": "最高得分 / the highest score",
    },
}
"""Record → key → what it is, in Chinese and English. A rule without an instrument belongs to that of the file."""


def library_schema(rulesets: Rulesets) -> Schema:
    """Return the JSON Schema (draft 2020-12) of `library.yaml` and `*.cases.yaml`.

    Args:
        rulesets: whose vocabulary the cases inside such files speak.
    """
    case = json_schema("case", rulesets)
    entry = Entry.model_json_schema()
    definitions: Schema = {**entry.pop("$defs"), "Entry": entry}
    for name, about in _ABOUT.items():
        _describe(definitions[name], about)
    definitions["Entry"]["properties"]["case"] |= {"$ref": "#/$defs/Case"}
    whole = {key: value for key, value in case.items() if key not in ("$schema", "$defs")}
    return {
        "$schema": case["$schema"],
        "title": "案例库 / a library of cases",
        "type": "object",
        "properties": {
            "cases": {"type": "array", "items": {"$ref": "#/$defs/Entry"}, "description": "各案件 / the cases"}
        },
        "required": ["cases"],
        "$defs": {**definitions, "Case": whole, **case["$defs"]},
    }


def _describe(record: Schema, about: dict[str, str]) -> None:
    """Say what each key of a record is; what files write as a number may stand there as one."""
    for key, shape in record["properties"].items():
        for noise in ("title", "default"):
            shape.pop(noise, None)
        shape["description"] = about[key]
        if key in _NUMBERS:
            shape["anyOf"] = [*shape["anyOf"], {"type": "number"}]
