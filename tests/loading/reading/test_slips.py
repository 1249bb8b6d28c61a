"""Slips of YAML and JSON: at the place of the slip itself, with what to write, never in the words of a parser."""

import re
import time

import pytest

from enforcement_rules.loading.reading import mended_document
from enforcement_rules.loading.reading.documents import parse_document
from enforcement_rules.loading.reading.yaml_mending import mended
from enforcement_rules.values.errors import InputError
from enforcement_rules.values.messages.slips import SLIPS

PARSERS = re.compile("expected <|did not find|could not|while |token|scalar|flow|block|simple key|indicator|delimiter")


def said(text, name="x.yaml", lang="zh"):
    with pytest.raises(InputError) as caught:
        parse_document(text, name)
    lines = caught.value.lines(lang)
    assert not any(PARSERS.search(line) for line in caught.value.lines("en"))
    assert not any(
        re.search("[a-z]{3}", line.removeprefix(name).replace("true、false、null", "")) for line in lines
    ) or (lang == "en" or "JSON" in lines[0] or "YAML" in lines[0])
    return [line.removeprefix(f"{name}:") for line in lines]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        # full-width marks
        ("a: 1\nb：2\nc: 3\n", ["2:2: 不是有效的 YAML；“：”应为半角冒号加空格"]),
        ("a:\n  - b：1\n    c：2\n  - {d：3，e: 4}\nf: {\n", ["2:6", "3:6", "4:7", "4:9", "5:4"]),
        ("a: {b: 1， c: 2}", ["1:9: 不是有效的 YAML；“，”应为半角逗号加空格"]),
        ("a: ｛b: 1, c: [x， y]｝\n", ["1:4", "1:16", "1:20"]),
        ("a:\n  - b: 1\n  － b: 2\n", ["3:3: 不是有效的 YAML；“－”应为半角减号加空格"]),
        ('a: "甲”\nb: 1\n', ['1:6: 不是有效的 YAML；全角的 ” 应为半角的 "']),
        ("a: {b: “甲, 乙: 丙”, c: 1}\nd: {\n", ['1:8: 不是有效的 YAML；全角的 “ 应为半角的 "', "2:4"]),
        # blanks
        ("a:1\nb: 2\n", ["1:2: 不是有效的 YAML；“:”之后应有一个空格"]),
        ("a:\n  - {b: 1}\n  -{b: 2}\n", ["3:3: 不是有效的 YAML；“-”之后应有一个空格"]),
        ("a: {b:1, c: [}", ["1:6", "1:13"]),
        # tabs
        ("a:\n\t- b\n", ["2:1: 不是有效的 YAML；制表符（Tab）不能用于缩进，应改为空格"]),
        ("a:\n  b: 1\n\tc: 2\n\td: 3\n", ["3:1", "4:1"]),
        # brackets and quotes
        ("a: [{b: 1}\nc: 2\n", ["1:4: 不是有效的 YAML；此处的 [ 没有配对，应以 ] 结束"]),
        ("a: [{b: 1]\nc: 2\n", ["1:5: 不是有效的 YAML；此处的 { 没有配对，应以 } 结束"]),
        ("a: [b, c}\n", ["1:9: 不是有效的 YAML；此处的 } 与前面的括号不配对，应为 ]"]),
        ("a: [b]]\nc: 1\n", ["1:7: 不是有效的 YAML；此处多出 ]，应删去"]),
        ('a: "甲\nb: 1\nc: "乙"\n', ['1:4: 不是有效的 YAML；此处的 " 没有配对，应以 " 结束']),
        ("a: {b: '甲, c: 1}\n", ["1:8: 不是有效的 YAML；此处的 ' 没有配对，应以 ' 结束"]),
        ('a: "甲"乙\nb: 1\n', ["1:7: 不是有效的 YAML；引号之后还有文字，应把整个值放在引号之内"]),
        ("a: {b: 1 c: 2}\n", ["1:10: 不是有效的 YAML；c 之前缺少逗号，应有半角逗号"]),
        ("a: {b: 1,200, c: 2}\n" + "d: [\n", ["1:9: 不是有效的 YAML；逗号会截断数字，应写作 1200", "2:4"]),
        # indentation
        ("a:\n  - b: 1\n   c: 2\n", ["3:4: 不是有效的 YAML；缩进没有对齐：此行前有 3 个空格，应为 4 个"]),
        ("a: 1\n  b: 2\nc: 3\n", ["2:3: 不是有效的 YAML；缩进没有对齐：此行前有 2 个空格，应为 0 个"]),
        ("  a: 1\nb: 2\n", ["1:3: 不是有效的 YAML；缩进没有对齐：此行前有 2 个空格，应为 0 个"]),
        # values and keys
        ("a: 甲: 乙\n", ['1:5: 不是有效的 YAML；值里有冒号加空格，整个值应放在引号内："甲: 乙"']),
        ("a: @甲\n", ['1:4: 不是有效的 YAML；值不能以 @ 开头，应放在引号内："@甲"']),
        ("a: - b\n", ["1:4: 不是有效的 YAML；列表的“- ”不能与键同行，应另起一行，或者写成 [...]"]),
        ("a 1\nb: 2\n", ["1:1: 不是有效的 YAML；此行没有冒号，应写作 a: …"]),
        ("a\n  b: 1\n", ["1:1: 不是有效的 YAML；此行没有冒号，应写作 a:"]),
        ('a: "\\q"\n', ["1:5: 不是有效的 YAML；双引号内的 \\q 不是转义，应写作 \\\\q，或者改用单引号"]),
        # what nobody can tell
        ("a: [? ? : ]: x\n", ["1:"]),
        # several of several kinds
        ("a：1\nb: [1\nc:\n\td: 2\n", ["1:2", "2:4", "4:1"]),
    ],
)
def test_slips_of_yaml(text, lines):
    found = said(text)
    assert len(found) == len(lines)
    assert all(
        one.startswith(line if len(line) > 6 else f"{line.rstrip(':')}:")
        for one, line in zip(found, lines, strict=True)
    )
    assert len(said(text, lang="en")) == len(lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            '{"a"：1，"b": 2}',
            ["1:5: 不是有效的 JSON；全角的 ： 应为半角的 :", "1:7: 不是有效的 JSON；全角的 ， 应为半角的 ,"],
        ),
        ('{"a": 1,}', ["1:8: 不是有效的 JSON；右括号之前应没有逗号"]),
        ("{'a': 1}", ["1:2: 不是有效的 JSON；此处应为双引号内的键，而不是 '"]),
        ('{"a" 1}', ["1:6: 不是有效的 JSON；键之后应为冒号，而不是 1"]),
        ('{"a": 1 "b": 2}', ['1:9: 不是有效的 JSON；此处应为逗号或者右括号，而不是 "']),
        ('{"a": "x}', ["1:7: 不是有效的 JSON；此处的引号没有配对，应有右引号"]),
        ('{"a": True}', ["1:7: 不是有效的 JSON；T 不是值，应为双引号内的文字、数字、true、false、null、{ 或者 ["]),
        ("[1]\n2", ["2:1: 不是有效的 JSON；此后应没有内容"]),
        ('{"甲：乙": "丙，丁"', ["1:14: 不是有效的 JSON；此处应为逗号或者右括号，而不是 …"]),
    ],
)
def test_slips_of_json(text, lines):
    assert said(text, "x.json") == lines
    assert len(said(text, "x.json", "en")) == len(lines)


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  甲：乙\n  {丙，丁: 戊\nb: {\n",
        "a: >-\n  甲：乙\n\n  丙:丁\nb: {\n",
        "a: 甲某称\n  乙：丙\nb: {\n",
        "a: 甲：乙，丙\nb: {\n",
        "a: {x: 甲，乙, y: 丙：丁}\nb: {\n",
        "a: [第一条，第二条]\nb: {\n",
        "a:\n  - 依据：第一条\n  - 乙\nb: {\n",
        "a: “三无”产品\nb: {\n",
        "a: '甲：\n  乙，丙'\nb: {\n",
        "a: http://x.cn/y:z\nb: {\n",
        "# 注：甲，乙\na: 1 # 丙：丁\nb: {\n",
        "a: [\n  甲,\n  乙\n]\nb: {\n",
        "a: 【甲】乙\nb: {\n",
    ],
)
def test_texts_of_a_file_are_left_alone(text):
    """Only the bracket that is never closed is a slip."""
    assert [one.split(" ")[-2:] for one in said(text)] == [["}", "结束"]]


def test_a_text_that_can_be_read_is_mended_only_where_something_was_said_of_it():
    document = parse_document("a:\n  - 甲：乙\n  - 丙：丁\n", "x.yaml")
    assert mended_document(document, ()) is None
    again = mended_document(document, {2})
    assert again.data == {"a": [{"甲": "乙"}, {"丙": "丁"}]}
    assert [(each.place.line, each.place.column) for each in again.slips] == [(2, 6), (3, 6)]


def test_what_is_mended_stands_where_it_stood():
    lines, good = mended("a：1\nb: {c：2，d: 3}\n")
    assert good
    assert lines.text == "a: 1\nb: {c: 2, d: 3}\n"
    assert lines.at((2, 11)) == (2, 9)
    assert lines.at((2, 5)) == (2, 5)


def test_every_slip_is_said_in_both_languages():
    for chinese, english in SLIPS.values():
        assert set(re.findall(r"\{[a-z]+\}", chinese)) == set(re.findall(r"\{[a-z]+\}", english))
        assert "应" in chinese
        assert "expected" in english


def test_a_large_file_of_slips_is_looked_through_quickly():
    started = time.process_time()
    assert len(said("".join(f"k{n}: [1，2\n" for n in range(20_000)))) == 201
    assert time.process_time() - started < 15
