"""What is wrong with an amount, a range, a tier or a scheme, in Chinese and English."""

from __future__ import annotations

AMOUNTS: dict[str, tuple[str, str]] = {
    "derived_from_collection": (
        "此项推算所依据的各项；应为 {facts} 个事实，最后是 {expected}",
        "what this is worked out from; expected {facts} fact(s), then {expected}",
    ),
    "defined_by_itself": (
        "{fact} 的定义以它自己为条件；应以其他事实为条件",
        "the definition of {fact} rests on {fact} itself; expected other facts",
    ),
    "derived_from_prior": (
        "计数的来源不对；应为 {expected} 与一个日期",
        "what a count comes from; expected {expected} and a date",
    ),
    "expected_six_decimals": (
        "不是数量；应为非负数，至多六位小数",
        "no number; expected one that is not negative, with at most six decimals",
    ),
    "by_or_at_most": ("应写 by、at_most 之一", "expected exactly one of by and at_most"),
    "each_zero": ("每单位为零；应大于零", "a unit of zero; expected more than zero"),
    "one_base": (
        "times 与 percent_of 只应写一个；下端是百分比、上端是倍数的，两者应写同一基数，并写明上下两端",
        "two bases; expected times or percent_of, or both of one base: a lower end in percent, an upper multiple",
    ),
    "deemed_without_base": (
        "没有基数却写了 deemed_at_least；应与 times 或 percent_of 同写",
        "deemed_at_least without a base; expected times or percent_of with it",
    ),
    "days_of_fine": (
        "罚款没有期限；days、term 应写在其他种类之下",
        "the term of a fine; expected days or term with another kind only",
    ),
    "either_or_up_to": (
        "同一种处罚写了 either 又写了 up_to；择一的应写 either，“直至”的各级应写 up_to",
        "a penalty with both either and up_to; expected either for alternatives, up_to for the steps of a scale",
    ),
    "ordered_is_nothing": (
        "{words} 没有写明是什么；应写 kind（处罚种类）、order（责令）之一或者两者",
        "{words} is nothing; expected kind, order, or both",
    ),
    "ordered_kind": ("{value} 是处罚种类；应写作 {kind}", "{value} is a kind of penalty; expected {kind}"),
    "ordered_order": ("{value} 是责令；应写作 {order}", "{value} is an order; expected {order}"),
    "order_no_kind": (
        "{value} 是责令，不是处罚种类；应写在 orders（责令）之下：{order}",
        "{value} is an order and no kind of penalty; expected under orders: {order}",
    ),
    "order_in_rule": (
        "{value} 是责令，不是处罚种类；不应写在罚则的 then 之中，应在 says 中说明",
        "{value} is an order and no kind of penalty; expected no entry of then but a word of it in says",
    ),
    "kind_no_order": (
        "{value} 是处罚种类，不是责令；应写在 penalties（处罚）之下：{kind}",
        "{value} is a kind of penalty and no order; expected under penalties: {kind}",
    ),
    "ordered_either_way": (
        "{value} 与改正、没收一并作出而制止违法行为的，应在 orders（责令）之下写 {order}；"
        "在情节严重、逾期不改正时作出的，应在 penalties（处罚）之下写 {kind}",
        "{value} is an order where it ends the unlawful act beside correction or confiscation, expected under orders: "
        "{order}; in a further tier it is a penalty, expected under penalties: {kind}",
    ),
    "unknown_approval": (
        "没有叫 {name} 的批准；应为 {expected} 之一，或者在词汇表的 approvals 中写明",
        "no approval is called {name}; expected one of {expected}, or an entry of approvals in a vocabulary",
    ),
    "scale_of_one": (
        "{name} 只有一级；“直至”至少有两级，应写同一个 up_to",
        "{name} has one step; expected at least two penalties with the same up_to",
    ),
    "scale_descends": (
        "{kind} 轻于前一级 {before}；up_to 的各级应由轻到重",
        "{kind} is lighter than the step before it, {before}; expected the steps of up_to from light to heavy",
    ),
    "scale_conditions_differ": (
        "同一个 up_to 的各级应有同样的 when 和 force：选到哪一级由机关决定，最重的一级不另加条件",
        "the steps of one up_to differ in when or force; expected the same: the heaviest needs no more than the others",
    ),
    "days_or_term": ("期限写了两次；应写 days、term 之一", "the term is given twice; expected one of days and term"),
    "term_length": (
        "不是期限；应为 years、months、days 的大于零的数，或者只写 for_life: true",
        "no term; expected years, months or days of more than zero, or for_life: true alone",
    ),
    "term_units_mixed": (
        "两端以不同的单位写成，长短依历法而定；应以同一单位写两端，或者都写年、月",
        "the ends are in different units and the calendar decides which is longer; expected both in the same unit, "
        "or both in years and months",
    ),
    "for_life_twice": (
        "期限的上端已是终身；or_for_life 应删去，或者把上端写成年数",
        "the upper end is for life already; expected no or_for_life, or an upper end in years",
    ),
    "days_in_units": (
        "days 的两端只写日数；以年、月计的或者终身的，应写作 term",
        "the ends of days are numbers of days; expected term for years, months, or for life",
    ),
    "term_without_end": (
        "期限没有上下端；应有 exactly、at_least、at_most 之一",
        "a term without an end; expected one of exactly, at_least, at_most",
    ),
    "instrument_or_title": (
        "应写 instrument、title 之一",
        "expected exactly one of instrument (a loaded one) and title (one that is not)",
    ),
    "tier_form": (
        "阶次的形式不对；应为 fine，below 与 otherwise，branches，spares 之一",
        "the form of the tier; expected one of fine, below with otherwise, branches, spares",
    ),
    "unknown_branch": (
        "没有分支 {name}；应为 {expected} 之一",
        "there is no branch {name}; expected one of {expected}",
    ),
    "lower_or_raise": ("应写 lower_by、raise_by 之一", "expected exactly one of lower_by and raise_by"),
    "scheme_form": (
        "裁量方法的形式不对；应为 bands，或者 share、adjustments",
        "the form of the scheme; expected bands, or share and adjustments",
    ),
    "unknown_base": (
        "没有数额基数 {base}；应为违法行为的数额事实",
        "there is no base {base}; expected a fact of the violation that is a number",
    ),
    "one_end": (
        "同一端写了两次；应至多一个下端、一个上端",
        "an end is given twice; expected one lower and one upper end",
    ),
    "no_end": (
        "没有上下端；应至少有 at_least、more_than、at_most、below 之一",
        "no end; expected at least one of at_least, more_than, at_most, below",
    ),
    "range_upside_down": (
        "下端高于上端；应先低后高",
        "the lower end lies above the upper; expected the lower one first",
    ),
    "fine_shape": (
        "罚款幅度不完整；应为 fine，或者 switch、below、otherwise 三项，或者 branches",
        "the range of the fine is incomplete; expected fine, or switch with below and otherwise, or branches",
    ),
    "stated_range_shape": (
        "所述幅度不完整；应为一个幅度，或者 switch、below、otherwise 三项",
        "the range stated is incomplete; expected one range, or switch with below and otherwise",
    ),
    "range_without_fine": (
        "不是罚款却有幅度；幅度只应写在 fine 之下",
        "a range without a fine; expected a range with kind fine only",
    ),
}
