"""Text files, whatever they were written with."""

import pytest

from samspel.report.checking.opening.opened import open_bytes
from tests.report.checking.opening.files import SENTENCE, lines

TEXT = f"Sammanfattning\n{SENTENCE}\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("latin-1"),
        TEXT.replace("\n", "\r\n").encode("utf-8"),
        TEXT.replace("\n", "\r").encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big", "latin-1", "windows", "old mac"],
)
def test_every_encoding(data: bytes) -> None:
    assert lines(data, "rapport.txt") == ["Sammanfattning", SENTENCE]


def test_quotes_of_windows() -> None:
    assert lines("Teamets “träffpunkt” – varje måndag".encode("cp1252"), "r.txt") == [
        "Teamets “träffpunkt” – varje måndag"
    ]


def test_lines_are_numbered_as_an_editor_does() -> None:
    source = open_bytes(b"Ett\r\n\r\nTre\nFyra", "rapport.TXT", recognise=False)
    assert [(line.number, line.text, line.page) for line in source.lines] == [
        (1, "Ett", None),
        (2, "", None),
        (3, "Tre", None),
        (4, "Fyra", None),
    ]


def test_a_form_feed_begins_a_page() -> None:
    source = open_bytes(b"Ett\nTv\xc3\xa5\n\fTre\n\f\nFem\n", "rapport.txt", recognise=False)
    assert [(line.text, line.page) for line in source.lines if line.text] == [
        ("Ett", 1),
        ("Två", 1),
        ("Tre", 2),
        ("Fem", 3),
    ]


def test_nothing_reaches_the_terminal_but_text() -> None:
    found = lines("\x1b[31m12\x07 del\u00adtagare\u200b, 5 \ufb01ck arbete".encode(), "r.txt")
    assert found == ["[31m12 deltagare, 5 fick arbete"]


def test_marks_of_lists() -> None:
    assert lines("\uf0b7 Arbete: 7\n\uf0a7\tStudier: 2".encode(), "r.txt") == [
        "• Arbete: 7",
        "•\tStudier: 2",
    ]


def test_cells_stay_apart() -> None:
    assert lines(b"18-30\t8\t\t4\n", "r.txt") == ["18-30\t8\t\t4"]
