"""What is wrong with a vocabulary, and with values of which a file states only bounds, in Chinese and English."""

from __future__ import annotations

VOCABULARY: dict[str, tuple[str, str]] = {
    "expected_bounds": (
        "不是界限；应为 at_least 或者 more_than、at_most 或者 below，先低后高",
        "no bounds of a value; expected at_least or more_than, at_most or below, the lower one not above the upper",
    ),
    "shared_with_others": (
        "应为 party 之外的其他当事人，并写明 party",
        "expected other parties than party, and party itself with them",
    ),
    "times_and_of": (
        "times 与 of 应同写：多少倍、哪一基数",
        "times without of, or of without times; expected both: how many times which base",
    ),
    "expected_foreign": (
        "不是外币数额；应为 amount、currency，折算为元的另写 yuan",
        "no sum in a foreign currency; expected amount and currency, and yuan where it was converted",
    ),
    "wider_values": (
        "不是几个值的统称；any_of 应为 {expected} 中的一部分（等级应相连），名称不同于它们",
        "no name for several values; expected any_of with some of {expected} (grades that follow each other), and a"
        " name of its own",
    ),
}
