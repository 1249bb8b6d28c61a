"""The law as data: conditions, circumstances, requirements, provisions, lists, benchmarks, instruments."""
