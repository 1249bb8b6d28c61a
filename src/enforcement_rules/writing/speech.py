"""How a new file says things: keys and values in its language, and in a few words what stands at a key."""

from __future__ import annotations

from pydantic import BaseModel

from enforcement_rules.explanation.wording import Language, Words
from enforcement_rules.loading.naming import Names, case_names
from enforcement_rules.model.key import keys_of_model
from enforcement_rules.model.vocabulary import Fact
from enforcement_rules.rules.ruleset import Rulesets

_VALUES_SHOWN = 8


class Speech:
    """The names of a place of a case file in one language; `below` are those of a key of it."""

    def __init__(self, names: Names, words: Words) -> None:
        """Keep the names and the words."""
        self.names = names
        self.words = words
        self.chinese = words.lang == "zh"

    @classmethod
    def of(cls, rulesets: Rulesets, lang: Language) -> Speech:
        """Return the names at the top of a case file."""
        return cls(case_names(rulesets), Words(lang))

    def below(self, key: str) -> Speech:
        """Return what can stand under a key."""
        return Speech(self.names.inside[key], self.words)

    def kind(self, step: str) -> Speech:
        """Return what can stand in a kind of step."""
        return Speech(self.names.kinds[step], self.words)

    def key(self, name: str) -> str:
        """Return a key as the file writes it."""
        return self.names.zh(name) if self.chinese else name

    def value(self, key: str, value: str) -> str:
        """Return a value of a key as the file writes it."""
        return self.names.inside[key].zh_value(value) if self.chinese else value

    def about(self, model: type[BaseModel], name: str) -> str:
        """Return what a key of the format holds, and its values."""
        key = keys_of_model(model)[name]
        choice = self.choice(name)
        told = key.about_zh if self.chinese else key.about_en
        return f"{told}{self.words.say('colon')}{choice}" if choice else told

    def choice(self, name: str) -> str:
        """Return the values of a key, the first of them where there are many; empty where it has none of its own."""
        below = self.names.inside[name]
        values = list(dict.fromkeys([*below.value_labels, *below.values]))
        shown = [self.value(name, value) for value in values[:_VALUES_SHOWN]]
        return " / ".join(shown) + (" / …" if len(values) > _VALUES_SHOWN else "")

    def asked(self, fact: Fact) -> str:
        """Return the question that asks for a fact, with what answers it."""
        asked = fact.entry.ask or fact.entry
        question = self.words.pick(asked.zh, asked.en)
        keys = fact.entry.value_keys if self.chinese else {}
        values = [keys.get(value, value) for value in fact.type.values]
        if not values:
            return f"{question}  {self.words.say(f'takes.short.{fact.type.kind}')}"
        more = " / …" if len(values) > _VALUES_SHOWN else ""
        return f"{question}  {' / '.join(values[:_VALUES_SHOWN])}{more}"
