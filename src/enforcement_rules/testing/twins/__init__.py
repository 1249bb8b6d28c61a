"""Proof by twins: a clean case for any penalty provision, and a closed list of changes that make it unlawful.

In: rulesets and a provision. Out: a case that is completed with lawful answers until its verdict is settled, how many
answers that took, and from it unlawful cases, each by one change that a line of law names. Nothing here knows a law.
"""

from __future__ import annotations

from enforcement_rules.testing.twins.builder import Given, Twin, clean_twin

__all__ = ["Given", "Twin", "clean_twin"]
