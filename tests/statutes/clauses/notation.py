"""Trees written by hand: the clause with the tree around its words.

    {T:{act:违反规定饲养信鸽},由{organ:主管部门}{M:处{R:{q:1000元}以下}{k.fine:罚款}}。}

Groups: `S` sentences, `T` tiers, `G` together, `A` alternative, `P` step; `M` measure, `R` range, `C` condition. Spans have
the name of their role, with the types of their numerals behind a slash (`act/count`). `k.fine`, `b.tax`, `m.duty`: a kind, a
base, a mention; `q` a quantity, `r` a reference, `x.civil` an aside, `refused.misprint` a refusal. Words of the other
lists need no braces. `{k.fine:}` is a kind that is not said again.
"""

from __future__ import annotations

import hashlib
import re

from enforcement_rules.statutes.clauses import (
    FORMS,
    WORDS,
    Aside,
    CitedPart,
    Condition,
    Group,
    Measure,
    Numeral,
    Quantity,
    Range,
    Reference,
    Refusal,
    Span,
    Unit,
    Word,
    in_digits,
    numerals_in,
)

GROUPS = {"S": "sentences", "T": "tiers", "G": "together", "A": "alternative", "P": "step"}
ROLES = {"k": "kind", "b": "base", "m": "mention"}
SPANS = ["party", "organ", "approver", "act", "condition", "exception", "thing", "duty", "base", "unit", "law", "since"]
BARE = ["failure", "tier", "gains", "crime", "listed", "bound", "daily", "verb", "force", "link", "mark", "per"]
LISTED = sorted(
    {(word, role, meaning) for role in BARE for meaning, words in WORDS[role].items() for word in words},
    key=lambda each: (-len(each[0]), BARE.index(each[1]), each[2] != "step", each[2]),
)
CITED = re.compile(r"第(\()?(\d+)\)?([条款项目])(?:之(\d+))?")
LAW = re.compile(r"(本法典|本法|本条例|本办法|本规定|本细则|本决定|该法|该条例)?")
RELATIVE = re.compile(r"(本条|本款|本项|该款|该条|前)(\d+)?([条款项])?")


class Notation:
    """Reads one tree."""

    def __init__(self, source):
        self.source, self.at, self.text = source, 0, ""

    def unit(self, citation):
        parts = self.parts()
        assert self.at == len(self.source), f"behind {self.source[: self.at][-30:]}"
        (root,) = parts
        return Unit(citation=citation, sha256=hashlib.sha256(self.text.encode()).hexdigest(), root=root), self.text

    def parts(self):
        found = []
        while self.at < len(self.source) and self.source[self.at] != "}":
            if self.source[self.at] == "{":
                found.append(self.node())
            else:
                found.append(self.bare())
        return tuple(found)

    def node(self):
        tag, _, _ = self.source[self.at + 1 :].partition(":")
        self.at += len(tag) + 2
        name, _, rest = tag.partition("/")
        if name in ("M", "R", "C", *GROUPS):
            parts = self.parts()
            self.at += 1
            made = {"M": Measure, "R": Range, "C": Condition}.get(name)
            return made(parts=parts) if made else Group(joined=GROUPS[name], parts=parts)
        content, _, _ = self.source[self.at :].partition("}")
        self.at += len(content) + 1
        start = len(self.text)
        self.text += content
        return self.leaf(name, rest.split(",") if rest else [], content, {"start": start, "end": len(self.text)})

    def leaf(self, name, types, content, place):
        role, _, meaning = name.partition(".")
        if name in SPANS:
            return Span(role=name, numerals=numerals(content, types, place["start"]), **place)
        if role in ROLES:
            return Word(role=ROLES[role], means=meaning, word=content, **place)
        if role == "w":
            given, _, meaning = meaning.partition(".")
            return Word(role=given, means=meaning, word=content, **place)
        if name == "q":
            return quantity(content, place)
        if role == "q":  # a number without a unit
            return Quantity(type=meaning, value=in_digits(content), form="{}", **place)
        if name == "r":
            return reference(content, place)
        if role == "x":
            return Aside(kind=meaning, numerals=numerals(content, types, place["start"]), **place)
        assert role == "refused", name
        return Refusal(reason=meaning, **place)

    def bare(self):
        rest = re.match(r"[^{}]+", self.source[self.at :])[0]
        for length in range(len(rest), 0, -1):
            for word, role, meaning in LISTED:
                if word == rest[:length]:
                    start = len(self.text)
                    self.text += rest[:length]
                    self.at += length
                    return Word(role=role, means=meaning, word=word, start=start, end=len(self.text))
        raise AssertionError(f"no listed word at {rest[:20]}")


def numerals(content, types, start):
    found = list(numerals_in(content))
    assert len(found) == len(types), f"{content}: {[content[each.start : each.end] for each in found]} {types}"
    return tuple(
        Numeral(start=start + each.start, end=start + each.end, type=kind, value=value(each.value))
        for each, kind in zip(found, types, strict=True)
    )


def value(number):
    if number is None:
        return None
    return str(int(number)) if number == int(number) else str(number.normalize())


def quantity(content, place):
    own = in_digits(content)
    for kind, forms in FORMS.items():
        for form in forms:
            pattern = re.escape(form).replace(r"\{\}", r"(\d+(?:\.\d+)?)")
            found = re.fullmatch(pattern, own)
            if found and form != "{}":
                number = found[1] if found.groups() else "1"
                return Quantity(type=kind, value=number, form=form, **place)
    raise AssertionError(f"no quantity: {content}")


def reference(content, place):
    own = in_digits(content)
    law = LAW.match(own)[0]
    rest = own[len(law) :]
    relative, count = "", None
    found = RELATIVE.match(rest)
    if found:
        relative, count, rest = f"{found[1]}{found[3] or ''}", found[2], rest[found.end() :]
    parts = []
    while rest:
        part = CITED.match(rest)
        assert part, content
        parts.append(CitedPart(unit=part[3], number=int(part[2]), insert=int(part[4] or 0), brackets=bool(part[1])))
        rest = rest[part.end() :]
    return Reference(law=law, relative=relative, count=count and int(count), parts=tuple(parts), **place)


def tree(source, citation="第一条第一款"):
    """Return the unit that a notation writes, and the normal text that it stands for."""
    return Notation(source).unit(citation)
