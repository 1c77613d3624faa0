"""The drafts: grammar for nobody, one and several; silence where there is no data."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.utils.translation import override

from samspel.documents.document import BulletList, Paragraph
from samspel.figures.disclosure import PublicFigures
from samspel.figures.resources import TeamFigures
from samspel.printed import PrintedFigures
from samspel.report.contents import TEXTS
from samspel.report.plan import Material
from samspel.report.text import blocks_of, unknown
from tests.figures.test_golden import AVESTA_2021, KRAFTEN_2019, KRAFTEN_2023, golden
from tests.report.cases import episode, material, read_aloud

READ = Path(__file__).parent / "drafts"


def draft(made: Material, place: str) -> str:
    """A draft as it reads: paragraphs parted by an empty line."""
    with override(made.printed.language):
        body = TEXTS[place].draft(made)
    assert unknown(body) == []
    paragraphs = []
    for block in blocks_of(body, made.printed.number):
        assert isinstance(block, Paragraph | BulletList)
        assert isinstance(block, Paragraph)
        paragraphs.append(read_aloud(block.runs))
    return "\n\n".join(paragraphs)


def closed(
    number: int, outcome: str, on: date = date(2024, 9, 1), **fields: object
) -> dict[str, object]:
    return episode(number, closed_on=on, outcome=outcome, **fields)


BEFORE = [
    episode(
        90 + number,
        referred_on=date(2023, 1, 5),
        enrolled_on=date(2023, 2, 1),
        closed_on=date(2023, 8, 1),
        outcome="work",
    )
    for number in range(2)
]
A_YEAR = [
    *(episode(number, gender="man", referred_by="self") for number in range(2)),
    *(episode(number, income_source="none") for number in range(2, 5)),
    episode(5, gender="other", birth_date=date(1958, 5, 5), referred_by="probation"),
    episode(6, gender=None, birth_date=None, referred_by=None, income_source=None),
    *(closed(number, "work", public_support_months=12.0) for number in range(7, 10)),
    closed(10, "studies", enrolled_on=date(2019, 1, 1), referred_on=date(2018, 12, 1)),
    closed(11, "medical_rehabilitation"),
    closed(12, "dropout", gender="man"),
    episode(13, enrolled_on=None, referred_on=date(2024, 12, 1)),
]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_drafts_of_a_made_up_year_read_as_kept(language: str) -> None:
    """Compared with texts that were read by eye; write them anew when the words are changed."""
    made = material([*A_YEAR, *BEFORE], language)
    places = [place for place in TEXTS if draft(made, place)]
    read = "\n\n".join(f"# {place}\n\n{draft(made, place)}" for place in places) + "\n"
    assert read == (READ / f"{language}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("rows", [[*A_YEAR, *BEFORE], A_YEAR[:4], A_YEAR[:1]])
def test_the_public_edition_says_nothing_rather_than_two_dots(
    language: str, rows: list[dict[str, object]]
) -> None:
    made = material(rows, language, public=True)
    for place in TEXTS:
        assert ".." not in draft(made, place)


@pytest.mark.parametrize("place", list(TEXTS))
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_team_without_records_gets_no_dash_and_no_zero(place: str, language: str) -> None:
    read = draft(material([], language), place)
    assert "–" not in read
    assert "0" not in read
    assert "%" not in read


@pytest.mark.parametrize(
    ("number", "swedish", "english"),
    [
        (0, "Ingen skrevs in under perioden.", "Nobody was enrolled during the period."),
        (1, "En person skrevs in under perioden.", "One person was enrolled during the period."),
        (
            2,
            "2 personer skrevs in under perioden, samtliga kvinnor.",
            "2 people were enrolled during the period, all of them women.",
        ),
    ],
)
def test_nobody_one_and_several_were_enrolled(number: int, swedish: str, english: str) -> None:
    rows = [episode(each) for each in range(number)]
    assert draft(material(rows, "sv"), "1.description").startswith(swedish)
    assert draft(material(rows, "en"), "1.description").startswith(english)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "Ingen avslutades under perioden."),
        (1, "En person avslutades under perioden. Ingen av dem hoppade av i förtid."),
        (2, "2 personer avslutades under perioden, samtliga kvinnor."),
    ],
)
def test_nobody_one_and_several_left(number: int, expected: str) -> None:
    rows = [episode(50), *(closed(each, "work") for each in range(number))]
    assert expected in draft(material(rows, "sv"), "3.description")


@pytest.mark.parametrize(
    ("now", "expected"),
    [(1, "färre än under föregående period, då 2"), (2, "lika många"), (3, "fler än")],
)
def test_the_enrolled_are_compared_with_the_period_before(now: int, expected: str) -> None:
    rows = [*BEFORE, *(episode(each) for each in range(now))]
    assert expected in draft(material(rows, "sv"), "1.description")


def test_nothing_is_compared_with_a_time_before_the_records_begin() -> None:
    """Records that begin with the enrolled of some day lack those who had left before it."""
    earlier = episode(1, referred_on=date(2023, 1, 1), enrolled_on=date(2023, 2, 1))
    assert "föregående" not in draft(material([earlier, episode(2)], "sv"), "1.description")


def test_one_long_stay_is_told_of_and_only_where_cases_may_be_known() -> None:
    rows = [closed(each, "work") for each in range(5)]
    rows.append(closed(9, "work", enrolled_on=date(2018, 1, 1), referred_on=date(2017, 12, 1)))
    told = "En lång inskrivning påverkar genomsnittet"
    assert told in draft(material(rows, "sv"), "3.description")
    assert told not in draft(material(rows, "sv", public=True), "3.description")
    assert told not in draft(material(rows[:5], "sv"), "3.description")


def test_support_time_that_few_have_is_said_to_be_known_for_few() -> None:
    rows = [closed(each, "work") for each in range(3)]
    rows[0]["public_support_months"] = 24.0
    read = draft(material(rows, "sv"), "3.description")
    assert "2,00 år" in read
    assert "Uppgiften finns för 1 av de 3." in read


def test_a_team_that_does_not_record_referrals_is_not_said_to_have_no_queue() -> None:
    rows = [episode(each, referred_on=None) for each in range(3)]
    read = draft(material(rows, "sv"), "1.description")
    assert "remiss" not in read
    assert "väntade" not in read


def golden_draft(case: tuple[str, str, str], place: str) -> str:
    """A golden case's draft as a public reader meets it."""
    figures = golden(case)
    public = PublicFigures(figures, wholes_exact=True)
    printed = PrintedFigures(TeamFigures(public, {}, is_public=True), "sv")
    made = replace(material([]), printed=printed, period=figures.period)
    return draft(made, place)


def test_few_dropouts_are_told_in_words_and_the_completed_not_at_all() -> None:
    read = golden_draft(KRAFTEN_2023, "3.description")
    assert "Färre än fem av dem var tidiga avhopp." in read
    assert "Av dem som fullföljde avslutades 11 till resultat" in read
    assert "21" not in read
    assert "%" not in read


def test_who_is_left_over_is_not_said_to_be_all() -> None:
    assert "Bland de övriga: <5 blev föräldralediga." in golden_draft(KRAFTEN_2019, "3.description")


def test_others_are_not_told_where_the_results_are_not() -> None:
    assert "vriga" not in golden_draft(AVESTA_2021, "3.description")
    assert "fullföljde" not in golden_draft(AVESTA_2021, "summary.participants")
