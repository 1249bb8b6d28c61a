"""What a clause threatens: from each kind outwards to its range, its base and its thing."""

from __future__ import annotations

from enforcement_rules.statutes.outwards.asides import is_liability, take_aside, take_late_fee, take_nothing
from enforcement_rules.statutes.outwards.bans import take_ban
from enforcement_rules.statutes.outwards.cues import GOES_ON
from enforcement_rules.statutes.outwards.cutting import Cut
from enforcement_rules.statutes.outwards.fines import (
    take_cap,
    take_deemed,
    take_each_time,
    take_imposed,
    take_rate,
    take_set,
)
from enforcement_rules.statutes.outwards.licences import take_licence
from enforcement_rules.statutes.outwards.orders import take_besides, take_continued, take_downgrade, take_order
from enforcement_rules.statutes.outwards.places import take_besides_elsewhere, take_elsewhere
from enforcement_rules.statutes.outwards.refused import placed
from enforcement_rules.statutes.outwards.scanning import Clause, Scan
from enforcement_rules.statutes.outwards.takings import take_back, take_confiscation


class _Measures(Scan):
    """The kinds that a clause may threaten, each with what stands beside it."""

    def read(self) -> Clause:
        """Return what the clause threatens; liability and an order that goes on fill it, whoever they name."""
        for kind, whole in (("civil", is_liability(self.text)), ("order", GOES_ON.match(self.text) is not None)):
            if whole:
                self.at = len(self.text)
                self.add(kind, 0)
        return super().read()

    def measure(self, rest: str) -> None:
        start = self.at
        whole = (
            take_nothing,
            take_late_fee,
            take_besides_elsewhere,
            take_elsewhere,
            take_aside,
            take_deemed,
            take_cap,
            take_set,
            take_continued,
        )
        if (
            any(take(self) for take in whole)
            or take_ban(self, start)
            or take_rate(self, start)
            or take_each_time(self, start)
            or take_back(self, start)
            or take_besides(self, start)
        ):
            return
        if rest.startswith("通报批评"):
            self.at += 4
            self.add("notice_of_criticism", start)
        elif rest.startswith("降低"):
            take_downgrade(self, start)
        elif rest.startswith(("责令", "限期")):
            take_order(self, start)
        elif rest == "予以没收":
            self.at = len(self.text)
            self.add("confiscation_of_illegal_property", start)
        elif rest.startswith("没收"):
            take_confiscation(self, start)
        elif not take_licence(self, start):
            take_imposed(self, start)


def clause_of(clause: Cut) -> Clause:
    """Return what a clause threatens.

    Raises:
        Doubt: anything in it is claimed by nothing, or may be read in two ways.
    """
    with placed(clause.start):
        return _Measures(clause).read()
