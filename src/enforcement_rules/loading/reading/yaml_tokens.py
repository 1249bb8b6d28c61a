"""YAML as tokens. Tags, anchors, aliases and second documents are refused; every scalar stays text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from enforcement_rules.loading.reading.tokens import DEEPEST, Kind, Lines, Token, refused
from enforcement_rules.values.errors import InputError

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null"})
# How libyaml names the place when it meets its own limit: it looks up to 1024 characters ahead of what it yields,
# so a thousand brackets in a row reach that limit before the sixty-first is seen here.
_LIBRARY_LIMIT = ("while increasing flow level", "while increasing block level")
_KINDS: Mapping[type, Kind] = {
    yaml.ScalarEvent: "scalar",
    yaml.MappingStartEvent: "map",
    yaml.SequenceStartEvent: "list",
    yaml.AliasEvent: "scalar",
    yaml.MappingEndEvent: "end",
    yaml.SequenceEndEvent: "end",
}
_NODES = frozenset({yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.AliasEvent})


def yaml_tokens(text: str, name: str) -> Iterator[Token]:
    """Yield the tokens of one YAML document, lazily: what comes behind a refused place is never read.

    Raises:
        InputError: on a syntax error, a directive, a tag, an anchor, an alias, a second document.
    """
    directive = f"\n{text}".find("\n%")
    if directive >= 0:
        # Nothing here needs one, and thousands of them keep the parser busy for minutes.
        raise refused("directive", name, *Lines(text).at(directive))
    documents = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            kind = type(event)
            if kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise _refused("several_documents", name, event)
            elif kind in _KINDS:
                if kind in _NODES:
                    _hold_plain(event, name)
                mark: Any = event.start_mark
                yield _KINDS[kind], mark.line + 1, mark.column + 1, _text(event) if kind is yaml.ScalarEvent else None
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, text, name) from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        if isinstance(error, InputError):
            raise
        raise refused("yaml_syntax", name, 1, 1) from None


def syntax_error(text: str) -> yaml.MarkedYAMLError | None:
    """Return what the parser says of a place in a text; `None` where it can be parsed, or breaks without a place."""
    try:
        for _ in yaml.parse(text, Loader=_LOADER):
            pass
    except yaml.MarkedYAMLError as error:
        return error
    except (yaml.YAMLError, ValueError, OverflowError):
        return None
    return None


def _hold_plain(event: Any, name: str) -> None:
    """Refuse what makes a node more than a mapping, a list or text."""
    if type(event) is yaml.AliasEvent:
        raise _refused("alias", name, event, alias=event.anchor)
    if event.anchor is not None:
        raise _refused("anchor", name, event, anchor=event.anchor)
    if event.tag is not None:
        raise _refused("tag", name, event, tag=event.tag)


def _text(event: Any) -> str | None:
    # The pure parser gives a plain scalar no style, the C parser an empty one.
    return None if not event.style and event.value in _NULLS else str(event.value)


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _refused(code: str, name: str, event: Any, **args: Any) -> InputError:
    return refused(code, name, *_place(event), **args)


def _syntax_error(error: yaml.MarkedYAMLError, text: str, name: str) -> InputError:
    mark, begun = error.problem_mark, error.context_mark
    if mark is not None and error.context in _LIBRARY_LIMIT:
        return refused("too_deep", name, mark.line + 1, mark.column + 1, most=DEEPEST)
    end = len(text.rstrip())
    # Of what is never closed, and of a key without a colon, the begin says more than where the parser gave up.
    if begun is not None and (mark is None or mark.index >= end or error.context == "while scanning a simple key"):
        mark = begun
    line, column = Lines(text).at(end - 1) if mark is None or mark.index >= end else (mark.line + 1, mark.column + 1)
    return refused("yaml_syntax", name, line, column)
