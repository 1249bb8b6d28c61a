"""The words of one language."""

from __future__ import annotations

from typing import Any, Literal

from enforcement_rules.explanation.wording.en import TABLE as ENGLISH
from enforcement_rules.explanation.wording.zh import TABLE as CHINESE
from enforcement_rules.values.languages import in_english
from enforcement_rules.values.visible import filled

Language = Literal["zh", "en"]
TABLES: dict[Language, dict[str, str]] = {"zh": CHINESE, "en": ENGLISH}


class Words:
    """The words of one language."""

    def __init__(self, lang: Language) -> None:
        """Choose the language."""
        self.lang: Language = lang
        self.table = TABLES[lang]

    def say(self, code: str, /, **args: Any) -> str:
        """Return the sentence of a code with its arguments; an unknown code is a mistake of the library."""
        return filled(self.table[code], args) if args else self.table[code]

    def pick(self, chinese: str | None, english: str | None) -> str:
        """Return the text that data carries in both languages; one that is in Chinese alone is marked in English."""
        return (chinese or "") if self.lang == "zh" else in_english(chinese or "", english or "")

    def quoted(self, text: str) -> str:
        """Return what a file calls something, in quotation marks."""
        return self.say("quoted", text=text)

    def join(self, parts: list[str]) -> str:
        """Return parts as an enumeration."""
        return ("、" if self.lang == "zh" else ", ").join(parts)
