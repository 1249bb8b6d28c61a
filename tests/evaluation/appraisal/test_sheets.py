"""The sheet in every form and both languages; nothing in a case can change the form of the page."""

from __future__ import annotations

import datetime as dt
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from enforcement_rules import appraise, load_case, load_rulesets
from enforcement_rules.checking import check_rulesets
from enforcement_rules.explanation.appraisal import (
    appraisal_html,
    appraisal_markdown,
    appraisal_record,
    appraisal_schema,
    appraisal_text,
)
from enforcement_rules.explanation.appraisal.sheet import sheet_of
from enforcement_rules.loading.schemas import json_schema

CHINESE = re.compile(r"[\u4e00-\u9fff]")
HOLE = re.compile(r"\{\w+\}")
HOSTILE = '</td><script>alert(1)</script> | **x** <img src=x onerror=y> & "q" \' {n} `z`'
ITEMS = """
- {article: 第一条, name: may, says: 有权, says_en: competent, group: legality, veto: true, points: 10, requires: {rules: [act/competent]}}
- {name: told, says: 出示, says_en: shown, group: legality, points: 30, requires: {rules: [act/shown]}}
- {name: clear, says: 清楚, says_en: clear, group: own, points: 20, requires: {holds: {violation.clear: true}}}
- {name: papers, says: 文书, says_en: papers, group: own, points: 20, deduct: 5, requires: {documents: [form, record, paper]}}
- {name: heard, says: 听证, says_en: heard, group: own, points: 10, when: {hearing.done: true}, requires: {documents: [paper]}}
- {name: person, says: 规范, says_en: well done, group: own, points: 10}
- {name: soft, says: 二手, says_en: second-hand, group: own, verification: secondary, requires: {documents: [record]}}
- {name: away, says: 别处, says_en: elsewhere, group: own, requires: {rules: [other/duty]}}
"""
MORE = """    groups: {own: {zh: 自设, en: of its own}}
    grades: [{name: good, zh: 良, en: good, at_least: 80}]
"""
CASE = {
    "complete": ["steps", "documents"],
    "steps": [
        {"step": "notice", "on": "2024-04-01", "shown": False},
        {"step": "inspection", "on": "2024-03-01"},
        {"step": "decision", "on": "2024-05-01"},
    ],
    "documents": [
        {"title": "立案（不予立案）审批表", "on": "2024-03", "pages": "1"},
        {"title": "别的", "step": "decision"},
        {"title": "其他"},
        {"title": "现场笔录", "step": "notice"},
    ],
    "violations": [
        {"id": f"v{n}", "cause": "a", "began": "2024-01-01", "ended": "2024-01-01", "clear": n > 0} for n in range(2)
    ],
}
BARE = {"number": None, "organ": {}}


@pytest.fixture
def made(world):
    return world.standard(ITEMS, more=MORE).appraise(CASE)


def forms(appraisal, lang):
    return {
        "text": appraisal_text(appraisal, lang),
        "markdown": appraisal_markdown(appraisal, lang),
        "html": appraisal_html([appraisal], lang),
    }


@pytest.mark.parametrize("case", [CASE, BARE, CASE | {"record": "complete"}, CASE | {"record": "excerpt"}])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_form_says_the_same_things(world, case, lang):
    made = world.standard(ITEMS, more=MORE).appraise(case)
    sheet = sheet_of(made, lang)
    for name, text in forms(made, lang).items():
        assert "None" not in text
        assert "Decimal" not in text
        assert name == "html" or not HOLE.search(text)
        for block in sheet.blocks:
            assert block.title in text
            assert all(row.text in text for row in block.rows)
        assert all(blank in text for blank in sheet.blanks)
        assert all(status in text for _, status in sheet.totals)


def test_both_languages_have_the_same_rows(made):
    zh, en = sheet_of(made, "zh"), sheet_of(made, "en")
    assert [len(block.rows) for block in zh.blocks] == [len(block.rows) for block in en.blocks]
    for one, other in zip((r for b in zh.blocks for r in b.rows), (r for b in en.blocks for r in b.rows), strict=True):
        assert (one.number, one.code, len(one.reasons)) == (other.number, other.code, len(other.reasons))
        assert one.points.split()[-1:] == other.points.split()[-1:] or "veto" in other.points
    assert len(zh.remarks) == len(en.remarks) > 0
    assert [row.code for row in zh.documents] == [row.code for row in en.documents]


def test_english_sheets_are_english(world):
    case = CASE | {"number": "1", "organ": {"name": "an organ"}, "documents": [{"title": "filing form"}]}
    text = appraisal_text(world.standard(ITEMS, more=MORE).appraise(case), "en")
    assert {line for line in text.splitlines() if CHINESE.search(line.replace("第一条", ""))} == set()


def test_vetoes_come_first_and_groups_have_their_titles(made):
    assert [block.title for block in sheet_of(made, "zh").blocks] == ["否决项", "合法性", "自设"]
    assert [block.title for block in sheet_of(made, "en").blocks] == ["Veto items", "Legality", "of its own"]


def test_a_reason_names_the_duty_the_fact_and_the_violation(made):
    rows = {row.text: row for block in sheet_of(made, "zh").blocks for row in block.rows}
    assert rows["出示"].reasons == ("出示告知（虚构（1）第一条）：违反；告知（已进行） 是；出示 否",)
    assert "v0" in rows["清楚"].reasons[0]
    assert rows["清楚"].reasons[0].endswith("不符合；事实清楚 否")
    assert rows["规范"].reasons == ("由评查人评定",)
    assert "未归入" in sheet_of(made, "zh").remarks[0]


def test_a_sheet_shows_where_in_the_file(world, tmp_path):
    rulesets = world.standard(ITEMS, more=MORE).load()
    path = tmp_path / "file.yaml"
    path.write_text(
        "steps:\n  - {step: notice, on: 2024-04-01, shown: false}\n  - {step: extension, done: false}\n", "utf-8"
    )
    made = appraise(load_case(path, rulesets), rulesets, on=dt.date(2024, 6, 1))
    told = made.items[1]
    assert [place.rpartition("/")[2] for place in told.reasons[0].where] == ["file.yaml:2"]
    assert "file.yaml:2" in appraisal_text(made)


class Reader(HTMLParser):
    """Notes the tags of a page, and that they close."""

    def __init__(self):
        super().__init__()
        self.open, self.seen, self.attributes = [], [], []

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        self.attributes += [name for name, _ in attrs]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def read(page):
    reader = Reader()
    reader.feed(page)
    assert reader.open == []
    return reader


def test_the_page_prints_on_a4_and_loads_nothing(made):
    page = appraisal_html([made, made])
    reader = read(page)
    assert page.startswith("<!DOCTYPE html>")
    assert "@page { size: A4" in page
    assert not {"script", "link", "img", "iframe", "object", "a"} & set(reader.seen)
    assert not [name for name in reader.attributes if name.startswith("on") or name in ("src", "href", "style")]
    assert not re.search(r"https?:|url\(|@import", page)
    assert page.count('<section class="sheet">') == 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_head_names_what_is_appraised(world, lang):
    case = CASE | {
        "parties": [{"id": "p1", "name": "某公司"}, {"id": "p2"}],
        "steps": [*CASE["steps"], {"step": "decision", "on": "2024-05-02", "done": False}],
    }
    head = dict(sheet_of(world.standard(ITEMS, more=MORE).appraise(case), lang).head)
    said = {
        "zh": ("当事人", "某公司、p2", "案由", "处罚决定日期"),
        "en": ("Party", "某公司, p2", "Cause", "Decided on"),
    }[lang]
    party, names, cause, decided = said
    assert (head[party], head[cause], head[decided]) == (names, "a", "2024-05-01")


def test_a_cause_is_named_in_words():
    law = load_rulesets("rulesets", "docs/made_up/standard")
    made = appraise(load_case(CASE_FILE, law), law, "made_up_appraisal_standard/sheet")
    assert dict(sheet_of(made, "en").head)["Cause"] == "food with pesticide or veterinary drug residues over the limit"


def test_a_standard_without_points_has_no_columns_for_them(world):
    items = "- {name: a, says: 甲, says_en: a, group: legality}"
    made = world.standard(items, total=None).appraise(CASE)
    sheet = sheet_of(made)
    assert sheet.columns == ("number", "content", "status", "reason")
    assert sheet.scores == ()
    assert ">分值<" not in appraisal_html([made])
    assert "| 分值 |" not in appraisal_markdown(made)
    assert len(sheet_of(world.standard(ITEMS, more=MORE).appraise(CASE)).columns) == 6


def test_groups_are_added_up_where_there_are_several(made):
    scores = sheet_of(made, "zh").scores
    assert [row[0] for row in scores] == ["合法性", "自设", "合计"]
    assert scores[-1][2:] == ("50 至 75", "15 至 40")
    assert "  自设：应得 " in appraisal_text(made)
    assert "| 合计 | " in appraisal_markdown(made)


def test_what_is_open_is_left_to_the_appraiser_to_fill_in(world, made):
    sheet = sheet_of(made, "zh")
    assert sheet.to_fill == ("最后得分（评查人填写）", "最后结论（评查人填写）")
    rows = [row.code for block in sheet.blocks for row in block.rows]
    for text in (appraisal_text(made), appraisal_markdown(made)):
        assert text.count("不合格 □") == rows.count("open") > 0
        assert all(f"{name}" in text for name in sheet.to_fill)
    assert appraisal_html([made]).count("不合格 □") == rows.count("open")
    closed = world.standard(ITEMS.splitlines()[1], total="10").appraise(CASE | {"organ": {"competent": True}})
    assert sheet_of(closed).to_fill == ()
    assert "□" not in appraisal_text(closed)


def test_nobody_signs_paper_that_does_not_show_what_is_signed(made):
    page = appraisal_html([made])
    closing = page[page.index('<div class="closing">') :]
    assert ".closing { break-inside: avoid; }" in page
    for part in ("合计", "最后得分", "评查意见", "评查人（签名）", "评查日期"):
        assert part in closing
    assert appraisal_text(made).rstrip().endswith("评查日期 ________________")


def test_every_paper_bears_the_case_and_its_number(world):
    first = world.standard(ITEMS, more=MORE).appraise(CASE | {"number": '甲"} } </style><b>'})
    page = appraisal_html([first, world.appraise(CASE)])
    styles = page[page.index("<style>") : page.index("</style>")]
    assert "section.sheet:nth-of-type(2) { page: sheet2; }" in styles
    assert "\\007532\\000022\\00007d" in styles
    assert 'counter(page) "页，共 " counter(pages)' in styles.replace(" 页", "页")
    assert "b" not in read(page).seen


def test_hostile_titles_stay_text(world):
    case = CASE | {
        "number": HOSTILE,
        "organ": {"name": HOSTILE, "field": "x", "place": "1"},
        "documents": [{"title": HOSTILE, "pages": HOSTILE[:90], "step": "decision"}],
    }
    made = world.standard(ITEMS, more=MORE).appraise(case)
    plain = world.appraise(CASE | {"documents": [{"title": "x", "pages": "1", "step": "decision"}]})
    for lang in ("zh", "en"):
        page = appraisal_html([made], lang)
        assert read(page).seen == read(appraisal_html([plain], lang)).seen
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
        markdown = appraisal_markdown(made, lang)
        assert markdown.count("\n") == appraisal_markdown(plain, lang).count("\n")
        assert all(re.sub(r"\\.", "", line).count("|") in (0, 4, 5, 7) for line in markdown.splitlines())
        assert "<script>" not in markdown.replace("\\<", "")


def test_line_breaks_in_a_title_stay_in_their_row(world):
    made = world.standard(ITEMS, more=MORE).appraise(CASE | {"documents": [{"title": "甲\n# 乙\n| 丙"}]})
    assert "\n# 乙" not in appraisal_text(made)
    assert "\n# 乙" not in appraisal_markdown(made)


def test_the_standard_itself_cannot_break_the_page(world):
    text = ITEMS.replace("says: 规范", "says: '<b>&\"'")
    page = appraisal_html([world.standard(text, more=MORE).appraise(CASE)])
    assert "b" not in read(page).seen
    assert "&lt;b&gt;&amp;&quot;" in page


@pytest.mark.parametrize("case", [CASE, BARE, CASE | {"record": "complete"}])
def test_the_record_fits_its_schema(world, case):
    Draft202012Validator.check_schema(appraisal_schema())
    made = world.standard(ITEMS, more=MORE).appraise(case)
    validator = Draft202012Validator(appraisal_schema())
    for record in (made.to_dict(), appraisal_record(made)):
        assert [error.message for error in validator.iter_errors(json.loads(json.dumps(record)))] == []
    record = appraisal_record(made)
    assert record["result"]["zh"] != record["result"]["en"]
    assert all(remark["text"]["zh"] and remark["text"]["en"] for remark in record["remarks"])


def test_a_record_without_points_fits_too(world):
    items = "- {name: a, says: 甲, says_en: a, group: legality}"
    record = appraisal_record(world.standard(items, total=None).appraise(CASE))
    assert record["score"] is None
    assert [*Draft202012Validator(appraisal_schema()).iter_errors(record)] == []


def test_the_ruleset_schema_knows_standards(world):
    world.standard(ITEMS, more=MORE)
    data = yaml.safe_load((world.folder / "std_1/rules.yaml").read_text("utf-8"))
    validator = Draft202012Validator(json_schema("ruleset", world.load()))
    assert [error.message for error in validator.iter_errors(data)] == []
    data["appraisals"][0]["items"][0]["place"] = {"file": "x"}
    assert [*validator.iter_errors(data)]


def test_the_case_schema_knows_documents(world):
    validator = Draft202012Validator(json_schema("case", world.load()))
    good = {"documents": [{"title": "a", "pages": 3, "on": "2024-01", "step": "decision", "id": "d1"}]}
    assert [*validator.iter_errors(good | {"complete": ["documents"]})] == []
    for bad in ({"title": 1}, {"pages": "1"}, {"title": "a", "step": "descision"}, {"title": "a", "more": 1}):
        assert [*validator.iter_errors({"documents": [bad]})], bad


CASE_FILE = "docs/made_up/case.yaml"
LAW = ["--rulesets", "rulesets", "--rulesets", "docs/made_up/standard", "--standard", "sheet"]


@pytest.fixture
def twins(tmp_path):
    """The made-up case: as it is, without faults, and with a veto."""
    text = Path(CASE_FILE).read_text("utf-8")
    kept = text.replace("record: false", "record: true").replace("{title: 抽检结果通知, pages: 8}", "{title: 现场笔录}")
    files = {"kept": kept, "veto": text.replace("competent: true", "competent: false"), "bad": "numbr: 1\n"}
    for name, content in files.items():
        (tmp_path / f"{name}.yaml").write_text(content, "utf-8")
    return {name: tmp_path / f"{name}.yaml" for name in files}


def test_exit_codes_say_the_outcome(run, twins):
    assert run("appraise", CASE_FILE, *LAW).returncode == 1
    assert run("appraise", twins["veto"], *LAW).returncode == 1
    assert run("appraise", twins["kept"], *LAW).returncode == 3  # one item is for a person
    bad = run("appraise", twins["bad"], twins["kept"], *LAW)
    assert bad.returncode == 2
    assert "bad.yaml:1:1" in bad.stderr
    assert bad.stdout


def test_a_clean_file_exits_with_0(run, twins, tmp_path):
    folder = tmp_path / "standard"
    folder.mkdir()
    (folder / "instrument.yaml").write_text(Path("docs/made_up/standard/instrument.yaml").read_text("utf-8"), "utf-8")
    text = Path("docs/made_up/standard/standard.yaml").read_text("utf-8")
    person = "        says_en: the documents are well worded\n        group: standardisation\n        points: 5\n"
    assert person in text
    text = text.replace(person, person + "        requires: {documents: [notice]}\n")
    (folder / "standard.yaml").write_text(text, "utf-8")
    done = run("appraise", twins["kept"], "--rulesets", "rulesets", "--rulesets", folder, "--standard", "sheet")
    assert done.returncode == 0, done.stdout
    assert "优秀" in done.stdout


def test_the_command_line_has_every_form(run, tmp_path):
    output = tmp_path / "sheet.html"
    assert run("appraise", CASE_FILE, *LAW, "--format", "html", "-o", output).returncode == 1
    read(output.read_text("utf-8"))
    one = json.loads(run("appraise", CASE_FILE, *LAW, "--format", "json").stdout)
    assert one["schema"] == "enforcement_rules/appraisal/1"
    two = json.loads(run("appraise", CASE_FILE, CASE_FILE, *LAW, "--format", "json").stdout)
    assert [each["outcome"] for each in two] == ["faults", "faults"]
    assert run("appraise", CASE_FILE, *LAW, "--format", "markdown", "--lang", "en").stdout.startswith("# Appraisal")


def test_the_standard_is_never_chosen_silently(run, tmp_path):
    several = run("appraise", CASE_FILE, *LAW[:-2])
    assert several.returncode == 2
    assert "case_file_appraisal_guangdong_secondary/case_file, made_up_appraisal_standard/sheet" in several.stderr
    none = run("appraise", CASE_FILE, *LAW, "--standard", "nothing")
    assert none.returncode == 2
    assert "没有评查标准 nothing" in none.stderr
    assert "made_up_appraisal_standard/sheet" in none.stderr
    old = run("appraise", CASE_FILE, *LAW, "--on", "2020-01-01", "--lang", "en")
    assert old.returncode == 2
    assert "made_up_appraisal_standard@2024" in old.stderr


def test_without_a_date_it_is_appraised_as_of_today(run, tmp_path):
    path = tmp_path / "undated.yaml"
    path.write_text("number: x\n", "utf-8")
    done = run("appraise", path, *LAW, "--lang", "en")
    assert done.returncode == 3
    assert "appraised as of today" in done.stderr


def test_the_schema_of_the_appraisal_is_printed(run):
    assert json.loads(run("schema", "appraisal").stdout) == appraisal_schema()


def test_the_made_up_standard_is_sound():
    assert check_rulesets(load_rulesets("rulesets", "docs/made_up/standard")) == ()
