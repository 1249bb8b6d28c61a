"""What is wrong with the choice of an evaluator, in Chinese and English; with the lines that install it, whole."""

from __future__ import annotations

_INSTALL = "pip install 'enforcement-rules[durable]'"
_INSTALL_ELSEWHERE = (
    "CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject pip install --no-binary durable-rules durable-rules==2.0.28"
)

EVALUATORS: dict[str, tuple[str, str]] = {
    "unknown_evaluator": (
        "没有求值器 {value}；应为 {expected}",
        "no evaluator {value}; expected one of: {expected}",
    ),
    "evaluator_unavailable": (
        f"求值器 durable 在此不可用（{{reason}}）；应先安装：{_INSTALL}",
        f"the evaluator durable cannot be used here ({{reason}}); expected after: {_INSTALL}",
    ),
    "evaluator_unavailable_elsewhere": (
        f"求值器 durable 在此不可用（{{reason}}）；Python 3.13 起应先这样安装：{_INSTALL_ELSEWHERE}",
        f"the evaluator durable cannot be used here ({{reason}}); expected, from Python 3.13 on, after: "
        f"{_INSTALL_ELSEWHERE}",
    ),
}
