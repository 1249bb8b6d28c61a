"""`python -m enforcement_rules` is the command line."""

from enforcement_rules.cli import main

if __name__ == "__main__":
    main()
