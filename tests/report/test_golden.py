"""The golden cohorts as records: the report prints what their published reports do."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from samspel.accounts.actor import SYSTEM
from samspel.accounts.roles import Role
from samspel.figures.period import parse_period
from samspel.organisation.models import Association
from samspel.report.build import document_of
from samspel.report.creation import begin_report
from tests import people
from tests.report.cases import golden_team, printed

GOLDEN: dict[tuple[str, str], dict[str, str]] = {
    ("kraften-2018-07--2019-06", "2018-07..2019-06"): {
        "enrolled_at_start": "34",
        "newly_enrolled": "18",
        "newly_enrolled.gender.woman": "10",
        "newly_enrolled.gender.man": "8",
        "newly_enrolled.age_band.18-30": "8",
        "newly_enrolled.age_band.31-45": "6",
        "newly_enrolled.age_band.46-64": "4",
        "newly_enrolled.referred_by.employment_service": "2",
        "newly_enrolled.referred_by.social_insurance": "8",
        "newly_enrolled.referred_by.social_services": "8",
        "closed": "17",
        "dropouts": "0",
        "closed.outcome.work": "4",
        "closed.outcome.studies": "2",
        "closed.outcome.other_rehabilitation": "3",
        "closed.outcome.sickness_compensation": "0",
        "closed.outcome.parental_leave+moved+other": "8",
        "enrolled_at_end": "35",
        "result_rate": "53\u00a0%",
        "throughput_months": "24,0",
        "public_support_months": "40,3",
    },
    ("kraften-2022-07--2023-06", "2022-07..2023-06"): {
        "enrolled_at_start": "41",
        "newly_enrolled": "16",
        "newly_enrolled.gender.woman": "10",
        "newly_enrolled.gender.man": "6",
        "newly_enrolled.referred_by.region": "7",
        "newly_enrolled.referred_by.self": "1",
        "closed": "23",
        "dropouts": "2",
        "closed.outcome.work": "7",
        "closed.outcome.studies": "1",
        "closed.outcome.other_rehabilitation": "3",
        "closed.outcome.sickness_compensation": "3",
        "closed.outcome.medical_rehabilitation": "4",
        "closed.outcome.parental_leave+moved+other": "3",
        "enrolled_at_end": "34",
        "result_rate": "52\u00a0%",
        "closed_to_result.gender.woman": "7",
        "closed_to_result.gender.woman.share": "64\u00a0%",
        "closed_to_result.gender.man.share": "36\u00a0%",
        "throughput_months": "19,1",
        "throughput_months.gender.woman": "19,0",
        "throughput_months.gender.man": "19,2",
        "public_support_months.years": "1,15",
        "public_support_months.gender.woman.years": "1,59",
        "public_support_months.gender.man.years": "0,37",
    },
    ("avesta-2021", "2021"): {
        "enrolled_at_start": "30",
        "newly_enrolled": "28",
        "newly_enrolled.referred_by.social_services": "14",
        "newly_enrolled.referred_by.school": "1",
        "newly_enrolled.income_source.social_assistance": "20",
        "closed": "16",
        "closed.outcome.medical_rehabilitation": "4",
        "closed.outcome.parental_leave+moved+other": "0",
        "enrolled_at_end": "42",
        "enrolled_at_end.gender.woman": "22",
        "enrolled_at_end.gender.man": "20",
        "result_rate": "75\u00a0%",
        "throughput_months": "24,2",
        "throughput_months.gender.woman": "28,6",
        "throughput_months.gender.man": "15,3",
        "public_support_months.gender.woman.years": "8,10",
        "public_support_months.gender.man.years": "1,75",
        "age_at_closing": "39,3",
        "age_at_closing.gender.woman": "42,1",
        "age_at_closing.gender.man": "33,8",
        "age_at_end": "37,5",
        "age_at_end.youngest": "20",
        "age_at_end.oldest": "57",
        "enrolled_at_end_under_30": "11",
        "enrolled_at_end_under_30.share": "26\u00a0%",
        "in_queue_at_end": "10",
    },
}


@pytest.mark.parametrize(("name", "period"), list(GOLDEN))
def test_the_document_and_the_page_print_the_published_numbers(
    association: Association,
    client_of: Callable[[object], Client],
    name: str,
    period: str,
) -> None:
    team = golden_team(name, association)
    document = document_of(team, parse_period(period), language="sv")
    found = printed(document)
    expected = GOLDEN[name, period]
    assert {address: found.get(address) for address in expected} == expected
    report = begin_report(team=team, period=parse_period(period), language="sv", by=SYSTEM).report
    coach = people.make_member("Kim", Role.COACH, team)
    page = client_of(coach).get(reverse("report", args=[report.pk])).content.decode()
    for address in expected:
        link = f'href="{reverse("figure", args=[team.slug, parse_period(period).label, address])}"'
        link = link.replace("%2B", "+")
        assert link in page
