"""The golden cases: case lists that add up to published reports, each figure as printed there."""

from pathlib import Path

import polars as pl
import pytest

from samspel.figures.codes import fold_outcomes
from samspel.figures.compute import Figures
from samspel.figures.frame import episode_frame
from samspel.figures.period import parse_period
from samspel.figures.printing import decimals, print_value

COHORTS = Path(__file__).parent.parent / "data" / "cohorts"
KRAFTEN_2019 = ("kraften-2018-07--2019-06", "Kraften Hedemora", "2018-07..2019-06")
KRAFTEN_2023 = ("kraften-2022-07--2023-06", "Kraften Hedemora", "2022-07..2023-06")
AVESTA_2021 = ("avesta-2021", "Samverkansteam Avesta", "2021")


def golden(case: tuple[str, str, str]) -> Figures:
    name, team, period = case
    frame = episode_frame(pl.read_csv(COHORTS / f"{name}.csv"))
    return Figures(frame, team=team, period=parse_period(period))


PRINTED = {
    KRAFTEN_2019: """
        enrolled_at_start 34 | newly_enrolled 18 | newly_enrolled.gender.woman 10
        newly_enrolled.gender.man 8 | closed 17 | dropouts 0 | closed.outcome.work 4
        closed.outcome.studies 2 | closed.outcome.other_rehabilitation 3
        closed.outcome.sickness_compensation 0 | closed.outcome.parental_leave 2
        closed.outcome.medical_rehabilitation 0 | closed.outcome.other 6 | enrolled_at_end 35
        closed_to_result 9 | completed 17 | result_rate 53% | throughput_months 24.0
        public_support_months 40.3 | in_queue_at_end 0""",
    KRAFTEN_2023: """
        enrolled_at_start 41 | newly_enrolled 16 | newly_enrolled.gender.woman 10
        newly_enrolled.gender.man 6 | closed 23 | dropouts 2 | closed.outcome.work 7
        closed.outcome.studies 1 | closed.outcome.other_rehabilitation 3
        closed.outcome.sickness_compensation 3 | closed.outcome.parental_leave 0
        closed.outcome.medical_rehabilitation 4 | closed.outcome.other 3 | enrolled_at_end 34
        closed_to_result 11 | completed 21 | result_rate 52%
        closed_to_result.gender.woman 7 | closed_to_result.gender.woman.share 64%
        closed_to_result.gender.man 4 | closed_to_result.gender.man.share 36%
        throughput_months 19.1 | throughput_months.gender.woman 19.0
        throughput_months.gender.man 19.2 | public_support_months.years 1.15
        public_support_months.gender.woman.years 1.59 | public_support_months.gender.man.years 0.37
        """,
    AVESTA_2021: """
        enrolled_at_start 30 | newly_enrolled 28 | newly_enrolled.gender.woman 16
        newly_enrolled.gender.man 12 | closed 16 | dropouts 0 | closed.outcome.work 7
        closed.outcome.studies 2 | closed.outcome.other_rehabilitation 3
        closed.outcome.medical_rehabilitation 4 | closed.outcome.other 0
        enrolled_at_end 42 | enrolled_at_end.gender.woman 22 | enrolled_at_end.gender.man 20
        closed_to_result 12 | completed 16 | result_rate 75% | closed_to_result.gender.woman 8
        closed_to_result.gender.man 4 | throughput_months 24.2
        throughput_months.gender.woman 28.6 | throughput_months.gender.man 15.3
         public_support_months.gender.woman.years 8.10
        public_support_months.gender.man.years 1.75 | age_at_closing 39.3
        age_at_closing.gender.woman 42.1 | age_at_closing.gender.man 33.8
        age_at_end 37.5 | age_at_end.youngest 20 | age_at_end.oldest 57
        enrolled_at_end_under_30 11 | enrolled_at_end_under_30.share 26% | in_queue_at_end 10""",
}


def statements() -> list[tuple[tuple[str, str, str], str, str]]:
    found = []
    for case, text in PRINTED.items():
        for statement in text.replace("\n", "|").split("|"):
            if statement.strip():
                address, printed = statement.split()
                found.append((case, address, printed))
    return found


@pytest.mark.parametrize(
    ("case", "address", "printed"), statements(), ids=lambda part: part if part else "-"
)
def test_figure_is_printed_as_published(
    case: tuple[str, str, str], address: str, printed: str
) -> None:
    assert print_value(golden(case).value(address), "en") == printed


@pytest.mark.parametrize(
    ("case", "address", "places", "printed"),
    [
        (AVESTA_2021, "throughput_months", 2, "24,15"),
        (AVESTA_2021, "public_support_months.years", 1, "6,0"),
        (AVESTA_2021, "throughput_months.gender.man", 2, "15,25"),
        (AVESTA_2021, "age_at_closing.gender.man", 2, "33,75"),
    ],
)
def test_figure_with_two_decimals(
    case: tuple[str, str, str], address: str, places: int, printed: str
) -> None:
    assert decimals(golden(case).value(address).exact, places) == printed


@pytest.mark.parametrize(
    ("case", "dimension", "expected"),
    [
        (KRAFTEN_2019, "age_band", {"18-30": 8, "31-45": 6, "46-64": 4}),
        (KRAFTEN_2023, "age_band", {"18-30": 4, "31-45": 9, "46-64": 3}),
        (
            KRAFTEN_2019,
            "referred_by",
            {"employment_service": 2, "social_insurance": 8, "social_services": 8},
        ),
        (
            KRAFTEN_2023,
            "referred_by",
            {
                "employment_service": 2,
                "social_insurance": 3,
                "social_services": 3,
                "region": 7,
                "self": 1,
            },
        ),
        (
            AVESTA_2021,
            "referred_by",
            {
                "employment_service": 2,
                "social_insurance": 2,
                "social_services": 14,
                "region": 9,
                "school": 1,
            },
        ),
        (
            AVESTA_2021,
            "income_source",
            {"social_assistance": 20, "social_insurance": 6, "none": 2},
        ),
    ],
)
def test_newly_enrolled_broken_down(
    case: tuple[str, str, str], dimension: str, expected: dict[str, int]
) -> None:
    found = golden(case).breakdown("newly_enrolled", dimension)
    assert list(found.items()) == list(expected.items())


def test_outcomes_without_a_column_fold_into_other() -> None:
    by_outcome = golden(AVESTA_2021).breakdown("closed", "outcome")
    columns = ("work", "studies", "other_rehabilitation")
    assert fold_outcomes(by_outcome, columns) == {
        "work": 7,
        "studies": 2,
        "other_rehabilitation": 3,
        "other": 4,
    }
