"""The sentences for what can be wrong with a catalogue of items."""

from __future__ import annotations

CATALOGUE: dict[str, tuple[str, str]] = {
    "term_upside_down": ("止日早于起日；应先起后止", "it ends before it begins; expected the first day first"),
    "unknown_item": (
        "目录中没有另一事项 {name}；应为目录中其他事项的编号",
        "no other item {name} on the catalogue; expected the code of another item",
    ),
    "unknown_item_near": (
        "目录中没有另一事项 {name}；是否指 {near}？",
        "no other item {name} on the catalogue; did you mean {near}?",
    ),
}
