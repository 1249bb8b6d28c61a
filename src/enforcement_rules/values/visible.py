"""Text as a reader sees it: what would break a line, turn its direction or not show at all stands as its escape.

Texts of cases, of rulesets and names of files are written by anybody. No page, message or sheet may take a line break,
a control sequence or an invisible character from them: `page_of` makes every page, and JSON has escapes of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

# By number, not by what this Python knows of Unicode: rare Chinese characters newer than it are left as they are.
BEYOND_ASCII = (
    "\x7f-\x9f\xad"  # delete, the second set of controls with NEL, the soft hyphen
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # joiners and fillers that are letters by class
    "\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f"  # zero width, line and paragraph separators, direction
    "\ufe00-\ufe0f\ufeff\ufff0-\ufffb"  # variation selectors, byte order mark, annotations
    "\ud800-\udfff\ufffe\uffff"  # no characters: of file names that are not UTF-8
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"  # format controls, tags
)
"""Characters that cannot be seen, without the controls below the space, as the inside of a class of `re`."""
_HOLE = re.compile(r"\{(\w+)\}")
_UNSEEN = re.compile(f"[\x00-\x1f{BEYOND_ASCII}]")


def visible(text: str) -> str:
    r"""Return text on one line, with the escape of Python for every character that cannot be seen.

    Spaces of all widths stay, with the ideographic one; doing it twice changes nothing.

    >>> print(visible("某案\n结论  可以"))
    某案\n结论  可以
    >>> print(visible("\u202e甲\u3000乙\U000e0001"))
    \u202e甲　乙\U000e0001
    """
    if text.isascii() and text.isprintable():
        return text
    return _UNSEEN.sub(lambda found: escaped(found[0]), text)


def escaped(text: str) -> str:
    """Return text in ASCII alone, every other character as the escape of Python."""
    return text.encode("unicode_escape").decode("ascii")


def filled(sentence: str, args: Mapping[str, Any]) -> str:
    """Return a sentence with its holes filled in one pass: an argument that looks like a hole stays what it is.

    >>> filled("{says}（{by}）", {"says": "{by}", "by": "当事人"})
    '{by}（当事人）'
    """
    return _HOLE.sub(lambda hole: str(args[hole[1]]) if hole[1] in args else hole[0], sentence)


def page_of(lines: Iterable[str]) -> str:
    r"""Return lines as a page, each ended by a line feed: whatever text one holds, it stays one line.

    >>> page_of(["案件  甲\n结论  可以", "结论  不得"])
    '案件  甲\\n结论  可以\n结论  不得\n'
    """
    return "".join(f"{visible(line)}\n" for line in lines)
