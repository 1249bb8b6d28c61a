"""The words of the statutes beside the rules that a verdict rests on, from texts attached by whoever asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from enforcement_rules.evaluation.verdict.findings import Finding
from enforcement_rules.evaluation.verdict.references import RuleRef
from enforcement_rules.evaluation.verdict.results import Result
from enforcement_rules.rules.acts import whole_place
from enforcement_rules.rules.amount import Provision
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.citation import citation_covers
from enforcement_rules.values.errors import Problem

if TYPE_CHECKING:
    from enforcement_rules.evaluation.verdict.shapes import LabelShape, NotQuotedShape, QuoteShape, RemarkShape
    from enforcement_rules.statutes.text import LawText, NotQuoted, Quotation

_PROBLEMS = ("breached", "apparent")
"""The findings whose provisions are quoted."""


class About(Struct, frozen=True):
    """What a provision is held against: the cause of a violation, and the places that the file cites for it."""

    cause: str | None = None
    places: tuple[tuple[str, str], ...] = ()


class Cited(Struct, frozen=True):
    """A rule of which the words are quoted; of a provision what it is about, which tells its items apart."""

    ref: RuleRef
    about: About = About()


class Quote(Struct, frozen=True):
    """What a place that a rule rests on says."""

    ref: RuleRef
    said: Quotation

    def to_dict(self) -> QuoteShape:
        """Return the JSON form."""
        return {
            "rule": self.ref.rule,
            "version": self.ref.version,
            "article": self.said.place,
            "text": self.said.text,
            "file": self.said.file,
            "line": self.said.line,
            "sha256": self.said.sha256,
            "matched": self.said.matched,
            "remarks": [_remark(each) for each in self.said.remarks],
        }


class Unquoted(Struct, frozen=True):
    """A place that a rule rests on and that no attached text says, with the reason."""

    ref: RuleRef
    said: NotQuoted

    def to_dict(self) -> NotQuotedShape:
        """Return the JSON form."""
        return {
            "rule": self.ref.rule,
            "version": self.ref.version,
            "article": self.said.place,
            "why": self.said.why,
            "remarks": [*map(_remark, filter(None, (self.said.problem, *self.said.remarks)))],
        }


def _remark(problem: Problem) -> RemarkShape:
    text: LabelShape = {"zh": problem.text("zh"), "en": problem.text("en")}
    return {"code": problem.code, "text": text, "place": problem.place.of_line if problem.place else None}


class Quoting:
    """Finds the words of rules in attached texts: of each version the wording that it rests on, never another."""

    def __init__(self, rulesets: Rulesets, texts: LawText) -> None:
        """Keep the rules, which know their places and the days of their versions, and the texts."""
        self.texts = texts
        self._versions = rulesets.versions
        self._found: dict[tuple[str, str, str], Quotation | NotQuoted] = {}

    def of(self, cited: Cited) -> Iterator[Quote | Unquoted]:
        """Yield what every place of a rule says, or why there is nothing to quote."""
        from enforcement_rules.statutes.text import Quotation  # noqa: PLC0415 - only attached texts need it

        ref = cited.ref
        version = next(each for each in self._versions[ref.instrument] if each.head.version == ref.version)
        items, places = _places(version, cited)
        found = [self._said(version, place) for place in items]
        if not any(isinstance(said, Quotation) for said in found):
            places = [*_listed(ref.article), *places]
        for said in (*found, *(self._said(version, place) for place in dict.fromkeys(places))):
            yield Quote(ref, said) if isinstance(said, Quotation) else Unquoted(ref, said)

    def _said(self, version: Version, place: str) -> Quotation | NotQuoted:
        from enforcement_rules.statutes.text import Edition, quoted  # noqa: PLC0415 - only attached texts need it

        head = version.head
        key = head.instrument, head.version, place
        if key not in self._found:
            edition = Edition(head.title.zh, head.version, head.in_force.from_, head.in_force.to)
            self._found[key] = quoted(self.texts, edition, place)
        return self._found[key]


def _places(version: Version, cited: Cited) -> tuple[list[str], list[str]]:
    """Return the items of a provision that matter, and where it rests besides its article.

    The items are those of the cause, else those that the file cites.
    """
    name = cited.ref.rule.partition("/")[2]
    written = (each for chapter in version.chapters.values() for each in chapter.penalties)
    provision = next((each for each in written if each.name == name), None)
    if provision is None:
        return [], []
    head, about = version.head, cited.about
    items = [place for place, cause in provision.items.items() if cause == about.cause]
    if not items:
        given = [article for instrument, article in about.places if instrument == head.instrument]
        items = [each for each in given if each != provision.article and citation_covers(provision.article, each)]
    return items, [*provision.places[1:], *_borrowed(provision, head.instrument)]


def _listed(article: str) -> list[str]:
    """Return the places that an article names together, as in 第十八条第八项、第九项."""
    first, *others = article.split("、")
    return [first, *(whole_place(each, first) for each in others)]


def _borrowed(provision: Provision, instrument: str) -> Iterator[str]:
    """Yield the article of the same law whose penalties a provision takes."""
    borrowed = provision.as_in
    if borrowed is not None and borrowed.article and borrowed.instrument == instrument:
        yield borrowed.article


def cited_in(findings: Sequence[Finding], results: Sequence[Result], acts: Mapping[str, About]) -> list[Cited]:
    """Return the rules of a verdict that are quoted, each once, in the order of its page.

    They are those of unlawful proposals and of breaches, then of every result the grounds that hold and the provision
    of the range; `acts` are what is said of the violations, by their ids.
    """
    found = [
        *(each for result in results for each in _of_proposal(result, acts[result.violation])),
        *(Cited(finding.ref) for finding in findings if finding.status in _PROBLEMS),
        *(each for result in results for each in _of_result(result, acts[result.violation])),
    ]
    return list(dict.fromkeys(found))


def _of_proposal(result: Result, about: About) -> Iterator[Cited]:
    if result.proposal is None or result.proposal.statute is not False:
        return
    yield from provision_of(result, about)
    for _, args in result.proposal.findings:
        yield from named_in(args, result, about)


def _of_result(result: Result, about: About) -> Iterator[Cited]:
    yield from (Cited(ground.ref) for ground in result.treatment.grounds if ground.status == "yes")
    yield from provision_of(result, about)


def provision_of(result: Result, about: About) -> tuple[Cited, ...]:
    """Return the provision that states the range of a result; none where nothing states it."""
    return () if result.statutory.ref is None else (Cited(result.statutory.ref, about),)


def named_in(args: Mapping[str, Any], result: Result, about: About) -> Iterator[Cited]:
    """Yield the grounds and provisions of a result that a remark on its proposal names."""
    named = {*args.get("rules", ()), *([args["rule"]] if "rule" in args else [])}
    yield from (Cited(each.ref) for each in result.treatment.grounds if each.ref.rule in named)
    provisions = [result.statutory.ref, *(each.ref for each in result.candidates)]
    yield from (Cited(each, about) for each in dict.fromkeys(provisions) if each is not None and each.rule in named)
