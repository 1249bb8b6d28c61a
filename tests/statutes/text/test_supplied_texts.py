"""The texts beside the checkout: all are split, and the numbers of their articles are those of the index."""

from __future__ import annotations

import re

import pytest
import yaml

from enforcement_rules.statutes.text import split_statute

# What the index and a reading of the lines say is wrong with the copies themselves.
TOLD = {
    "劳动法(2018-12-29).md": ["text_unfinished"],
    "居民身份证法(2011-10-29).md": ["text_unfinished"],
    # The copy has lost its paragraphs: two lists of items stand in one line.
    "网络交易监督管理办法(2025-03-18).md": ["items_broken"],
    "烟草专卖法(2015-04-24).md": ["text_outside_article"],
    "烟草专卖法实施条例(2023-07-20).md": ["text_outside_article"],
}


@pytest.fixture(scope="module")
def wordings(law_texts):
    return {entry: law_texts.wording(entry) for entry in law_texts.entries}


def test_the_index_is_read_without_remarks(law_texts):
    assert not law_texts.problems


def test_every_text_has_the_articles_that_the_index_counts(law_folder, wordings):
    rows = yaml.safe_load((law_folder / "INDEX.yaml").read_text(encoding="utf-8"))
    counts = {str(law_folder / row["file"]): row["articles"] for row in rows}
    assert {entry.file: len(wording.articles) for entry, wording in wordings.items()} == counts


def test_articles_run_on_from_the_first(wordings):
    for wording in wordings.values():
        numbers = [(each.number, each.insert) for each in wording.articles]
        assert numbers == [(n, 0) for n in range(1, len(numbers) + 1)]


def test_what_is_told_is_wrong_with_the_copies(wordings):
    told = {
        entry.file.rpartition("/")[2]: [each.code for each in wording.problems]
        for entry, wording in wordings.items()
        if wording.problems
    }
    assert told == TOLD


def test_no_letter_of_a_text_is_lost(law_folder, wordings):
    """Everything between the first and the last article stands in an article, a heading or a note."""
    from enforcement_rules.statutes.text import normal_text

    for entry, wording in wordings.items():
        with open(entry.file, encoding="utf-8") as stream:
            lines = stream.read().split("\n")
        kept = sum(len(normal_text(each.text)) + len(each.name) for each in wording.articles)
        kept += sum(len(normal_text(each.text)) for each in wording.notes)
        body = lines[wording.articles[0].place.line - 1 :]
        written = sum(len(normal_text(line)) for line in body if not line.startswith(("#", "<!--")))
        notes = sum(
            len(normal_text(each.text)) for each in wording.notes if each.place.line < wording.articles[0].place.line
        )
        subitems = sum(
            1 for each in wording.articles for part in each.paragraphs for item in part.items for _ in item.subitems
        )
        # Sub-items are printed with a full stop behind their number, of whichever kind the text has.
        assert abs(kept - notes - written) <= subitems, entry.file


def test_rulesets_find_the_wording_they_rest_on(law_texts):
    found = law_texts.matching("中华人民共和国食品安全法（2021修正）", "2021", None)
    assert found.entry is not None
    assert found.entry.file.endswith("食品安全法(2021-04-29).md")
    older = law_texts.matching("中华人民共和国食品安全法（2015修订）", "2015", None)
    assert (older.entry, older.reason) == (None, "other_wordings")


def _in_digits(text):
    from enforcement_rules.statutes.text import strict_number

    return re.sub(
        r"^第([一二三四五六七八九十百千零]+)条", lambda found: f"第{strict_number(found[1])}条", text, flags=re.M
    )


SETTINGS = {
    "digits": _in_digits,
    "full-width spaces": lambda text: re.sub(r"^(第[^ ]{1,9}条) ", "\u3000\u3000\\1\u3000", text, flags=re.M),
    "no space behind the number": lambda text: re.sub(r"^(第[^ ]{1,9}条) ", r"\1", text, flags=re.M),
    "bold numbers": lambda text: re.sub(r"^(第[^ ]{1,9}条) ", r"**\1** ", text, flags=re.M),
    "no blank lines": lambda text: re.sub(r"\n\n+", "\n", text),
    "no marks of headings": lambda text: re.sub(r"^##+ *", "", text, flags=re.M),
    "other brackets": lambda text: re.sub(r"^[（(]([一二三四五六七八九十]+)[)）]", r"( \1 )", text, flags=re.M),
    "indented": lambda text: re.sub(r"^(?=\S)", "    ", text, flags=re.M),
    "windows": lambda text: text.replace("\n", "\r\n"),
    "lines broken within sentences": lambda text: re.sub(r"，(?=[^\n]{20})", "，\n", text),
}


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)
def test_the_articles_are_the_same_however_a_text_is_set(wordings, setting):
    """Every fourth text; those whose copies stop within a sentence are set apart by `TOLD`."""
    for entry, wording in list(wordings.items())[::4]:
        if entry.file.rpartition("/")[2] in TOLD:
            continue
        with open(entry.file, encoding="utf-8") as stream:
            other = split_statute(setting(stream.read()), entry.file)
        assert [each.name for each in other.articles] == [each.name for each in wording.articles], entry.file
        wrong = [a.name for a, b in zip(wording.articles, other.articles, strict=True) if a.sha256 != b.sha256]
        assert wrong == [], entry.file
