"""What a case file calls things: the English names and their Chinese keys, by the place where they stand.

In come the model of the case, the vocabulary and the titles of the law. Out comes one tree, `case_names`: for each
place of a case file the keys that can stand there and the values that can be chosen, each with its Chinese key.
Whatever reads, writes or shows a name in Chinese asks it.

`part_facts` says which facts a part may state, `names` is the tree, `tables` builds it, `paths` puts paths into Chinese
and back, `canonical` turns a document into English names, `speech` words what is wrong with it as it was written.
"""

from __future__ import annotations

from enforcement_rules.loading.naming.canonical import canonical
from enforcement_rules.loading.naming.names import Names
from enforcement_rules.loading.naming.part_facts import PartFacts, base_facts, may_be_stated, part_facts
from enforcement_rules.loading.naming.paths import english_path, zh_path
from enforcement_rules.loading.naming.tables import LISTS, case_names

__all__ = [
    "LISTS",
    "Names",
    "PartFacts",
    "base_facts",
    "canonical",
    "case_names",
    "english_path",
    "may_be_stated",
    "part_facts",
    "zh_path",
]
