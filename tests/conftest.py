"""What tests keep of rulesets they have read is kept apart from what the user keeps, and thrown away afterwards."""

import atexit
import os
import shutil
import tempfile

if "PYTEST_XDIST_WORKER" not in os.environ:  # workers take what the first process made
    os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="enforcement_rules_tests_")
    atexit.register(shutil.rmtree, os.environ["XDG_CACHE_HOME"], ignore_errors=True)
