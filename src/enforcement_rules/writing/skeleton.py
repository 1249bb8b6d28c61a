"""A case file that somebody begins: the parts, the steps in their order, the facts that its rules turn on.

Nothing is stated that the writer did not state: what is not known stays empty, which a case file reads as unknown, and
what would say that something happened is commented out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from pydantic import BaseModel

from enforcement_rules.explanation.names import find_names
from enforcement_rules.explanation.wording import Language
from enforcement_rules.model.case import Case, Citation, Evidence, Officer, Organ, Party, Penalty, Proposal, Violation
from enforcement_rules.model.vocabulary import Fact
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.writing.concerning import Room, field_of, room_for
from enforcement_rules.writing.rows import Rows
from enforcement_rules.writing.speech import Speech
from enforcement_rules.writing.wish import Wish

_PARTY, _VIOLATION, _OFFICER, _EVIDENCE = "p1", "v1", "o1", "e1"


def new_case(rulesets: Rulesets, wish: Wish, on: dt.date, lang: Language = "zh") -> str:
    """Return a case file to be filled in, as YAML with remarks, in Chinese or English keys.

    Args:
        rulesets: what is loaded.
        wish: field, procedure, provision and cause, as far as they are known (`wish_of`).
        on: by the law of which day: which steps there are and what facts matter.
        lang: of keys, values and remarks.
    """
    return _Skeleton(rulesets, wish, on, Speech.of(rulesets, lang)).text()


class _Skeleton:
    """Writes one file."""

    def __init__(self, rulesets: Rulesets, wish: Wish, on: dt.date, speech: Speech) -> None:
        self.rulesets = rulesets
        self.wish = wish
        self.on = on
        self.speech = speech
        self.say = speech.words.say
        self.room: Room = room_for(rulesets, wish, on)
        self.rows = Rows()
        self.day_told = False

    def text(self) -> str:
        self._head()
        self._organ()
        self._parties()
        self._violations()
        self._officers()
        self._steps()
        self._evidence()
        self._proposed()
        return self.rows.text()

    def _key(self, speech: Speech, depth: int, name: str, model: type[BaseModel], value: str = "", **off: int) -> None:
        """Put a key of the format with what it takes."""
        self.rows.put(depth, f"{speech.key(name)}: {value}".rstrip(), speech.about(model, name), **off)

    def _head(self) -> None:
        top, rows = self.speech, self.rows
        rows.remark(0, self.say("skeleton.head", day=self.on.isoformat()))
        rows.remark(0, self.say("skeleton.how"))
        rows.put(0, f"{top.key('schema')}: {Case.model_fields['format'].default}")
        self._key(top, 0, "number", Case)
        self._key(top, 0, "record", Case, top.value("record", "working"))
        procedure = self.wish.procedure
        self._key(top, 0, "procedure", Case, top.value("procedure", procedure) if procedure else "")
        self._facts(top, self.room.facts.get("case", ()), 0, taken=Case)

    def _organ(self) -> None:
        organ = self.speech.below("organ")
        self.rows.put(0, f"{self.speech.key('organ')}:")
        self._key(organ, 1, "name", Organ)
        field = self.wish.field
        self._key(organ, 1, "field", Organ, organ.value("field", field) if field else "")
        if field is None and (only := field_of(self.wish)):
            self.rows.remark(2, self.say("skeleton.field", field=organ.value("field", only)))
        for name in ("rank", "place", "capacity"):
            self._key(organ, 1, name, Organ)
        self._facts(organ, self.room.facts.get("organ", ()), 1, taken=Organ)

    def _parties(self) -> None:
        party = self.speech.below("parties")
        self.rows.put(0, f"{self.speech.key('parties')}:")
        self.rows.put(1, f"- {party.key('id')}: {_PARTY}", party.about(Party, "id"))
        for name in ("kind", "name", "identity_number", "credit_code"):
            self._key(party, 2, name, Party)
        self._facts(party, self.room.facts.get("party", ()), 2, taken=Party)

    def _violations(self) -> None:
        violation = self.speech.below("violations")
        self.rows.put(0, f"{self.speech.key('violations')}:")
        self.rows.put(1, f"- {violation.key('id')}: {_VIOLATION}", violation.about(Violation, "id"))
        self._key(violation, 2, "parties", Violation, f"[{_PARTY}]")
        self._cause(violation)
        self._provision(violation)
        for name in ("began", "ended", "discovered"):
            self._key(violation, 2, name, Violation)
        facts = self.room.facts.get("violation", ())
        amounts = [fact for fact in facts if fact.type.kind == "amount"]
        if amounts:
            self._key(violation, 2, "bases", Violation)
            bases = violation.below("bases")
            for fact in amounts:
                self.rows.put(3, f"{bases.key(fact.name)}:", bases.asked(fact))
        self._facts(violation, [fact for fact in facts if fact not in amounts], 2, taken=Violation)

    def _cause(self, violation: Speech) -> None:
        cause = self.wish.cause
        about = violation.about(Violation, "cause") if cause else self.say("skeleton.cause")
        self.rows.put(
            2, f"{violation.key('cause')}: {violation.value('cause', cause) if cause else ''}".rstrip(), about
        )
        named = self.wish.cited.provisions if self.wish.cited and not cause else ()
        for each in dict.fromkeys(cause for provision in named for cause in provision.causes):
            label = self.rulesets.vocabulary.causes[each]
            shown, said = violation.value("cause", each), violation.words.pick(label.zh, label.en)
            self.rows.remark(3, shown if shown == said else f"{shown}{self.say('colon')}{said}")

    def _provision(self, violation: Speech) -> None:
        cited = self.wish.cited
        self._key(violation, 2, "penalised_by", Violation)
        if cited is None:
            for instrument, article in self._uses():
                self._citation(violation, instrument, article, off=3)
            return
        self._citation(violation, cited.version.head.instrument, cited.article)
        for provision in cited.provisions:
            said = violation.words.pick(provision.says, provision.says_en)
            # Which edition was read: the one in force may not be encoded.
            edition = f"{cited.version.head.version} {provision.article}"
            self.rows.remark(4, f"{edition}{self.say('colon')}{said}")
        if not cited.provisions:
            self.rows.remark(4, self.say("skeleton.not_encoded"))

    def _citation(self, violation: Speech, instrument: str, article: str, **off: int) -> None:
        cited = violation.below("penalised_by")
        short = self.rulesets.versions[instrument][-1].head.short.zh
        known = violation.chinese and cited.below("instrument").names.english_values.get(short) == instrument
        # By its short title: a long one may name an edition, and nobody said which.
        named = f"{cited.key('instrument')}: {short if known else instrument}"
        remark = self.say("skeleton.perhaps") if off else cited.about(Citation, "article")
        self.rows.put(3, f"- {{{named}, {cited.key('article')}: {article}}}", remark, **off)

    def _uses(self) -> list[tuple[str, str]]:
        """Return the provisions that penalise the cause."""
        found = find_names(self.rulesets, self.wish.cause, ["causes"]).names if self.wish.cause else ()
        uses = found[0].uses if found else ()
        return [(use.instrument, use.article) for use in uses if use.as_ == "penalty"]

    def _officers(self) -> None:
        officer = self.speech.below("officers")
        self.rows.put(0, f"{self.speech.key('officers')}:", self.say("skeleton.list"))
        self.rows.put(1, f"- {officer.key('id')}: {_OFFICER}", officer.about(Officer, "id"), off=1)
        for name in ("name", "role"):
            self._key(officer, 2, name, Officer, off=1)

    def _steps(self) -> None:
        steps = self.speech.below("steps")
        self.rows.put(0, f"{self.speech.key('steps')}:", self.say("skeleton.steps"))
        for kind, entry in self.rulesets.vocabulary.steps.items():
            if kind in self.room.steps or kind == self._first_act():
                label = self.speech.words.pick(entry.zh, entry.en)
                sure = self.room.steps.get(kind, False)
                self._step(steps.kind(kind), kind, label if sure else self.say("skeleton.if_any", step=label))
                if sure or kind == self._first_act():
                    scope = kind if sure else "act"
                    self._facts(steps.kind(kind), self.room.facts.get(scope, ()), 2, off=1)

    def _first_act(self) -> str | None:
        """Return the kind of step that shows what is asked of every act on the spot."""
        acts = (kind for kind, entry in self.rulesets.vocabulary.steps.items() if entry.act)
        return next(acts, None) if "act" in self.room.facts else None

    def _step(self, step: Speech, kind: str, remark: str) -> None:
        self.rows.put(1, f"- {step.key('step')}: {step.value('step', kind)}", remark, off=1)
        self.rows.put(2, f"{step.key('on')}:", "" if self.day_told else self.say("skeleton.day"), off=1)
        self.day_told = True

    def _evidence(self) -> None:
        evidence = self.speech.below("evidence")
        self.rows.put(0, f"{self.speech.key('evidence')}:", self.say("skeleton.list"))
        self.rows.put(1, f"- {evidence.key('id')}: {_EVIDENCE}", evidence.about(Evidence, "id"), off=1)
        for name in ("kind", "title"):
            self._key(evidence, 2, name, Evidence, off=1)
        self._facts(evidence, self.room.facts.get("evidence", ()), 2, off=1, taken=Evidence)

    def _proposed(self) -> None:
        proposed = self.speech.below("proposed")
        self.rows.put(0, f"{self.speech.key('proposed')}:", self.say("skeleton.proposed"))
        self.rows.put(1, f"- {proposed.key('violation')}: {_VIOLATION}", off=1)
        self.rows.put(2, f"{proposed.key('party')}: {_PARTY}", off=1)
        self._key(proposed, 2, "treatment", Proposal, off=1)
        self._key(proposed, 2, "penalties", Proposal, off=1)
        self._penalties(proposed.below("penalties"))
        self._facts(proposed, self.room.facts.get("proposal", ()), 2, off=1, taken=Proposal)

    def _penalties(self, penalty: Speech) -> None:
        """Put the kinds of penalty that the provision threatens, each once, with its force."""
        threatened: dict[str, str] = {}
        for provision in self.wish.cited.provisions if self.wish.cited else ():
            for each in provision.then:
                threatened.setdefault(each.kind, each.force)
        for kind, force in threatened.items():
            fine = f", {penalty.key('amount')}: " if kind == "fine" else ""
            text = f"- {{{penalty.key('kind')}: {penalty.value('kind', kind)}{fine}}}"
            self.rows.put(3, text, self.say(f"skeleton.{force}"), off=1)
        if not threatened:
            text = f"- {{{penalty.key('kind')}: {penalty.value('kind', 'fine')}, {penalty.key('amount')}: }}"
            self.rows.put(3, text, penalty.about(Penalty, "kind"), off=1)

    def _facts(
        self,
        speech: Speech,
        facts: Iterable[Fact],
        depth: int,
        *,
        off: int | None = None,
        taken: type[BaseModel] | None = None,
    ) -> None:
        """Put facts under their names; those with a dot one inside the other; not those that are keys of the format."""
        keys = {field.alias or name for name, field in taken.model_fields.items()} if taken else set()
        grouped: dict[str, list[Fact]] = {}
        for fact in facts:
            if fact.name not in keys:
                grouped.setdefault(fact.name.partition(".")[0], []).append(fact)
        for first, below in grouped.items():
            if below[0].name == first:
                self.rows.put(depth, f"{speech.key(first)}:", speech.asked(below[0]), off=off)
                continue
            self.rows.put(depth, f"{speech.key(first)}:", off=off)
            inner = speech.below(first)
            for fact in below:
                rest = fact.name.partition(".")[2]
                self.rows.put(depth + 1, f"{inner.key(rest)}:", inner.asked(fact), off=off)
