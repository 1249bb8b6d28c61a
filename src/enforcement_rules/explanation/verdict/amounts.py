"""Law, statutory range, tier, scheme and illegal gains of one result in words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from enforcement_rules.evaluation.verdict import (
    Amount,
    Cited,
    Column,
    GainsCheck,
    LawChoice,
    Result,
    SchemeChoice,
    TierChoice,
    provision_of,
)
from enforcement_rules.explanation.forms import Formatter, Line, grouped
from enforcement_rules.explanation.verdict.stated import benchmark_of, foreign_of
from enforcement_rules.explanation.verdict.stated_range import stated_beside_law
from enforcement_rules.values.range import Range

_UNVERSIONED = "?"
_SOURCES = ("published_decisions", "benchmark", "file")


def amounts_of(result: Result, form: Formatter) -> Iterator[Line]:
    """Yield the lines on the law that applies and the amounts that follow."""
    for choice in result.law:
        yield from _law(choice, form)
    for candidate in result.candidates:
        shown = form.range(candidate.range) if candidate.range else form.words.say("range.none")
        text = form.words.say(f"candidate.{candidate.standing}", range=shown)
        yield Line(text, depth=1, mark="·", right=form.cite(candidate.ref))
    yield from _range(result.statutory, form, provision_of(result, form.verdict.acts[result.violation]))
    yield from stated_beside_law(result, form)
    yield from _unloaded(result, form)
    yield from foreign_of(result, form)
    yield from _tier(result.tier, form)
    yield from benchmark_of(result, form)
    if result.scheme is not None:
        yield from _scheme(result.scheme, form)
    if result.gains is not None and result.gains.due is not None:
        yield from _gains(result.gains, form)


def _law(choice: LawChoice, form: Formatter) -> Iterator[Line]:
    words = form.words
    parts = [words.say(f"law.{choice.why}", version=form.text_of(choice.applied or ""))]
    for version, status, why in choice.alternatives:
        shown = "unknown" if version == _UNVERSIONED else status
        said = words.table.get(f"why.{why}", "")
        parts.append(words.say(f"other.{shown}", version=_version(version, form), why=said))
    if choice.cited:
        other = choice.applied is not None and any(str(year) != choice.applied[:4] for year in choice.cited)
        years = words.join([str(year) for year in choice.cited])
        parts.append(words.say("stated.edition_other" if other else "stated.edition", years=years))
    name = f"{words.say('law')}  {form.title(choice.instrument)}"
    yield Line(name + words.say("colon") + words.say("semicolon").join(parts))
    if len(choice.columns) > 1:
        yield from (_column(column, form) for column in choice.columns)


def _version(version: str, form: Formatter) -> str:
    """Return a version, with the title of its instrument where it is another one."""
    name, at, year = version.partition("@")
    return form.title(name) + form.bracketed(form.edition(year)) if at else form.text_of(version)


def _column(column: Column, form: Formatter) -> Line:
    words = form.words
    fine = words.say("column.no_fine") if column.range is None else form.range(column.range)
    others = [
        words.say(f"column.{force}", kind=words.say(f"kind.{kind}")) for kind, force in column.kinds if kind != "fine"
    ]
    forced = dict(column.kinds).get("fine")
    fine = words.say("column.may", kind=fine) if forced == "may" and column.range is not None else fine
    text = words.say(f"column.{column.side}") + words.say("colon") + words.say("semicolon").join([fine, *others])
    return Line(text, depth=1, mark="·", right=form.provision(form.title(column.instrument), column.article))


def _range(amount: Amount, form: Formatter, cites: tuple[Cited, ...]) -> Iterator[Line]:
    words = form.words
    right = form.cite(amount.ref) if amount.ref else ""
    if amount.range is None:
        yield Line(f"{words.say('range.statutory')}  {_unranged(amount, form)}", right=right, cites=cites)
        yield from _ways(amount, form)
        return
    branch = words.join([words.pick(*label) for label in amount.branches])
    text = f"{branch}{words.say('colon')}" if branch else ""
    yield Line(f"{words.say('range.statutory')}  {text}{range_text(amount, form)}", right=right, cites=cites)
    yield from _ways(amount, form)
    if amount.source in _SOURCES:
        yield Line(words.say(f"range.source.{amount.source}"), depth=1)
    if amount.deemed:
        yield Line(words.say("range.deemed"), depth=1)
    if amount.capped_at is not None:
        yield Line(words.say("range.capped", cap=form.yuan(amount.capped_at, short=True)), depth=1)


def _unranged(amount: Amount, form: Formatter) -> str:
    """Return the multiples where only their base is not told; else that no range is known."""
    if amount.base is None or amount.factors is None or amount.ways or amount.base_value is not None:
        return form.words.say("range.none")
    code = "range.base_open.percent" if amount.form == "percent" else "range.base_open"
    return form.words.say(code, base=form.name(amount.base), factors=_factors(amount.factors, amount.form, form))


def _unloaded(result: Result, form: Formatter) -> Iterator[Line]:
    """Yield the provisions that the case cites by a title that is not loaded: nothing was held against them."""
    for violation in form.verdict.case.violations:
        for cited in violation.penalised_by if violation.id == result.violation else ():
            if cited.instrument is None and cited.title is not None:
                law = form.provision(cited.title, cited.article)
                yield Line(form.words.say("range.not_loaded", law=law), depth=1, mark="·")


def _ways(amount: Amount, form: Formatter) -> Iterator[Line]:
    """Yield each range of which it is open which applies, behind its condition."""
    words = form.words
    for way in amount.ways:
        if way.base is not None and way.factors is not None:
            args = {"base": form.name(way.base), "factors": _factors(way.factors, way.form, form)}
            shown = words.say("way.percent" if way.form == "percent" else "way.times", **args)
        else:
            shown = form.range(way.range) if way.range is not None else words.say("range.none")
        if way.label is not None:
            condition = words.pick(*way.label)
        else:
            args = {"base": form.name(amount.base or ""), "at": form.yuan(amount.switch_at or 0, short=True)}
            condition = words.say(f"way.{way.at}", **args)
        yield Line(condition + words.say("colon") + shown, depth=1, mark="·")


def range_text(amount: Amount, form: Formatter) -> str:
    """Return a range with what it is worked out from."""
    words = form.words
    shown = form.range(amount.range) if amount.range else ""
    args: dict[str, Any] = {"range": shown, "base": "", "value": "", "at": "", "factors": ""}
    if amount.base:
        args["base"] = form.name(amount.base)
        args["value"] = form.yuan(amount.base_value) if amount.base_value else ""
        args["at"] = form.yuan(amount.switch_at, short=True) if amount.switch_at else ""
    args["factors"] = _factors(amount.factors, amount.form, form)
    if amount.per:
        units = grouped(Decimal(amount.units)) if amount.units else words.say("node.unknown")
        args |= {"unit": form.name(amount.per), "units": units}
    if not amount.decided:
        open_switch = amount.switch_at and not amount.base_value
        return words.say("range.open" if open_switch else "range.unsure", **args)
    return words.say(_sentence(amount), **args)


def _factors(ends: tuple[str | None, str | None] | None, kind: str, form: Formatter) -> str:
    """Return what the ends of a range are multiples, percentages or, for each unit, amounts of."""
    if ends is None or ends == (None, None):
        return ""
    if kind in ("percent", "percent_to_times"):
        return form.percent(ends) if kind == "percent" else form.percent_to_times(ends)
    return form.times(ends) if kind == "times" else form.each(ends)


def _sentence(amount: Amount) -> str:
    if amount.switch_at:
        return "range.from" if amount.factors else "range.below"
    if amount.per:
        return "range.per"
    if amount.factors:
        return "range.percent" if amount.form == "percent" else "range.times"
    return "range.plain"


def _tier(tier: TierChoice | None, form: Formatter) -> Iterator[Line]:
    words = form.words
    if tier is None:
        return
    shown = form.range(tier.range) if tier.range else ""
    if tier.spares is not None:
        shown = words.say(f"tier.{tier.spares}")
    text = words.say(f"tier.{tier.status}", tiers=labels_of(tier, form))
    text += words.say("colon") + shown if shown and tier.status in ("chosen", "open") else ""
    if tier.penalties:
        kinds = words.join([words.say(f"kind.{kind}") for kind in tier.penalties])
        text += words.say("semicolon") + words.say("tier.besides", kinds=kinds)
    if not tier.statute_verified:
        text += words.say("semicolon") + words.say("tier.unverified")
    if tier.filled:
        text += words.say("semicolon") + words.say("tier.filled")
    yield Line(f"{words.say('range.tier')}  {text}", right=form.cite(tier.ref))
    if tier.status == "open":
        for (_, range_), label in zip(tier.each, tier.labels, strict=True):
            said = words.pick(*label)
            shown = form.range(range_) if range_ else words.say("range.none")
            yield Line(said + words.say("colon") + shown, depth=1, mark="·")


def labels_of(tier: TierChoice | None, form: Formatter) -> str:
    """Return the tiers by what they say, without their conditions (behind the colon)."""
    said = [form.words.pick(*label) for label in tier.labels] if tier else []
    return form.words.join([text.replace("：", ":").partition(":")[0] for text in said])


def _scheme(scheme: SchemeChoice, form: Formatter) -> Iterator[Line]:
    words = form.words
    shown = words.say("scheme.open") if scheme.range is None else form.range(scheme.range)
    named = (
        "" if scheme.applies is None else words.say(f"treatment.{scheme.applies}", remaining="") + words.say("colon")
    )
    share = "" if scheme.share is None else words.say("scheme.share", share=scheme.share)
    yield Line(f"{words.say('scheme')}  {named}{shown}{share}", right=form.cite(scheme.ref))
    if scheme.applies is None:
        for name, band in scheme.bands:
            text = words.say(f"treatment.{name}", remaining="") + words.say("colon") + form.range(band)
            yield Line(text, depth=1, mark="·")
    for chinese, english, percent, known in scheme.adjustments:
        word = "unknown" if known is None else "yes" if known else "no"
        text = words.say(
            f"scheme.adjustment.{word}", says=words.pick(chinese, english), percent=_adjusted(percent, form)
        )
        yield Line(text, depth=1, mark="·")


def _adjusted(percent: Decimal, form: Formatter) -> str:
    return form.words.say("adjust.up" if percent > 0 else "adjust.down", n=grouped(abs(percent)))


def _gains(gains: GainsCheck, form: Formatter) -> Iterator[Line]:
    words = form.words
    parts = []
    if gains.receipts is not None:
        parts.append(words.say("gains.receipts", amount=form.yuan(gains.receipts)))
    parts += [words.say("gains.deducted", name=form.name(id_), amount=form.yuan(a)) for id_, a in gains.deducted]
    if gains.refunded is not None:
        parts.append(words.say("gains.refunded", amount=form.yuan(gains.refunded)))
    due = gains.due
    assert due is not None
    parts.append(_due(due, form, told=bool(parts)))
    yield Line(f"{words.say('gains')}  {words.join(parts)}", right=form.cite(gains.ref) if gains.ref else "")
    if gains.contested and gains.receipts is not None and gains.stated is not None:
        args = {"receipts": form.yuan(gains.receipts), "gains": form.yuan(gains.stated)}
        yield Line(words.say("gains.contested", **args), depth=1, mark="?")


def _due(due: Range, form: Formatter, *, told: bool) -> str:
    """Return what is to be confiscated; where that is nothing, whether there was anything (`told`)."""
    if due.low is None or due.low != due.high:
        return form.words.say("gains.due", amount=form.range(due))
    if due.low == 0:
        return form.words.say("gains.none_left" if told else "gains.none")
    return form.words.say("gains.due", amount=form.yuan(due.low))
