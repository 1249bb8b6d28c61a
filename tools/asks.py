"""Measure what is asked: of every file of the library, of files with a defect, of an interview; print it or write it.

    python tools/asks.py [--write]

Writes into docs/asks.md and its Chinese twin. A minute of computing.
"""

from __future__ import annotations

import argparse
import copy
import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from msgspec import Struct

from enforcement_rules import Verdict, load_rulesets, review
from enforcement_rules.library import read_library
from enforcement_rules.loading.reading import read_document
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.testing.twins import Twin, clean_twin, provisions_of
from enforcement_rules.writing import Asked, Interview

ROOT = Path(__file__).resolve().parents[1]
PAGES, CASES = (ROOT / "docs" / "asks.md", ROOT / "docs" / "asks.zh-CN.md"), ROOT / "cases"
START, END = "<!-- made by `python tools/asks.py --write` -->\n", "<!-- end -->\n"
FIRST = 3
INTERVIEWS = 10
"""How many are counted: of provisions that are read whole: one of each instrument, then others."""
MOST_ANSWERS = 120
_STATED = ("schema", "number", "record", "procedure", "organ", "parties", "violations", "proposed")
_OF_VIOLATION = ("id", "parties", "cause", "penalised_by", "began", "ended", "discovered")
_STEPS = ("decision",)
"""What everybody states, and the one step that says when it was decided."""


class Counted(Struct):
    """What came of one interview: how many questions were answered, how many nobody knew, the outcome."""

    provision: str
    answered: int
    skipped: int
    outcome: str


def reviewed(rulesets: Rulesets) -> Iterator[tuple[str, Verdict]]:
    """Yield the verdict on every file of the library."""
    for each in read_library(CASES, rulesets):
        yield each.name, review(each.case, rulesets, each.on)


def defects() -> Iterator[tuple[str, str, str, str]]:
    """Yield code, file, where the defect shows, and the rule or code that shows it, for every published defect."""
    told: Any = read_document(CASES / "defects.yaml").data
    for entry in told["defects"]:
        ((where, what),) = entry["shows"].items()
        yield from ((entry["code"], file, where, what) for file in entry["published"])


def place(verdict: Verdict, where: str, what: str) -> str:
    """Return where a defect shows: `found`, the rank of the group that asks for it, `untold`, `not open`.

    `untold`: the file, an excerpt, says nothing of it; `not open`: no duty or ground of the law that is loaded waits.
    """
    if _found(verdict, where, what):
        return "found"
    asks = verdict.asks_by_effect
    waiting = [ask for ask in asks if any(what in fact.rules for fact in ask.facts)]
    if waiting and waiting[0].group != "whole_file":
        return str(waiting[0].rank)
    if any(each.ref.rule == what and each.kept is not None and each.applies for each in verdict.findings):
        # It is judged, save for the day that says which law governs.
        return str(next(ask.rank for ask in asks if any(fact.effect == "version" for fact in ask.facts)))
    return "untold" if waiting else "not open"


def _found(verdict: Verdict, where: str, what: str) -> bool:
    if where == "finding":
        return any(f.ref.rule == what and f.status in ("breached", "apparent") for f in verdict.findings)
    if where == "question":
        return any(each.ref.rule == what for each in verdict.questions)
    if where == "proposal":
        return any(code == what for r in verdict.results if r.proposal for code, _ in r.proposal.findings)
    return any(g.ref.rule == what and g.status == "yes" for r in verdict.results for g in r.treatment.grounds)


def interviews(rulesets: Rulesets) -> Iterator[Counted]:
    """Yield ten interviews, each answered from the clean twin of a provision."""
    by_name = {version.rule_id(provision.name): (version, provision) for version, provision in provisions_of(rulesets)}
    whole = [name for name, (_, each) in sorted(by_name.items()) if each.whole]
    by_instrument = {name.partition("/")[0]: name for name in reversed(whole)}
    ordered = dict.fromkeys([*by_instrument.values(), *whole])
    twins = ((name, clean_twin(rulesets, *by_name[name])) for name in ordered)
    made = (interviewed(name, twin, rulesets) for name, twin in twins if twin is not None)
    yield from islice(made, INTERVIEWS)


def start_of(twin: Twin) -> dict[str, Any]:
    """Return what everybody states of a twin: party, cause, provision, proposal, the day of the decision."""
    data = copy.deepcopy(twin.data)
    data["violations"] = [{key: each[key] for key in _OF_VIOLATION if key in each} for each in data["violations"]]
    data["proposed"] = [
        {key: each[key] for key in ("violation", "party", "treatment", "penalties") if key in each}
        for each in data["proposed"]
    ]
    data["organ"] = {key: data["organ"][key] for key in ("field", "place", "rank", "capacity") if key in data["organ"]}
    steps = [{"step": each["step"], "on": each["on"]} for each in data["steps"] if each["step"] in _STEPS]
    return {key: data[key] for key in _STATED if key in data} | {"steps": steps}


def interviewed(name: str, twin: Twin, rulesets: Rulesets) -> Counted:
    """Answer an interview from a twin until its verdict is settled."""
    under_way = Interview(json.dumps(start_of(twin), ensure_ascii=False), "case.json", rulesets)
    for _ in range(MOST_ANSWERS):
        if not (questions := under_way.open):
            break
        typed = _answer(questions[0], twin, under_way)
        if typed is None or under_way.answer(questions[0], typed):
            under_way.skip(questions[0])
    return Counted(name, len(under_way.answered), len(under_way.skipped), under_way.verdict.outcome)


def _answer(asked: Asked, twin: Twin, under_way: Interview) -> str | None:
    """Return what the twin says to a question as somebody would type it; `None` where it says nothing."""
    fact = asked.fact
    if fact.fact.startswith("@"):
        return "no" if _lacks(fact.path, twin, under_way) else "yes"
    if fact.path == "evidence[].kind":
        return str(twin.data["evidence"][0]["kind"])
    if fact.path == "steps[].step":
        return ",".join(
            each["step"] for each in twin.data["steps"] if each["step"] in {id_ for id_, _, _ in asked.values}
        )
    if asked.together and not all(twin.facts[each.fact] is True for each in (fact, *asked.also)):
        return "no"
    scope, _, name = fact.fact.partition(".")
    if name == "done":
        steps = [each for each in twin.data["steps"] if each["step"] == scope]
        return str(steps[-1].get("on") or "yes") if steps else "no"
    value = _value(fact.path, fact.fact, twin, under_way)
    known = twin.rulesets.vocabulary.fact(fact.fact)
    if known is None or known.type.show(value) is None:
        return None
    shown = known.type.show(value)
    return {True: "yes", False: "no"}.get(shown) if isinstance(shown, bool) else _typed(shown)


def _lacks(path: str, twin: Twin, under_way: Interview) -> bool:
    """Say whether the file lacks evidence, or acts on the spot, that the twin lists."""
    if path not in ("acts", "evidence"):
        return False
    steps = {each["step"] for each in json.loads(under_way.text)["steps"]}
    acts = {each["step"] for each in twin.data["steps"]} & twin.rulesets.vocabulary.acts
    return not acts <= steps if path == "acts" else not json.loads(under_way.text).get("evidence")


def _typed(shown: Any) -> str:
    if isinstance(shown, dict):
        shown = shown.get("known", [])
    return ",".join(map(str, shown)) or "no" if isinstance(shown, list) else str(shown)


def _value(path: str, id_: str, twin: Twin, under_way: Interview) -> Any:
    """Return a fact of the twin; of an act that of the twin's act of the same kind, of evidence that of the first."""
    first, _, rest = path.partition(".")
    if first == "steps" and rest.partition(".")[0].isdigit():
        kind = json.loads(under_way.text)["steps"][int(rest.partition(".")[0])]["step"]
        for act in twin.facts["@acts"]:
            if act["act.kind"] == kind:
                return act[id_]
    return twin.facts["@evidence"][0][id_] if first == "evidence" else twin.facts[id_]


def lines(rulesets: Rulesets) -> Iterator[str]:
    """Yield the lines of the page that are made."""
    verdicts = dict(reviewed(rulesets))
    groups = sorted(len(verdict.asks) for verdict in verdicts.values())
    facts = sorted(sum(len(ask.facts) for ask in verdict.asks) for verdict in verdicts.values())
    yield "| | |"
    yield "|---|---|"
    yield f"| files of the library 案例库中的案件 | {len(groups)} |"
    words = "groups of questions, median (least–most) 问题组数，中位数（最少–最多）"
    yield f"| {words} | {median(groups):g} ({groups[0]}–{groups[-1]}) |"
    yield f"| facts asked for, median (least–most) 所问事实数 | {median(facts):g} ({facts[0]}–{facts[-1]}) |"
    places = [place(verdicts[file], where, what) for _, file, where, what in defects()]
    asked = [int(each) for each in places if each.isdigit()]
    yield f"| defects that a body found, in these files 其中有权机关认定的缺陷 | {len(places)} |"
    yield f"| … that the verdict finds ……审查结论已发现 | {places.count('found')} |"
    first = sum(n <= FIRST for n in asked)
    words = "… whose question stands among the first three / is asked at all ……其问题在前三组／被问及"
    yield f"| {words} | {first} / {len(asked)} |"
    words = "… of which the file says nothing, so that only the whole file can show them ……案卷摘录未载，只有整卷能显示"
    yield f"| {words} | {places.count('untold')} |"
    yield f"| … on which no loaded law waits for anything ……已载入的法律无待查事项 | {places.count('not open')} |"
    yield ""
    yield "| provision 条款 | answers until settled 答到定论 | not known 不知道 | outcome 结论 |"
    yield "|---|---|---|---|"
    counted = list(interviews(rulesets))
    yield from (f"| `{each.provision}` | {each.answered} | {each.skipped} | `{each.outcome}` |" for each in counted)
    yield f"| median 中位数 | {median(each.answered for each in counted):g} | | |"


def page_with(text: str, made: str) -> str:
    """Return the page with what is made of it in its place."""
    head, _, rest = text.partition(START)
    return head + START + made + END + rest.partition(END)[2]


def main() -> int:
    """Measure, print or write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the page")
    arguments = parser.parse_args()
    made = "\n".join(lines(load_rulesets())) + "\n"
    if arguments.write:
        for page in PAGES:
            page.write_text(page_with(page.read_text(encoding="utf-8"), made), encoding="utf-8")
    else:
        print(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
