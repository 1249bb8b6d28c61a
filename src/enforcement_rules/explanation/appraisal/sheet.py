"""The sheet of an appraisal (评查表): blocks, rows and remarks in the order of the paper, before they take any form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.appraisal import Appraisal, Filed, ItemResult, Reason, Score
from enforcement_rules.evaluation.proof import Node, deciding
from enforcement_rules.explanation.forms import Formatter, seen
from enforcement_rules.explanation.verdict import facts_of
from enforcement_rules.explanation.wording import Language, Words
from enforcement_rules.values.points import PointSpan, points_text

MARKS = {"passed": "✓", "failed": "✗", "open": "○", "not_applicable": "–"}
DOCUMENT_MARKS = {"present": "✓", "missing": "✗", "not_seen": "○", "not_required": "–", "not_assigned": "?"}
COLUMNS = ("number", "content", "points", "deducted", "status", "reason")
SCORE_COLUMNS = ("part", "of", "deducted", "score")
FACTS_SHOWN = 6
LANGUAGES: tuple[Language, ...] = ("zh", "en")


class ItemRow(Struct, frozen=True):
    """An item on the sheet."""

    number: str
    text: str
    cite: str
    points: str
    deducted: str
    code: str
    status: str
    reasons: tuple[str, ...]


class DocumentRow(Struct, frozen=True):
    """A document on the sheet: of the standard, or one that the standard does not know."""

    name: str
    code: str
    status: str
    filed: tuple[str, ...]


class Block(Struct, frozen=True):
    """A block of items under its title."""

    title: str
    rows: tuple[ItemRow, ...]


class Sheet(Struct, frozen=True):
    """The whole sheet.

    Attributes:
        columns: names of the columns of items; a standard without points has none for them.
        scores: of every group and of all together: name, points out of, deducted, left.
        to_fill: totals that are left to people while something is open.
        opinion, blanks: what people write and sign below.
        footer: what every sheet of paper bears, besides its number.
    """

    title: str
    head: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    blocks: tuple[Block, ...]
    documents: tuple[DocumentRow, ...]
    scores: tuple[tuple[str, ...], ...]
    totals: tuple[tuple[str, str], ...]
    to_fill: tuple[str, ...]
    remarks: tuple[str, ...]
    opinion: str
    blanks: tuple[str, ...]
    footer: str


def sheet_of(appraisal: Appraisal, lang: Language = "zh") -> Sheet:
    """Return the sheet of an appraisal in one language: veto items first, then the groups of the standard.

    Every text on it stays on its line, whatever the case and the standard hold.
    """
    return seen(_Writer(appraisal, lang).sheet())


def appraisal_record(appraisal: Appraisal) -> dict[str, Any]:
    """Return `appraisal.to_dict()` with the result and every remark in words, Chinese and English."""
    record = appraisal.to_dict()
    both = {lang: _Writer(appraisal, lang) for lang in LANGUAGES}
    record["result"] = {lang: writer.result() for lang, writer in both.items()}
    for remark, (code, args) in zip(record["remarks"], appraisal.remarks, strict=True):
        remark["text"] = {lang: writer.remark(code, args) for lang, writer in both.items()}
    return record


class _Writer:
    """Writes one sheet."""

    def __init__(self, appraisal: Appraisal, lang: Language) -> None:
        self.appraisal = appraisal
        self.words = Words(lang)
        self.form = Formatter(appraisal.verdict, self.words)

    def sheet(self) -> Sheet:
        say = self.words.say
        return Sheet(
            title=say("appraisal.title"),
            head=tuple(self._head()),
            columns=COLUMNS if self.appraisal.score is not None else (*COLUMNS[:2], *COLUMNS[4:]),
            blocks=tuple(self._blocks()),
            documents=tuple(self._documents()),
            scores=tuple(self._scores()),
            totals=tuple(self._totals()),
            to_fill=tuple(self._to_fill()),
            remarks=tuple(self.remark(code, args) for code, args in self.appraisal.remarks),
            opinion=say("appraisal.opinion"),
            blanks=tuple(say(f"appraisal.blank.{name}") for name in ("appraiser", "second", "day")),
            footer=f"{say('appraisal.case')}{say('colon')}{self.appraisal.case.number or say('unnumbered')}",
        )

    def _head(self) -> Iterator[tuple[str, str]]:
        say, made = self.words.say, self.appraisal
        yield say("appraisal.case"), made.case.number or say("unnumbered")
        yield say("appraisal.organ"), made.case.organ.name or say("node.unknown")
        yield say("appraisal.parties"), self.words.join(self._parties()) or say("node.unknown")
        yield say("appraisal.causes"), self.words.join(self._causes()) or say("node.unknown")
        yield say("appraisal.decided"), self.words.join(self._decided()) or say("node.unknown")
        title = self.words.pick(made.version.head.title.zh, made.version.head.title.en)
        sources = {source.verification for source in made.version.head.sources}
        doubt = [say("appraisal.secondary")] if sources == {"secondary"} else []
        names = [f"{made.id}@{made.version.head.version}", *doubt]
        yield (
            say("appraisal.standard"),
            f"{title}{say('open_bracket')}{say('semicolon').join(names)}{say('close_bracket')}",
        )
        yield say("appraisal.on"), made.on.isoformat()
        yield say("appraisal.record"), say(f"record.{made.case.record}")
        yield say("appraisal.result"), self.result()

    def _parties(self) -> list[str]:
        return [party.name or party.id for party in self.appraisal.case.parties]

    def _causes(self) -> list[str]:
        labels = self.appraisal.verdict.vocabulary.causes
        named = dict.fromkeys(each.cause for each in self.appraisal.case.violations if each.cause)
        return [self.words.pick(labels[cause].zh, labels[cause].en) if cause in labels else cause for cause in named]

    def _decided(self) -> list[str]:
        """Return the days of the decisions that the case states."""
        made = [step for step in self.appraisal.case.steps if step.step == "decision" and step.done]
        days = [step.on if step.at is None else step.at.date() for step in made]
        return [self.form.value("decision.on", day) for day in days if day is not None]

    def result(self) -> str:
        """Return the result in one sentence."""
        say, made = self.words.say, self.appraisal
        failed, open_ = made.with_status("failed"), made.with_status("open")
        counts = {
            "failed": sum(each.item.verified for each in failed),
            "doubtful": sum(not each.item.verified for each in failed),
            "open": len(open_),
            "failed_veto": sum(each.item.veto for each in failed),
            "open_veto": sum(each.item.veto for each in open_),
        }
        parts = [say(f"appraisal.outcome.{made.outcome}", **counts)]
        if counts["doubtful"]:
            parts.append(say("appraisal.doubtful", **counts))
        if open_ and made.outcome != "open":
            parts.append(say("appraisal.also_open", **counts))
        if counts["open_veto"]:
            parts.append(say("appraisal.veto_open", **counts))
        return say("semicolon").join(parts)

    def _blocks(self) -> Iterator[Block]:
        vetoes = [item for item in self.appraisal.items if item.item.veto]
        others = [item for item in self.appraisal.items if not item.item.veto]
        if vetoes:
            yield Block(self.words.say("appraisal.section.veto"), tuple(map(self._row, vetoes)))
        for group in dict.fromkeys(item.item.group for item in others):
            rows = tuple(self._row(item) for item in others if item.item.group == group)
            yield Block(self._group(group), rows)

    def _group(self, name: str) -> str:
        own = self.appraisal.standard.groups.get(name)
        return self.words.say(f"appraisal.group.{name}") if own is None else self.words.pick(own.zh, own.en)

    def _row(self, result: ItemResult) -> ItemRow:
        item, say = result.item, self.words.say
        points = "" if item.points is None else points_text(item.points)
        if item.veto:
            points = f"{say('appraisal.veto')} {points}".strip()
        counts = item.points is not None and result.status != "not_applicable"
        reasons = [self._reason(each) for each in result.reasons]
        if not item.verified and result.status in ("failed", "open"):
            reasons.append(say("appraisal.item_secondary"))
        return ItemRow(
            number=str(result.number),
            text=self.words.pick(item.says, item.says_en),
            cite=item.article or "",
            points=points,
            deducted=self._span(result.deducted) if counts else "",
            code=result.status,
            status=say(f"appraisal.status.{result.status}"),
            reasons=tuple(reasons),
        )

    def _span(self, span: PointSpan) -> str:
        ends = span.to_dict()
        return ends["highest"] if span.settled else self.words.say("appraisal.span", **ends)

    def _reason(self, reason: Reason) -> str:
        say = self.words.say
        facts = self._facts(reason)
        whose = f"{say('for_pair', violation=reason.key[0], party=reason.key[1] or '')}{say('colon')}"
        opening = whose if reason.key[0] and len(self.appraisal.verdict.results) > 1 else ""
        text = opening + self._sentence(reason)
        places = [] if facts else [place.rpartition("/")[2] for place in reason.where]
        notes = [say(f"note.{code}", **args) for code, args in reason.notes]
        return say("semicolon").join([text, *facts, *places, *notes])

    def _sentence(self, reason: Reason) -> str:
        say, args = self.words.say, reason.args
        if reason.ref is not None:
            cite = say("open_bracket") + self.form.cite(reason.ref) + say("close_bracket")
            return say(f"appraisal.reason.{reason.code}", says=self.form.says(reason.ref) + cite)
        if "document" in args:
            named = self._document(args["document"])
            if args["perhaps"]:
                return say("appraisal.reason.document_perhaps", document=named, titles=self.words.join(args["perhaps"]))
            return say(f"appraisal.reason.{reason.code}", document=named)
        return say(f"appraisal.reason.{reason.code}", **args)

    def _facts(self, reason: Reason) -> list[str]:
        """Return the facts that a finding rests on, each with its place, and what is not stated."""
        if reason.because is None:
            return []
        node = reason.because()
        lines = [self._placed(line.text.replace("  ", " "), line.right) for line in facts_of(node, self.form)]
        shown = lines[:FACTS_SHOWN]
        if len(lines) > FACTS_SHOWN:
            shown.append(self.words.say("appraisal.more", n=len(lines) - FACTS_SHOWN))
        waiting = list(dict.fromkeys(self.form.name(fact) for fact in _unknown(node)))
        if waiting:
            shown.append(self.words.say("appraisal.not_stated", facts=self.words.join(waiting[:FACTS_SHOWN])))
        return shown

    def _placed(self, text: str, place: str) -> str:
        return text + (self.words.say("open_bracket") + place + self.words.say("close_bracket") if place else "")

    def _document(self, name: str) -> str:
        kinds = {kind.document: kind for kind in self.appraisal.standard.documents}
        return self.words.pick(kinds[name].zh, kinds[name].en)

    def _documents(self) -> Iterator[DocumentRow]:
        say = self.words.say
        for each in self.appraisal.documents:
            name = self.words.pick(each.kind.zh, each.kind.en)
            status = say(f"appraisal.document.{each.status}")
            yield DocumentRow(name, each.status, status, tuple(map(self._filed, each.filed)))
        for filed in self.appraisal.not_assigned:
            status = say("appraisal.document.not_assigned")
            yield DocumentRow(filed.title, "not_assigned", status, (self._filed(filed),))

    def _filed(self, filed: Filed) -> str:
        day = filed.to_dict()["on"]
        if isinstance(day, dict):
            day = f"{day['from'] or ''}–{day['to'] or ''}"
        pages = self.words.say("appraisal.pages", pages=filed.pages) if filed.pages else ""
        text = "  ".join(part for part in (filed.title, day or "", pages) if part)
        return self._placed(text, (filed.where or "").rpartition("/")[2])

    def _scores(self) -> Iterator[tuple[str, ...]]:
        """Yield the points of every group, where there are several, and of all together."""
        score = self.appraisal.score
        if score is None:
            return
        for each in score.groups if len(score.groups) > 1 else ():
            yield self._group(each.group), *map(self._span, (each.of, each.deducted, each.points))
        total = self.words.say("appraisal.section.total")
        yield total, *map(self._span, (score.of, score.deducted, score.points))

    def _totals(self) -> Iterator[tuple[str, str]]:
        score, say = self.appraisal.score, self.words.say
        if score is not None and score.grades:
            yield say("appraisal.grade"), self._grade(score)
        yield say("appraisal.result"), self.result()

    def _to_fill(self) -> Iterator[str]:
        """Yield the totals that wait for a person while something is open."""
        score = self.appraisal.score
        if score is not None and not score.points.settled:
            yield self.words.say("appraisal.final_score")
        if self.appraisal.with_status("open") or (score is not None and len(score.grades) > 1):
            yield self.words.say("appraisal.final_result")

    def _grade(self, score: Score) -> str:
        grades = {grade.name: grade for grade in self.appraisal.standard.grades}
        named = [
            self.words.say("appraisal.no_grade") if name is None else self.words.pick(grades[name].zh, grades[name].en)
            for name in score.grades
        ]
        return (
            named[0] if len(named) == 1 else self.words.say("appraisal.grades_possible", grades=self.words.join(named))
        )

    def remark(self, code: str, args: dict[str, Any]) -> str:
        """Return a remark in words."""
        shown = dict(args)
        steps = self.appraisal.verdict.vocabulary.steps
        if "step" in args:
            shown["step"] = self.words.pick(steps[args["step"]].zh, steps[args["step"]].en)
        if "document" in args:
            shown["document"] = self._document(args["document"])
        if "documents" in args:
            shown["documents"] = self.words.join([self._document(name) for name in args["documents"]])
        if "where" in args:
            shown["where"] = args["where"].rpartition("/")[2]
        if "of" in args:
            of = args["of"]
            shown["of"] = of["highest"] if of["lowest"] == of["highest"] else self.words.say("appraisal.span", **of)
        return self.words.say(f"appraisal.remark.{code}", **shown).rstrip()


def _unknown(node: Node) -> Iterator[str]:
    """Yield the facts that keep a proof open."""
    bare = node.kind == "fact" and not any(child.kind == "source" for child in node.children)
    if node.status is None and bare and node.fact is not None:
        yield node.fact
    if node.status is None and node.kind == "source" and node.fact is not None:
        yield node.fact
    if node.kind == "requirement" or node.status is None:
        below = [fact for child in deciding(node) for fact in _unknown(child)]
        # A list that may lack elements is open by itself.
        yield from below or ([f"@{node.fact}"] if node.kind in ("every", "some") else [])
