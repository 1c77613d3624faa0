"""Writing a file and running a command on it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.exchange.files import text_of

Write = Callable[..., Path]
Run = Callable[..., str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes rows, or a whole text or bytes, to a file and gives its path."""

    def written(*content: dict[str, str] | str | bytes) -> Path:
        path = tmp_path / "episodes.csv"
        first = content[0]
        if isinstance(first, bytes):
            path.write_bytes(first)
        elif isinstance(first, str):
            path.write_text(first, encoding="utf-8")
        else:
            path.write_text(text_of(*content), encoding="utf-8")  # type: ignore[arg-type]  # all are rows
        return path

    return written


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command that is refused; gives its standard error and, last, its sentence."""

    def run(*arguments: object) -> str:
        with pytest.raises(CommandError) as refused:
            call_command(*map(str, arguments))
        return capsys.readouterr().err + str(refused.value)

    return run
