"""What a case file calls things: the English names and their Chinese keys, by the place where they stand.

In come the model of the case, the vocabulary and the titles of the law. Out comes one tree, `case_names`: for each
place of a case file the keys that can stand there and the values that can be chosen, each with its Chinese key.
Whatever reads, writes or shows a name in Chinese asks it.

`part_facts` says which facts a part may state, `names` is the tree, `tables` builds it, `translation` puts data and
`paths` paths into either language, `canonical` turns a document into English names, `speech` words what is wrong with
it as it was written.
"""

from __future__ import annotations

from enforcement_rules.loading.naming.canonical import canonical, speaks_chinese
from enforcement_rules.loading.naming.names import NOTHING, Names
from enforcement_rules.loading.naming.part_facts import PartFacts, base_facts, may_be_stated, part_facts
from enforcement_rules.loading.naming.paths import english_path, zh_path
from enforcement_rules.loading.naming.tables import case_names
from enforcement_rules.loading.naming.translation import Lang, data_in, key_in, value_in

__all__ = [
    "NOTHING",
    "Lang",
    "Names",
    "PartFacts",
    "base_facts",
    "canonical",
    "case_names",
    "data_in",
    "english_path",
    "key_in",
    "may_be_stated",
    "part_facts",
    "speaks_chinese",
    "value_in",
    "zh_path",
]
