"""What cannot be read: one sentence that says why, whatever the file tries."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils.translation import override

from samspel.report.checking.kind import refuse_other_kinds
from samspel.report.checking.opening import limits
from samspel.report.checking.opening.opened import open_bytes, open_report, refuse_large
from samspel.report.checking.opening.refused import NotReadable
from samspel.report.checking.source import Source
from tests.report.checking.opening.files import (
    SENTENCE,
    locked,
    pdf,
    plain_word,
    repeated,
    with_part,
)

BODY = "word/document.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITIES = b'<!DOCTYPE z [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def refusal(data: bytes, name: str) -> str:
    """The sentence that a file is refused with, which names the file."""
    with pytest.raises(NotReadable) as refused, override("en"):
        open_bytes(data, name, recognise=False)
    sentence = str(refused.value)
    assert f"“{name}”" in sentence or name in sentence
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"", "a.txt", "is empty"),
        (b"", "a.pdf", "is empty"),
        (b" \r\n\t ", "a.txt", "is empty"),
        ("\u00a0\n\u200b".encode(), "a.txt", "no text"),
        (b"hej", "a.odt", "no .txt, .docx or .pdf"),
        (b"hej", "rapport", "no .txt, .docx or .pdf"),
        (b"hej", "a.pdf", "inside it is txt, not .pdf"),
        (b"%PDF-1.7 hej", "a.txt", "inside it is pdf, not .txt"),
        (b"%PDF-1.7 hej", "a.pdf", "damaged"),
        (b"PK\x03\x04 word/", "a.docx", "damaged"),
        (b"PK\x03\x04 xl/", "a.docx", "inside it is ZIP"),
        (OLE + b"\x00" * 600, "a.docx", "inside it is Word 97"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "password"),
        (b"{\\rtf1 hej}", "a.txt", "inside it is RTF"),
        (b"<!DOCTYPE html><p>hej", "a.txt", "inside it is HTML"),
        (b"\x89PNG\r\n", "a.pdf", "inside it is PNG"),
        (b"ab\x00\x01cd", "a.txt", "damaged"),
    ],
)
def test_by_its_first_bytes(data: bytes, name: str, why: str) -> None:
    assert why in refusal(data, name)


def test_damaged_word() -> None:
    whole = plain_word()
    assert "damaged" in refusal(whole[: len(whole) // 2], "a.docx")
    assert "damaged" in refusal(with_part(whole, BODY, lambda old: old[:-9]), "a.docx")
    assert "damaged" in refusal(with_part(whole, BODY, lambda _old: b"<x/>"), "a.docx")


def test_a_bomb_is_left_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    grown = with_part(plain_word(), BODY, lambda old: old + b" " * limits.MARKUP_BYTES)
    monkeypatch.setattr("samspel.report.checking.opening.word.Document", _not_reached)
    assert "unpacks" in refusal(grown, "a.docx")


def test_many_parts() -> None:
    file = io.BytesIO(plain_word())
    with zipfile.ZipFile(file, "a") as package:
        for n in range(limits.PARTS):
            package.writestr(f"word/{n}", b"")
    assert "unpacks" in refusal(file.getvalue(), "a.docx")


@pytest.mark.parametrize("part", [BODY, "word/styles.xml", "_rels/.rels"])
def test_entities_are_never_expanded(part: str) -> None:
    asked = with_part(plain_word(), part, lambda old: old.replace(b"?>", b"?>" + ENTITIES, 1))
    assert "no Word document" in refusal(asked, "a.docx")


def test_entities_behind_another_encoding() -> None:
    asked = with_part(plain_word(), BODY, lambda old: b"\xff\xfe" + old)
    assert "no Word document" in refusal(asked, "a.docx")


def test_pdfs() -> None:
    whole = pdf(SENTENCE)
    assert "password" in refusal(locked(whole), "a.pdf")
    assert "damaged" in refusal(whole[: len(whole) // 3], "a.pdf")
    long = repeated(whole, limits.PAGES + 1)
    assert f"{limits.PAGES + 1} pages" in refusal(long, "a.pdf")
    assert "no text" in refusal(pdf("#rect()"), "a.pdf")


@pytest.mark.parametrize(
    "text",
    [
        "7 " * (limits.LINE_CHARACTERS // 2 + 1),
        "7\n" * (limits.LINES + 1),
        ("7 " * 1000 + "\n") * (limits.CHARACTERS // 2000 + 1),
    ],
    ids=["line", "lines", "text"],
)
def test_too_much_text(text: str) -> None:
    assert "far more text" in refusal(text.encode(), "a.txt")


def test_too_many_numbers() -> None:
    assert "far more numbers" in refusal(b"7 8 9\n" * (limits.NUMBERS // 3 + 1), "a.txt")


def test_too_large_a_file() -> None:
    with pytest.raises(NotReadable):
        refuse_large(bytes(limits.FILE_BYTES + 1), "a.pdf")


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda path: None, "There is no file"),
        (lambda path: path.mkdir(), "is a folder"),
        (lambda path: path.symlink_to(path), "cannot be opened"),
    ],
    ids=["missing", "folder", "loop"],
)
def test_no_file_at_all(make: Callable[[Path], object], why: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    make(path)
    with pytest.raises(NotReadable, match=why), override("en"):
        open_report(path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    import os

    path = tmp_path / "a.txt"
    os.mkfifo(path)
    with pytest.raises(NotReadable, match="no ordinary file"), override("en"):
        open_report(path)


ENGLISH = """
Annual report of the Oak Team. During the period 18 participants were newly enrolled, of whom 10
were women and 8 men. 12 of the 16 who were closed went on to work or studies. The team has been
led by the municipality since the start.
"""
SWEDISH = """
Under perioden skrevs 18 deltagare in, varav 10 kvinnor och 8 män. 12 av de 16 som avslutades gick
vidare till arbete eller studier. Metoden heter “The Individual Placement and Support of the work”.
"""


def test_english_is_refused_and_swedish_is_not() -> None:
    assert "is in English" in refusal(ENGLISH.encode(), "a.txt")
    assert open_bytes(SWEDISH.encode(), "a.txt", recognise=False).lines
    scanned = SWEDISH.replace("ä", "a").replace("å", "a").replace("ö", "6")
    assert open_bytes(scanned.encode(), "a.txt", recognise=False).lines


SHORT = """
Teamet Eken, rapport 2023
Deltagarresultat
Antal inskrivna 20230101\tAntal avslut\tAntal i arbete\tAntal inskrivna 20231231
20\t8\t5\t22
Fem av de åtta gick till arbete. De flesta remitterades av Försäkringskassan.
"""
OTHERS = (
    "Pannkakor för 4 personer: vispa 3 ägg med 6 dl mjölk och 2,5 dl mjöl till en slät smet.",
    (
        "Årsredovisning 2023. Bolaget hade i medeltal 14 anställda, varav 5 kvinnor. Årets "
        "resultat var 456 tkr. Styrelsen höll 4 möten. Organisation och personal är oförändrade."
    ),
    (
        "Idrottsföreningen hade 120 deltagare i sina grupper, varav 60 flickor. 12 ledare "
        "avslutade sina uppdrag."
    ),
    "12 14 16 18 20 22\n" * 50,
)


def test_a_short_report_of_the_kind_is_taken() -> None:
    refuse_other_kinds(Source.of_text(SHORT, "a.txt"))


@pytest.mark.parametrize("text", OTHERS, ids=["recipe", "accounts", "club", "numbers"])
def test_a_report_of_something_else(text: str) -> None:
    with pytest.raises(NotReadable, match="no report on a team's participants"), override("en"):
        refuse_other_kinds(Source.of_text(text, "a.txt"))


def _not_reached(*_given: object) -> None:
    pytest.fail("The file was opened.")
