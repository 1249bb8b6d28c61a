"""Penalty articles: made-up ones (虚构) of each class, and those of the texts beside the checkout that were read by hand."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from enforcement_rules.statutes.penalty_articles import PENALTY, classified
from enforcement_rules.statutes.text import split_statute

READ = json.loads(Path(__file__).with_name("read_by_hand.json").read_text(encoding="utf-8"))


def class_of(text, title="虚构条例", heading="第二章 法律责任"):
    wording = split_statute(f"# {title}\n\n## {heading}\n\n第一条 {text}\n", "虚构条例.md")
    return classified(wording.articles[0], title)


THREATENS = {
    "违反本条例规定,夜间放飞信鸽的，处一百元以上五百元以下的罚款。": ["fine"],
    "有下列行为之一的，可以并处罚款：\n（一）放飞；\n（二）喂养。": ["fine"],
    "养鸽场有下列行为之一：\n（一）夜间放飞的，给予警告；\n（二）不登记的，处五百元以下罚款。": ["warning", "fine"],
    "夜间放飞的，没收信鸽和违法所得；情节严重的，吊销养鸽许可证。": ["confiscation", "licence_revocation"],
    "夜间放飞的，责令停业整顿，直至吊销许可证件。": ["licence_revocation", "order_to_suspend_business"],
    "夜间放飞的，处五日以下拘留或者二百元以下罚款。": ["fine", "administrative_detention"],
    "拒不改正的，报经人民政府批准，责令关闭。": ["order_to_close"],
    "依照《虚构法》第二条的规定处以罚款的，罚款额为违法所得的百分之十以上百分之三十以下。": ["fine"],
    "受到罚款处罚，被责令改正，拒不改正的，可以按照原处罚数额按日连续处罚。": ["fine"],
    "违反本条例规定的，给予通报批评，降低资质等级。": ["notice_of_criticism", "qualification_lowering"],
    "夜间放飞的，终身禁止从事养鸽，并暂扣执业证书。": ["licence_suspension", "occupation_restriction"],
    "对经营者的处罚，由鸽管部门决定；夜间放飞的，处一百元罚款。": ["fine"],
}
REFERS = [
    "夜间放飞的，依照《虚构法》第十条的规定处罚。",
    "有前款行为的，由鸽管部门依照前款规定给予处罚。",
    "构成违反治安管理行为的，由公安机关依法给予治安管理处罚。",
    "违反本条例规定的，依照有关法律、行政法规的规定处理、处罚。",
    "有下列情形之一的，按照《虚构法》第八条处罚：\n（一）放飞。",
]
OTHERS = {
    "hearing": "作出较大数额罚款、吊销许可证的处罚决定之前，应当告知当事人有要求听证的权利。",
    "on_the_spot": "处警告或者二百元以下罚款的，可以当场作出处罚决定。",
    "execution": "到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款。",
    "competence": "本条例规定的行政处罚由鸽管部门决定；其中五百元以下的罚款，可以由派出所决定。",
    "procedure": "违法行为轻微并及时改正的，不予处罚。",
    "judicial": "妨害诉讼的，人民法院可以处一千元以下的罚款、拘留。",
    "disciplinary": "鸽管部门工作人员玩忽职守的，依法给予警告、记过处分。",
    "criminal": "违反本条例规定，构成犯罪的，依法追究刑事责任。",
    "civil": "造成损失的，依法赔偿；被吊销许可证不影响赔偿。",
    "mention": "依法没收的信鸽，应当妥善喂养。",
    "none": "养鸽人应当按年登记鸽舍，设置停车线。",
}


@pytest.mark.parametrize(("text", "kinds"), THREATENS.items())
def test_a_kind_threatened_against_an_act_makes_a_penalty_article(text, kinds):
    found = class_of(text)
    assert (found.is_a, sorted(found.kinds)) == ("threatens", sorted(kinds))
    assert found.is_penalty_article


@pytest.mark.parametrize("text", REFERS)
def test_so_does_a_reference_to_a_penalty(text):
    assert class_of(text).is_a == "refers"
    assert class_of(text).is_penalty_article


@pytest.mark.parametrize(("is_a", "text"), OTHERS.items())
def test_others_are_not_counted_and_say_why(is_a, text):
    assert class_of(text).is_a == is_a
    assert not class_of(text).is_penalty_article


def test_the_sentence_that_gives_the_class_has_its_place():
    found = class_of("养鸽人应当登记。\n\n夜间放飞的，处一百元罚款。")
    assert [(each.is_a, each.place.line) for each in found.said] == [("threatens", 7)]


def test_a_statute_on_procedure_speaks_of_penalties_in_general():
    text = "对违法行为依法给予行政处罚。"
    assert class_of(f"夜间放飞的，{text}").is_a == "refers"
    assert class_of(f"夜间放飞的，{text}", "虚构行政处罚程序规定", "第二章 决定").is_a == "procedure"


@pytest.mark.parametrize("words", ["处", "依照", "没收", "处罚款；", "作出", "的，处分；", "其中由", "人民法院"])
def test_hostile_sentences_take_no_longer_than_long_ones(words):
    start = time.process_time()
    class_of("违反本条例的，处一百元罚款；" * 5_000)
    usual = time.process_time() - start
    start = time.process_time()
    class_of("违反本条例的，罚款" + words * (60_000 // len(words)))
    assert time.process_time() - start < 20 * usual + 0.5


def test_what_was_read_by_hand_is_classed_so(law_texts):
    """150 counted and 60 not counted, drawn by lot; right or wrong as a reader of the article said."""
    entries = {each.file.rpartition("/")[2]: each for each in law_texts.entries}
    wrong = []
    for file, name, counted in READ:
        wording = law_texts.wording(entries[file])
        (article,) = (each for each in wording.articles if each.name == name)
        if classified(article, wording.title).is_penalty_article != counted:
            wrong.append((file, name))
    assert len(READ) == 210
    assert wrong == []


def test_the_numbers_of_the_supplied_texts(law_texts):
    """As many as docs/statute-texts.md says; close to those that hold 罚款, 没收, 吊销, 责令停产停业 or 拘留 (1,910)."""
    every = [
        classified(article, wording.title)
        for wording in map(law_texts.wording, law_texts.entries)
        for article in wording.articles
    ]
    counted = sum(each.is_penalty_article for each in every)
    assert (len(every), counted) == (14_484, 1_844)
    assert {each.is_a for each in every} > PENALTY


def test_the_command_lists_them(run, tmp_path):
    text = "第一条 登记。\n第二条 夜间放飞的，处一百元罚款。\n第三条 处罚由鸽管部门决定。\n第四条 构成犯罪的，依法追究刑事责任。\n"
    (tmp_path / "虚构条例(2020-01-02).md").write_text(text, "utf-8")
    done = run("text", "虚构条例", "--penalties", "--law-text", tmp_path)
    assert done.returncode == 0
    assert "条文 4，处罚条文 1" in done.stdout
    assert "    第二条  规定处罚  罚款\n" in done.stdout
    assert "    第三条  职权\n    第四条  刑事责任\n" in done.stdout
    record = json.loads(run("text", "虚构条例", "--penalties", "--law-text", tmp_path, "--format", "json").stdout)
    assert (record["penalty_articles"], [each["class"] for each in record["listed"]]) == (
        1,
        ["threatens", "competence", "criminal"],
    )


def test_without_a_law_the_command_counts_every_text_and_tells_what_it_cannot_read(run, tmp_path):
    (tmp_path / "虚构条例(2020-01-02).md").write_text("第一条 夜间放飞的，处一百元罚款。\n", "utf-8")
    (tmp_path / "空.md").write_text("甲。\n", "utf-8")
    done = run("text", "--penalties", "--law-text", tmp_path, "--lang", "en")
    assert done.returncode == 0
    assert "    1/1     虚构条例" in done.stdout
    assert "not a single article" in done.stderr
    assert run("text", "--law-text", tmp_path).returncode == 2
    assert run("text", "虚构条例", "--law-text", tmp_path).returncode == 2
