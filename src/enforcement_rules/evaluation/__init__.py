"""From a case and rulesets to a verdict: pure functions, no files, no clock, no words."""
