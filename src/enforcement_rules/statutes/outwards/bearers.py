"""Who imposes a measure and who bears it: how far an organ and a party reach that a sentence names."""

from __future__ import annotations

import re
from typing import Final

from enforcement_rules.statutes.outwards.cutting import Cut
from enforcement_rules.statutes.outwards.refused import Doubt, Place
from enforcement_rules.statutes.outwards.scanning import Clause, Found

NO_PENALTY: Final = ("criminal", "civil")
NO_ORGAN: Final = (*NO_PENALTY, "disciplinary", "costs", "void", "nothing", "cap")
_RESPONSIBLE: Final = re.compile("责任人员|主管人员|负责人|代表人")
_PERSONS: Final = re.compile("人员|负责人|代表人|责任人|个人|船长|船员|驾驶人")
_OF_ANY_PARTY: Final = {"fine", "warning", *("licence_revocation", "licence_withdrawal", "licence_suspension")}
"""What an inner condition (情节严重的) may add for the party that the tier is about."""
_PERSONAL: Final = ("administrative_detention", "disciplinary")
_ANYBODY: Final = (
    "fine",
    "administrative_detention",
    "warning",
    "notice_of_criticism",
    "disciplinary",
    "as_referenced",
    "ban",
)
_LICENCES: Final = ("licence_revocation", "licence_suspension", "licence_withdrawal")
_OF_BODIES: Final = ("order_to_suspend_business", "order_to_close", "business_restriction", "qualification_lowering")
_ORDERED: Final = {"order", "stop", "publicity", "enforcement", "costs", "recovery", "other_measure", "void"}
"""What does not yet make who did the act the one who pays."""
_BOTH: Final = ("fine", "administrative_detention", "warning", "ban", "occupation_restriction", "deemed", "cap")
_OWN_LICENCE: Final = re.compile("^其|执业|从业|资格|驾驶|适任|导游证|领队证")
_CONTINUES: Final = re.compile(r"(?:可以|可|还可以|同时)?(?:并|同时)")


class Organs:
    """The organ of a sentence: one that is named reaches later tiers until another is named."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.now: tuple[Place, ...] = ()
        self.police: tuple[Place, ...] = ()
        self.unsure = self.imposed = False
        self.of_tier: tuple[Place, ...] | None = None

    def tier(self) -> None:
        """Begin a tier."""
        self.of_tier = None

    def settle(self, said: Clause, at: Cut, *, opens: bool) -> tuple[Place, ...]:
        """Return the organ of the measures of a clause that name none.

        Args:
            said: the clause.
            at: its place.
            opens: whether it is the first of its tier.

        Raises:
            Doubt: organs were named before, and whose the clause is, is not said.
        """
        penal = [one for one in said.measures if one.kind not in NO_ORGAN]
        if not penal:
            return ()
        if said.own_organ:
            self._named(said.measures[0], opens=opens)
        elif self.of_tier is None and self.unsure and {one.kind for one in penal} == {"deemed"}:
            return ()
        elif self.of_tier is None and self.police and {one.kind for one in penal} == {"administrative_detention"}:
            self.of_tier = self.police
        elif self.of_tier is None and (self.unsure or (self.police and _detains(penal))):
            raise Doubt("unclear_party", at.start, at.end)
        elif self.of_tier is None and opens:
            pass
        here = self.now if self.of_tier is None else self.of_tier
        self.imposed = True
        return here

    def _named(self, one: Found, *, opens: bool) -> None:
        aside = one.joined in ("or", "step")
        if not self.now and not self.unsure and not self.imposed:
            self.now = one.organ
        elif self._words(one.organ) == self._words(self.now):
            self.of_tier = None
        elif opens and self.now and not aside:
            self.now, self.of_tier, self.unsure = one.organ, None, False
        elif aside:
            pass
        else:
            detained = one.kind == "administrative_detention" and "公安" in "".join(self._words(one.organ))
            self.of_tier, self.unsure = one.organ, self.unsure or not detained
            self.police = one.organ if detained else ()

    def _words(self, places: tuple[Place, ...]) -> tuple[str, ...]:
        return tuple(self.text[start:end] for start, end in places)


def _detains(measures: list[Found]) -> bool:
    return any(one.kind == "administrative_detention" for one in measures)


def _held_again(kinds: list[str], before: list[str]) -> bool:
    """Whether a tier detains the persons whom the one before it detained."""
    again = kinds == before or set(kinds) == {"administrative_detention"}
    return again and "administrative_detention" in kinds and "administrative_detention" in before


class Parties:
    """The party of a tier, and whether the parties of the tiers before leave open who bears what follows."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.now: tuple[Place, ...] = ()
        self.topic = self.disciplined = self.holder = False
        self.main = self.led = self.named = False
        self.sole: tuple[Place, ...] | None = None
        self.kinds: list[str] = []
        self.kinds_of_last: list[str] = []
        self.last: tuple[Place, ...] = ()

    def tier(self) -> None:
        """Begin a tier: it names its party anew."""
        if self.now:
            self.last, self.kinds_of_last = self.now, self.kinds
        self.now, self.topic, self.kinds, self.disciplined = (), False, [], False
        self.holder = False

    def settle(self, said: Clause, at: Cut, kinds_of_tier: list[str], *, named: bool, inner: bool) -> tuple[Place, ...]:
        """Return who bears the measures of a clause; nobody where it is who did the act.

        `named` says that it is liability or 处分, which concern whom they concern.

        Raises:
            Doubt: parties were named before, and whether one of them bears it, is not said.
        """
        penal = [one.kind for one in said.measures if one.kind not in NO_PENALTY]
        if said.own_party:
            self.now, self.topic, self.holder = said.measures[0].party, said.topic, said.holder
            self.disciplined = set(penal) == {"disciplinary"}
        elif self.now and penal:
            self._goes_on(said, penal, at, inner=inner and not said.own_organ)
        elif penal and not named:
            self._inherits(penal, at, kinds_of_tier)
        self._remember(penal)
        return self.now

    def _goes_on(self, said: Clause, penal: list[str], at: Cut, *, inner: bool) -> None:
        further = said.measures[0].joined in ("or", "step")
        if further and all(self._of_persons(one) for one in said.measures):
            return
        if self.holder:
            raise Doubt("unclear_party", at.start, at.end)
        personal = self.is_person() and all(
            one.kind in ("administrative_detention", "ban", "disciplinary", "cap", "deemed", "occupation_restriction")
            or self._of_seamen(one)
            for one in said.measures
            if one.kind not in NO_PENALTY
        )
        if self.is_person() and not all(self._of_persons(one) for one in said.measures):
            raise Doubt("unclear_party", at.start, at.end)
        if inner and set(penal) <= _OF_ANY_PARTY:
            return
        others = said.own_organ and "administrative_detention" not in penal
        goes_on = _CONTINUES.match(at.text) is not None and not others
        fined = penal == ["fine"] and "fine" not in self.kinds and bool(self.kinds)
        if not (self.topic or personal or goes_on or fined or penal == ["deemed"]):
            raise Doubt("unclear_party", at.start, at.end)

    def _of_seamen(self, one: Found) -> bool:
        """Whether a licence is one that only persons have, and not a body's."""
        words = "".join(self.text[start:end] for start, end in one.things)
        return one.kind in _LICENCES and re.search("适任|驾驶证", words) is not None

    def _of_persons(self, one: Found) -> bool:
        """Whether a measure may be borne by persons who were named for something else before."""
        if self.disciplined and one.kind not in ("administrative_detention", "ban", "occupation_restriction"):
            return one.kind in (*NO_PENALTY, "disciplinary", "publicity", "credit_record")
        if one.kind in (*_LICENCES, "business_licence_revocation"):
            return any(_OWN_LICENCE.search(self.text[start:end]) for start, end in one.things)
        return not one.kind.startswith("order_to")

    def _inherits(self, penal: list[str], at: Cut, kinds_of_tier: list[str]) -> None:
        """Settle a tier without a party behind tiers with one."""
        persons = self.sole and any(_PERSONS.search(self.text[start:end]) for start, end in self.sole)
        fined = set(kinds_of_tier) == {"fine"} and set(self.kinds_of_last) - _ORDERED == {"fine"}
        if self.sole and ((persons and all(one in (*_BOTH, *NO_PENALTY) for one in kinds_of_tier)) or fined):
            self.now = self.sole
        elif self.last and (_held_again(kinds_of_tier, self.kinds_of_last) or self._dismissed(at, kinds_of_tier)):
            self.now = self.last
        elif (
            (self.named and any(one in _PERSONAL for one in penal))
            or (self.sole and any(one in _LICENCES or (one in _OF_BODIES and not persons) for one in penal))
            or (self.led and any(one in _ANYBODY for one in penal if one != "ban" or persons))
        ):
            raise Doubt("unclear_party", at.start, at.end)

    def _dismissed(self, at: Cut, kinds_of_tier: list[str]) -> bool:
        """Whether a tier bans those of the persons before it who were dismissed."""
        return set(kinds_of_tier) == {"ban"} and self.text[: at.start].endswith("受到开除处分的,")

    def _remember(self, penal: list[str]) -> None:
        matter = [one for one in penal if one not in ("disciplinary", "nothing", "deemed")]
        if not matter:
            self.named = self.named or bool(self.now and penal)
            return
        self.kinds.extend(matter)
        self.named = self.named or bool(self.now)
        if self.now and not self.main:
            self.led = True
            self.sole = self.now if self.sole in (None, self.now) else ()
        self.led = self.led or any(not _RESPONSIBLE.search(self.text[start:end]) for start, end in self.now)
        if not self.now and set(matter) - _ORDERED:
            self.main, self.sole = True, ()

    def is_person(self) -> bool:
        """Whether the party is surely made of persons."""
        return any(_PERSONS.search(self.text[start:end]) for start, end in self.now)
