"""Counts of people: which sentence says which figure."""

import pytest

from tests.report.checking.reading.prose.reading_of import shares, stated, sums

COHORTS = [
    ("14 deltagare har skrivits in under året.", ["newly_enrolled=14"]),
    ("21 personer är nyinskrivna.", ["newly_enrolled=21"]),
    ("Under perioden skrevs tolv personer in.", ["newly_enrolled=tolv"]),
    ("Under året har 9 ärenden avslutats.", ["closed=9"]),
    ("Under perioden avslutades 17 deltagare.", ["closed=17"]),
    ("Sammanlagt arbetade teamet med 41 deltagare.", ["worked_with=41"]),
    ("Teamet har under 2023 arbetat med 41 individer.", ["worked_with=41"]),
    ("Under 2023 har det funnits 41 deltagare i teamet.", ["worked_with=41"]),
    ("41 personer har deltagit i teamet under året.", ["worked_with=41"]),
    ("12 deltagare har deltagit i en hästgrupp.", []),
    ("Vid årets början fanns 37 deltagare.", ["enrolled_at_start=37"]),
    ("Vid årets slut fanns 41 deltagare.", ["enrolled_at_end=41"]),
    ("Vid årets slut fanns 4 deltagare i arbetsträning.", []),
    ("Vid årets slut är antalet aktiva deltagare i teamet 30 personer.", ["enrolled_at_end=30"]),
    ("Totalt består gruppen av 30 personer den 31/12 2023.", ["enrolled_at_end=30"]),
    ("Vid periodens början var 25 personer inskrivna.", ["enrolled_at_start=25"]),
    ("I kön för inskrivning finns 6 personer.", ["in_queue_at_end=6"]),
    ("231231 står 6 personer i kön.", ["in_queue_at_end=6"]),
    ("Vid årets slut väntar 6 personer på att skrivas in i januari 2024.", ["in_queue_at_end=6"]),
    ("Teamet tog emot 26 remisser.", ["referred=26"]),
    ("Fyra nya personer är i åldern 18-30.", ["newly_enrolled.age_band.18-30=Fyra"]),
    (
        "17 ärenden har avslutats. Vid inskrivningen hade dessa sjutton väntat länge.",
        ["closed=17", "closed=sjutton"],
    ),
    ("17 har avslutats. 3 ville läsa på egen hand. Dessa tre hade bråttom.", ["closed=17"]),
    # scanned: å, ä and ö are lost or exchanged
    ("Under aret har 9 arenden avslutats.", ["closed=9"]),
    ("I kdn for inskrivning finns 6 personer.", ["in_queue_at_end=6"]),
    ("Av 23 avslutade var tva drop-out.", ["closed=23", "dropouts=tva"]),
    # a sentence broken by the page
    (
        "Under det gångna året som var ovanligt på många sätt har 17\n\närenden avslutats.",
        ["closed=17"],
    ),
    # a referrer's own number is no number of all
    (
        "Arbetsförmedlingen har två nya ärenden hos oss.",
        ["newly_enrolled.referred_by.employment_service=två"],
    ),
    (
        "Arbetsféormedlingen har tva nya arenden i teamet.",
        ["newly_enrolled.referred_by.employment_service=tva"],
    ),
    # some of a cohort are not the cohort
    ("Tre av de avslutade flyttade.", ["closed.outcome.moved=Tre"]),
    (
        "Av de 20 nyinskrivna är 12 kvinnor. Sju av dem är under 30 år.",
        ["newly_enrolled=20", "newly_enrolled.gender.woman=12"],
    ),
    ("5 av 9 män gick till resultat.", ["closed_to_result.gender.man=5"]),
    # of another time
    (
        "16 skrevs in. Det är färre än under föregående period, då 22 skrevs in.",
        ["newly_enrolled=16", "newly_enrolled@previous=22"],
    ),
    ("16 deltagare skrevs in, att jämföra med 22 föregående år.", ["newly_enrolled=16"]),
]


@pytest.mark.parametrize(("text", "expected"), COHORTS)
def test_a_count_is_a_figure(text: str, expected: list[str]) -> None:
    assert stated(text) == expected


NOTHING = [
    "Under året har 30 personer stått i kö.",
    "Sedan dess har 12 personer i snitt varit inskrivna 18 månader.",
    "Teamet fick 3 nya deltagare i januari och 4 nya i februari.",
    "Under året har 40 personer varit inskrivna, varav 3 par.",
    "Vi har 14 deltagare i arbetsträning, varav 8 kvinnor och 6 män.",
    "Antalet avslut minskade från 20 till 16.",
    "Andelen kvinnor är 58%.",
    "Under 2021 skrevs 30 personer in.",  # another year
    "Under hösten skrevs 4 personer in.",  # a part of the year
    "Sedan 2016 har 210 deltagare skrivits in.",  # since the start
    "Nästa år beräknas 25 personer skrivas in.",  # a forecast
    "Målet är att 20 personer ska ha avslutats.",  # a wish
    "Färre än 5 personer avslutades.",  # a bound
    "Gruppen har plats för 12 personer.",
    "Varje inskrivning börjar med 2 månaders prövotid.",
    "Deltagaren är inskriven minst 3 timmar i veckan.",
    "Tre coacher arbetar 100% och en på 20 %.",
    "Teamet har funnits under 6 års tid.",
    "Kvinnorna är i snitt 9 år äldre än männen vid avslut.",
    "Fyra av teamets deltagare fick åka till en hästgård.",
    "Antalet avslutade deltagare är betydligt färre än förra året.",
    "Vi flyttade till Storgatan 12 i oktober 2023.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert stated(text) == []
    assert sums(text) == shares(text) == []


ELSEWHERE = [
    "Vid periodens slut arbetade vi med sju områden. Under perioden avslutades två.",
    "Tre medarbetare har avslutat sin tjänst.",
    "10 arbetsträningar har påbörjats, och 9 avslutades.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_staff_and_organisation_are_no_participants(text: str) -> None:
    assert not [each for each in stated(text, "6") if each.startswith(("closed", "worked_with"))]


GENDERS = [
    (
        "28 nya deltagare har skrivits in, varav 16 (57%) kvinnor och 12 (43%) män.",
        ["28=16+12"],
        ["16/28=57", "12/28=43"],
    ),
    (
        "Vid årets slut består gruppen av 42 personer; 20 (47,6%) män och 22 (52,4%) kvinnor.",
        ["42=20+22"],
        ["20/42=47,6", "22/42=52,4"],
    ),
    (
        (
            "Teamet arbetade med 58 deltagare (de som avslutats och de som är kvar). Av dessa är "
            "33 personer (57%) kvinnor och 25 personer (43%) män."
        ),
        ["58=33+25"],
        ["33/58=57", "25/58=43"],
    ),
    (
        (
            "29 personer skrevs in: 15 kvinnor, 12 män, 1 person med annat kön och 1 utan uppgift "
            "om kön."
        ),
        ["29=15+12+1+1"],
        [],
    ),
    (
        (
            "19 personer fullföljde. 12 (63 %) av dem avslutades till resultat. Av dessa var 8 "
            "(67 %) kvinnor och 3 (25 %) män."
        ),
        ["12=8+3?"],  # the shares leave room for somebody else
        ["12/19=63", "8/12|19=67", "3/12|19=25"],
    ),
    ("Av de aktuella vid slutet är 11 personer under 30 år, alltså 26%.", [], []),
    (
        "Vid slutet var 42 personer inskrivna. 11 personer är under 30 år, alltså 26%.",
        [],
        ["11/42=26"],
    ),
]


@pytest.mark.parametrize(("text", "added", "shared"), GENDERS)
def test_parts_by_gender(text: str, added: list[str], shared: list[str]) -> None:
    assert sums(text) == added
    assert shares(text) == shared


def test_parts_have_the_address_of_their_whole() -> None:
    assert stated("30 personer har avslutats, varav 20 kvinnor och 10 män.") == [
        "closed=30",
        "closed.gender.woman=20",
        "closed.gender.man=10",
    ]
    assert stated("Vid slutet var 30 inskrivna: 18 kvinnor och 12 man (40 %).") == [
        "enrolled_at_end=30",
        "enrolled_at_end.gender.woman=18",
        "enrolled_at_end.gender.man=12",
        "enrolled_at_end.gender.man.share=40",
    ]
