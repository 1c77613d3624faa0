"""PDFs: text with its page, tables as rows in their place, heads and feet of pages once."""

import pytest

from samspel.report.checking.opening.opened import open_bytes
from tests.report.checking.opening.files import SENTENCE, lines, pdf

BOXED = """
Före tabellen stod 3 personer i kö.
#table(columns: 3, [Ålder], [Kvinnor], [Män], [18–30], [8], [4], [31–45], [6], [2])
Efter tabellen.
"""
RULED = """
#set table(stroke: none)
Tabell 1. Avslutade efter kön
#table(columns: (auto, 3cm, 3cm), [Kön], [Antal avslut], [Andel],
  table.hline(), [Kvinnor], [8], [67 %], table.hline(), [Män], [4], [33 %], table.hline(),
  [Totalt], [12], [], table.hline())
Tabell 2. Avslutade efter sort, utan dem som flyttade
#table(columns: (auto, 3cm, 3cm), [Sort], [Antal avslut], [Andel],
  table.hline(), [Arbete], [9], [75 %], table.hline(), [Studier], [3], [25 %], table.hline())
Slut på tabellerna.
"""
PAGED = """
#set page(header: [Teamet Eken, 2023], footer: context [Sida #counter(page).display() av 3])
Första sidan.
#pagebreak()
Andra sidan har 41 deltagare.
#pagebreak()
Tredje sidan.
"""
NARROW = """
#set table(stroke: none)
#set text(size: 8pt)
Tabell 3. Sedan starten
#table(columns: 4, inset: (x: 0.9pt, y: 3pt), align: (left, right, right, right),
  [Period], [Nyinskrivna], [Avslutade], [Avhopp],
  table.hline(), [2022], [12], [9], [1], table.hline(), [2023], [14], [8], [0], table.hline())
"""
FRAMED = "#rect[Inramad text om 7 deltagare.]\n#rect(width: 4cm, height: 2cm)\nOch text efter."


def test_a_boxed_table_stands_in_its_place_and_once() -> None:
    assert lines(pdf(BOXED), "r.pdf") == [
        "Före tabellen stod 3 personer i kö.",
        "Ålder\tKvinnor\tMän",
        "18–30\t8\t4",
        "31–45\t6\t2",
        "Efter tabellen.",
    ]


def test_tables_with_rules_between_rows_only() -> None:
    assert lines(pdf(RULED), "r.pdf") == [
        "Tabell 1. Avslutade efter kön",
        "Kön\tAntal avslut\tAndel",
        "Kvinnor\t8\t67 %",
        "Män\t4\t33 %",
        "Totalt\t12",
        "Tabell 2. Avslutade efter sort, utan dem som flyttade",
        "Sort\tAntal avslut\tAndel",
        "Arbete\t9\t75 %",
        "Studier\t3\t25 %",
        "Slut på tabellerna.",
    ]


def test_heads_that_stand_as_close_as_words() -> None:
    assert lines(pdf(NARROW), "r.pdf") == [
        "Tabell 3. Sedan starten",
        "Period\tNyinskrivna\tAvslutade\tAvhopp",
        "2022\t12\t9\t1",
        "2023\t14\t8\t0",
    ]


def test_a_frame_is_no_table() -> None:
    assert lines(pdf(FRAMED), "r.pdf") == ["Inramad text om 7 deltagare.", "Och text efter."]


def test_pages_and_their_heads() -> None:
    source = open_bytes(pdf(PAGED), "r.pdf", recognise=False)
    assert [(line.page, line.text) for line in source.lines if line.text] == [
        (1, "Teamet Eken, 2023"),
        (1, "Första sidan."),
        (2, "Andra sidan har 41 deltagare."),
        (3, "Tredje sidan."),
    ]


@pytest.mark.parametrize("number", ["1", "Sida 1", "1 (1)", "1/1"])
def test_the_number_of_a_page_is_no_text(number: str) -> None:
    assert lines(pdf(f"{SENTENCE}\n\n{number}"), "r.pdf") == [SENTENCE]


def test_a_number_at_the_edge_of_a_page_is_kept() -> None:
    assert lines(pdf(f"{SENTENCE}\n\n41"), "r.pdf") == [SENTENCE, "41"]
