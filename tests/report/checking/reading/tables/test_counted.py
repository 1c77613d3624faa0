"""Counts on short lines under a whole, and two breakdowns side by side."""

import pytest

from samspel.figures.period import parse_period
from samspel.report.checking.claims import Share, Sum
from samspel.report.checking.reading.outline import Found, Outline
from samspel.report.checking.reading.tables.counted import read_counted
from samspel.report.checking.reading.tables.two_heads import read_two_heads
from samspel.report.checking.source import Source

LIST = """Nya deltagare i Bron 230101-231231: 12 personer

Varav kvinnor: 8(67%)

Varav män: 4 (33%)

Åldersfördelning:

18-30 5

31-45 4

46-64 3

Remittenter:

AF 2

Forsakringskassan (FK): 3 (star for forsorjningen av ytterligare 2 personer remitterade av
annan)

Soc 4

Region Norr (RN):2

Egenremisser: 1
"""
SIDE_BY_SIDE = """Tabell: Handläggare och försörjningsgrund 230101-231231 (12 nyinskrivna

under perioden)

Försörjningsgrund Remitterande aktör

Socialtjänst Försäkrings-

kassan

Ingen

försörjning

Socialtjänst/

Kommun

Försäkrings-

kassan

Regionen

7 4 1 5 3 4
"""


def outline(text: str) -> Outline:
    return Outline(Source.of_text(text), "", None, {})


def of_2023(text: str) -> Outline:
    return Outline(Source.of_text(text), "", parse_period("2023"), {})


def told(found: Found) -> dict[str, int]:
    return {str(each.address): int(each.printed.value) for each in found.statements}


def sums(found: Found) -> list[tuple[int, list[int]]]:
    return [
        (int(each.whole.value), [int(part.value) for part in each.parts])
        for each in found.claims
        if isinstance(each, Sum)
    ]


def test_a_list_tells_genders_ages_and_referrers() -> None:
    assert told(read_counted(outline(LIST))) == {
        "newly_enrolled": 12,
        "newly_enrolled.gender.woman": 8,
        "newly_enrolled.gender.man": 4,
        "newly_enrolled.age_band.18-30": 5,
        "newly_enrolled.age_band.31-45": 4,
        "newly_enrolled.age_band.46-64": 3,
        "newly_enrolled.referred_by.employment_service": 2,
        "newly_enrolled.referred_by.social_insurance": 3,
        "newly_enrolled.referred_by.social_services": 4,
        "newly_enrolled.referred_by.region": 2,
        "newly_enrolled.referred_by.self": 1,
    }


def test_each_breakdown_is_to_make_up_the_whole() -> None:
    found = read_counted(outline(LIST))
    assert sums(found) == [(12, [8, 4]), (12, [5, 4, 3]), (12, [2, 3, 4, 2, 1])]
    shares = [each for each in found.claims if isinstance(each, Share)]
    assert [(int(each.part.value), int(each.percent.value)) for each in shares] == [
        (8, 67),
        (4, 33),
    ]
    assert all(int(each.wholes[0].value) == 12 for each in shares)


def test_an_error_in_the_list_does_not_keep_it_from_being_read() -> None:
    assert (12, [8, 5]) in sums(read_counted(outline(LIST.replace("4 (33%)", "5 (33%)"))))


def test_a_name_that_nobody_knows_makes_a_list_whole_only_where_it_comes_to_the_whole() -> None:
    named = LIST.replace("Egenremisser: 1", "Vuxenskolan i byn: 1")
    assert sums(read_counted(outline(named)))[-1] == (12, [2, 3, 4, 2, 1])
    other = LIST.replace("Egenremisser: 1", "Uteblivna besök: 9")
    assert sums(read_counted(outline(other))) == [(12, [8, 4]), (12, [5, 4, 3])]


def test_remitted_participants_are_called_so_until_the_report_says_how_many_began() -> None:
    text = "Remitterade deltagare till Bron perioden: 12 personer\nVarav mén 4\nVarav kvinnor 8\n"
    assert told(read_counted(outline(text))) == {
        "referred": 12,
        "referred.gender.man": 4,
        "referred.gender.woman": 8,
    }


def test_shares_by_gender_under_a_heading_have_no_whole_of_their_own() -> None:
    text = "Avslutade i resultat fordelat pa kon:\n7 kvinnor andel 64%\n\n4 méan andel 36%\n"
    found = read_counted(outline(text))
    assert told(found) == {
        "closed_to_result.gender.woman": 7,
        "closed_to_result.gender.man": 4,
        "closed_to_result.gender.woman.share": 64,
        "closed_to_result.gender.man.share": 36,
    }
    assert sums(found) == []


@pytest.mark.parametrize(
    "text",
    [
        "Personal:\n[namn] 100 %\n[namn] 20 %\n",
        "AF 2\nFK 8\n",
        "Nya deltagare är välkomna i skogsgruppen på fredagar klockan 9.\nAF 2\n",
    ],
)
def test_numbers_under_no_whole_are_left_alone(text: str) -> None:
    assert read_counted(outline(text)).statements == ()


def test_two_breakdowns_side_by_side_are_parted_where_names_begin_again() -> None:
    found = read_two_heads(outline(SIDE_BY_SIDE))
    assert told(found) == {
        "newly_enrolled.income_source.social_assistance": 7,
        "newly_enrolled.income_source.social_insurance": 4,
        "newly_enrolled.income_source.none": 1,
        "newly_enrolled.referred_by.social_services": 5,
        "newly_enrolled.referred_by.social_insurance": 3,
        "newly_enrolled.referred_by.region": 4,
    }
    assert sums(found) == [(12, [7, 4, 1]), (12, [5, 3, 4])]


def test_a_row_with_another_number_of_columns_is_left_alone() -> None:
    assert read_two_heads(outline(SIDE_BY_SIDE.replace("7 4 1 5 3 4", "7 4 1 5 3"))) == Found()


WHOLE = "Nya deltagare i Bron: 12 personer\n"


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        ("• 18-29 år: 3\n• 30-54 år: 8\n• 55+ 1", [3, 8, 1]),
        ("Ålder\n18-29 3\n30-54 8\n55 år och äldre: 1", [3, 8, 1]),
        ("Remittenter:\nPsykiatrin 3\nVårdcentralen 2\nSoc 7", [3, 2, 7]),
        ("Försörjning:\nSjukpenning 3\nFörsörjningsstöd 8\nIngen 1", [3, 8, 1]),
        ("Remittenter:\nRegion 5\nvarav psykiatrin 3\nSoc 7", [5, 7]),
        ("Varav kvinnor 8\nVarav män 4\nVarav födda utomlands 3", [8, 4]),
        ("Varav kvinnor 8\n(en av dem\nnyinskriven i juni)\nVarav män 4", [8, 4]),
        ("Aldersf6rdelning:\n18-30 4\n31-45 5\n46-64 3", [4, 5, 3]),
        ("Remittenter:\nAF 4\nSoc 8\n3\nAnalys", [4, 8]),
    ],
)
def test_a_list_that_is_plainly_complete_makes_up_its_whole(lines: str, parts: list[int]) -> None:
    assert sums(read_counted(outline(WHOLE + lines))) == [(12, parts)]


@pytest.mark.parametrize(
    ("lines", "_why"),
    [
        ("Remittenter, de största:\nAF 2\nSoc 5", "some of them"),
        ("Remittenter, bland annat:\nAF 2\nSoc 5", "some of them"),
        ("Försörjning (en person kan ha flera):\nSjukpenning 5\nStudiemedel 9", "twice"),
        ("Ålder:\n18-30 4\n31-45 S\n46-64 3", "a number that cannot be read"),
        ("Ålder:\n18-30 4\n46-64 3", "ages between"),
        ("Ålder:\n18-30 4\n25-29 3\n31-64 8", "ages twice"),
        ("Varav kvinnor 8\nVarav annat kön 1", "no men"),
        ("I kö: 5 personer\nVarav kvinnor 3\nVarav män 2", "those who wait"),
        ("Träffpunkten besöktes av 30.\nKvinnor: 19\nMän: 11", "the visitors"),
        ("Könsfördelning samtliga aktiva:\nKvinnor 20\nMän 15", "everybody"),
    ],
)
def test_a_list_that_may_lack_a_part_or_is_of_others_makes_up_nothing(
    lines: str, _why: str
) -> None:
    assert sums(read_counted(outline(WHOLE + lines))) == []


def test_women_and_men_under_a_count_of_something_else_are_of_that() -> None:
    lines = "Remittenter:\nAF 2\nSoc 10\nStudiebesök: 20\nKvinnor 11\nMän 9"
    assert not any("gender" in address for address in told(read_counted(outline(WHOLE + lines))))


def test_a_part_that_is_told_in_two_pieces_is_no_figure() -> None:
    found = read_counted(outline(f"{WHOLE}Remittenter:\nPsykiatrin 3\nVårdcentralen 2\nSoc 7"))
    assert told(found) == {"newly_enrolled": 12, "newly_enrolled.referred_by.social_services": 7}


@pytest.mark.parametrize(
    "whole",
    [
        "Nya deltagare 220101-221231: 20 personer",
        "Nya deltagare 2022: 20 personer",
        "Nya deltagare föregående år: 20 personer",
        "Nya deltagare sedan starten: 20 personer",
        "Nya deltagare 230101-230630: 20 personer",
    ],
)
def test_a_list_of_another_time_tells_no_figures_but_is_to_add_up(whole: str) -> None:
    found = read_counted(of_2023(f"{whole}\nVarav kvinnor 11\nVarav män 8"))
    assert told(found) == {}
    assert sums(found) == [(20, [11, 8])]


@pytest.mark.parametrize("when", ["230101-231231", "2023", "230101-241231", ""])
def test_a_list_of_the_period_or_with_a_slip_in_it_tells_its_figures(when: str) -> None:
    found = read_counted(of_2023(f"Nya deltagare {when}: 12 personer\nVarav kvinnor 8\n"))
    assert told(found) == {"newly_enrolled": 12, "newly_enrolled.gender.woman": 8}
