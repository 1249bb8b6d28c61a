"""The tree of names, built of the model's fields, the vocabulary's facts and the law's titles, once for each law."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from msgspec import structs
from pydantic import BaseModel

from enforcement_rules.loading.naming.names import KIND, NOTHING, Names
from enforcement_rules.loading.naming.part_facts import base_facts, may_be_stated, part_facts
from enforcement_rules.loading.vocabulary import NUMBERS
from enforcement_rules.model.case import (
    Case,
    CaseDocument,
    Citation,
    Claim,
    Organ,
    Part,
    Penalty,
    Step,
    Violation,
)
from enforcement_rules.model.key import BOUNDS, FOREIGN, SPAN, STATEMENT, YES_NO, Key, key_of, models_of, types_of
from enforcement_rules.model.parts import SCOPES, scopes_of_step
from enforcement_rules.model.stated_law import BASES, StatedRange, StatedSpan, StatedSwitch, StatedTier
from enforcement_rules.model.vocabulary import Fact, Vocabulary
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.fact_type import BOUNDED
from enforcement_rules.values.titles import daily_title, edition_of, law_title

_FORMS: Mapping[str, Mapping[str, Key]] = {"PartialDate": SPAN, "[Number,": BOUNDS}
"""How the annotation of a field tells that a mapping may stand for its value → the keys of that mapping."""
_NUMERIC = frozenset({Decimal, int})
_SPANNED = frozenset({"date", "time"})
_Texts = tuple[Mapping[str, str], Mapping[str, str]]
"""English value → its Chinese key, and → its label."""
_KNOWN: WeakKeyDictionary[Rulesets, Names] = WeakKeyDictionary()


def case_names(law: Rulesets) -> Names:
    """Return what a case file calls things, from its top: `case_names(law).inside["violations"].zh("gravity")`."""
    found = _KNOWN.get(law)
    if found is None:
        found = _KNOWN[law] = _Builder(law).of_model(Case)
    return found


class _Kinds(Mapping[str, Names]):
    """Kind of step → its names, put together when they are asked for."""

    def __init__(self, kinds: Mapping[str, Any], build: Callable[[str], Names]) -> None:
        self._kinds = kinds
        self._build = build
        self._built: dict[str, Names] = {}

    def __getitem__(self, kind: str) -> Names:
        if kind not in self._built:
            if kind not in self._kinds:
                raise KeyError(kind)
            self._built[kind] = self._build(kind)
        return self._built[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)


class _Builder:
    """Builds the names of one law."""

    def __init__(self, law: Rulesets) -> None:
        self.law = law
        self.vocabulary: Vocabulary = law.vocabulary
        self._facts: dict[str, Names] = {}

    def of_model(self, model: type[BaseModel]) -> Names:
        """Return what can stand in a mapping of a model."""
        if model is not Step:
            return self._joined(model, (SCOPES[model],) if issubclass(model, Part) else ())
        kinds = _Kinds(self.vocabulary.steps, self._of_step)
        any_step = self._joined(Step, ())
        return Names(any_step.inside, any_step.keys, key_labels=any_step.key_labels, kinds=kinds)

    def _of_step(self, kind: str) -> Names:
        return self._joined(Step, scopes_of_step(kind, self.vocabulary))

    def _joined(self, model: type[BaseModel], scopes: tuple[str, ...]) -> Names:
        """Return the fields of a model and the facts of some scopes; the facts alone stand under `facts` too."""
        facts = self._of_facts(scopes)
        inside: dict[str, Names] = dict(facts.inside)
        keys, labels = dict(facts.keys), dict(facts.key_labels)
        for name, field in model.model_fields.items():
            written = field.alias or name
            key = key_of(model, name)
            inside[written] = facts if written == "facts" else self._of_field(model, name, key, inside.get(written))
            keys[written], labels[written] = key.zh, key.zh
        return Names(inside, keys, key_labels=labels, key_labels_en=facts.key_labels_en)

    def _of_field(self, model: type[BaseModel], name: str, key: Key, fact: Names | None) -> Names:
        annotation = model.model_fields[name].annotation
        if model is Violation and name == "bases":
            return self._bases(key.values)
        if model is Violation and name == "elements":
            return self._elements()
        if inner := next(models_of(model, name), None):
            return self.of_model(inner)
        values, labels = self._values(model, name)
        if fact is not None:
            return structs.replace(fact, values=values or fact.values, value_labels=labels or fact.value_labels)
        spanned = next((keys for form, keys in _FORMS.items() if form in str(model.__annotations__.get(name))), {})
        truth = YES_NO if bool in types_of(annotation) else {}
        if (model, name) == (Citation, "instrument"):
            return Names(values=values, value_labels=labels, also=_other_titles(self.law))
        if (model, name) == (Organ, "field"):  # a word that is no field would be taken for one of the writer's own
            fact = _stated({}, values, labels)
            return Names(fact.inside, fact.keys, values, value_labels=labels, also=_inverse(labels))
        numeric = spanned is BOUNDS or not _NUMERIC.isdisjoint(types_of(annotation))
        return _named(spanned, values or key.values or truth, labels, numeric=numeric)

    def _bases(self, values: Mapping[str, str]) -> Names:
        amount = _named({**BOUNDS, **FOREIGN}, values, {}, numeric=True)
        named = part_facts(self.vocabulary, ("violation",)).named
        entries = {name: named[name].entry for name in base_facts(self.vocabulary)}
        keys = {name: entry.key_zh for name, entry in entries.items() if entry.key_zh}
        labels = {name: entry.zh for name, entry in entries.items()}
        return Names(dict.fromkeys(entries, amount), keys, key_labels=labels)

    def _elements(self) -> Names:
        claim = self.of_model(Claim)
        elements = {name: self.law.elements[name] for name in self.law.elements}
        keys = {name: each.key_zh for name, each in elements.items() if each.key_zh}
        return Names(dict.fromkeys(elements, claim), keys, key_labels={n: each.says for n, each in elements.items()})

    def _values(self, model: type[BaseModel], name: str) -> _Texts:
        """Return the values that a field chooses among things of the law, with their labels."""
        source = _CHOSEN.get((model, name))
        return ({}, {}) if source is None else source(self.law)

    def _of_facts(self, scopes: tuple[str, ...]) -> Names:
        """Return the facts of some scopes, by their whole names and, where these have dots, one inside the other."""
        inside: dict[str, Any] = {}
        keys: dict[str, str] = {}
        labels: dict[str, str] = {}
        named = part_facts(self.vocabulary, scopes).named
        for name, fact in named.items():
            inside[name], labels[name] = self._of_fact(fact), fact.entry.zh
            if fact.entry.key_zh:
                keys[name] = fact.entry.key_zh
        for name in [each for each in inside if "." in each]:
            _nest(inside, keys, labels, name)
        english = {name: fact.entry.en for name, fact in named.items() if may_be_stated(fact)}
        return Names(inside, keys, key_labels=labels, key_labels_en=english)

    def _of_fact(self, fact: Fact) -> Names:
        own = bool(fact.type.values) or fact.id in _NAMING
        shared = fact.id if own else fact.type.kind
        if shared not in self._facts:
            values: Mapping[str, str] = YES_NO if fact.type.kind == "yes_no" else fact.entry.value_keys
            labels: Mapping[str, str] = {name: texts[0] for name, texts in fact.type.values.items()}
            if fact.id in _NAMING:
                values, labels = _NAMING[fact.id](self.law)
            span = SPAN if fact.type.kind in _SPANNED else BOUNDS if fact.type.kind in BOUNDED else {}
            self._facts[shared] = _stated(span, values, labels, numeric=fact.type.kind in NUMBERS)
        return self._facts[shared]


def _nest(inside: dict[str, Any], keys: dict[str, str], labels: dict[str, str], name: str) -> None:
    """Put a fact with a dotted name under its first part as well: `content: {penalty: …}`."""
    first, _, rest = name.partition(".")
    outer = inside.get(first, NOTHING)
    inner, inner_keys, inner_labels = dict(outer.inside), dict(outer.keys), dict(outer.key_labels)
    inner[rest], inner_labels[rest] = inside[name], labels[name]
    zh_first, _, zh_rest = keys.get(name, "").partition(".")
    if zh_rest:
        keys.setdefault(first, zh_first)
        inner_keys[rest] = zh_rest
    if "." in rest:
        _nest(inner, inner_keys, inner_labels, rest)
    inside[first] = structs.replace(outer, inside=inner, keys=inner_keys, key_labels=inner_labels)


def _stated(
    span: Mapping[str, Key], values: Mapping[str, str], labels: Mapping[str, str], *, numeric: bool = False
) -> Names:
    """Return the names of what can be stated of a fact: a value, or one with its speaker."""
    plain = _named(span, values, labels, numeric=numeric)
    both = {**span, **STATEMENT}
    inside = dict.fromkeys(both, NOTHING) | {"value": plain, "by": Names(values=STATEMENT["by"].values)}
    keys = {name: key.zh for name, key in both.items()}
    return Names(inside, keys, values, value_labels=labels, numeric=numeric)


def _named(
    span: Mapping[str, Key], values: Mapping[str, str], labels: Mapping[str, str], *, numeric: bool = False
) -> Names:
    keys = {name: key.zh for name, key in span.items()}
    return Names(dict.fromkeys(span, NOTHING), keys, values, value_labels=labels, numeric=numeric)


def _keyed(of: Mapping[str, Any]) -> _Texts:
    return {name: each.key_zh for name, each in of.items() if each.key_zh}, {name: each.zh for name, each in of.items()}


def _of_fact(id_: str, law: Rulesets) -> _Texts:
    fact = law.vocabulary.fact(id_)
    if fact is None:
        return {}, {}
    return fact.entry.value_keys, {name: texts[0] for name, texts in fact.type.values.items()}


def _of_bases(law: Rulesets) -> _Texts:
    named = part_facts(law.vocabulary, ("violation",)).named
    return _keyed({name: named[name].entry for name in base_facts(law.vocabulary)})


def _instruments(law: Rulesets) -> _Texts:
    """Return the title by which each instrument is called, without the name of the state; none that two bear."""
    titles = {name: versions[-1].head.title.zh for name, versions in law.versions.items()}
    shown = {name: daily_title(title) for name, title in titles.items()}
    return {name: title for name, title in shown.items() if law.by_title.get(law_title(title)) == name}, titles


def _other_titles(law: Rulesets) -> dict[str, str]:
    """Return the titles that are accepted besides, long and short, of any version → the instrument; no editions."""
    heads = [version.head for version in law.all_versions()]
    titles = ((text, head.instrument) for head in heads for text in (head.title.zh, head.short.zh))
    return {
        text: name for text, name in titles if edition_of(text) is None and law.by_title.get(law_title(text)) == name
    }


def _inverse(of: Mapping[str, str]) -> dict[str, str]:
    return {text: name for name, text in of.items()}


_Source = Callable[[Rulesets], _Texts]
_CHOSEN: Mapping[tuple[type[BaseModel], str], _Source] = {
    (Organ, "field"): lambda law: _keyed(law.fields),
    (Citation, "instrument"): _instruments,
    (Citation, "rank"): partial(_of_fact, "violation.basis_ranks"),
    (Violation, "cause"): lambda law: _keyed(law.vocabulary.causes),
    (Penalty, "kind"): partial(_of_fact, "proposal.kinds"),
    (Penalty, "of"): _of_bases,
    (Step, KIND): lambda law: _keyed(law.vocabulary.steps),
    (CaseDocument, "step"): lambda law: _keyed(law.vocabulary.steps),
    **{(model, name): _of_bases for model in (StatedRange, StatedSpan, StatedTier) for name in BASES},
    (StatedSwitch, "base"): _of_bases,
}
"""Field → the values it chooses among, where they are things of the law and no fact lists them."""
_NAMING: Mapping[str, _Source] = {
    "violation.cause": _CHOSEN[Violation, "cause"],
    "organ.field": _CHOSEN[Organ, "field"],
}
"""Facts whose text is the name of something of the law."""
