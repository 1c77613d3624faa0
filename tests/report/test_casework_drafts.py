"""The drafts of a team that keeps its casework here: the way, why people left, what came after."""

from datetime import date

import pytest
from django.utils.translation import override

from samspel.documents.document import Block, Chart, Number, Table
from samspel.report.contents import TEXTS
from samspel.report.plan import Material, Pause
from samspel.report.withheld import without_withheld_columns
from tests.report.cases import episode, material
from tests.report.casework import CASEWORK, completed, enrolled, left, visit
from tests.report.test_drafts import READ, draft

FIELDS = ("1.description", "2.description", "3.description")
PAUSES = (
    Pause(date(2024, 6, 1), date(2024, 8, 15)),
    Pause(date(2024, 12, 1), None),
)


def exhibits(made: Material, place: str) -> list[Block]:
    with override(made.printed.language):
        return list(without_withheld_columns(TEXTS[place].exhibits(made)))


def table(made: Material, place: str, key: str) -> Table:
    found = [each.table if isinstance(each, Chart) else each for each in exhibits(made, place)]
    return next(each for each in found if isinstance(each, Table) and each.key == key)


def cells(found: Table) -> list[list[str]]:
    return [
        [cell.printed if isinstance(cell, Number) else cell for cell in row] for row in found.rows
    ]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_drafts_of_a_made_up_casework_read_as_kept(language: str) -> None:
    """Compared with texts that were read by eye; write them anew when the words are changed."""
    made = material(CASEWORK, language, capacity=4, pauses=PAUSES)
    read = "\n\n".join(f"# {place}\n\n{draft(made, place)}" for place in FIELDS) + "\n"
    assert read == (READ / f"casework-{language}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("number", [len(CASEWORK), 12, 6, 1])
def test_no_dash_and_no_two_dots_in_either_edition(language: str, number: int) -> None:
    for public in (False, True):
        made = material(CASEWORK[-number:], language, public=public, capacity=40)
        for place in TEXTS:
            assert ".." not in draft(made, place)
            assert "–" not in draft(made, place).replace("18–30", "")


def test_the_public_edition_tells_no_word_of_the_way() -> None:
    bare = [
        {name: told for name, told in row.items() if name in episode(1) or "closed" in name}
        | {"outcome": row.get("outcome"), "withdrawn_on": row.get("withdrawn_on")}
        for row in CASEWORK
    ]
    made, expected = (material(rows, "sv", public=True) for rows in (CASEWORK, bare))
    for place in TEXTS:
        assert draft(made, place) == draft(expected, place)
        assert exhibits(made, place) == exhibits(expected, place)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([left(1, "moved")], "En person lämnade före inskrivningen: personen flyttade."),
        ([left(1, None)], "En person lämnade före inskrivningen.\n"),
        ([left(1, None), left(2, None)], "2 personer lämnade innan de skrevs in.\n"),
        (
            [left(1, "team_full"), left(2, "team_full")],
            "innan de skrevs in: 2 fick ingen plats. 2 av dem fick nej av teamet.",
        ),
        (
            [left(1, "no_contact"), left(2, "not_target_group")],
            "1 gick inte att nå och 1 tillhörde inte målgruppen. En av dem fick nej av teamet.",
        ),
    ],
)
def test_one_and_several_left_for_a_reason_or_none(
    rows: list[dict[str, object]], expected: str
) -> None:
    assert expected in draft(material(rows, "sv"), "1.description")


@pytest.mark.parametrize(
    ("capacity", "number", "expected"),
    [
        (40, 1, "Teamet har 40 platser."),
        (2, 2, "Teamet har 2 platser."),
        (2, 3, "Teamet har 2 platser, så fler var inskrivna än det finns plats för."),
        (1, 2, "Teamet har en plats, så fler var inskrivna än det finns plats för."),
    ],
)
def test_more_enrolled_than_places(capacity: int, number: int, expected: str) -> None:
    made = material([enrolled(each) for each in range(number)], "sv", capacity=capacity)
    assert expected in draft(made, "1.description")


def test_a_team_that_has_not_said_its_places_is_not_told_to_have_any() -> None:
    assert "platser" not in draft(material([enrolled(1)], "sv"), "1.description")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([visit(1, date(2024, 9, 1), referred_on=date(2024, 12, 1))], "väntat i 30 dagar"),
        ([visit(1, date(2024, 9, 1), referred_on=date(2024, 12, 31))], "inskrivna"),
        ([visit(1, date(2024, 9, 1), referred_on=date(2024, 12, 30))], "inskrivna"),
    ],
)
def test_the_days_of_the_queue_are_told_when_they_are_days(
    rows: list[dict[str, object]], expected: str
) -> None:
    read = draft(material([*rows, enrolled(2), enrolled(3)], "sv"), "1.description")
    assert expected in read
    assert ("väntat i" in read) is ("väntat" in expected)


def test_shares_of_one_are_not_told() -> None:
    read = draft(material([enrolled(1)], "sv"), "2.description")
    assert "%" not in read
    assert (
        "För dem som lämnade ett steg under perioden var mediantiden 61 dagar i prövotid." in read
    )


def test_those_outside_the_age_bands_are_told_with_the_others() -> None:
    rows = [enrolled(1), enrolled(2, birth_date=date(2010, 1, 1))]
    read = draft(material(rows, "sv"), "1.description")
    assert "Vid inskrivningen var 1 i åldern 18–30 år och 1 i annan ålder." in read


def test_income_and_occupation_before_and_after_are_tables_that_add_up() -> None:
    made = material([*CASEWORK, completed(30, "", "", income_source=None)], "sv")
    incomes = cells(table(made, "3.description", "income-source-income-after"))
    assert [row[-1] for row in incomes][-1] == "6"
    for row in incomes:
        assert sum(map(int, row[1:-1])) == int(row[-1])
    for column in list(zip(*incomes, strict=True))[1:]:
        assert sum(map(int, column[:-1])) == int(column[-1])
    assert incomes[-2][0] == "Uppgift saknas"
    occupations = table(made, "3.description", "occupation-before-occupation-after")
    assert cells(occupations)[-1][-1] == "6"


def test_the_steps_stand_in_a_table() -> None:
    steps = cells(table(material(CASEWORK, "sv"), "2.description", "steps"))
    assert [row[0] for row in steps] == ["Studiebesök", "Kö", "Prövotid", "Aktiv", "Avslut"]
    assert [row[2] for row in steps] == ["1", "2", "1", "3", "1"]


def test_means_of_all_stand_beside_those_of_every_gender() -> None:
    rows = [completed(number, "salary", "work") for number in range(3)]
    rows += [
        completed(3, "salary", "work", gender=None),
        completed(4, "none", "none", gender="man"),
    ]
    found = table(material(rows, "sv"), "3.description", "times-and-ages")
    assert [each.title for each in found.columns[1:5]] == [
        "Alla",
        "Kvinnor",
        "Män",
        "Uppgift saknas",
    ]
