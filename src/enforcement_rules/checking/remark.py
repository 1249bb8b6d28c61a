"""What a check has to say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from enforcement_rules.rules.base import Rule
from enforcement_rules.rules.ruleset import Version
from enforcement_rules.values.errors import Place
from enforcement_rules.values.visible import filled, visible

MESSAGES: dict[str, tuple[str, str]] = {
    "no_citation": (
        "{rule}：“{article}”不是条文引注；应如 第三条 或者 第三条第一款",
        "{rule}: {article!s} is no citation of an article; expected one such as 第三条 or 第三条第一款",
    ),
    "article_not_listed": (
        "{rule}：instrument.yaml 没有 {article}",
        "{rule}: {article} is not listed in instrument.yaml",
    ),
    "article_not_encoded": (
        "{rule}：{article} 在 instrument.yaml 中标为 {status}",
        "{rule}: {article} is marked {status} in instrument.yaml",
    ),
    "read_again": (
        "{rule}：{article}自 {on} 读过以后与所附文本不同，须重新对照（{text}；当时 {kept}，现为 {found}）",
        "{rule}: {article!s} is not as it was read on {on}; read it again ({text}; then {kept}, now {found})",
    ),
    "read_again_gone": (
        "{rule}：{on} 读过的{article}不在所附文本中，须重新对照（{text}；当时 {kept}）",
        "{rule}: {article!s}, read on {on}, is not in the text; read it again ({text}; then {kept})",
    ),
    "reference_unresolved": (
        "{rule}：所依照的 {named} 没有罚则，或者其处罚不止一种，无法确定；该条未适用",
        "{rule}: {named}, whose penalties it refers to, has no provision, or several that differ; it is not applied",
    ),
    "article_without_rule": ("{article} 标为已编码而没有规则", "{article} is marked encoded but has no rule"),
    "articles_missing": ("条文不连续，缺 {missing}", "articles are not contiguous; missing {missing}"),
    "entry_without_condition": ("清单项 {rule} 没有条件", "entry {rule} has no condition"),
    "entry_effect": (
        "清单 {list} 的效果与其类别不符：{effects}",
        "list {list} has effects that are not its own: {effects}",
    ),
    "tier_outside": (
        "{rule}：{part_zh}阶次 {tier}（{own_zh}）越出法定幅度（{statutory_zh}）",
        "{rule}: {part_en}tier {tier} ({own_en}) leaves the statutory range ({statutory_en})",
    ),
    "tier_overlap": (
        "{rule}：{part_zh}阶次 {tier}（{own_zh}）与 {other}（{other_zh}）重叠于 {at_}",
        "{rule}: {part_en}tiers {tier} ({own_en}) and {other} ({other_en}) both hold {at_}",
    ),
    "tier_gap": (
        "{rule}：{part_zh}阶次 {other}（{other_zh}）与 {tier}（{own_zh}）之间有空隙：{gap_zh}",
        "{rule}: {part_en}there is a gap between tiers {other} ({other_en}) and {tier} ({own_en}): {gap_en}",
    ),
    "tier_cap_below_floor": (
        "{rule}：{part_zh}阶次 {tier} 的封顶数额 {cap} 可能低于法定下限（{statutory_zh}）",
        "{rule}: {part_en}the cap {cap} of tier {tier} may lie below the statutory floor ({statutory_en})",
    ),
    "tier_not_below": (
        "{rule}：{part_zh}减轻阶次 {tier}（{own_zh}）没有低于法定下限（{statutory_zh}）",
        "{rule}: {part_en}tier {tier} ({own_en}) mitigates but does not lie below the floor ({statutory_en})",
    ),
    "tier_spares_without_ground": (
        "{rule}：阶次 {tier} 不予处罚，条件却不具备第三十三条的要件",
        "{rule}: tier {tier} spares the party without asking for what art. 33 asks for",
    ),
    "tiers_begin_late": (
        "{rule}：{part_zh}各阶次从 {at_} 起，法定下限 {bound} 更低",
        "{rule}: {part_en}the tiers begin at {at_}, above the statutory floor of {bound}",
    ),
    "tiers_end_early": (
        "{rule}：{part_zh}各阶次止于 {at_}，法定上限 {bound} 更高",
        "{rule}: {part_en}the tiers end at {at_}, below the statutory ceiling of {bound}",
    ),
    "list_without_ground": ("清单 {list} 没有写明法律依据（ground）", "list {list} names no ground in law"),
    "ground_unknown": (
        "清单 {list} 的依据 {article} 不在已载入的文件中",
        "the ground of list {list}, {article}, is no article of the loaded instrument",
    ),
    "entry_without_basis": (
        "清单项 {rule} 没有写明处罚条款（penalised_by）",
        "entry {rule} does not name the provision that penalises",
    ),
    "mitigation_without_ground": (
        "减轻清单项 {rule} 的条件不含任何法定减轻情形",
        "entry {rule} mitigates without any ground that the law knows",
    ),
    "minor_narrowed": (
        "轻微不罚清单项 {rule} 另加了“初次”要件，限缩了第三十三条第一款前段",
        "entry {rule} of a minor-violation list also asks for a first violation, narrower than art. 33(1)",
    ),
    "basis_expired": (
        "{rule}：所引 {article} 自 {to} 起已失效",
        "{rule}: {article}, which it cites, was in force until {to}",
    ),
    "tier_shape": (
        "{rule}：阶次 {tier} 的形式与法定幅度不同",
        "{rule}: tier {tier} has not the shape of the statutory range",
    ),
    "statute_differs": (
        "{rule}：所述法定幅度与已载入的 {article} 不同",
        "{rule}: the range it states differs from {article} as loaded",
    ),
    "statute_missing": (
        "{rule}：已载入的文件没有 {article} 的罚则",
        "{rule}: the loaded instrument has no provision {article}",
    ),
    "unknown_replaced": ("{rule}：没有所代替的要求 {named}", "{rule}: there is no duty {named} to replace"),
    "unknown_element_spelt_out": (
        "{rule}：没有所具体化的要件 {named}",
        "{rule}: there is no element {named} to spell out",
    ),
    "unknown_step": ("{rule}：没有步骤 {step}", "{rule}: there is no step {step}"),
    "points_differ_from_total": (
        "评查标准 {standard}：各项分值合计 {sum}，总分 {total}",
        "standard {standard}: the points of its items come to {sum}, its total is {total}",
    ),
    "item_without_points": (
        "评查项 {rule} 既不否决也没有分值",
        "item {rule} has neither a veto nor points",
    ),
    "appraised_rule_unknown": (
        "评查项 {rule}：{named} 没有这条程序义务",
        "item {rule}: there is no duty {named}",
    ),
    "appraised_instrument_not_loaded": (
        "评查项 {rule}：没有载入 {named} 的文件，未核对",
        "item {rule}: the instrument of {named} is not loaded; not checked",
    ),
    "never_holds": ("{rule}：条件不可能成立（{fact}）", "{rule}: the condition can never hold ({fact})"),
    "no_source": (
        "{rule}：幅度取自已公布的决定而未列出来源",
        "{rule}: range from published decisions without its sources",
    ),
    "conflict": (
        "{rule} 与 {other} 条件相同而应当的效果相反",
        "{rule} and {other} have the same condition and opposite binding effects",
    ),
    "key_zh_missing": ("{name} 没有 key_zh（中文键）", "{name} has no key_zh (its key in Chinese case files)"),
    "key_zh_shared": (
        "{place}：{name} 与 {other} 的中文键同为 {key}",
        "{place}: {name} and {other} share the Chinese key {key}",
    ),
    "key_zh_differs": (
        "{place}：{name} 的中文键有 {other} 和 {key} 两个",
        "{place}: {name} has two Chinese keys, {other} and {key}",
    ),
    "key_zh_dots": (
        "{name} 的中文键 {key} 与名称的点数不同",
        "{name}: its Chinese key {key} has not as many dots as its name",
    ),
    "harsh_without_consequence": ("{rule}：{severity} 而没有后果", "{rule}: {severity} but without a consequence"),
    "no_english": (
        "{what}：没有英文（{key}）；供他人使用的规则集两种文字都要有",
        "{what}: there is no English text ({key}); a ruleset meant to be shared has both",
    ),
    "same_in_both": ("{rule}：says 与 says_en 相同", "{rule}: says and says_en are the same"),
    "in_force_upside_down": ("施行期间的终点早于起点", "in force to a day before it begins"),
    "old_source": ("来源最近核对于 {checked}，已逾三年", "sources last checked on {checked}, over three years ago"),
}


class Remark(Struct, frozen=True):
    """One thing wrong with a ruleset: a code, its arguments, and where."""

    code: str
    args: Mapping[str, Any] = field(default_factory=dict)
    place: Place | None = None

    def line(self, lang: str = "en") -> str:
        """Return `file:line: code message`."""
        text = filled(MESSAGES[self.code][0 if lang == "zh" else 1].replace("!s", ""), self.args)
        where = self.place.of_line if self.place else "rulesets"
        return visible(f"{where}: {self.code} {text}")


def remark(code: str, version: Version, rule: Rule | None = None, at: Place | None = None, **args: Any) -> Remark:
    """Return a remark on a rule, or on a version as a whole.

    Args:
        code: of the sentence.
        version: on which it is.
        rule: on which it is.
        at: where it is, when that is a part of the rule.
        args: what the sentence names.
    """
    place = at or (rule.place if rule else None)
    if place is None:
        file = next((r.place.file for r in version.rules() if r.place), version.head.id)
        place = Place(file.rpartition("/")[0] + "/instrument.yaml" if "/" in file else file, 1)
    named = {"rule": version.rule_id(rule.name)} if rule else {}
    return Remark(code, named | args, place)
