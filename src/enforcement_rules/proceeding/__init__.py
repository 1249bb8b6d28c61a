"""A case as it proceeds: step by step, with what each step changes."""
