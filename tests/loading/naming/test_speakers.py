"""The speakers whom the law tells apart have Chinese names; a file in Chinese must not make other persons of them."""

from __future__ import annotations

import pytest

CASE = """
案号: 虚构〔2026〕1号
当事人: [{编号: 甲, 类别: 法人}]
违法行为:
  - 编号: v1
    当事人: [甲]
    危害后果: [{取值: 没有, 陈述人: WHO}]
    构成要件: {违法行为: {证明: [e1], 陈述人: WHO}}
证据: [{编号: e1, 种类: 书证}]
"""


@pytest.mark.parametrize(
    ("written", "read"), [("当事人", "party"), ("机关", "organ"), ("party", "party"), ("证人", "证人")]
)
def test_who_says_a_fact(run, tmp_path, written, read):
    file = tmp_path / "case.yaml"
    file.write_text(CASE.replace("WHO", written), "utf-8")
    english = run("convert", file, "--lang", "en").stdout
    assert f"harm: [{{value: none, by: {read}}}]" in english
    assert f"act: {{proven_by: [e1], by: {read}}}" in english
