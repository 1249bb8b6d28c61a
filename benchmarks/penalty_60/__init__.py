"""The penalty-60 workload: a made-up but realistic record of 54 fields and 60 rules. A measuring stick, no law."""
