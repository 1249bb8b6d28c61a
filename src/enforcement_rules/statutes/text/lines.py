"""What a line of a statute's text is: a heading, the beginning of an article, items, a table's row, a note, or text.

Each line is looked at by itself; what depends on the lines before is settled in `splitting`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from enforcement_rules.values.visible import BEYOND_ASCII

_NUMERAL = r"[零〇○一二三四五六七八九十百千万两廿卅壹贰叁肆伍陆柒捌玖拾佰仟0-9０-９]"
_NUMBER = rf"{_NUMERAL}(?:[ \t\u3000]*{_NUMERAL})*"
_SPACE = " \t\u3000\xa0"
_UNSEEN = re.compile(f"[{BEYOND_ASCII}]")
_ENTITY = re.compile(r"&(?:nbsp|ensp|emsp);")
_MARKUP = re.compile(r"^(?:#{1,6}[ \t\u3000]*|>[ \t]*|[-*+][ \t]+|\*\*|__)+")
_ARTICLE = re.compile(
    rf"第[{_SPACE}]*(?P<number>{_NUMBER})[{_SPACE}]*条(?:[{_SPACE}]*之[{_SPACE}]*(?P<insert>{_NUMBER})(?![般切些]))?"
    rf"(?P<bold>\*\*|__)?(?P<rest>.*)",
    re.DOTALL,
)
_REFERENCE = re.compile(
    rf"(?:第[{_SPACE}]*{_NUMBER}[{_SPACE}]*[条款项目]|[、和及或至到与]{{1,2}}(?:者)?(?:本[法条例规定办]+)?第|以及第|规定的|所列|所称|的规定|之规定)"
)
_REFERENCE_CLOSE = re.compile(r"[，。；、,;]|的|规定|之|中规定")
_SEPARATOR = re.compile(rf"^[、：:.．][{_SPACE}]*(?!第)")
"""A mark between the number of an article and its text; 第五条、第六条 names two articles."""
_HEADING = re.compile(rf"第[{_SPACE}]*{_NUMBER}[{_SPACE}]*(?P<level>编|分编|章|节)(?P<title>[^。；，：:;,]{{0,60}})$")
_CLOSING = re.compile(rf"附[{_SPACE}]*则$")
_CONTENTS = re.compile(rf"目[{_SPACE}]*[录次][{_SPACE}]*$")
_CONTENTS_LINE = re.compile(r"(?:…{2,}|\.{4,}|·{3,}|\t)\s*[0-9０-９]*$")
_ITEM = re.compile(
    rf"[（(][{_SPACE}]*(?P<number>{_NUMBER})[{_SPACE}]*[）)](?:之(?P<insert>{_NUMBER})(?![般切些]))?"
    rf"(?!项|[至和、或][{_SPACE}]*[（(])[{_SPACE}]*"
)
_SUBITEM = re.compile(r"(?P<number>[0-9０-９]{1,2})[ \t\u3000]*[.．、)）][ \t\u3000]*(?![0-9０-９])")
_CIRCLED = {chr(0x2460 + n): f"{n + 1}." for n in range(20)}
_ENCLOSED = {chr(0x3220 + n): f"（{'一二三四五六七八九十'[n]}）" for n in range(10)} | {
    chr(0x2474 + n): f"（{n + 1}）" for n in range(20)
}
_ONE_FORM = str.maketrans({**_CIRCLED, **_ENCLOSED})
_NOTE = re.compile(
    r"(?:注|编者注|修订说明|修改说明|备注|来源|责任编辑)[：:]"
    r"|[（(〔【\[\uff3b].{0,20}\d{4}\s*年.{0,200}(?:修正|修订|修改|公布|通过|发布|施行|废止).{0,60}[）)〕】\]\uff3d]$"
)
_ANNEX = re.compile(
    rf"附[{_SPACE}]*(?:件|表|录|图)(?:[{_SPACE}]*[一二三四五六七八九十0-9]{{0,3}})?(?:[：:].*|[{_SPACE}].{{0,60}})?$|附[：:]"
)
_LONGEST_CONTENTS_LINE = 200
_DEPTH = {"编": 1, "分编": 2, "章": 3, "节": 4}
_ENDS = frozenset("。；：;:!?！？.…”’」』）)】]》")


class Start(NamedTuple):
    """What may be the beginning of an article: its number as written, whether a space follows, and the text."""

    number: str
    insert: str
    separated: bool
    refers: bool
    text: str


def plain(line: str) -> str:
    """Return a line without what cannot be seen, spaces at both ends and the marks of Markdown before an article."""
    seen = _ENTITY.sub(" ", _UNSEEN.sub("", line)).strip(f"{_SPACE}\r\n\v\f")
    return seen.translate(_ONE_FORM) if not seen.isascii() else seen


def bare(line: str) -> str:
    """Return a plain line without the marks of Markdown at its beginning."""
    return _MARKUP.sub("", line) if line[:1] in "#>-*+_" else line


def article_start(line: str) -> Start | None:
    """Return what may be the beginning of an article; `None` where the line cannot be one."""
    found = _ARTICLE.match(line) if line.startswith("第") else None
    if found is None:
        return None
    rest = _SEPARATOR.sub(" ", found["rest"], count=1)
    text = rest.strip(_SPACE)
    separated = not rest or rest[0] in f"{_SPACE}【" or bool(found["bold"])
    refers = bool(_REFERENCE.match(text)) or (not separated and bool(_REFERENCE_CLOSE.match(rest)))
    return Start(found["number"], found["insert"] or "", separated, refers, text)


def heading(line: str) -> tuple[int, str] | None:
    """Return depth and text of a heading of a part, chapter or section, or of the closing provisions."""
    marked = line.startswith("#")
    text = bare(line).strip("*_ ").strip(_SPACE)
    found = _HEADING.match(text)
    if found:
        return (_DEPTH[found["level"]], text) if marked or _titled(found["title"]) else None
    if _CLOSING.match(text):
        return _DEPTH["章"], text
    return (len(line) - len(line.lstrip("#")), text) if marked and text and not article_start(text) else None


def _titled(title: str) -> bool:
    """Say whether what follows 第…章 may be its title: no sentence goes on with 规定 or 的."""
    return not re.match(r"[的中]|规定", title)


def is_contents(line: str) -> bool:
    """Say whether a line is the heading of a list of contents."""
    return bool(_CONTENTS.match(bare(line).strip("*_ ")))


def is_contents_line(line: str) -> bool:
    """Say whether a line ends as those of a list of contents do."""
    return len(line) <= _LONGEST_CONTENTS_LINE and bool(_CONTENTS_LINE.search(line))


def is_note(line: str) -> bool:
    """Say whether a line tells of the text instead of being part of it."""
    return bool(_NOTE.match(line))


def is_annex(line: str) -> bool:
    """Say whether a line begins what is attached to a statute."""
    return bool(_ANNEX.match(bare(line)))


def item_start(line: str) -> re.Match[str] | None:
    """Return the beginning of an item: `number`, `insert`."""
    return _ITEM.match(line)


def subitem_start(line: str) -> re.Match[str] | None:
    """Return the beginning of a sub-item: `number`."""
    return _SUBITEM.match(line)


def item_marks(line: str) -> list[re.Match[str]]:
    """Return what may begin an item inside a line: a number in brackets behind a colon, a semicolon or a full stop."""
    return [found for found in _ITEM.finditer(line) if found.start() == 0 or ends_a_part(line, found.start())]


def ends_a_part(line: str, end: int, marks: str = "：:；;。") -> bool:
    """Say whether what stands before a place of a line, spaces aside, ends with one of some marks."""
    while end and line[end - 1] in _SPACE:
        end -= 1
    return end > 0 and line[end - 1] in marks


def finished(text: str) -> bool:
    """Say whether a text ends as sentences and parts of lists do."""
    return text[-1:] in _ENDS
