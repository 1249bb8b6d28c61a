"""The causes that what a case cites penalises: what a question for the cause offers, each with what it is linked to."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.model.case import Case
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.amount import Provision
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.citation import citations_meet

_LINKS = (("same_act", "同一行为：{}", "the same act: {}"), ("later", "后来为：{}", "later: {}"))


def causes_offered(case: Case, path: str, rulesets: Rulesets) -> Iterator[tuple[str, str, str]]:
    """Yield the causes of the provisions that a violation cites: id, Chinese and English label with their links.

    Args:
        case: the case.
        path: of the cause that is asked for (`violations.v1.cause`).
        rulesets: the law; all its versions, since the day of the act may be open.
    """
    asked = path.split(".")[1]
    cited = [c for n, each in enumerate(case.violations) if asked in (each.id, str(n)) for c in each.penalised_by]
    found = [
        cause
        for citation in cited
        for version in rulesets.versions.get(citation.instrument or "", ())
        for rule in version.penalties
        if _reaches(citation.article, rule)
        for cause in rule.causes
    ]
    vocabulary: Vocabulary = rulesets.vocabulary
    for cause in dict.fromkeys(found):
        if cause in vocabulary.causes:
            yield cause, *_label(cause, vocabulary)


def _reaches(article: str | None, rule: Provision) -> bool:
    return article is None or any(citations_meet(article, place) for place in rule.places)


def _label(cause: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """Return a cause's names with those of the same act in other laws, and of what it became."""
    linked = {"same_act": sorted(vocabulary.same_act(cause) - {cause}), "later": vocabulary.later(cause)}
    zh, en = [], []
    for key, chinese, english in _LINKS:
        known = [vocabulary.causes[each] for each in linked[key] if each in vocabulary.causes]
        if known:
            zh.append(chinese.format("、".join(each.zh for each in known)))
            en.append(english.format(", ".join(each.en or each.zh for each in known)))
    entry = vocabulary.causes[cause]
    return entry.zh + (f"（{'；'.join(zh)}）" if zh else ""), (entry.en or entry.zh) + (
        f" ({'; '.join(en)})" if en else ""
    )
