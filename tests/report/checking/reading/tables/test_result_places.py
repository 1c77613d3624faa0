"""Results tables of other times, and those whose columns stand in other places than usual."""

import pytest

from samspel.report.checking.claims import HeaderDay
from samspel.report.checking.reading.outline import Found
from tests.report.checking.reading.tables.test_results import (
    TABBED,
    TABBED_HEAD,
    WHOLE,
    found,
    told,
)


def crossed(*lines: str) -> str:
    return "\n".join(("Tabell: Deltagarresultat i Bron 230101-231231", *lines))


@pytest.mark.parametrize(
    "text",
    [
        # the new ones stand before those enrolled at the start
        crossed(
            "Antal ny- Antal | Antal | Varav Antali | Antali | Antal till Antal Antal",
            "inskrivna inskrivna | avslut arbete | studier till",
            "under totalt | Dropouts annan till inskrivna",
            "perioden 20230101 i arbetslivs-",
            "rehab annat 20231231",
            "12 30 14 1 5 3 2 3 28",
        ),
        # those enrolled at the end stand before the outcomes
        crossed(
            "Antal Antal ny- Antal | Antal | Varav Antali | Antali | Antal till Antal",
            "inskrivna inskrivna inskrivna | avslut arbete | studier till",
            "20230101 under 20231231 totalt | Dropouts annan till annat",
            "perioden i arbetslivs-",
            "rehab",
            "30 12 28 14 1 5 3 2 3",
        ),
    ],
)
def test_a_scanned_head_whose_days_stand_elsewhere_is_left_alone(text: str) -> None:
    assert found(text) == Found()


@pytest.mark.parametrize(
    "caption",
    [
        "Tabell: Deltagarresultat i Bron 2022",
        "Tabell: Deltagarresultat föregående år",
        "Föregående år",
        "Tabell: Deltagarresultat i Bron 230101-230630",
        "Tabell: Deltagarresultat 2022/23",
    ],
)
def test_a_caption_of_another_time_tells_nothing_of_the_period(caption: str) -> None:
    head = TABBED_HEAD.replace(" 20230101", "").replace(" 20231231", "")
    text = f"{caption}\n{head}\n30\t5\t14\t12\t1\t3\t2\t3\t28"
    assert told(text) == {}
    assert not any(isinstance(each, HeaderDay) for each in found(text).claims)


def test_the_days_over_the_columns_tell_another_time_too() -> None:
    earlier = TABBED.replace(" 230101-231231", "")
    earlier = earlier.replace("20230101", "20220101").replace("20231231", "20221231")
    assert told(earlier) == {}


def test_a_slip_in_the_caption_is_told_where_the_head_has_the_period() -> None:
    text = TABBED.replace("230101-231231", "230701-231231")
    assert told(text) == WHOLE
    days = [each.printed.text for each in found(text).claims if isinstance(each, HeaderDay)]
    assert days == ["230701", "231231", "20230101", "20231231"]


def test_a_day_over_the_queue_is_not_the_end_of_the_period() -> None:
    head = (
        *("Inskrivna vid årets början", "Nya under året", "Avslutade", "Avhopp", "Arbete"),
        *("Övrigt", "I kö 31/12 2023", "Aktiva 31/12 2023"),
    )
    numbers = "30\t12\t14\t1\t8\t5\t4\t28"
    text = "\n".join(("Deltagarresultat", "\t".join(head), numbers))
    assert told(text)["in_queue_at_end"] == 4
    assert not any(isinstance(each, HeaderDay) for each in found(text).claims)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Inskrivna vid årets slut", "Inskrivna vid årets början"),
        ("Inskrivna 20231231", "Inskrivna 20230101"),
        ("Aktiva vid periodens slut", "Inskrivna"),
    ],
)
def test_those_at_the_end_may_come_first(first: str, last: str) -> None:
    text = f"""Tabell: Deltagarresultat
{first}\tNyinskrivna\tAvslutade\tAvhopp\tArbete\tAnnat\t{last}
28\t12\t14\t1\t5\t8\t30"""
    assert (told(text)["enrolled_at_start"], told(text)["enrolled_at_end"]) == (30, 28)


def test_a_slip_in_the_last_day_does_not_turn_the_columns() -> None:
    numbers = told(TABBED.replace("inskrivna 20231231", "inskrivna 20221231"))
    assert (numbers["enrolled_at_start"], numbers["enrolled_at_end"]) == (30, 28)


def test_the_only_column_of_the_enrolled_is_of_the_end_where_it_is_the_last() -> None:
    text = """Tabell: Deltagarresultat
Nyinskrivna\tAvslutade\tAvhopp\tArbete\tAnnat\tInskrivna 20231231
12\t14\t1\t5\t8\t28"""
    assert told(text)["enrolled_at_end"] == 28
    assert "enrolled_at_start" not in told(text)
