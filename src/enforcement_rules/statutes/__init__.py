"""Statutes as they were published: their texts, which articles threaten penalties, and what a clause says.

A floor of its own beside `model` and `rules`: it knows neither cases nor rulesets. Files are read by `loading`.
"""
