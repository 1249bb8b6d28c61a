"""The evidence matrix as tables: element, status, evidence, burden; below them the evidence that does not count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from enforcement_rules.evaluation.layout import reliance_of
from enforcement_rules.evaluation.verdict import ElementCheck, Excluded, Result, Verdict
from enforcement_rules.explanation.forms import PAIR, Formatter, Line, Table

_COLUMNS = ("element", "status", "evidence", "burden")


def tables_of(verdict: Verdict, form: Formatter) -> Iterator[Table]:
    """Yield a table for every violation and party whose elements the case speaks of."""
    several = len(verdict.results) > 1
    for result in verdict.results:
        rows = [row for row in result.evidence if _is_shown(row, result, verdict)]
        if not _named(result):
            continue
        places = any(row.where for row in rows)
        head = [form.words.say(f"evidence.head.{name}") for name in (*_COLUMNS, *(("where",) if places else ()))]
        pair = f"{PAIR} {form.pair(result.violation, result.party)}" if several else ""
        yield Table(tuple(head), tuple(tuple(_cells(row, form, places=places)) for row in rows), pair)


def lines_of(verdict: Verdict, form: Formatter) -> Iterator[Line]:
    """Yield what stands below the tables: what the file notes, evidence that does not count, elements without any."""
    words = form.words
    lines: dict[Line, None] = {}
    for result in verdict.results:
        if result.evidence and not _named(result):
            lines[Line(words.say("evidence.unassigned", n=len(verdict.case.evidence)), mark="·")] = None
            continue
        left = [
            _label(row, form) for row in result.evidence if row.ref is not None and not _is_shown(row, result, verdict)
        ]
        lines |= dict.fromkeys(_notes(result.evidence, form))
        lines |= dict.fromkeys(_excluded(result.evidence, form))
        if left:
            lines[Line(words.say("evidence.unnamed", elements=words.join(left)), mark="·")] = None
    yield from lines
    unused = [id_ for id_, each in reliance_of(verdict.case).items() if not each.named]
    if unused and any(map(_named, verdict.results)):
        yield Line(words.say("evidence.unused", evidence=words.join([_piece(id_, form) for id_ in unused])), mark="·")


def _named(result: Result) -> bool:
    return any(row.named for row in result.evidence)


def _is_shown(row: ElementCheck, result: Result, verdict: Verdict) -> bool:
    """Say whether a row stands in the table: all that is named; with elements listed also what the organ must prove."""
    listed = any(each.id == result.violation and each.elements for each in verdict.case.violations)
    return row.named or (listed and row.ref is not None and row.burden == "organ")


def _cells(row: ElementCheck, form: Formatter, *, places: bool) -> Iterator[str]:
    words = form.words
    marks = [words.say("evidence.not_listed")] if row.ref is None and row.element != row.fact else []
    marks += [words.say("evidence.may_apply")] if row.applies is None and row.burden == "organ" else []
    yield _label(row, form) + form.bracketed(words.join(marks))
    yield words.say(f"evidence.{row.status}{'.open' if row.standing.open else ''}")
    yield _evidence(row, form) or words.say("evidence.none")
    yield words.say(f"evidence.burden.{row.burden}")
    if places:
        yield form.place(row.path)


def _evidence(row: ElementCheck, form: Formatter) -> str:
    """Return the evidence that counts on either side; where it is on one side only, that speakers disagree."""
    words = form.words
    proving = words.join([_piece(id_, form) for id_ in row.standing.proven_by])
    refuting = words.join([_piece(id_, form) for id_ in row.standing.refuted_by])
    parts = [proving, words.say("evidence.against", evidence=refuting) if refuting else ""]
    if row.status == "contested" and not (proving and refuting):
        parts.append(words.say("evidence.disagree"))
    return words.say("semicolon").join(filter(None, parts))


def _label(row: ElementCheck, form: Formatter) -> str:
    """Return what an element says; for a fact that is not yes or no with its value."""
    text = form.words.pick(*row.label)
    if row.fact is None or row.value is None or isinstance(row.value, bool):
        return text
    return text + form.words.say("colon") + form.value(row.fact, row.value)


def _piece(id_: str, form: Formatter) -> str:
    """Return a piece of evidence by its id, with its title or kind, and its number."""
    for piece in form.verdict.case.evidence:
        if piece.id == id_:
            kind = piece.title or (form.value("evidence.kind", piece.kind) if piece.kind else "")
            name = " ".join(filter(None, (kind, piece.number)))
            return id_ + form.bracketed(name)
    return id_


def _notes(rows: Iterable[ElementCheck], form: Formatter) -> Iterator[Line]:
    for row in rows:
        for by, says in row.says:
            code = "evidence.note" if by is None else "evidence.note.by"
            text = form.words.say(code, element=_label(row, form), says=says, by=form.speaker(by))
            yield Line(text, mark="·", right=form.place(row.path))


def _excluded(rows: Iterable[ElementCheck], form: Formatter) -> Iterator[Line]:
    found = sorted({each for row in rows for each in row.standing.excluded}, key=lambda each: (each.id, each.reason))
    for each in found:
        yield _exclusion(each, form)


def _exclusion(each: Excluded, form: Formatter) -> Line:
    words = form.words
    code = "evidence.unmet" if each.ref is not None else f"evidence.{each.reason}"
    reason = "" if each.ref is None else form.says(each.ref)
    text = words.say(code if each.sure else f"{code}.open", evidence=_piece(each.id, form), reason=reason)
    return Line(text, mark="✗" if each.sure else "?", right=form.cite(each.ref) if each.ref else "")
