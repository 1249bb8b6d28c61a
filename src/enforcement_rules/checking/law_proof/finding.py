"""What the proof says of a rule and the text it rests on: a code, its arguments, a place on both sides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from enforcement_rules.checking.law_proof.said import Said
from enforcement_rules.values.errors import Place
from enforcement_rules.values.visible import filled, visible

Level = Literal["contradiction", "not_encoded", "not_proved"]
"""The rule and the text differ; the text threatens what no rule holds; the proof could not read rule or text."""

LEVELS: dict[Level, tuple[str, str]] = {
    "contradiction": ("矛盾", "contradiction"),
    "not_encoded": ("未编码", "not encoded"),
    "not_proved": ("未证", "not proved"),
}

MESSAGES: dict[str, tuple[str, str]] = {
    "citation": ("条文引注在文本中找不到：{why}", "the citation names nothing in the text: {why}"),
    "several_places": (
        "引了几处（{own}），证明程序只能对照一处",
        "it cites several places ({own}); the proof can compare with one",
    ),
    "not_in_text": ("文本没有这一项处罚（{own}）", "the text has no such penalty ({own})"),
    "as_in": (
        "规则说处罚同{own}，文本没有这样援引",
        "the rule takes its penalties from {own}; the text does not refer there",
    ),
    "missing": ("规则缺少文本的一项处罚（{other}）", "the rule lacks a penalty of the text ({other})"),
    "kind": ("种类不同：规则为 {own}，文本为 {other}", "kind differs: the rule says {own}, the text {other}"),
    "force": ("应当、可以不同：规则为 {own}，文本为 {other}", "force differs: the rule says {own}, the text {other}"),
    "range": ("幅度不同：规则为 {own}，文本为 {other}", "range differs: the rule says {own}, the text {other}"),
    "party": ("受处罚人不同：规则为 {own}，文本为 {other}", "party differs: the rule says {own}, the text {other}"),
    "condition": ("条件不同：规则为 {own}，文本为 {other}", "conditions differ: the rule says {own}, the text {other}"),
    "alternative_invented": ("文本没有把它与 {other} 写成择一", "the text does not make it an alternative to {other}"),
    "alternative_missing": ("文本把它与 {other} 写成择一", "the text makes it an alternative to {other}"),
    "scale": ("文本以“直至”把它与 {other} 写成轻重各档", "the text makes it a step of a scale (直至) with {other}"),
    "no_scale": (
        "文本把它与 {other} 写成择一，不是“直至”的轻重各档",
        "the text makes it an alternative to {other}, not a step of a scale (直至)",
    ),
    "act": (
        "所引之处写的似是另一行为；{other} 更近",
        "the place it cites seems to state another act; {other} is nearer",
    ),
    "act_of_cause": (
        "案由 {own} 所指似是另一处的行为；{other} 更近",
        "cause {own} seems to name the act of another place; {other} is nearer",
    ),
    "encoded_twice": ("规则 {other} 对同一案由引同一处", "rule {other} cites the same place for the same causes"),
    "atom_not_encoded": (
        "文本的处罚（{other}）没有规则，也没有指明它的缺口",
        "no rule holds a penalty of the text ({other}), nor does a gap name it",
    ),
    "gap_names_nothing": (
        "缺口 {own} 指明的处罚（{other}）在文本中没有，或者已有规则、已另有缺口指明",
        "gap {own} names a penalty ({other}) that the text has not, or that a rule holds or a gap names already",
    ),
    "accepted_needlessly": (
        "已没有需要接受的 {own}",
        "nothing is left to accept of {own}",
    ),
    "numeral_twice": (
        "文本的数字“{word}”归入了两项处罚",
        "the numeral {word} of the text belongs to two penalties",
    ),
    "text_unreadable": ("文本读不出（{why}）", "its text cannot be read ({why})"),
    "condition_unknown": (
        "条件 {own} 与文本如何对应，证明程序不知道",
        "how the condition {own} answers to the text is not known to the proof",
    ),
    "base_unknown": (
        "基数 {own} 与文本如何对应，证明程序不知道",
        "how the base {own} answers to the text is not known to the proof",
    ),
    "condition_form": (
        "条件的写法（择一、量化）超出证明程序所能读",
        "the form of the condition (any of, some or every) is beyond the proof",
    ),
    "party_form": ("受处罚人的写法（{own}）超出证明程序所能读", "the form of the party ({own}) is beyond the proof"),
    "range_form": ("幅度的写法（{own}）超出证明程序所能读", "the form of the range ({own}) is beyond the proof"),
    "source": ("幅度取自已公布的决定，不是条文", "its range is from published decisions, not from the text"),
    "word_not_read": ("文本的“{word}”没有读懂", "the word {word} of the text was not understood"),
    "numeral_unknown": ("文本的数字“{word}”不知何意", "what the numeral {word} of the text counts is not known"),
    "numeral_not_read": (
        "文本的数字“{word}”没有归入任何处罚或者条件",
        "the numeral {word} of the text belongs to no penalty or condition that was read",
    ),
    "no_amount": ("文本的罚款没有数额", "a fine of the text has no amount here"),
    "no_base": ("文本的倍数没有读出基数", "what a multiple of the text multiplies was not read"),
    "party_unknown": ("文本的受处罚人“{word}”没有读懂", "the party {word} of the text was not understood"),
    "reference": ("文本援引他处（{word}），未能归结", "the text refers elsewhere ({word}), which was not resolved"),
    "nothing_read": ("在所引之处没有读出任何处罚", "no penalty was read in the place it cites"),
}


class Finding(Struct, frozen=True, kw_only=True):
    """One thing found, with its place in the rules and in the text.

    Attributes:
        code: of the sentence.
        level: what it comes to.
        rule: the id of the rule, or of the version where no rule is concerned.
        place: in the file of the rules.
        law: the title of the text; empty where there is none.
        passage: the place in it, as the law cites it.
        sentence: the number of the sentence of that paragraph or item; zero where the whole is meant.
        span: the characters of the normal text of that paragraph or item, from and to; zeros where the whole is meant.
        text: the file and line of the text.
        args: what the sentence names; a pair is the same in Chinese and English.
        accepted: why the rule is right all the same; empty where nobody says so.
    """

    code: str
    level: Level
    rule: str
    place: Place
    law: str = ""
    passage: str = ""
    sentence: int = 0
    span: tuple[int, int] = (0, 0)
    text: Place | None = None
    args: Mapping[str, str | Said] = field(default_factory=dict)
    accepted: str = ""

    def line(self, lang: str = "en") -> str:
        """Return `file:line:column: level code rule: sentence [law, article, sentence, characters, file:line]`."""
        at = 0 if lang == "zh" else 1
        args = {name: value if isinstance(value, str) else value[at] for name, value in self.args.items()}
        said = filled(MESSAGES[self.code][at], args)
        return visible(f"{self.place}: {LEVELS[self.level][at]} {self.code} {self.rule}: {said}{self._beside(at)}")

    def _beside(self, at: int) -> str:
        """Return the place of the text in square brackets."""
        if self.text is None:
            return ""
        parts = [f"《{self.law}》{self.passage}" if self.law else self.passage]
        if self.sentence:
            parts.append((f"第{self.sentence}句", f"sentence {self.sentence}")[at])
        if any(self.span):
            first, last = self.span[0] + 1, self.span[1]
            parts.append((f"第{first}—{last}字", f"characters {first}-{last}")[at])
        return f" [{('，', ', ')[at].join([*parts, self.text.of_line])}]"
