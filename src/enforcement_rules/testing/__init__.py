"""Hypothesis strategies for facts, conditions, cases and rulesets: for users' tests as much as for the project's."""
