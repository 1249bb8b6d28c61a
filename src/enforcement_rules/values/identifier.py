"""The ids by which a case file calls its parties, steps and pieces of evidence."""

from __future__ import annotations

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
"""Ideographs and the round zero of dates, for a class of a regular expression; none that only looks like another."""
IDENTIFIER = rf"^[A-Za-z0-9_\-{HAN}]{{1,60}}$"
"""One to sixty letters, ideographs, digits, `_` and `-`."""
ZH_NAME = rf"^[A-Za-z0-9{HAN}]{{2,12}}$"
"""The Chinese key of a name: two to twelve ideographs, letters and digits."""
ZH_KEY = rf"^[A-Za-z0-9{HAN}]{{2,12}}(\.[A-Za-z0-9{HAN}]{{2,12}})*$"
"""The Chinese key of a fact, with dots where its name has them."""
