"""The names of the law: causes with the provisions that use them, instruments, provisions, elements, fields, places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from enforcement_rules.explanation.forms import behind
from enforcement_rules.explanation.names.named import NameEntry, NameKind, Use, Value
from enforcement_rules.explanation.wording import Words
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.amount import Provision
from enforcement_rules.rules.base import Rule
from enforcement_rules.rules.condition import ALWAYS, constants_of
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.citation import citation_parts

_CAUSE = "violation.cause"
_UNREAD = ("pending", "no_text", "unverified", "secondary", "draft")
"""Why a clause is not encoded that may yet be: the others are settled elsewhere or for a person to judge."""


def causes_named(rulesets: Rulesets) -> Iterator[NameEntry]:
    """Yield the causes (案由), each with what of the law uses it, the newest version first."""
    uses: dict[str, list[Use]] = {}
    for version in rulesets.all_versions():
        for cause, use in _uses(version):
            uses.setdefault(cause, []).append(use)
    for cause, label in rulesets.vocabulary.causes.items():
        found = tuple(_newest(reversed(uses.get(cause, []))))
        entry = NameEntry("causes", cause, cause, label.key_zh, label.zh, label.en, ("violations[].cause",), uses=found)
        yield replace(entry, **_links(cause, rulesets.vocabulary))


def _links(cause: str, vocabulary: Vocabulary) -> dict[str, tuple[Value, ...]]:
    """Return the causes that one is linked to: the same act in other laws, what it became, what became it."""
    before = [other for other, entry in vocabulary.causes.items() if entry.becomes == cause]
    linked = {
        "also": sorted(vocabulary.same_act(cause) - {cause}),
        "becomes": vocabulary.later(cause),
        "before": before,
    }
    known = vocabulary.causes
    return {
        key: tuple(Value(each, known[each].key_zh, known[each].zh, known[each].en) for each in found if each in known)
        for key, found in linked.items()
    }


def _newest(uses: Iterable[Use]) -> Iterator[Use]:
    """Yield each use once, whichever versions hold it: penalties first, then what is not encoded, then lists."""
    order = ("penalty", "gap", "benchmark", "listing")
    seen: set[tuple[str, str]] = set()
    for use in sorted(uses, key=lambda each: order.index(each.as_)):
        key = (use.instrument, use.article)
        if key not in seen:
            seen.add(key)
            yield use


def _uses(version: Version) -> Iterator[tuple[str, Use]]:
    for provision in version.penalties:
        yield from ((cause, _use(version, provision.article, "penalty")) for cause in provision.causes)
    for gap in version.gaps:
        article = citation_parts(gap.article)
        told = gap.reason in _UNREAD and article and article[0].unit == "条"
        causes = constants_of(gap.when or ALWAYS, _CAUSE) if told else ()
        yield from ((cause, _use(version, gap.article, "gap")) for cause in causes)
    for benchmark in version.benchmarks:
        yield from ((cause, _use(version, benchmark.article, "benchmark")) for cause in benchmark.causes)
    for listing in version.listings:
        for entry in listing.entries:
            yield from ((cause, _use(version, entry.article, "listing")) for cause in entry.causes)


def _use(version: Version, article: str, as_: str) -> Use:
    short = version.head.short
    return Use(version.head.instrument, version.head.version, (short.zh, short.en), article, as_)  # type: ignore[arg-type]


def instruments_named(rulesets: Rulesets) -> Iterator[NameEntry]:
    """Yield the instruments, each once, with its newest version's titles."""
    for instrument, versions in rulesets.versions.items():
        head = versions[-1].head
        where = ("violations[].penalised_by[].instrument", "proposed[].benchmark.instrument")
        aliases = (head.short.zh, head.short.en)
        yield NameEntry(
            "instruments", instrument, instrument, head.short.zh, head.title.zh, head.title.en, where, aliases=aliases
        )


def provisions_named(rulesets: Rulesets) -> Iterator[NameEntry]:
    """Yield the penalty provisions (罚则) under their articles; of several versions of one the newest."""
    for version, rule in _newest_of(rulesets, lambda version: version.penalties):
        named = _of_article(version, rule, "provisions", rule.article)
        aliases = (*named.aliases, *(rule.places[1:] if isinstance(rule, Provision) else ()))
        yield replace(named, where=("violations[].penalised_by[]",), takes="provision", aliases=aliases)


def grounds_named(rulesets: Rulesets) -> Iterator[NameEntry]:
    """Yield the grounds that an organ may state or decline: circumstances, and entries of lists."""
    for version, rule in _newest_of(rulesets, _grounds):
        named = _of_article(version, rule, "grounds", version.rule_id(rule.name))
        yield replace(named, where=("proposed[].basis", "proposed[].declined[].ground"))


def _grounds(version: Version) -> Iterator[Rule]:
    yield from version.circumstances
    for listing in version.listings:
        yield from listing.entries


def _newest_of(rulesets: Rulesets, rules: Callable[[Version], Iterable[Rule]]) -> Iterator[tuple[Version, Rule]]:
    """Yield rules of all versions, the newest first, each name of an instrument once."""
    seen: set[tuple[str, str]] = set()
    for version in reversed(list(rulesets.all_versions())):
        for rule in rules(version):
            key = (version.head.instrument, rule.name)
            if key not in seen:
                seen.add(key)
                yield version, rule


def _of_article(version: Version, rule: Rule, what: NameKind, key: str) -> NameEntry:
    head = version.head
    return NameEntry(
        what=what,
        id=version.rule_id(rule.name),
        key=key,
        key_zh=key if what == "provisions" else None,
        zh=f"{head.short.zh}（{head.version}）{rule.article}",
        en=behind(f"{head.short.en} ({head.version})", rule.article, Words("en")),
        says=(rule.says, rule.says_en),
        uses=(_use(version, rule.article, "penalty"),) if what == "provisions" else (),
        aliases=(head.title.zh, head.short.zh, head.title.en, head.short.en, head.instrument),
    )


def elements_named(rulesets: Rulesets) -> Iterator[NameEntry]:
    """Yield the elements (构成要件事实) that evidence is listed for."""
    for name, element in rulesets.elements.items():
        yield NameEntry(
            "elements", name, name, None, element.says, element.says_en, ("violations[].elements",), "claims"
        )


def fields_named(rulesets: Rulesets) -> Iterator[NameEntry]:
    """Yield the fields of enforcement."""
    for field, label in rulesets.fields.items():
        yield NameEntry("fields", field, field, label.key_zh, label.zh, label.en, ("organ.field",))


def places_named(rulesets: Rulesets) -> Iterator[NameEntry]:
    """Yield the places of which instruments are loaded, by their division codes."""
    for place in sorted(rulesets.places):
        titles = [version.head.short for version in rulesets.all_versions() if place in version.head.places]
        zh, en = (
            "；".join(dict.fromkeys(each.zh for each in titles)),
            "; ".join(dict.fromkeys(each.en for each in titles)),
        )
        yield NameEntry("places", place, place, place, zh, en, ("organ.place",))
