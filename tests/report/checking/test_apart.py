"""A report is read in a process of its own, which ends in time whatever the report is."""

import os
import pickle
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from django.utils.translation import override

from samspel.report.checking import apart
from samspel.report.checking.apart import examined
from samspel.report.checking.child import Answer
from samspel.report.checking.examination import examine
from samspel.report.checking.opening.refused import NotReadable
from samspel.report.checking.source import Source
from tests.report.checking.made_up import LINDVIK, text_of


def test_the_same_is_found_as_here() -> None:
    text = text_of(LINDVIK).replace("(52,8%)", "(58,2%)", 1)
    with override("en"):
        found = examined(text.encode(), f"/någonstans/{LINDVIK}.txt")
        here = examine(Source.of_text(text, f"{LINDVIK}.txt"))
    assert found.reading.outline.source.name == f"{LINDVIK}.txt"
    assert found.findings == here.findings
    assert [each.kind for each in found.findings] == ["share"]
    assert found.understood == here.understood
    assert found.reading.statements == here.reading.statements


def test_time_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "WALL_SECONDS", 0.01)
    started: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            started.append(self)

    monkeypatch.setattr(apart.subprocess, "Popen", Noted)
    began = time.monotonic()
    with pytest.raises(NotReadable, match="takes too long"), override("en"):
        examined(b"Deltagare", "a.txt")
    assert time.monotonic() - began < 5
    [process] = started
    assert process.returncode == -signal.SIGKILL
    with pytest.raises(ProcessLookupError):
        os.kill(process.pid, 0)


@pytest.mark.parametrize(
    ("status", "fault", "kind", "why"),
    [
        (-signal.SIGXCPU, "", "refused", "takes too long"),
        (-signal.SIGKILL, "", "refused", "takes too long"),
        (-signal.SIGSEGV, "", "refused", "too large"),
        (-signal.SIGABRT, "", "refused", "too large"),
        (1, "MemoryError", "refused", "too large"),
        (1, "Traceback", "failed", "Traceback"),
    ],
)
def test_how_it_ended(status: int, fault: str, kind: str, why: str) -> None:
    with override("en"):
        found, told = apart._what_happened(status, "a.txt", fault)
    assert found == kind
    assert why in told


def test_a_fault_of_ours_is_told_and_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def answer(*_given: object, **_named: object) -> Answer:
        return "failed", "ValueError in line 7"

    monkeypatch.setattr(apart, "_answer", answer)
    with pytest.raises(NotReadable, match="fault in the program"), override("en"):
        examined(b"Deltagare", "a.txt")
    assert "line 7" in caplog.text


class Runs:
    """What would run a command when it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("true",)


def test_an_answer_runs_nothing(tmp_path: Path) -> None:
    file = tmp_path / "answer"
    file.write_bytes(pickle.dumps(("examined", Runs())))
    with file.open("rb") as answer, pytest.raises(pickle.UnpicklingError):
        apart._Unpickler(answer).load()


def test_secrets_stay_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSPEL_SECRET_KEY", "x")
    monkeypatch.setenv("SAMSPEL_DATABASE", "postgresql://a:b@c/d")
    assert not [key for key in apart._environment() if key.startswith("SAMSPEL_")]
