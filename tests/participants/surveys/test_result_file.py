"""What is understood of a file of results, and what is said of the rest."""

from decimal import Decimal

import pytest

from samspel.participants.surveys.result import Group
from samspel.participants.surveys.result_file import FileRefused, ResultLine, read_results

HEAD = "Fråga;Kön;Antal svar;Andel (%)\n"


def lines(text: str) -> list[ResultLine]:
    found = read_results(text.encode())
    assert not found.faults
    return found.lines


def test_a_line_for_each_question_and_gender() -> None:
    found = lines(HEAD + "Delaktighet;Alla;12;75,0\nDelaktighet;Kvinnor;7;85.7 %\n")
    assert found == [
        ResultLine("Delaktighet", Group.ALL, 12, Decimal("75.0"), None),
        ResultLine("Delaktighet", Group.WOMAN, 7, Decimal("85.7"), None),
    ]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_as_spreadsheets_write_it(delimiter: str, encoding: str) -> None:
    text = "fråga;kön;antal;medel\r\nÅterkoppling;män;3;4.25\r\n\r\n".replace(";", delimiter)
    found = read_results(text.encode(encoding))
    assert found.lines == [ResultLine("Återkoppling", Group.MAN, 3, None, Decimal("4.25"))]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (";alla;3;50", "Frågan saknas"),
        ("A;båda;3;50", "Könet är inte"),
        ("A;alla;tre;50", "inget heltal"),
        ("A;alla;-3;50", "inget heltal"),
        ("A;alla;3,5;50", "inget heltal"),
        ("A;alla;3;", "en andel eller ett medelvärde"),
        ("A;alla;3;100,1", "mellan 0 och 100"),
        ("A;alla;3;-1", "mellan 0 och 100"),
        ("A;alla;3;hälften", "är inget tal"),
        ("A;alla;3;NaN", "är inget tal"),
        ("A;alla;3;50,25", "fler än 1 decimaler"),
        ("A", "Könet är inte"),
        ("A;alla;000000999999999999999999;50", "inget heltal"),
        ("A;alla;٣;50", "inget heltal"),
        ("A;alla;3;1e1", "är inget tal"),
        ("A;alla;3;7_5", "är inget tal"),
        ("A;alla;3;٥", "är inget tal"),
    ],
)
def test_each_fault_is_said_with_its_line(line: str, said: str) -> None:
    found = read_results((HEAD + "B;alla;1;0\n" + line + "\n").encode())
    assert [fault.line for fault in found.faults] == [3]
    assert said in found.faults[0].sentence


@pytest.mark.parametrize(
    ("written", "group"),
    [
        ("Annan  könsidentitet", Group.OTHER),
        ("icke-binär", Group.OTHER),
        ("Uppgift saknas", Group.UNKNOWN),
        ("vill inte uppge", Group.UNKNOWN),
    ],
)
def test_genders_as_surveys_write_them(written: str, group: Group) -> None:
    assert lines(HEAD + f"A;{written};3;50\n")[0].group == group


def test_lines_are_numbered_as_in_the_file_also_after_empty_ones() -> None:
    found = read_results(("\n\n" + HEAD + "A;båda;3;50\n").encode())
    assert [fault.line for fault in found.faults] == [4]


def test_the_same_question_twice_is_a_fault_of_the_second() -> None:
    found = read_results((HEAD + "A;alla;3;50\nA;kvinnor;2;50\nA;totalt;3;51\n").encode())
    assert [(fault.line, "rad 2" in fault.sentence) for fault in found.faults] == [(4, True)]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   \n",
        HEAD.encode(),
        b"fr\xe5ga;svar\nA;3\n",
        b"PK\x03\x04\0\0\0",
        b"x" * 1_000_001,
        (HEAD + "A;alla;1;1\n" * 2_100).encode(),
    ],
)
def test_what_is_no_table_of_results_is_refused_in_one_sentence(content: bytes) -> None:
    with pytest.raises(FileRefused) as refused:
        read_results(content)
    assert str(refused.value).endswith(".")
