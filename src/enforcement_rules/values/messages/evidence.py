"""What is wrong with what a case says of elements and evidence, in Chinese and English."""

from __future__ import annotations

EVIDENCE: dict[str, tuple[str, str]] = {
    "unknown_element": (
        "没有要件 {name}；应为 {expected} 之一",
        "unknown element {name}; expected one of {expected}",
    ),
    "unknown_element_near": (
        "没有要件 {name}；是否指 {near}？",
        "unknown element {name}; did you mean {near}?",
    ),
    "element_stated_twice": (
        "同一人（或者均未写 by）对要件 {name} 说了两次；应合为一项",
        "the same speaker (or none) twice on element {name}; expected once",
    ),
    "evidence_named_twice": (
        "要件 {name} 重复列出证据 {id}；应只列一次",
        "evidence {id} is named twice for element {name}; expected once",
    ),
    "evidence_on_both_sides": (
        "要件 {name} 的证据 {id} 既列为证明又列为反证；应只列于一方",
        "evidence {id} is named for and against element {name}; expected one side",
    ),
    "decisive_without_fact": (
        "写了 decisive 而没有 fact；应写明该要件对应的事实",
        "decisive without fact; expected the fact that the element stands for",
    ),
    "admits_no_evidence": (
        "admits 只用于对每件证据的要求；then 应为 every，且 of 为 evidence",
        "admits is for what is asked of every piece of evidence; expected `then: every` of evidence",
    ),
}
"""Code → (Chinese, English)."""
