"""Wording: sentences for the codes of verdicts, in Chinese and English; both tables have the same keys.

In: a code with its arguments, a language. Out: the sentence. Nothing here knows a verdict or how a value is written;
what is put into a sentence takes its form in `forms`.
"""

from __future__ import annotations

from enforcement_rules.explanation.wording.words import Language, Words

__all__ = ["Language", "Words"]
