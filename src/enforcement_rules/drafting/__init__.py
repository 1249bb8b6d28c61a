"""Drafts of rulesets from a statute's text: what both readers of penalty clauses read alike becomes provisions.

In comes one wording of a statute; out comes a folder of rule files (`Draft`), every provision with `status: draft`, so
that it loads and is never applied. What a machine cannot supply (names in own words, causes, readings, the organ's
field) is a blank that says so, and the text stands beside as a comment: such files are for whoever goes on with them,
not for publication. What the readers refuse is a gap with their reason; nothing is repaired or guessed.
"""

from __future__ import annotations

from enforcement_rules.drafting.folder import Draft, draft_of

__all__ = ["Draft", "draft_of"]
