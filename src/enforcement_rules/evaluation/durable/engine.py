"""The native engine behind guards: only its C module, one state at a time, never a result of an incomplete run."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from itertools import count
from typing import Any

from enforcement_rules.evaluation.durable.network import END, NetworkRule, check, definition

_MOST_FIRED, _MOST_FACTS = 100_000, 5_000
_SERIAL = count(1)
Fired = tuple[int, tuple[int, ...]]
"""A rule by its number, and the facts it matched by theirs."""


class EngineUnavailableError(RuntimeError):
    """The native engine cannot be loaded here; the message says why."""


class EngineFaultError(RuntimeError):
    """The native engine failed in a run; nothing may be concluded from it."""


@cache
def native() -> Any:
    """Return the C module of durable-rules.

    Raises:
        EngineUnavailableError: where it is not installed or cannot be loaded.
    """
    try:
        with _lazily():
            return import_module("durable_rules_engine")
    except ImportError as error:
        raise EngineUnavailableError(str(error)) from None


@contextlib.contextmanager
def _lazily() -> Iterator[None]:
    """Load with lazy binding from Python 3.13 on: a symbol that is gone is only reached from callbacks never set."""
    if sys.version_info < (3, 13) or not hasattr(sys, "setdlopenflags"):
        yield
        return
    flags = sys.getdlopenflags()
    sys.setdlopenflags(os.RTLD_LAZY)
    try:
        yield
    finally:
        sys.setdlopenflags(flags)


def available() -> bool:
    """Say whether the native engine can be used."""
    try:
        native()
    except EngineUnavailableError:
        return False
    return True


class Network:
    """Rules in the native engine. Runs hold a lock; a forked process builds its own."""

    def __init__(self, rules: Sequence[NetworkRule]) -> None:
        """Check the rules and build the network.

        Raises:
            Unsupported: when the engine would not survive them.
            EngineUnavailableError: where there is no engine.
        """
        check(rules)
        self.rules = tuple(rules)
        self._lock = threading.Lock()
        self._build()

    def _build(self) -> None:
        self._process = os.getpid()
        self._lock = threading.Lock()
        self._handle = native().create_ruleset(f"n{next(_SERIAL)}", definition(self.rules))
        self._run([])  # a first run in which something fires initialises the state for those to come

    def close(self) -> None:
        """Free the network; it is not used again."""
        with contextlib.suppress(Exception):
            native().delete_ruleset(self._handle)

    def run(self, facts: Sequence[dict[str, int]]) -> tuple[list[dict[str, int]], list[Fired]]:
        """Return all facts, derived ones behind those given, and what fired.

        Raises:
            EngineFaultError: when the run was not whole; nothing may be concluded then.
        """
        if self._process != os.getpid():
            self._build()
        with self._lock:
            return self._run(facts)

    def _run(self, given: Sequence[dict[str, int]]) -> tuple[list[dict[str, int]], list[Fired]]:
        engine, facts = native(), list(given)
        known = {_key(fact): n for n, fact in enumerate(facts)}
        batch = [_written({"k": END}, "end"), *(_written(fact, f"f{n}") for n, fact in enumerate(facts))]
        fired: list[Fired] = []
        try:
            code, offset = engine.assert_facts(self._handle, "[" + ",".join(batch) + "]")
            _accepted(code)
            begun = engine.start_action_for_state(self._handle, offset)
            message = begun[1] if begun else None
            ended = False
            while message:
                ((name, matched),) = json.loads(message).items()
                if name == "end":
                    ended = True
                else:
                    rule = self.rules[int(name[1:])]
                    found = tuple(int(matched[f"q{n}"]["id"][1:]) for n in range(len(rule.patterns)))
                    fired.append((int(name[1:]), found))
                    self._derive(engine, rule, found, facts, known)
                if len(fired) > _MOST_FIRED or len(facts) > _MOST_FACTS:
                    raise EngineFaultError("the run does not end")
                message = engine.complete_and_start_action(self._handle, offset)
            if not ended:
                raise EngineFaultError("the run is not whole")
        except engine.error as error:
            raise EngineFaultError(f"the native engine failed: {error}") from error
        finally:
            self._forget(engine)
        return facts, fired

    def _derive(
        self,
        engine: Any,
        rule: NetworkRule,
        found: tuple[int, ...],
        facts: list[dict[str, int]],
        known: dict[tuple[tuple[str, int], ...], int],
    ) -> None:
        fact = {"k": rule.derives}
        if rule.of_element is not None:
            fact["e"] = facts[found[rule.of_element]]["e"]
        if rule.value is not None:
            fact["v"] = rule.value
        if _key(fact) not in known:
            known[_key(fact)] = len(facts)
            code, _ = engine.assert_fact(self._handle, _written(fact, f"f{len(facts)}"))
            _accepted(code)
            facts.append(fact)

    def _forget(self, engine: Any) -> None:
        try:
            engine.delete_state(self._handle, "c")
        except Exception as error:
            raise EngineFaultError(f"the native engine kept its state: {error}") from error


def _key(fact: dict[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(fact.items()))


def _written(fact: dict[str, int], id_: str) -> str:
    return json.dumps({"sid": "c", "id": id_, "z": 1} | fact)


def _accepted(code: int) -> None:
    if code not in (0, 1):
        raise EngineFaultError(f"the native engine refused a fact ({code})")
