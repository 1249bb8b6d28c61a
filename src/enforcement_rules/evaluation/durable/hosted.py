"""Networks whose native engine runs in a process of its own: when that process dies or hangs, this one goes on.

Some input is known to kill the engine's process or to keep it busy for ever. The guards of `engine` and `network` keep
such input away from it; what they do not foresee costs one process, which is started anew, and one run, which is
a fault that the caller notes.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import subprocess
import sys
import threading
import weakref
from collections import deque
from collections.abc import Sequence
from itertools import count
from multiprocessing import Pipe
from typing import Any

from enforcement_rules.evaluation.durable.engine import EngineFaultError, Fired
from enforcement_rules.evaluation.durable.network import NetworkRule, check

LONGEST = 30.0
"""Seconds that a run, which takes milliseconds, may take before its process is ended."""
MOST_ENDED = 3
"""Times in a row that a network may end the process before it is not run any more."""
_NUMBERS = count(1)
Run = tuple[list[dict[str, int]], list[Fired]]
"""All facts, derived ones behind those given, and what fired."""


class _Process:
    """The process of the engine, started when first asked."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.closed: deque[int] = deque()
        self._built: set[int] = set()
        self._popen: subprocess.Popen[bytes] | None = None
        self._pipe: Any = None

    def run(self, number: int, rules: Sequence[NetworkRule], facts: Sequence[dict[str, int]]) -> Run:
        with self.lock:
            try:
                self._start()
                self._forget()
                if number not in self._built:
                    self._ask("build", number, tuple(rules))
                    self._built.add(number)
                found: Run = self._ask("run", number, list(facts))
                return found
            except (EOFError, OSError) as error:
                raise _EndedError(self._ended()) from error

    def _ask(self, *request: Any) -> Any:
        self._pipe.send(request)
        if not self._pipe.poll(LONGEST):
            self.end()
            raise _EndedError(f"the native engine gave no answer within {LONGEST:g} seconds")
        done, answer = self._pipe.recv()
        if not done:
            raise EngineFaultError(answer)
        return answer

    def _forget(self) -> None:
        """Free networks nobody holds any more; a finalizer cannot do it itself, it may run while the lock is held."""
        while self.closed:
            number = self.closed.popleft()
            if number in self._built:
                self._built.remove(number)
                self._pipe.send(("close", number, None))

    def _start(self) -> None:
        if self._popen is not None:
            return
        if not sys.executable:
            raise EngineFaultError("there is no Python in which the native engine could run (sys.executable is empty)")
        self._pipe, other = Pipe()
        # Not multiprocessing: it would run the caller's main module again, which not every program is made for.
        command = [sys.executable, "-P", "-m", "enforcement_rules.evaluation.durable.worker", str(other.fileno())]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(each for each in sys.path if each)}
        with other:
            self._popen = subprocess.Popen(  # noqa: S603 - this Python, a module of this package
                command,
                pass_fds=[other.fileno()],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )

    def _ended(self) -> str:
        """Clear away the process that ended, and say how it did."""
        code = None
        if self._popen is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                code = self._popen.wait(1)
        self.end()
        how = f"exit code {code}" if code is None or code >= 0 else signal.Signals(-code).name
        return f"the process of the native engine ended ({how})"

    def end(self) -> None:
        """End the process; the next run starts another one."""
        popen, pipe = self._popen, self._pipe
        self._popen = self._pipe = None
        self._built.clear()
        if pipe is not None:
            pipe.close()
        if popen is not None:
            popen.kill()
            popen.wait()

    def leave(self) -> None:
        """Close what a forked process got a copy of; the process itself belongs to the one that started it."""
        if self._pipe is not None:
            self._pipe.close()


class _EndedError(EngineFaultError):
    """The process of the engine was lost in a run."""


_process = _Process()


def _afresh() -> None:
    global _process
    left, _process = _process, _Process()
    left.leave()


def _end() -> None:
    _process.end()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_afresh)
atexit.register(_end)


class HostedNetwork:
    """Rules in the native engine of another process; built there when first run."""

    def __init__(self, rules: Sequence[NetworkRule]) -> None:
        """Check the rules.

        Raises:
            Unsupported: when the engine would not survive them.
        """
        check(rules)
        self.rules = tuple(rules)
        self._number = next(_NUMBERS)
        self._ended = 0
        self.close = weakref.finalize(self, _process.closed.append, self._number)
        """Free the network; it is not used again."""
        self.close.atexit = False

    def run(self, facts: Sequence[dict[str, int]]) -> Run:
        """Return all facts, derived ones behind those given, and what fired.

        Raises:
            EngineFaultError: when the run was not whole, or its process was lost; nothing may be concluded then.
        """
        if self._ended >= MOST_ENDED:
            raise EngineFaultError(
                f"the native engine ended {MOST_ENDED} times running on these rules; not run any more"
            )
        try:
            found = _process.run(self._number, self.rules, facts)
        except _EndedError:
            self._ended += 1
            raise
        self._ended = 0
        return found
