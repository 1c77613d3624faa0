"""Scanned pages, with a program in the place of tesseract."""

from pathlib import Path

import pytest
from django.utils.translation import override

from samspel.report.checking.apart import examined
from samspel.report.checking.opening import limits, recognition
from samspel.report.checking.opening.opened import open_bytes
from samspel.report.checking.opening.refused import NeedsRecognition, NotReadable
from tests.report.checking.opening.files import SENTENCE, bound, lines, pdf, scanned

PROGRAM = """#!/bin/sh
if [ "$1" = --list-langs ]; then printf 'List of languages:\\n{language}\\n'; exit
fi
echo "$OMP_THREAD_LIMIT $*" >> {folder}/asked
head -c 2 >> {folder}/pictures
cat > /dev/null
{then}
"""


def tesseract(
    folder: Path, monkeypatch: pytest.MonkeyPatch, then: str = "", language: str = "swe"
) -> None:
    """Put a program named tesseract first on the path."""
    program = folder / "tesseract"
    told = then or f"printf '%s\\n' '{SENTENCE} Teamet fick remisser från Försäkringskassan.'"
    program.write_text(PROGRAM.format(folder=folder, then=told, language=language))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def refusal(data: bytes) -> str:
    with pytest.raises(NotReadable) as refused, override("en"):
        open_bytes(data, "a.pdf", recognise=True)
    return str(refused.value)


def test_each_page_is_recognised_on_one_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tesseract(tmp_path, monkeypatch)
    source = open_bytes(scanned(2), "a.pdf", recognise=True)
    assert [(line.page, line.text[:16]) for line in source.lines if line.text] == [
        (1, SENTENCE[:16]),
        (2, SENTENCE[:16]),
    ]
    asked = (tmp_path / "asked").read_text().splitlines()
    assert len(asked) == 2
    assert all(line.startswith("1 stdin stdout -l swe") for line in asked)
    assert (tmp_path / "pictures").read_text() == "P5P5"


def test_without_tesseract_or_without_swedish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "tesseract with Swedish" in refusal(scanned(1))
    tesseract(tmp_path, monkeypatch, language="deu")
    assert "tesseract with Swedish" in refusal(scanned(1))


def test_scanned_pages_among_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are read where that can be; one alone is the picture on a cover."""
    text = pdf("Ett\n#pagebreak()\nTvå\n#pagebreak()\nTre")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert lines(bound(text, scanned(2)), "a.pdf") == ["Ett", "Två", "Tre"]
    tesseract(tmp_path, monkeypatch)
    assert len(lines(bound(text, scanned(2)), "a.pdf")) == 5
    assert lines(bound(scanned(1), text), "a.pdf") == ["Ett", "Två", "Tre"]


def test_recognition_is_asked_for_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tesseract(tmp_path, monkeypatch)
    with pytest.raises(NeedsRecognition) as needed:
        open_bytes(scanned(3), "a.pdf", recognise=False)
    assert needed.value.pages == 3


def test_too_many_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tesseract(tmp_path, monkeypatch)
    monkeypatch.setattr(limits, "SCANNED_PAGES", 1)
    assert "2 scanned pages" in refusal(scanned(2))


@pytest.mark.parametrize("then", ["exit 1", "exec tail -f /dev/null"], ids=["fails", "hangs"])
def test_tesseract_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, then: str) -> None:
    tesseract(tmp_path, monkeypatch, then)
    monkeypatch.setattr(recognition, "SECONDS_OF_A_PAGE", 0.3)
    assert "could not be recognised" in refusal(scanned(1))


def test_a_scanned_report_from_end_to_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tesseract(tmp_path, monkeypatch)
    found = examined(scanned(1), "skannad.pdf")
    source = found.reading.outline.source
    assert source.name == "skannad.pdf"
    assert source.lines[0].text.startswith(SENTENCE)
