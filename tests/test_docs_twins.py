"""Every page for users stands in both languages, and both say the same as far as a test can tell.

Same headings, tables, blocks and commands, the same names and numbers. Pages for developers are in English alone; which
those are is said here, so that a new page is one or the other.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

import pytest

_spec = importlib.util.spec_from_file_location("documents", Path("tools/documents.py"))
_documents = sys.modules["documents"] = importlib.util.module_from_spec(_spec)  # dataclasses look for their module
_spec.loader.exec_module(_documents)
from documents import ROOT, Block, blocks_of, read_commands  # noqa: E402

from enforcement_rules import load_case, load_rulesets, review  # noqa: E402
from enforcement_rules.loading.naming import case_names  # noqa: E402

FOR_USERS = (
    "README",
    "docs/tutorial",
    "docs/case-format",
    "docs/case-library",
    "docs/ruleset-format",
    "docs/output",
    "docs/deadlines",
    "docs/calendar",
    "docs/appraisal",
    "docs/evidence",
    "docs/proceeding",
    "docs/integration",
    "docs/python",
    "docs/verdict-json",
    "docs/asks",
    "docs/statute-texts",
    "docs/proof",
    "docs/coverage",
)
WITH_CHINESE_KEYS = {"docs/tutorial"}
"""Pages whose Chinese twin writes its case in Chinese."""
BOTH_LANGUAGES_IN_ONE = {"docs/glossary.md", "docs/coverage_of_procedure.md", "docs/coverage_of_penalties.md"}
FOR_DEVELOPERS = {
    "docs/architecture.md",
    "docs/cache.md",
    "docs/clauses.md",
    "docs/readers.md",
    "docs/evaluators.md",
    "docs/performance.md",
    "docs/twins.md",
}
CHINESE = re.compile(r"[\u3400-\u9fff]")
LINK = re.compile(r"\]\((?P<to>[^)#\s]+)")


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def prose(page: str) -> str:
    """Return a page without its blocks and comments."""
    without = re.sub(r"^ *(```|~~~).*?^ *\1", "", text_of(page), flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"<!--.*?-->", "", without, flags=re.DOTALL)


def headings(page: str) -> list[int]:
    return [len(each) for each in re.findall(r"^(#+) ", prose(page), flags=re.MULTILINE)]


def tables(page: str) -> list[int]:
    """Return the number of cells of every row of every table; a bar inside a name is none."""
    rows = re.findall(r"^\|.*\|$", prose(page), flags=re.MULTILINE)
    return [len(re.findall(r"(?<!\\)\|", re.sub(r"`[^`]*`", "", row))) for row in rows]


def names(page: str) -> set[str]:
    """Return what stands between backticks, where it holds no Chinese: keys, values, commands, files."""
    spans = [" ".join(each.split()) for each in re.findall(r"`([^`]+)`", prose(page))]
    told = {each.replace(" --lang en", "").replace(".zh-CN.md", ".md") for each in spans if not CHINESE.search(each)}
    return {each for each in told if each not in ("--lang en", "--lang zh")}


def numbers(page: str) -> set[str]:
    """Return the numbers of three digits and more outside code, without what separates thousands."""
    text = re.sub(r"`[^`\n]+`|\]\([^)]*\)", "", prose(page))
    text = re.sub(r"(\d+(?:\.\d+)?) ?万", lambda match: f"{float(match[1]) * 10_000:.0f}", text)
    joined = re.sub(r"(?<=\d)[ \u00a0\u202f,](?=\d{3}(?!\d))", "", text)
    return set(re.findall(r"\d{3,}", joined))


def code(page: str) -> list[tuple[str, str]]:
    """Return the blocks without comments and outputs; of YAML that may be written with Chinese keys, that it is there."""
    found = []
    for block in blocks_of(page):
        if block.language == "console":
            shown = "\n".join(re.sub(r" --lang (zh|en)\b", "", command) for command, _ in read_commands(block))
            shown = re.sub(r"(--(?:field|procedure|cause)) \S+", r"\1", shown)  # named in either language
            if page.partition(".")[0] in WITH_CHINESE_KEYS:  # what is chosen is named in Chinese there, too
                shown = "\n".join(" ".join(line.split()[:2]) for line in shown.splitlines())
        elif block.language == "text" or block.mark in ("file", "append", "below") or written_in_chinese(page, block):
            shown = block.mark
        else:
            plain = re.sub(r" --lang (zh|en)\b", "", block.code) if block.language == "bash" else block.code
            lines = [re.sub(r"(^|\s+)#.*$", "", line) for line in plain.splitlines()]
            shown = "\n".join(line for line in lines if line.strip())
        found.append((block.language, CHINESE.sub("", shown) if block.language != "python" else shown))
    return found


def written_in_chinese(page: str, block: Block) -> bool:
    """Say whether a block of YAML is one that the Chinese page has with Chinese keys."""
    return block.language == "yaml" and page.partition(".")[0] in WITH_CHINESE_KEYS


def words_of_cases() -> set[str]:
    """Return the English words of case files that have a Chinese one."""
    waiting, found = [case_names(load_rulesets())], set()
    while waiting:
        here = waiting.pop()
        found |= {*here.keys, *here.values}
        waiting += [*here.inside.values(), *here.kinds.values()]
    return found


@pytest.mark.parametrize("page", WITH_CHINESE_KEYS)
def test_names_that_the_chinese_page_has_in_chinese(page):
    assert names(f"{page}.md") - names(f"{page}.zh-CN.md") <= words_of_cases()
    assert names(f"{page}.zh-CN.md") <= names(f"{page}.md")


@pytest.mark.parametrize("page", FOR_USERS)
@pytest.mark.parametrize("what", [headings, tables, names, numbers, code])
def test_both_languages_say_the_same(page, what):
    if what is names and page in WITH_CHINESE_KEYS:
        return
    assert what(f"{page}.zh-CN.md") == what(f"{page}.md")


@pytest.mark.parametrize("page", FOR_USERS)
def test_each_names_the_other(page):
    name = Path(page).name
    assert f"({name}.zh-CN.md)" in text_of(f"{page}.md")
    assert f"({name}.md)" in text_of(f"{page}.zh-CN.md")


@pytest.mark.parametrize("page", FOR_USERS)
def test_chinese_pages_lead_to_chinese_pages(page):
    """Whoever reads Chinese is never sent to an English page that stands in Chinese, too, but to that of this page."""
    here = f"{page}.zh-CN.md"
    targets = {(ROOT / here).parent / match["to"] for match in LINK.finditer(prose(here)) if ":" not in match["to"]}
    found = {target.resolve().relative_to(ROOT).as_posix() for target in targets}
    assert not [each for each in found if each.removesuffix(".md") in FOR_USERS and each != f"{page}.md"]


@pytest.mark.parametrize("name", ["example.yaml"])
def test_a_case_written_in_chinese_comes_to_the_same_as_in_english(name, tmp_path):
    law, found = load_rulesets(), []
    for page in ("docs/case-format.md", "docs/case-format.zh-CN.md"):
        (block,) = [each for each in blocks_of(page) if each.mark == "file" and each.reason == name]
        file = tmp_path / name
        file.write_text(block.code, "utf-8")
        found.append(review(load_case(file, law), law).to_dict()["receipt"]["trace_sha256"])
    assert found[0] == found[1]


def test_every_link_leads_somewhere():
    missing = []
    for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]:
        text = prose(page.relative_to(ROOT).as_posix())
        missing += [
            f"{page.name}: {match['to']}"
            for match in LINK.finditer(text)
            if ":" not in match["to"] and not (page.parent / match["to"]).exists()
        ]
    assert not missing


def test_every_page_is_for_somebody():
    """A new page is for users, and then stands in both languages, or for developers."""
    pages = {path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("docs/*.md"), *ROOT.glob("README*.md")]}
    users = {f"{page}{ending}" for page in FOR_USERS for ending in (".md", ".zh-CN.md")}
    assert pages == users | BOTH_LANGUAGES_IN_ONE | FOR_DEVELOPERS
