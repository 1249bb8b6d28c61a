"""Write docs/coverage.md and its Chinese twin: how many penalty articles of each statute text the rulesets hold.

    python tools/coverage.py TEXTS [--write]

TEXTS is a folder of statute texts, one file a wording. Without `--write` the pages are held against what stands in
docs; the exit code is 1 where they differ.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from enforcement_rules import load_law_text, load_rulesets
from enforcement_rules.checking import WordingCoverage, law_coverage
from enforcement_rules.explanation.coverage import as_coverage_markdown
from enforcement_rules.explanation.wording import Language

DOCS = Path(__file__).resolve().parents[1] / "docs"
HEADS: dict[Language, str] = {
    "en": """# Coverage of the penalty law

[中文](coverage.zh-CN.md)

Made by `python tools/coverage.py TEXTS --write` from the supplied statute texts. The same table for a folder of
yours: `enforcement-rules coverage --law-text DIR --format md`; `--encoded` names what is missing, article by article.

A **penalty article** threatens a kind of penalty against an act, or refers to what does
([statute texts](statute-texts.md)). It is **encoded** where every paragraph that threatens has a provision read as a
whole (`whole: true`), **partly** where some have. A gap does not count as encoded, and neither does a draft.

""",
    "zh": """# 处罚条文的编码情况

[English](coverage.md)

由 `python tools/coverage.py TEXTS --write` 根据所提供的法律文本生成。用于其他文件夹：
`enforcement-rules coverage --law-text DIR --format md`；加 `--encoded` 逐条列出缺少的条文。

**处罚条文**是对某种行为规定处罚种类的条文，或者引致这种条文的条文
（见[法律文本](statute-texts.zh-CN.md)）。规定处罚的每一款都有整款读过的罚则
（`whole: true`）的，为**已编码**；只有一部分的，为**部分编码**。缺漏和草稿都不算已编码。

""",
}
PAGES: dict[Language, Path] = {"en": DOCS / "coverage.md", "zh": DOCS / "coverage.zh-CN.md"}


def pages(texts: Path) -> dict[Language, str]:
    """Return the page of each language."""
    found = law_coverage(load_rulesets(), load_law_text(texts))
    return {lang: _page(found, lang) for lang in PAGES}


def _page(found: tuple[WordingCoverage, ...], lang: Language) -> str:
    return HEADS[lang] + as_coverage_markdown(found, lang).rstrip() + "\n"


def main() -> int:
    """Write the pages, or say which differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    made = pages(given.texts)
    if given.write:
        for lang, page in made.items():
            PAGES[lang].write_text(page, encoding="utf-8")
        return 0
    old = [PAGES[lang].name for lang, page in made.items() if PAGES[lang].read_text(encoding="utf-8") != page]
    for name in old:
        print(f"docs/{name} is not what the rulesets hold: python tools/coverage.py TEXTS --write", file=sys.stderr)
    return int(bool(old))


if __name__ == "__main__":
    sys.exit(main())
