"""Lines that were broken by the page become sentences again."""

import pytest

from samspel.report.checking.reading.passages import passages
from samspel.report.checking.source import Source


def joined(text: str) -> list[str]:
    return [each.text for each in passages(list(Source.of_text(text).lines))]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Vi skrev in tolv personer under\nåret.", ["Vi skrev in tolv personer under året."]),
        ("Möten: Ärenden 23 och\nPlanering 42.", ["Möten: Ärenden 23 och Planering 42."]),
        ("Vi skrev in tolv.\nDe trivs.", ["Vi skrev in tolv.", "De trivs."]),
        ("- Arbete: 4 kvinnor\n- Studier: 2 män", ["- Arbete: 4 kvinnor", "- Studier: 2 män"]),
    ],
)
def test_a_sentence_goes_on_where_no_sentence_ends(text: str, sentences: list[str]) -> None:
    assert joined(text) == sentences


def test_a_number_knows_its_line_and_place_in_the_file() -> None:
    [passage] = passages(list(Source.of_text("Vi skrev in 12 personer och\n  avslutade 9.").lines))
    places = [(each.text, each.line, each.start) for each in passage.numbers()]
    assert places == [("12", 1, 12), ("9", 2, 12)]
