"""The results table in each of the forms that reports have it in."""

from datetime import date

import pytest

from samspel.figures.period import parse_period
from samspel.report.checking.claims import Flow, HeaderDay, Sum
from samspel.report.checking.reading.outline import Found, Outline
from samspel.report.checking.reading.tables.results import read_results
from samspel.report.checking.source import Source

PERIOD = parse_period("2023")

TABBED_HEAD = "\t".join(
    (
        "Antal inskrivna 20230101",
        "Antal i arbete",
        "Antal avslut totalt",
        "Antal ny-inskrivna under perioden",
        "Dropouts (tidiga avhopp)",
        "Antal i studier",
        "Antal till annan arbetslivs-inriktad rehab",
        "Antal till annat",
        "Antal inskrivna 20231231",
    )
)
OUR_HEAD = "\t".join(
    (
        "Inskrivna 2023-01-01",
        "Nyinskrivna",
        "Avslutade totalt",
        "Varav tidiga avhopp",
        "Arbete",
        "Studier",
        "Annan arbetslivsinriktad rehabilitering",
        "Annat",
        "Inskrivna 2023-12-31",
    )
)
SINCE_HEAD = "\t".join(
    (
        "Period",
        "Inskrivna vid periodens början",
        "Nyinskrivna",
        "Avslutade totalt",
        "Varav tidiga avhopp",
        "Arbete",
        "Annat",
        "Inskrivna vid periodens slut",
    )
)

TABBED = f"""Tabell: Deltagarresultat i Bron 230101-231231
{TABBED_HEAD}
30\t5\t14\t12\t1\t3\t2\t3\t28"""

CROSSED = """Tabell: Deltagarresultat i Bron 230101-231231
Antal Antal ny- | Antal | Varav Antali | Antali | Antal till Antal Antal
inskrivna inskrivna | avslut arbete | studier till
under totalt | Dropouts annan till inskrivna
20230101 i arbetslivs-
perioden annat 20231231
rehab
30 12 14 1 5 3 2 3 28"""

STACKED = """Tabell: Deltagarresultat 230101-231231

Antal

inskrivna

20230101

Antal ny-

inskrivna

Antal

avslut

totalt

Varav

dropouts

(tidiga

avhopp)

Antal i

arbete

Antal i

studier

Antal till

annan

arbets-livs-

inriktad rehab

Antal till

annat

Antal

aktiva

20231231

30 12 14 1 5 3 2 3 28"""

OUR_OWN = f"""Tabell 4. Deltagarresultat, 2023
{OUR_HEAD}
30\t12\t14\t1\t5\t3\t2\t3\t28"""

WHOLE = {
    "enrolled_at_start": 30,
    "newly_enrolled": 12,
    "closed": 14,
    "dropouts": 1,
    "closed.outcome.work": 5,
    "closed.outcome.studies": 3,
    "closed.outcome.other_rehabilitation": 2,
    "closed.outcome.other": 3,
    "enrolled_at_end": 28,
}


def found(text: str) -> Found:
    return read_results(Outline(Source.of_text(text), "", PERIOD, {}))


def told(text: str) -> dict[str, int]:
    return {str(each.address): int(each.printed.value) for each in found(text).statements}


@pytest.mark.parametrize("text", [TABBED, CROSSED, STACKED, OUR_OWN])
def test_every_form_is_read_and_claims_the_same(text: str) -> None:
    assert told(text) == WHOLE
    claims = found(text).claims
    [flow] = [each for each in claims if isinstance(each, Flow)]
    numbers = [int(each.value) for each in (flow.start, flow.new, flow.closed, flow.end)]
    assert numbers == [30, 12, 14, 28]
    [outcomes] = [each for each in claims if isinstance(each, Sum)]
    assert int(outcomes.whole.value) == 14
    assert sorted(int(each.value) for each in outcomes.parts) == [1, 2, 3, 3, 5]


@pytest.mark.parametrize("text", [TABBED, CROSSED, STACKED, OUR_OWN])
def test_days_in_the_head_are_the_ends_of_the_period(text: str) -> None:
    days = [each for each in found(text).claims if isinstance(each, HeaderDay)]
    in_head = [(each.day, each.role) for each in days if each.printed.line > 1]
    assert in_head == [(PERIOD.start, "start"), (PERIOD.end, "end")]


def test_a_day_of_another_year_in_the_head_is_claimed_as_it_is_printed() -> None:
    days = [
        each
        for each in found(TABBED.replace("inskrivna 20231231", "inskrivna 20221231")).claims
        if isinstance(each, HeaderDay)
    ]
    assert ("20221231", "end") in [(each.printed.text, each.role) for each in days]


def test_digits_in_the_head_that_are_no_day_are_a_slip() -> None:
    days = found(TABBED.replace("inskrivna 20231231", "inskrivna 20231331")).claims
    slips = [each for each in days if isinstance(each, HeaderDay) and each.day == date.min]
    assert [(each.printed.text, each.role) for each in slips] == [("20231331", "end")]


def test_letters_that_were_digits_are_numbers_in_the_row() -> None:
    assert told(CROSSED.replace("30 12 14 1 5", "3O l2 I4 l 5")) == WHOLE


@pytest.mark.parametrize(
    "text",
    [
        # the numbers are not as many as the columns
        CROSSED.replace("30 12 14 1 5 3 2 3 28", "30 12 14 1 5 3 2 28"),
        # a column that nobody knows
        TABBED.replace("Antal i studier", "Antal i sång"),
        # a head that has one column twice
        TABBED.replace("Antal i studier", "Antal i arbete"),
        # no results table at all
        "Träffar i veckan\n1 2 3 4 5 6",
    ],
)
def test_what_is_not_clear_is_left_alone(text: str) -> None:
    assert found(text) == Found()


def test_a_table_of_another_time_tells_nothing_of_the_period() -> None:
    earlier = TABBED.replace("230101-231231", "210101-211231")
    assert told(earlier) == {}


def test_a_row_since_the_start_is_of_its_own_time() -> None:
    text = f"""Tabell 9. Resultat sedan teamet startade
{SINCE_HEAD}
2023\t30\t12\t14\t1\t5\t8\t28
Sedan starten\t0\t82\t54\t4\t20\t30\t28"""
    numbers = told(text)
    assert numbers["newly_enrolled"] == 12
    assert numbers["newly_enrolled@since_start"] == 82
    assert sum(isinstance(each, Flow) for each in found(text).claims) == 2


def test_a_row_of_each_gender_makes_up_the_row_of_all() -> None:
    text = f"""Tabell: Deltagarresultat 230101-231231
Kön\t{TABBED_HEAD}
Kvinnor\t18\t3\t8\t7\t0\t2\t1\t2\t17
Män\t12\t2\t6\t5\t1\t1\t1\t1\t11
Samtliga\t30\t5\t14\t12\t1\t3\t2\t3\t28"""
    numbers = told(text)
    assert {key: numbers[key] for key in WHOLE} == WHOLE
    assert numbers["closed.outcome.work.gender.woman"] == 3
    assert numbers["enrolled_at_end.gender.man"] == 11
    sums = [each for each in found(text).claims if isinstance(each, Sum) and each.is_total]
    assert len(sums) == len(WHOLE)
    assert [int(each.value) for each in sums[0].parts] == [18, 12]


def test_rows_of_nobody_knows_whom_tell_nothing() -> None:
    text = f"""Tabell: Deltagarresultat 230101-231231
Ort\t{TABBED_HEAD}
Norrvik\t18\t3\t8\t7\t0\t2\t1\t2\t17
Söderås\t12\t2\t6\t5\t1\t1\t1\t1\t11"""
    assert told(text) == {}
