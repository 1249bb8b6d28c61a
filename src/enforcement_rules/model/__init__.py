"""The case: its parties, violations, people, steps, proposals, and the vocabulary of facts."""
