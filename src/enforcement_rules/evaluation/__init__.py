"""From a case and rulesets to a verdict: pure functions, no files, no clock, no words.

The rooms, from the ground up. Each imports only what rooms below it show in their `__init__`:

    facts           what a case says, and what follows from it where it is silent
    evaluators      conditions become functions: the reference
    proof           the same conditions walked as trees: why, and what is missing
    verdict         the records a verdict is made of
    layout          a case laid out as facts, once
    durable         the same conditions on a forward-chaining network
    plan            rulesets made ready to run
    applicability   which instruments concern a case, and in which version (法律适用)
    duties          procedural duties: kept, breached, open (程序)
    circumstances   what shall or may be spared, lighter, mitigated, heavier (情节)
    catalogue       the item of the catalogue a violation falls under (事项目录)
    range           what the statute threatens, and the tier of the benchmark (幅度与裁量基准)
    proposal        what is proposed, against all of these (拟处罚)
    evidence        what the evidence comes to, element by element (证据)
    engine          the course of a review, and its outcome
    appraisal       a whole file against a standard (案卷评查)
    views           time limits, and what a network derived
"""
