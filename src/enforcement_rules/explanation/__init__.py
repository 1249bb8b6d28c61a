"""Verdicts, appraisals, time limits and catalogues in words, Chinese and English. All views derive from one outline.

The rooms, from the ground up: `wording` (sentences for every code), `forms` (values, citations and lines as a reader
expects them), then one room for each thing that is shown: `verdict`, `appraisal`, `deadlines`; `catalogue` is a
single page.
"""
