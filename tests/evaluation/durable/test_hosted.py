"""The process of the native engine is lost, hangs, is shared, is forked: this one goes on and says what happened."""

from __future__ import annotations

import copy
import datetime as dt
import gc
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.evaluation.durable import available, hosted
from enforcement_rules.evaluation.durable.engine import EngineFaultError
from enforcement_rules.evaluation.durable.hosted import MOST_ENDED, HostedNetwork
from enforcement_rules.evaluation.durable.network import NetworkRule, Pattern
from enforcement_rules.evaluation.plan import EVALUATORS

pytestmark = pytest.mark.skipif(not available(), reason="durable-rules is not installed here")
ON = dt.date(2024, 6, 1)
RULES = [NetworkRule((Pattern(1, (("v", ">", 3),)),), 100)]
CASES = [path for path in sorted(Path(__file__).parents[3].glob("cases/*/*.yaml")) if path.name != "library.yaml"][:12]
SCRIPT = """
import datetime as dt, sys, time
from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.evaluation.durable import hosted
rulesets = load_rulesets()
verdict = review(load_case(sys.argv[1], rulesets), rulesets, dt.date(2024, 6, 1), evaluator="durable")
print(verdict.receipt["evaluator"], "faults" in verdict.receipt, hosted._process._popen.pid, flush=True)
time.sleep(float(sys.argv[2]))
"""


@pytest.fixture(scope="module")
def rulesets():
    # Loaded anew: networks that other tests use would answer from the runs they keep, and ask their process nothing.
    return load_rulesets(Path(__file__).parents[3] / "rulesets")


def pid():
    return hosted._process._popen.pid


def kinds(network, value=5):
    return {fact["k"] for fact in network.run([{"k": 1, "v": value}])[0]}


def test_rules_run_in_another_process():
    assert kinds(HostedNetwork(RULES)) == {1, 100}
    assert kinds(HostedNetwork(RULES), 3) == {1}
    assert pid() != os.getpid()


def test_a_process_that_dies_is_a_fault_and_the_next_run_is_whole():
    network = HostedNetwork(RULES)
    assert kinds(network) == {1, 100}
    os.kill(pid(), signal.SIGSEGV)
    with pytest.raises(EngineFaultError, match=r"ended .*SIGSEGV"):
        kinds(network)
    assert kinds(network) == {1, 100}


def test_a_process_that_hangs_is_ended(monkeypatch):
    network = HostedNetwork(RULES)
    kinds(network)
    first = pid()
    monkeypatch.setattr(hosted, "LONGEST", 0.2)
    os.kill(first, signal.SIGSTOP)
    with pytest.raises(EngineFaultError, match=r"no answer within 0\.2 seconds"):
        kinds(network)
    monkeypatch.undo()
    assert kinds(network) == {1, 100}
    assert pid() != first


def test_rules_that_always_end_the_process_are_not_run_for_ever():
    network = HostedNetwork(RULES)
    for _ in range(MOST_ENDED):
        kinds(HostedNetwork(RULES))
        os.kill(pid(), signal.SIGKILL)
        with pytest.raises(EngineFaultError, match="SIGKILL"):
            kinds(network)
    with pytest.raises(EngineFaultError, match="not run any more"):
        kinds(network)
    assert kinds(HostedNetwork(RULES)) == {1, 100}


def test_a_batch_goes_on_and_its_verdicts_are_those_of_the_reference(rulesets):
    faults = 0
    for n, path in enumerate(CASES):
        case = load_case(path, rulesets)
        if n in (3, 8):
            os.kill(pid(), signal.SIGKILL)
        one, other = (review(case, rulesets, ON, evaluator=each).to_dict() for each in EVALUATORS[::-1])
        receipts = one.pop("receipt"), other.pop("receipt")
        assert json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
        for fault in receipts[0].get("faults", ()):
            assert "the process of the native engine ended" in fault
            faults += 1
    assert faults == 2


def test_what_cannot_be_built_there_is_a_fault(monkeypatch):
    monkeypatch.setattr(hosted, "check", lambda _: None)
    with pytest.raises(EngineFaultError, match="too many patterns"):
        kinds(HostedNetwork(RULES * 80))


def test_without_a_python_to_run_it_there_is_a_fault(monkeypatch):
    hosted._process.end()
    monkeypatch.setattr(sys, "executable", "")
    with pytest.raises(EngineFaultError, match="no Python"):
        kinds(HostedNetwork(RULES))


def test_networks_nobody_holds_are_freed():
    for _ in range(50):
        kinds(HostedNetwork(copy.copy(RULES)))
    gc.collect()
    kinds(HostedNetwork(RULES))
    assert len(hosted._process._built) < 40


def test_a_forked_process_starts_its_own_and_takes_nothing_from_the_first():
    network = HostedNetwork(RULES)
    kinds(network)
    first = pid()
    child = os.fork()
    if not child:
        alright = kinds(network) == {1, 100} and pid() != first
        hosted._process.end()
        os._exit(0 if alright else 1)
    _, status = os.waitpid(child, 0)
    assert status == 0
    assert kinds(network) == {1, 100}
    assert pid() == first


def started(tmp_path, seconds):
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    return subprocess.Popen([sys.executable, str(script), str(CASES[0]), str(seconds)], stdout=subprocess.PIPE)


def test_a_program_without_a_guarded_main_module_can_use_it(tmp_path):
    out, _ = started(tmp_path, 0).communicate(timeout=60)
    assert out.split()[:2] == [b"durable", b"False"]


def test_it_ends_when_the_program_is_killed(tmp_path):
    with started(tmp_path, 60) as program:
        engine = int(program.stdout.readline().split()[2])
        os.kill(engine, 0)
        program.kill()
    for _ in range(100):
        if gone(engine):
            return
        time.sleep(0.1)
    pytest.fail("the process of the engine is still there")


def gone(process):
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        if Path("/proc/self").exists():
            return True
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        return False
    return state == "Z"
