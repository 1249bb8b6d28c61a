"""A tree becomes its clause again: normal text with digits for every number."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from enforcement_rules.statutes.clauses.numerals import in_digits, plain_number
from enforcement_rules.statutes.clauses.tree import Leaf, Part, Quantity, Reference, Word, leaves

_COUNTED = "次 人 件 名 个 条 辆 艘 台 吨 公斤 千克 平方米 立方米 亩 份 种 起 处 只 头 株 米 公里 户 家"
FORMS: dict[str, tuple[str, ...]] = {
    "amount": ("{}元", "{}元人民币", "人民币{}元", "{}美元", "{}"),
    "multiple": ("{}倍", "等值", "{}"),
    "percent": ("百分之{}", "{}%", "{}"),
    "per_mille": ("千分之{}", "{}‰", "{}"),
    "per_ten_thousand": ("万分之{}",),
    "hours": ("{}小时",),
    "days": ("{}日", "{}天", "{}个工作日", "{}"),
    "months": ("{}个月", "{}月", "{}"),
    "years": ("{}年", "{}"),
    "life": ("终身", "终生", "永久"),
    "count": ("{}", *(f"{{}}{unit}" for unit in _COUNTED.split())),
}
"""Type of a quantity → the forms that it is written in. `{}` alone is a lower bound that shares the unit of the upper
one, as in 一至三倍, or a misprint, which the atom says."""


def printed(part: Part, text: str) -> str:
    """Return what a part says, from its values; spans, asides and refusals are taken from the normal text.

    It is the clause itself, with digits in place of numerals, where the tree is right.
    """
    return "".join(_leaf(each, text) for each in leaves(part))


def _leaf(leaf: Leaf, text: str) -> str:
    if isinstance(leaf, Word):
        return in_digits(leaf.word)
    if isinstance(leaf, Quantity):
        return quantity_text(leaf)
    if isinstance(leaf, Reference):
        return reference_text(leaf)
    return in_digits(text[leaf.start : leaf.end])


def quantity_text(quantity: Quantity) -> str:
    """Return a quantity in its form; one whose value is no number stands as it is and fits nothing."""
    value = value_of(quantity)
    return quantity.form.replace("{}", quantity.value if value is None else plain_number(value))


def value_of(quantity: Quantity) -> Decimal | None:
    """Return the number of a quantity; `None` where it is none."""
    try:
        return Decimal(quantity.value)
    except InvalidOperation:
        return None


def reference_text(reference: Reference) -> str:
    """Return a reference as the law writes it, with digits."""
    relative = reference.relative
    if reference.count is not None:
        relative = f"{relative[:1]}{reference.count}{relative[1:]}"
    parts = "".join(
        (f"第({each.number}){each.unit}" if each.brackets else f"第{each.number}{each.unit}")
        + (f"之{each.insert}" if each.insert else "")
        for each in reference.parts
    )
    return f"{reference.law}{relative}{parts}"
