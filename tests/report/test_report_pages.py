"""The list, beginning a report, reading it and taking it away."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samspel.accounts.actor import SYSTEM, Actor
from samspel.accounts.models import User
from samspel.figures.period import parse_period
from samspel.organisation.models import Membership, Team
from samspel.participants.models import Episode
from samspel.report.creation import begin_report
from samspel.report.models import Report
from samspel.report.writing import save_text
from tests import people
from tests.report.conftest import Signed

HOSTILE = "<script>alert(1)</script> {{ 7*7 }} {newly_enrolled} {no.such} '\"&amp; \u202e\x00 ö"


def test_a_report_is_begun_for_a_team_and_a_period(
    client_of: Signed, coach: User, team: Team
) -> None:
    client = client_of(coach)
    answer = client.post(reverse("report_create"), {"team": team.pk, "period": "2018-07..2019-06"})
    report = Report.objects.get()
    assert answer["Location"] == reverse("report", args=[report.pk])
    assert (report.start, report.end) == (date(2018, 7, 1), date(2019, 6, 30))
    assert (report.created_by, report.language) == (coach, "sv")


def test_a_report_that_is_there_already_is_pointed_to(
    client_of: Signed, coach: User, report: Report
) -> None:
    form = {"team": report.team_id, "period": "2024"}
    page = client_of(coach).post(reverse("report_create"), form).content.decode()
    assert reverse("report", args=[report.pk]) in page
    assert Report.objects.count() == 1


@pytest.mark.parametrize(
    ("period", "sentence"),
    [
        ("2024..2023", "Perioden slutar innan den börjar."),
        ("2024-06..2024-01", "Perioden slutar innan den börjar."),
        ("2024-13", "Skriv perioden som"),
        ("<b>", "Skriv perioden som"),
        ("0001..9999", "mellan 1990 och 2100"),
        ("2099", "har inte börjat än"),
        ("9" * 40, "Skriv perioden som"),
        ("", "måste fyllas i"),
    ],
)
def test_a_period_that_cannot_be_read_is_refused_in_one_sentence(
    client_of: Signed, coach: User, team: Team, period: str, sentence: str
) -> None:
    form = {"team": team.pk, "period": period}
    answer = client_of(coach).post(reverse("report_create"), form)
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert not Report.objects.exists()


def test_a_report_is_not_begun_for_another_team(
    client_of: Signed, coach: User, other_team: Team, steering_member: User
) -> None:
    form = {"team": other_team.pk, "period": "2024"}
    assert client_of(coach).post(reverse("report_create"), form).status_code == 200
    assert client_of(steering_member).get(reverse("report_create")).status_code == 404
    assert not Report.objects.exists()


def test_the_list_is_filtered_and_sorted_and_its_part_equals_the_page(
    client_of: Signed, coach: User, report: Report, other_team: Team
) -> None:
    Membership.objects.create(user=coach, team=other_team, role="coach")
    other = begin_report(
        team=other_team, period=parse_period("2023"), language="sv", by=SYSTEM
    ).report
    client = client_of(coach)
    url = reverse("reports")
    page = client.get(url).content.decode()
    assert page.index(str(report.pk)) < page.index(str(other.pk))
    turned = client.get(url, {"sort": "period"}).content.decode()
    assert turned.index(str(other.pk)) < turned.index(str(report.pk))
    narrowed = {"team": other_team.slug}
    part = client.get(url, narrowed, headers={"HX-Request": "true"}).content.decode()
    assert str(report.pk) not in part
    assert part in client.get(url, narrowed).content.decode()
    assert client.get(url, {"team": "x" * 500, "sort": "'", "page": "-1"}).status_code == 200


def test_an_empty_list_teaches(client_of: Signed, coach: User, steering_member: User) -> None:
    assert reverse("report_create") in client_of(coach).get(reverse("reports")).content.decode()
    page = client_of(steering_member).get(reverse("reports")).content.decode()
    assert "Inga rapporter ännu" in page
    assert reverse("report_create") not in page


def test_the_page_asks_as_many_questions_for_many_cases_as_for_few(
    client_of: Signed, coach: User, report: Report, year: list[Episode]
) -> None:
    client = client_of(coach)
    pages = [
        reverse("report", args=[report.pk]),
        reverse("report_edit", args=[report.pk, "3"]),
        reverse("figures", args=[report.team.slug, "2024"]),
        reverse("figure", args=[report.team.slug, "2024", "newly_enrolled"]),
    ]

    def questions(url: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(url).status_code == 200
        return len(asked)

    few = [questions(url) for url in pages]
    for number in range(10):
        person = people.make_participant(report.team)
        people.make_episode(
            person, enrolled_on=date(2024, 3, 1), referred_on=date(2024, 2, number + 1)
        )
    assert [questions(url) for url in pages] == few


def test_hostile_texts_are_printed_and_do_nothing(
    client_of: Signed, coach: User, report: Report
) -> None:
    for place in ("1.description", "5.reflection", "summary.personnel", "appendix.activities"):
        save_text(report=report, place=place, body=HOSTILE, base_version=0, by=Actor(user=coach))
    client = client_of(coach)
    for url in (
        reverse("report", args=[report.pk]),
        reverse("report_edit", args=[report.pk, "1"]),
        reverse("report_versions", args=[report.pk, "1.description"]),
    ):
        page = client.get(url).content.decode()
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)" in page
        assert "{no.such}" in page
    page = client.get(reverse("report", args=[report.pk])).content.decode()
    assert ">8</a> {no.such}" in page


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx", "html", "json"])
def test_a_report_is_taken_away_as_a_file(
    client_of: Signed, coach: User, report: Report, ending: str
) -> None:
    answer = client_of(coach).get(reverse("report_download", args=[report.pk, ending]))
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="team-vaster-2024.{ending}"'
    assert len(answer.content) > 1000


def test_there_is_no_other_kind_of_file(client_of: Signed, coach: User, report: Report) -> None:
    assert client_of(coach).get(f"/reports/{report.pk}/as/exe/").status_code == 404


def test_the_map_shows_how_far_each_field_has_come(
    client_of: Signed, coach: User, report: Report
) -> None:
    for place, body in (
        ("1.analysis", ""),
        ("1.reflection", "Klart."),
        ("4.description", "Två tjänster."),
    ):
        save_text(report=report, place=place, body=body, base_version=0, by=Actor(user=coach))
    answer = client_of(coach).get(reverse("report", args=[report.pk]))
    assert answer.context["states"] == ["filled", "begun", "begun", "begun", *["empty"] * 5]


def test_a_record_that_changes_changes_the_number_in_a_saved_text(
    client_of: Signed, coach: User, report: Report, year: list[Episode]
) -> None:
    body = "Vi skrev in {newly_enrolled} personer."
    save_text(report=report, place="1.description", body=body, base_version=0, by=Actor(user=coach))
    url = reverse("report", args=[report.pk])
    assert ">8</a> personer." in client_of(coach).get(url).content.decode()
    later = {"enrolled_on": date(2025, 1, 1), "trial_ends_on": date(2025, 3, 1)}
    Episode.objects.filter(pk=year[7].pk).update(**later)
    assert ">7</a> personer." in client_of(coach).get(url).content.decode()


def test_who_begins_a_report_is_told_who_can_read_it(client_of: Signed, coach: User) -> None:
    page = client_of(coach).get(reverse("report_create")).content.decode()
    assert "Styrgrupp och förbund kan bara läsa rapporter om perioder i teamets rapporttakt" in page
