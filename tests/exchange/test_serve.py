"""The server as a process: it answers once it says so, and ends in order."""

import os
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path

import pytest
from django.core.management.base import CommandError

from samspel.exchange.serving import serve


def test_it_answers_and_ends_at_ctrl_c_with_its_worker(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("SAMSPEL_")},
        "SAMSPEL_HOME": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "samspel.settings",
    }
    command = [sys.executable, "-m", "samspel", "serve", "--port", str(port)]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as server:
        try:
            _use_and_end(server, port)
        finally:
            server.kill()


def test_a_port_taken_while_it_was_made_ready_is_refused_in_a_sentence() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CommandError, match=str(port)):
            serve(host="127.0.0.1", port=port, workers=1, with_worker=False, ready=lambda: None)


def _use_and_end(server: "subprocess.Popen[str]", port: int) -> None:
    """A first page, then Ctrl-C while the connection is still open."""
    assert server.stdout is not None
    assert str(port) in server.stdout.readline()
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/accounts/login/")
    answer = connection.getresponse()
    assert answer.status == 200
    assert b"Samspel" in answer.read()
    worker = _child(server.pid, "worker")
    # As a terminal does: to everybody in front of it.
    os.killpg(server.pid, signal.SIGINT)
    assert server.wait(30) == 0
    connection.close()
    assert not Path(f"/proc/{worker}").exists()


def _child(parent: int, word: str) -> int:
    """The process under ``parent`` whose command has the word."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            status = (process / "status").read_text()
            command = (process / "cmdline").read_bytes().split(b"\0")
        except (FileNotFoundError, ProcessLookupError):
            continue
        if f"PPid:\t{parent}\n" in status and word.encode() in command:
            return int(process.name)
    raise AssertionError(f"{word} does not run")
