"""Case files become a `Case`: facts where the model keeps them, everything in it holding together.

In comes a file, a mapping of the same shape or a part of a document, and the rulesets whose vocabulary it speaks. Out
comes a frozen `Case` that knows its places, or one error that names everything wrong.

Law does not depend on cases, cases speak of law: the room `rulesets` below is used for its vocabulary, its titles and
the elements it names. The order of the work stands in `case`: the room `naming` puts a file that speaks Chinese into
English names, `preparation` moves the facts of each part (`statements`) to where the model keeps them, `citations` puts
names to cited titles, the model validates, `coherence` and `element_checks` hold what remains.
"""

from __future__ import annotations

from enforcement_rules.loading.cases.case import check_by_hand, load_case

__all__ = [
    "check_by_hand",
    "load_case",
]
