"""Sentences for the codes of a verdict, in Chinese and English; both tables have the same keys."""

from __future__ import annotations

from typing import Any, Literal

from enforcement_rules.explanation.wording.amounts_en import WORDS as ENGLISH_AMOUNTS
from enforcement_rules.explanation.wording.amounts_zh import WORDS as CHINESE_AMOUNTS
from enforcement_rules.explanation.wording.appraisal_en import WORDS as ENGLISH_APPRAISAL
from enforcement_rules.explanation.wording.appraisal_zh import WORDS as CHINESE_APPRAISAL
from enforcement_rules.explanation.wording.catalogue_en import WORDS as ENGLISH_CATALOGUE
from enforcement_rules.explanation.wording.catalogue_zh import WORDS as CHINESE_CATALOGUE
from enforcement_rules.explanation.wording.deadlines_en import WORDS as ENGLISH_DEADLINES
from enforcement_rules.explanation.wording.deadlines_zh import WORDS as CHINESE_DEADLINES
from enforcement_rules.explanation.wording.en import WORDS as ENGLISH
from enforcement_rules.explanation.wording.evidence_en import WORDS as ENGLISH_EVIDENCE
from enforcement_rules.explanation.wording.evidence_zh import WORDS as CHINESE_EVIDENCE
from enforcement_rules.explanation.wording.proceeding_en import WORDS as ENGLISH_PROCEEDING
from enforcement_rules.explanation.wording.proceeding_zh import WORDS as CHINESE_PROCEEDING
from enforcement_rules.explanation.wording.zh import WORDS as CHINESE

Language = Literal["zh", "en"]
TABLES: dict[Language, dict[str, str]] = {
    "zh": CHINESE
    | CHINESE_CATALOGUE
    | CHINESE_AMOUNTS
    | CHINESE_APPRAISAL
    | CHINESE_DEADLINES
    | CHINESE_EVIDENCE
    | CHINESE_PROCEEDING,
    "en": ENGLISH
    | ENGLISH_CATALOGUE
    | ENGLISH_AMOUNTS
    | ENGLISH_APPRAISAL
    | ENGLISH_DEADLINES
    | ENGLISH_EVIDENCE
    | ENGLISH_PROCEEDING,
}


class Words:
    """The words of one language."""

    def __init__(self, lang: Language) -> None:
        """Choose the language."""
        self.lang: Language = lang
        self.table = TABLES[lang]

    def say(self, code: str, /, **args: Any) -> str:
        """Return the sentence of a code with its arguments; an unknown code is a mistake of the library."""
        text = self.table[code]
        for name, value in args.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def pick(self, chinese: str | None, english: str | None) -> str:
        """Return the text that data carries in both languages."""
        return (chinese if self.lang == "zh" else english) or ""

    def join(self, parts: list[str]) -> str:
        """Return parts as an enumeration."""
        return ("、" if self.lang == "zh" else ", ").join(parts)
