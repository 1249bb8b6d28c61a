"""One rule on one case: why it holds or fails, the smallest sets of conditions in the way, what would change it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from enforcement_rules.evaluation.proof import Node, NodeWriter
from enforcement_rules.evaluation.verdict import Cited, RuleRef, Verdict
from enforcement_rules.explanation.forms import PAIR, Formatter
from enforcement_rules.explanation.verdict.quotes import Quotes
from enforcement_rules.explanation.wording import Language, Words
from enforcement_rules.values.citation import citation_covers, citation_parts
from enforcement_rules.values.titles import law_title
from enforcement_rules.values.truth import UNKNOWN
from enforcement_rules.values.visible import page_of

if TYPE_CHECKING:
    from enforcement_rules.statutes.text import LawText

MOST_SETS = 8
"""The smallest sets that are shown; more would help nobody."""
_MOST_TESTS = 6


class Subject(Struct, frozen=True):
    """A rule as a verdict answered it."""

    ref: RuleRef
    status: str
    node: Node
    pair: tuple[str | None, str | None]
    exceptions: tuple[tuple[str, str, str, str], ...] = ()


def subjects_of(verdict: Verdict) -> Iterator[Subject]:
    """Yield every duty and every ground of a verdict."""
    for finding in verdict.findings:
        pair = (finding.violation, finding.party)
        yield Subject(finding.ref, finding.status, finding.because(), pair, finding.exceptions)
    for result in verdict.results:
        for ground in result.treatment.grounds:
            yield Subject(ground.ref, ground.status, ground.because(), (result.violation, result.party))


def matching(verdict: Verdict, wanted: str) -> list[Subject]:
    """Return the rules that somebody means.

    Those whose id, name or article is the one wanted; else those of the article, perhaps of the law named before it;
    else those whose id holds the text; else those that say it, in Chinese or English.
    """
    subjects = list(subjects_of(verdict))
    exact = [s for s in subjects if wanted in (s.ref.rule, s.ref.rule.partition("/")[2], s.ref.article)]
    if exact:
        return exact
    if citation_parts(wanted):
        return _cited(verdict, subjects, wanted)
    word = wanted.strip().casefold()
    by_id = [s for s in subjects if word in s.ref.rule]
    return by_id or [s for s in subjects if word and (word in s.ref.says or word in s.ref.says_en.casefold())]


def _cited(verdict: Verdict, subjects: list[Subject], wanted: str) -> list[Subject]:
    """Return the rules of an article, of its law where one is named; where it has none, those it is a part of."""
    law, article = law_title(wanted[: wanted.index("第")]), wanted[wanted.index("第") :]
    of_law = [s for s in subjects if not law or law == law_title(_title(verdict, s.ref))]
    inside = [s for s in of_law if citation_covers(article, s.ref.article)]
    return inside or [s for s in of_law if citation_covers(s.ref.article, article)]


def _title(verdict: Verdict, ref: RuleRef) -> str:
    return verdict.titles.get(ref.instrument, ("", ""))[0]


def needed(node: Node, *, want: bool = True) -> list[tuple[Node, ...]]:
    """Return the smallest sets of tests that would have to turn out otherwise for a proof to come out as wanted."""
    if node.status is want:
        return [()]
    if node.kind == "not":
        return needed(node.children[0], want=not want)
    if node.kind in ("all", "any") and node.children:
        together = (node.kind == "all") is want
        options = [needed(child, want=want) for child in node.children]
        return _smallest(_product(options) if together else [each for option in options for each in option])
    if node.kind in ("every", "some") and (failing := [child for child in node.children if child.status is not want]):
        # Each element stands for itself; a list that may lack elements is needed as a whole.
        return [tuple(failing)] if (node.kind == "every") is want else [(child,) for child in failing]
    return [(node,)]


def _product(options: list[list[tuple[Node, ...]]]) -> list[tuple[Node, ...]]:
    made: list[tuple[Node, ...]] = [()]
    for option in options:
        made = _smallest([one + other for one in made for other in option])
    return made


def _smallest(sets: list[tuple[Node, ...]]) -> list[tuple[Node, ...]]:
    unique = {tuple(dict.fromkeys(each)): None for each in sets}
    return sorted((each for each in unique if len(each) <= _MOST_TESTS), key=len)[:MOST_SETS]


def explain_text(verdict: Verdict, subject: Subject, lang: Language, law_text: LawText | None = None) -> str:
    """Return the explanation of one rule as plain text; with the texts of statutes it quotes the rule's."""
    form = Formatter(verdict, Words(lang))
    words = form.words
    out = [
        f"{form.says(subject.ref)}    [{form.cite(subject.ref)}]",
        f"  {subject.ref.rule}  {subject.ref.place or ''}",
    ]
    if law_text is not None:
        quotes = Quotes(verdict, law_text, form)
        out += [f"  {line.text}    [{line.right}]" for line in quotes.of(Cited(subject.ref))]
        out += [f"  {name}{words.say('colon')}{said}" for name, said in quotes.foot()]
    if subject.pair[0]:
        out.append(f"  {PAIR} {form.pair(*subject.pair)}")
    out += [f"{words.say('explain.status')}{words.say('colon')}{_status(subject, words)}", "", words.say("explain.why")]
    for title, node in _parts(subject, form):
        out.append(f"  {title}" if title else "")
        out += [f"    {line}" for line in _tree(node, form)]
    out += _in_the_way(subject, form)
    return page_of(line for line in out if line != "")


def _status(subject: Subject, words: Words) -> str:
    names = {"yes": "explain.holds", "no": "explain.fails", "unknown": "explain.open"}
    return words.say(names.get(subject.status, f"status.{subject.status}"))


def _parts(subject: Subject, form: Formatter) -> Iterator[tuple[str, Node]]:
    words = form.words
    node = subject.node
    if node.kind == "requirement":
        yield words.say("explain.when"), node.children[0]
        yield words.say("explain.then"), node.children[1]
        for (_, says, says_en, _), child in zip(subject.exceptions, node.children[2:], strict=True):
            yield words.say("explain.unless", says=words.pick(says, says_en)), child
    elif node.kind == "circumstance":
        yield words.say("explain.when"), node.children[0]
        for child in node.children[1:]:
            yield words.say("explain.unless", says=""), child
    else:
        yield words.say("explain.when"), node


_MARKS = {True: "✓", False: "✗", None: "?"}


def _tree(node: Node, form: Formatter, depth: int = 0) -> Iterator[str]:
    indent = "  " * depth
    if node.kind == "source":
        yield f"{indent}· {form.name(node.fact or '')}  {form.value(node.fact or '', node.value)}{_where(node, form)}"
        return
    if node.kind == "item":
        yield f"{indent}· {form.item(node.value)}    [{form.item_place(node.value)}]"
        return
    yield f"{indent}{_MARKS[node.status]} {describe(node, form)}{_where(node, form)}"
    for child in node.children:
        yield from _tree(child, form, depth + 1)


def describe(node: Node, form: Formatter) -> str:
    """Return a node in words: the test with the value it met, or how its children are joined."""
    words = form.words
    if node.kind == "element":
        return form.element(node.element)
    if node.kind != "fact" or node.fact is None:
        name = words.table.get(f"collection.{node.fact}", node.fact or "")
        return words.say(f"node.{node.kind}", name=name) if f"node.{node.kind}" in words.table else node.kind
    test = _test(node, form)
    marks = [words.say("node.contested")] if node.contested else []
    marks += [words.say("node.assumed")] if node.assumed else []
    if node.value is UNKNOWN and not marks:
        return words.say("test.unstated", test=test)
    return words.say("test.met", test=test, value=words.join([form.value(node.fact, node.value), *marks]))


def _test(node: Node, form: Formatter) -> str:
    """Return what a test asks of its fact: of yes or no just which of the two, of degrees at least or at most which."""
    words, name = form.words, form.name(node.fact or "")
    if node.operator == "is" and isinstance(node.bound, bool):
        return words.say("test.yes" if node.bound else "test.no", name=name)
    fact = form.fact(node.fact or "")
    graded = f"op.{node.operator}.graded" if fact is not None and fact.type.kind == "graded" else ""
    code = graded if graded in words.table else f"op.{node.operator}"
    return words.say("test", name=name, test=words.say(code, bound=_bound(node, form)))


def _bound(node: Node, form: Formatter) -> str:
    value = form.value(node.fact or "", node.bound)
    if node.bound_fact is None:
        return value
    name = form.name(node.bound_fact)
    return name if node.bound is UNKNOWN else name + form.bracketed(value)


def _where(node: Node, form: Formatter) -> str:
    place = form.place(node.path)
    return f"    [{place}]" if place else ""


def _in_the_way(subject: Subject, form: Formatter) -> Iterator[str]:
    """Yield the smallest sets of tests between the rule and the answer it did not give."""
    words = form.words
    node, want, title = _turned(subject)
    if node is None:
        return
    yield words.say(title)
    sets = [each for each in needed(node, want=want) if each]
    for each in sets:
        yield "  - " + words.say("semicolon").join([_needed_in_words(test, form) for test in each])
    if not sets:
        yield "  - " + words.say("explain.nothing")


def _needed_in_words(node: Node, form: Formatter) -> str:
    if node.kind != "element" or len(node.children) != 1 or node.children[0].kind != "fact":
        return describe(node, form)
    return describe(node, form) + form.words.say("colon") + describe(node.children[0], form)


def _turned(subject: Subject) -> tuple[Node | None, bool, str]:
    """Return the part of the proof that would have to turn, which way, and what that is called."""
    node = subject.node
    if node.kind == "requirement":
        if subject.status in ("breached", "apparent", "undetermined"):
            # The duty kept, or any of its exceptions made out.
            return Node("any", node.children[1].status, children=node.children[1:]), True, "explain.change"
        return (node.children[0], True, "explain.why_not") if subject.status == "not_applicable" else (None, True, "")
    condition = node.children[0] if node.kind == "circumstance" else node
    return (condition, False, "explain.change") if subject.status == "yes" else (condition, True, "explain.why_not")


def explain_record(verdict: Verdict, subject: Subject, law_text: LawText | None = None) -> dict[str, Any]:
    """Return the explanation of one rule as JSON-ready data; with the texts of statutes as in verdicts."""
    write = NodeWriter(verdict.case, verdict.vocabulary).write
    node, want, title = _turned(subject)
    sets = [] if node is None else [each for each in needed(node, want=want) if each]
    quotes: Mapping[str, Any] = {} if law_text is None else verdict.quotes(law_text, [Cited(subject.ref)])
    return subject.ref.to_dict() | {
        "status": subject.status,
        "violation": subject.pair[0],
        "party": subject.pair[1],
        "because": write(subject.node),
        title.partition(".")[2] or "change": [[write(test) for test in each] for each in sets],
        **quotes,
    }
