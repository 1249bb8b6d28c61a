"""A clause that threatens is gone through: force, organ, party and what joins its kinds."""

from __future__ import annotations

import re

from msgspec import Struct

from enforcement_rules.statutes.clauses import Bounds
from enforcement_rules.statutes.outwards.codes import OFFICES, ORGAN_ENDS, PARTY_ENDS
from enforcement_rules.statutes.outwards.cues import (
    ACROSS,
    AND_THEN,
    APPROVED,
    ASKED,
    FORCE,
    INSTEAD,
    ITS_DOER,
    JOIN,
    JOINS,
    KINDS,
    LEAD,
    PROPOSED,
    STOP,
)
from enforcement_rules.statutes.outwards.cutting import Cut
from enforcement_rules.statutes.outwards.quantities import ranges_in
from enforcement_rules.statutes.outwards.refused import Doubt, Place, Reason


class Found(Struct):
    """One measure that a clause threatens, before the sentence around it is known."""

    kind: str
    start: int
    end: int
    force: str
    organ: tuple[Place, ...]
    party: tuple[Place, ...]
    ranges: tuple[Bounds, ...] = ()
    things: tuple[Place, ...] = ()
    joined: str = ""
    alone: bool = False
    approver: tuple[Place, ...] = ()
    as_in: tuple[str, ...] = ()


class Clause(Struct):
    """What one clause threatens, and what it names by itself.

    `topic` says that the party stands before a comma and so is the matter of all that follows in the tier; `holder`
    that the words of a measure name it (吊销船长的证书), and it bears that alone.
    """

    measures: list[Found]
    own_force: bool
    own_party: bool
    own_organ: bool
    topic: bool
    holder: bool = False
    cap: Bounds | None = None


class Scan:
    """Goes through one clause; every character is claimed by something, or the clause is refused."""

    def __init__(self, clause: Cut) -> None:
        self.clause, self.text, self.at = clause, clause.text, 0
        self.force, self.joined = "shall", ""
        self.alone = self.topic = self.holder = False
        self.organ: tuple[Place, ...] = ()
        self.party: tuple[Place, ...] = ()
        self.approver: tuple[Place, ...] = ()
        self.found: list[Found] = []
        self.own_force = False

    def doubt(self, reason: Reason = "not_in_grammar") -> Doubt:
        """Return a doubt about what is left of the clause."""
        return Doubt(reason, self.clause.start + self.at, self.clause.end)

    def take(self, pattern: re.Pattern[str]) -> str | None:
        """Take words that fit a pattern, and return them; `None` where none do."""
        match = pattern.match(self.text, self.at)
        if match is None or match.end() == self.at:
            return None
        self.at = match.end()
        return match[0]

    def place(self, start: int, end: int) -> Place:
        """Return a place of the clause as a place of the text."""
        return (self.clause.start + start, self.clause.start + end)

    def read(self) -> Clause:
        """Return what the clause threatens."""
        while self.at < len(self.text):
            before = self.at
            self._one()
            if self.at <= before:
                raise self.doubt()
        if not self.found or self.joined:
            raise self.doubt("unclear_scope")
        first = self.found[0]
        return Clause(self.found, self.own_force, bool(first.party), bool(first.organ), self.topic, self.holder)

    def _one(self) -> None:
        rest = self.text[self.at :]
        if self.found and not self.joined:
            return self._connect(rest)
        if not self.found and not self.joined and self.take(ACROSS):
            self.joined = "or" if rest.startswith("或者") else "step"
            return None
        opens = not self.found or self.joined in ("or", "step")
        if self.take(INSTEAD):
            self.alone = True
        elif self.take(LEAD):
            pass
        elif opens and APPROVED.match(rest):
            self._approved()
        elif opens and (PROPOSED.match(rest) or ASKED.match(rest)):
            self._proposed()
        elif FORCE.match(rest):
            self.own_force = True
            self.force = "may" if self.take(FORCE) in ("可以", "可", "有权") else "shall"
        elif rest[0] == "由" and opens:
            self.organ = self._named("unclear_party", ORGAN_ENDS)
        elif opens and not self.party and self.take(ITS_DOER):
            pass
        elif rest[0] in "对给" and not rest.startswith("给予") and self._may_name():
            self.party = self._named("unclear_party", PARTY_ENDS)
            self.topic = self.text[self.at : self.at + 1] == ","
        elif not self.found and not self.organ and self._subject():
            pass
        else:
            self.measure(rest)
        return None

    def _may_name(self) -> bool:
        """Whether a party may be named here: once, or once more in a list (对单位处…、对个人处…)."""
        return not self.party if not self.found else self.joined == "list"

    def _subject(self) -> bool:
        """Take the organ where it is the subject (海事管理机构可以…); say whether it was one."""
        if KINDS.match(self.text, self.at):
            return False
        for match in STOP.finditer(self.text, self.at):
            words = self.text[self.at : match.start()]
            if (
                words.endswith(OFFICES)
                and not KINDS.search(words)
                and not re.search("[由对,向将]|负责人|通报|通知|告知|抄送|移送|报请|提请|申请|委托", words)
            ):
                self.organ = (self.place(self.at, match.start()),)
                self.at = match.start()
                return True
        return False

    def name_holder(self, start: int, end: int) -> None:
        """Name who bears the measure that is being taken, by words of its own.

        Raises:
            Doubt: another party was named for it.
        """
        if self.party:
            raise self.doubt("unclear_party")
        self.party, self.holder = (self.place(start, end),), True

    def _connect(self, rest: str) -> None:
        """Take what joins the next kind to the one before it: 或者, 、, 和, 并处."""
        match = JOIN.match(rest)
        if match is None:
            raise self.doubt()
        own = re.match("(?:并|同时)(?:还)?(?:可以|可|应当)", rest) is not None
        if self.force == "may" and match[0] not in ("或者", "、", "直至") and not own:
            raise self.doubt("unclear_scope")
        if self.force == "may" and rest.startswith(AND_THEN) and not own and not rest.startswith("并处"):
            raise self.doubt("unclear_scope")
        self.joined = JOINS.get(match[0], "and")
        self.at += match.end()

    def _proposed(self) -> None:
        """Take who proposes a measure, or the government that is asked to order it (报请…人民政府…责令关闭)."""
        match = PROPOSED.match(self.text, self.at) or ASKED.match(self.text, self.at)
        if match is None:
            raise self.doubt()
        self.organ = (self.place(match.start(1), match.end(1)),)
        self.at = match.end()

    def _approved(self) -> None:
        """Take who has to approve what follows (报经有批准权的人民政府批准)."""
        match = APPROVED.match(self.text, self.at)
        if match is None:
            raise self.doubt()
        self.approver = (self.place(match.start(1), match.end(1)),)
        self.at = match.end()

    def _named(self, reason: Reason, ends: tuple[str, ...]) -> tuple[Place, ...]:
        """Take the words behind 由 or 对 up to what is done; they end in a word for such a body."""
        start = self.at + 1
        stops = (match.start() for match in STOP.finditer(self.text, start))
        end = next((n for n in stops if self.text[start:n].endswith(ends)), start)
        words = self.text[start:end]
        if not words or KINDS.search(words) or re.search("[由对,]|其中的", words.replace("或者由", "")):
            raise self.doubt(reason)
        if ranges_in(words, 0, len(words)):
            raise self.doubt("unclear_numeral")
        self.at = end
        return (self.place(start, end),)

    def add(
        self,
        kind: str,
        start: int,
        *,
        ranges: tuple[Bounds, ...] = (),
        things: tuple[Place, ...] = (),
    ) -> None:
        """Add a measure that ends here."""
        begin, end = self.place(start, self.at)
        self.found.append(
            Found(
                kind,
                begin,
                end,
                self.force,
                self.organ,
                self.party,
                ranges,
                things,
                self.joined,
                self.alone,
                self.approver,
            )
        )
        self.joined, self.alone = "", False

    def measure(self, rest: str) -> None:
        """Take one measure; `rest` is what is left of the clause."""
        raise NotImplementedError
