"""Ranges of the law and of benchmarks as a case file states them, for texts that are not loaded: never checked."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict

from enforcement_rules.model.fields import Identifier, Text
from enforcement_rules.model.key import Key
from enforcement_rules.values.scalars import Amount

BASES = ("times", "percent_of", "per")
_Exactly = Annotated[Amount | None, Key("定额", "固定数额", "a fixed amount")]
_AtLeast = Annotated[Amount | None, Key("不低于", "下限，含本数", "the lower end, included")]
_MoreThan = Annotated[Amount | None, Key("高于", "下限，不含本数", "the lower end, not included")]
_AtMost = Annotated[Amount | None, Key("不高于", "上限，含本数", "the upper end, included")]
_Times = Annotated[Identifier | None, Key("倍数基数", "是哪一基数的倍数", "multiples of which base")]
_PercentOf = Annotated[Identifier | None, Key("百分比基数", "是哪一基数的百分之几", "percent of which base")]
_Per = Annotated[Identifier | None, Key("计量基数", "按哪一基数的每一单位", "for each unit of which base")]
_Deemed = Annotated[Amount | None, Key("基数至少按", "基数不足时按多少计算", "what the base counts as when it is less")]
_Capped = Annotated[Amount | None, Key("最高不超过", "倍数罚款的最高数额", "an amount that no multiple exceeds")]


class StatedSpan(BaseModel):
    """A range as the file states it: yuan, factors of `times`, percent of `percent_of`, a base of the violation.

    `deemed_at_least` is what the base counts as when it is less, `capped_at` an amount that no multiple exceeds.
    """

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    exactly: _Exactly = None
    at_least: _AtLeast = None
    more_than: _MoreThan = None
    at_most: _AtMost = None
    below: Annotated[Amount | None, Key("低于", "上限，不含本数", "the upper end, not included")] = None
    times: _Times = None
    percent_of: _PercentOf = None
    per: _Per = None
    deemed_at_least: _Deemed = None
    capped_at: _Capped = None

    def span(self) -> dict[str, Any]:
        """Return it in the form in which rulesets write a range."""
        return _as_span(self.model_dump(exclude_none=True))


class StatedTier(StatedSpan):
    """A tier (阶次) of a benchmark as the file states it, with its name; never checked."""

    name: Annotated[Text | None, Key("名称", "阶次的名称", "what the tier is called")] = None
    by: Annotated[Text | None, Key("出处", "阶次所载之处", "where the tier is stated")] = None

    def span(self) -> dict[str, Any]:
        """Return its range in the form in which rulesets write one; empty where only a name is stated."""
        return _as_span(self.model_dump(exclude={"name", "by"}, exclude_none=True))


class StatedSwitch(BaseModel):
    """The base whose size decides which of two stated ranges applies; `at` itself belongs to the upper one."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    base: Annotated[Identifier, Key("基数", "看哪一基数", "which base decides")]
    at: Annotated[Amount, Key("分界", "分界数额，属于上段", "where it divides; belongs to the upper range")]


class StatedRange(BaseModel):
    """A statutory range as the file states it, for a provision whose text is not loaded: never checked against the law.

    It is one range in the form of `StatedSpan`; or, with `switch`, two of them: `below` for a base that is smaller than
    the switch says, `otherwise` for all others.
    """

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    exactly: _Exactly = None
    at_least: _AtLeast = None
    more_than: _MoreThan = None
    at_most: _AtMost = None
    below: Annotated[
        Amount | StatedSpan | None,
        Key(
            "低于", "上限，不含本数；分段的，下段的幅度", "the upper end, not included; with a switch, the lower range"
        ),
    ] = None
    times: _Times = None
    percent_of: _PercentOf = None
    per: _Per = None
    deemed_at_least: _Deemed = None
    capped_at: _Capped = None
    switch: Annotated[StatedSwitch | None, Key("分段", "按基数大小分段", "two ranges by the size of a base")] = None
    otherwise: Annotated[StatedSpan | None, Key("上段", "达到分界时的幅度", "the range from the switch on")] = None
    by: Annotated[Text | None, Key("出处", "幅度所载之处", "where the range is stated")] = None

    def scale(self) -> dict[str, Any]:
        """Return it in the form in which rulesets write a fine, one range or two with a switch between them."""
        raw = self.model_dump(exclude={"by"}, exclude_none=True)
        if self.switch is None and self.otherwise is None and not isinstance(self.below, StatedSpan):
            return {"fine": _as_span(raw)}
        if self.switch is not None:
            raw["switch"]["base"] = f"violation.{self.switch.base}"
        inner = {key: _as_span(raw[key]) for key in ("below", "otherwise") if isinstance(raw.get(key), dict)}
        return raw | inner

    def bases(self) -> dict[tuple[str, ...], str]:
        """Return the names of the bases, by where they stand below it."""
        parts = [((), self), *(((key,), getattr(self, key)) for key in ("switch", "below", "otherwise"))]
        found = ((at, key, getattr(each, key, None)) for at, each in parts for key in (*BASES, "base"))
        return {(*at, key): name for at, key, name in found if name is not None}


def _as_span(raw: dict[str, Any]) -> dict[str, Any]:
    return raw | {key: f"violation.{raw[key]}" for key in BASES if key in raw}
