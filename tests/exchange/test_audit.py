"""`samspel audit verify`: a note of one run is asked for in a later one."""

import pytest
from django.core.management import call_command

from samspel.accounts.log import LogEntry, LogHead, chain_state, seal
from tests.accounts.test_log import write
from tests.exchange.conftest import Run

pytestmark = pytest.mark.django_db


def verify(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the command prints; its last word is the note."""
    call_command("audit", "verify", *arguments)
    return capsys.readouterr().out


def test_a_log_goes_on_from_what_was_noted(capsys: pytest.CaptureFixture[str]) -> None:
    beginning = verify(capsys).split()[-1]
    write(2)
    note = verify(capsys, "--since", beginning).split()[-1]
    assert note == f"2:{LogEntry.objects.get(number=2).hash}"
    write()
    assert "3" in verify(capsys, "--since", note)


def test_a_log_that_is_another_one(capsys: pytest.CaptureFixture[str]) -> None:
    write(2)
    head = LogHead.objects.get()
    for count, last in ((2, "a" * 64), (3, head.hash), (0, head.hash)):
        with pytest.raises(SystemExit) as ended:
            call_command("audit", "verify", "--since", f"{count}:{last}")
        assert ended.value.code == 1
        assert str(count) in capsys.readouterr().err


def test_a_broken_log_is_told_before_the_note(capsys: pytest.CaptureFixture[str]) -> None:
    write(2)
    note = f"2:{chain_state().hash}"
    LogHead.objects.update(seal=seal(9, "a"))
    with pytest.raises(SystemExit) as ended:
        call_command("audit", "verify", "--since", note)
    assert ended.value.code == 1
    assert "3" in capsys.readouterr().err


@pytest.mark.parametrize("note", ["3", "x:y", "2:abc", "２:" + "a" * 64, ":" + "a" * 64])
def test_what_is_no_note(told: Run, note: str) -> None:
    refused = told("audit", "verify", "--since", note)
    assert note in refused
    assert "\n" not in refused
