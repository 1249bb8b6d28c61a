"""The words of item catalogues in Chinese."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "catalogue.sum": "共 {n} 项，其中 {proposed} 项有清理建议（仅为建议，须按修改、废止程序办理）",
    "catalogue.valid": "有效",
    "catalogue.not_valid": "无效、暂停或者取消",
    "catalogue.kind.administrative_penalty": "行政处罚",
    "catalogue.kind.administrative_licence": "行政许可",
    "catalogue.kind.administrative_levy": "行政征收",
    "catalogue.kind.administrative_requisition": "行政征用",
    "catalogue.kind.administrative_confirmation": "行政确认",
    "catalogue.kind.administrative_payment": "行政给付",
    "catalogue.kind.administrative_compulsion": "行政强制",
    "catalogue.kind.administrative_inspection": "行政检查",
    "catalogue.proposal.no_basis": "没有有效的法律、法规、规章依据：建议取消",
    "catalogue.proposal.unused_for_five_years": "仅有地方性法规、规章依据，近五年没有发生：建议取消、调整、暂停",
    "catalogue.proposal.rare_and_not_needed": "仅有地方性法规、规章依据，很少发生且没有实施必要：建议取消、调整、暂停",
    "catalogue.proposal.duplicate": "与其他事项交叉重复：建议取消或者调整",
    "catalogue.proposal.not_for_townships": "拟清理的事项不再赋权乡镇（街道）",
}
