"""The process in which the native engine runs: it answers over a pipe, and ends when nobody is left to ask.

Started as a module with the number of an open pipe; see `hosted`.
"""

from __future__ import annotations

import sys
from multiprocessing.connection import Connection
from typing import Any

from enforcement_rules.evaluation.durable.engine import EngineFaultError, EngineUnavailableError, Network
from enforcement_rules.evaluation.durable.network import Unsupported

Request = tuple[str, int, Any]
"""`build` with rules, `run` with facts, `close` with nothing; and the number of the network."""


def serve(pipe: Connection[Any, Any]) -> None:
    """Answer each `build` and `run` with (whether it was done, result or reason) until the pipe is closed."""
    networks: dict[int, Network] = {}
    while True:
        try:
            request: Request = pipe.recv()
        except EOFError:
            return
        what, number, given = request
        if what == "close":
            if network := networks.pop(number, None):
                network.close()
            continue
        pipe.send(_answered(networks, what, number, given))


def _answered(networks: dict[int, Network], what: str, number: int, given: Any) -> tuple[bool, Any]:
    try:
        if what == "run":
            return True, networks[number].run(given)
        networks[number] = Network(given)
    except (EngineFaultError, EngineUnavailableError, Unsupported) as error:
        return False, str(error)
    except Exception as error:  # whatever it is, nothing may be concluded from this run
        return False, f"{type(error).__name__}: {error}"
    return True, None


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
