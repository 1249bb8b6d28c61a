"""Try every twin of every loaded penalty provision; print what came of it, or write it into docs/twins.md.

    python tools/twins.py [--write]

Two to three minutes of computing. Exit code: 0, or 1 where a clean twin of a provision that was read whole may not be
decided, or an unlawful one may; each is named.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from enforcement_rules import load_rulesets
from enforcement_rules.testing.twins import CHANGES, Tally, tally

PAGE = Path(__file__).resolve().parents[1] / "docs" / "twins.md"
START, END = "<!-- made by `python tools/twins.py --write` -->\n", "<!-- end -->\n"
COLUMNS = {
    "`must_not_decide`": "must_not_decide",
    "`undetermined`": "undetermined",
    "refused": "refused",
    "did not take": "no_trial",
}
FORMS = {False: "plain", True: "full"}


def table(made: Tally) -> Iterator[str]:
    """Yield the lines of the page that are made: the provisions, then every change."""
    whole = [id_ for id_, is_whole in made.provisions.items() if is_whole]
    yield "| | plain | full |"
    yield "|---|---|---|"
    yield _both("penalty provisions loaded 已载入的罚则条款", len(made.provisions))
    yield _both("read whole 已通读全文的", len(whole))
    yield _both("whose time has no law of the procedure loaded 其时程序法未载入的", len(made.without_law))
    for words, ids in (("of whole provisions", set(whole)), ("of the others", set(made.provisions) - set(whole))):
        both = " | ".join(_clean(made, ids, full) for full in FORMS)
        yield f"| clean twins {words}: `may_decide` / made 合法孪生 | {both} |"
    answers = sorted(made.answers)
    if answers:
        text = f"{median(answers):g} ({answers[0]}–{answers[-1]})"
        yield _both("answers until settled, median (least–most) 答到定论需陈述的事项数", text)
    yield ""
    yield f"| change 改动 | why it is unlawful 何以违法 | tried | {' | '.join(COLUMNS)} | wrong |"
    yield "|---|---|---|" + "---|" * len(COLUMNS) + "---|"
    for name, change in CHANGES.items():
        yield _row(name, f"{change.zh} · {change.en}", made.outcomes[name], _wrong(made, name))
    total = sum(made.outcomes.values(), Counter())
    yield _row("all", "", total, len(made.wrong))
    yield ""
    unbroken = ", ".join(f"`{rule}`" for rule in sorted(made.unbroken)) or "none"
    yield f"Void or fatal duties that some clean twin kept and no change of it broke: {unbroken}."


def _both(words: str, number: object) -> str:
    return f"| {words} | {number} | {number} |"


def _clean(made: Tally, ids: set[str], full: bool) -> str:
    outcomes = [outcome for (id_, form), outcome in made.clean.items() if form is full and id_ in ids]
    return f"{outcomes.count('may_decide')} / {len(outcomes)}"


def _wrong(made: Tally, name: str) -> int:
    return sum(trial.unlawful.change == name for _, trial in made.wrong)


def _row(name: str, says: str, outcomes: Counter[str], wrong: int) -> str:
    may = outcomes["may_decide"] - wrong
    counts = [
        sum(outcomes.values()),
        *(outcomes[each] for each in ("must_not_decide", "undetermined", "refused", "no_trial")),
    ]
    shown = " | ".join(map(str, counts))
    found = f" ({may} found, not barring)" if may else ""
    return f"| `{name}` | {says}{found} | {shown} | {wrong} |"


def faults(made: Tally) -> Iterator[str]:
    """Yield every twin with the wrong verdict."""
    for (id_, full), outcome in made.clean.items():
        if made.provisions[id_] and outcome != "may_decide":
            yield f"{id_} ({FORMS[full]}): the clean twin is {outcome}"
    for id_, trial in made.wrong:
        yield f"{id_}: {trial.unlawful.change}: {trial.unlawful.detail}: {trial.outcome}"


def page_with(text: str, made: Tally) -> str:
    """Return the page with what is made of it in its place."""
    head, _, rest = text.partition(START)
    return head + START + "\n".join(table(made)) + "\n" + END + rest.partition(END)[2]


def main() -> int:
    """Try all twins, print or write, name what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the page")
    arguments = parser.parse_args()
    made = tally(load_rulesets())
    if arguments.write:
        PAGE.write_text(page_with(PAGE.read_text(encoding="utf-8"), made), encoding="utf-8")
    else:
        print("\n".join(table(made)))
    wrong = list(faults(made))
    print("\n".join(wrong), file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
