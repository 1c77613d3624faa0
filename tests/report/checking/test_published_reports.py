"""The published reports, where they are present: the known errors and nothing else."""

import json
from pathlib import Path

import pytest

from samspel.report.checking.contract import contract
from samspel.report.checking.examination import Examination, examine
from samspel.report.checking.source import Source

FOLDER = Path(__file__).parents[4] / "shared" / "reports"

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the published reports are not here")

KNOWN = {
    "kraften-2018-07--2019-06": [],
    "kraften-2022-07--2023-06": [
        ("date", "20220630", "20230630"),
        ("sum", "1345272", "1335272"),
    ],
    "avesta-2021": [
        ("share", "7,5", "7,1"),
        ("restated", "15", "14"),
        ("mean", "25,2", "24,2"),
    ],
}

PERIODS = {
    "kraften-2018-07--2019-06": {"start": "2018-07-01", "end": "2019-06-30"},
    "kraften-2022-07--2023-06": {"start": "2022-07-01", "end": "2023-06-30"},
    "avesta-2021": {"start": "2021-01-01", "end": "2021-12-31"},
}

FIGURES: dict[str, dict[str, float]] = {
    "kraften-2018-07--2019-06": {
        "enrolled_at_start": 34,
        "newly_enrolled": 18,
        "newly_enrolled.gender.woman": 10,
        "newly_enrolled.gender.man": 8,
        "newly_enrolled.age_band.18-30": 8,
        "newly_enrolled.age_band.31-45": 6,
        "newly_enrolled.age_band.46-64": 4,
        "newly_enrolled.referred_by.employment_service": 2,
        "newly_enrolled.referred_by.social_insurance": 8,
        "newly_enrolled.referred_by.social_services": 8,
        "closed": 17,
        "dropouts": 0,
        "closed.outcome.work": 4,
        "closed.outcome.studies": 2,
        "closed.outcome.other_rehabilitation": 3,
        "closed.outcome.other": 6,
        "enrolled_at_end": 35,
        "result_rate": 53,
        "throughput_months": 24,
        "public_support_months": 40.3,
    },
    "kraften-2022-07--2023-06": {
        "enrolled_at_start": 41,
        "newly_enrolled": 16,
        "newly_enrolled.gender.woman": 10,
        "newly_enrolled.gender.man": 6,
        "newly_enrolled.age_band.18-30": 4,
        "newly_enrolled.age_band.31-45": 9,
        "newly_enrolled.age_band.46-64": 3,
        "newly_enrolled.referred_by.region": 7,
        "newly_enrolled.referred_by.social_insurance": 3,
        "newly_enrolled.referred_by.social_services": 3,
        "newly_enrolled.referred_by.employment_service": 2,
        "newly_enrolled.referred_by.self": 1,
        "closed": 23,
        "dropouts": 2,
        "closed.outcome.work": 7,
        "closed.outcome.studies": 1,
        "closed.outcome.other_rehabilitation": 3,
        "closed.outcome.sickness_compensation": 3,
        "closed.outcome.medical_rehabilitation": 4,
        "closed.outcome.other": 3,
        "enrolled_at_end": 34,
        "result_rate": 52,
        "closed_to_result.gender.woman": 7,
        "closed_to_result.gender.man": 4,
        "throughput_months": 19.1,
        "throughput_months.gender.woman": 19,
        "throughput_months.gender.man": 19.2,
        "public_support_months.years": 1.15,
        "public_support_months.gender.woman.years": 1.59,
        "public_support_months.gender.man.years": 0.37,
    },
    "avesta-2021": {
        "enrolled_at_start": 30,
        "newly_enrolled": 28,
        "newly_enrolled.gender.woman": 16,
        "newly_enrolled.gender.man": 12,
        "newly_enrolled.referred_by.social_services": 14,
        "newly_enrolled.referred_by.school": 1,
        "newly_enrolled.referred_by.employment_service": 2,
        "newly_enrolled.referred_by.social_insurance": 2,
        "newly_enrolled.referred_by.region": 9,
        "newly_enrolled.income_source.social_assistance": 20,
        "newly_enrolled.income_source.social_insurance": 6,
        "closed": 16,
        "dropouts": 0,
        "closed.outcome.work": 7,
        "closed.outcome.studies": 2,
        "closed.outcome.other_rehabilitation": 3,
        "closed.outcome.other": 4,
        "enrolled_at_end": 42,
        "enrolled_at_end.gender.woman": 22,
        "enrolled_at_end.gender.man": 20,
        "worked_with": 58,
        "result_rate": 75,
        "throughput_months": 25.2,
        "throughput_months.gender.woman": 28.6,
        "throughput_months.gender.man": 15.25,
        "public_support_months.years": 6,
        "public_support_months.gender.woman.years": 8.1,
        "public_support_months.gender.man.years": 1.75,
        "age_at_closing": 39.3,
        "age_at_closing.gender.woman": 42.1,
        "age_at_closing.gender.man": 33.75,
        "age_at_end": 37.5,
        "age_at_end.youngest": 20,
        "age_at_end.oldest": 57,
        "enrolled_at_end_under_30": 11,
        "in_queue_at_end": 10,
    },
}


def examined(name: str) -> Examination:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return examine(Source.of_text(text, f"{name}.txt"))


@pytest.mark.parametrize("name", KNOWN)
def test_the_known_errors_are_told_and_nothing_else(name: str) -> None:
    found = examined(name).findings
    assert sorted((each.kind, each.at.text, each.expected) for each in found) == sorted(KNOWN[name])


@pytest.mark.parametrize("name", KNOWN)
def test_period_and_figures_are_read_as_printed(name: str) -> None:
    told = json.loads(json.dumps(contract(examined(name))))
    assert told["period"] == PERIODS[name]
    read = {address: told["figures"].get(address) for address in FIGURES[name]}
    assert read == FIGURES[name]


def test_the_lines_are_those_of_the_file() -> None:
    lines = {
        (name, each.at.text): each.at.line for name in KNOWN for each in examined(name).findings
    }
    for (name, printed), line in lines.items():
        text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n")[line - 1]
        assert printed in text
