"""The editor with two browsers: plain forms, autosave, choosing, versions and who is here."""

import pytest
from django.test import Client
from django.urls import reverse

from samspel.accounts.actor import SYSTEM
from samspel.accounts.models import User
from samspel.figures.period import parse_period
from samspel.report.creation import begin_report
from samspel.report.models import Report, TextVersion
from samspel.report.text import LONGEST
from tests.report.conftest import Signed

HTMX = {"HX-Request": "true"}


def text_url(report: Report, place: str = "1.analysis") -> str:
    return reverse("report_text", args=[report.pk, place])


def autosave(client: Client, report: Report, body: str, base: int, sheet: str, turn: int) -> str:
    form = {"body": body, "base_version": base, "sheet": sheet, "turn": turn}
    answer = client.post(text_url(report), form, headers=HTMX)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_plain_form_saves_and_comes_back_to_the_text(
    client_of: Signed, coach: User, report: Report
) -> None:
    answer = client_of(coach).post(text_url(report), {"body": "Text", "base_version": "0"})
    edit = reverse("report_edit", args=[report.pk, "1"])
    assert answer["Location"] == f"{edit}#1-analysis"
    assert "Text</textarea>" in client_of(coach).get(edit).content.decode()


def test_autosave_answers_with_the_state_that_a_reload_gives(
    client_of: Signed, coach: User, report: Report
) -> None:
    client = client_of(coach)
    part = autosave(client, report, "Text {closed}", 0, "a", 1)
    page = client.get(reverse("report_edit", args=[report.pk, "1"])).content.decode()
    assert part.strip() in page
    assert 'name="base_version" value="1"' in part


def test_two_browsers_never_overwrite_each_other(
    client_of: Signed, coach: User, colleague: User, report: Report
) -> None:
    one, other = client_of(coach), client_of(colleague)
    autosave(one, report, "Ettan", 0, "a", 1)
    met = autosave(other, report, "Tvåan", 0, "b", 1)
    assert "Ettan" in met
    assert "Tvåan" in met
    assert 'form="form-1-analysis"' in met
    assert 'name="base_version" value="0" form=' in met
    autosave(one, report, "Ettan går vidare", 1, "a", 2)
    met = autosave(other, report, "Tvåan går vidare", 0, "b", 2)
    assert "Ettan går vidare" in met
    assert "Tvåan går vidare" in met
    assert report.texts.get().body == "Ettan går vidare"
    assert set(TextVersion.objects.values_list("body", flat=True)) == {
        "Ettan",
        "Tvåan",
        "Ettan går vidare",
        "Tvåan går vidare",
    }


@pytest.mark.parametrize("first", [True, False])
def test_plain_forms_meet_too_and_the_choice_is_made_on_the_page(
    client_of: Signed, coach: User, colleague: User, report: Report, first: bool
) -> None:
    users = (coach, colleague) if first else (colleague, coach)
    bodies = ("Ettan", "Tvåan")
    for user, body in zip(users, bodies, strict=True):
        client_of(user).post(text_url(report), {"body": body, "base_version": "0"})
    client = client_of(users[1])
    page = client.get(reverse("report_edit", args=[report.pk, "1"])).content.decode()
    assert "Ettan" in page
    assert "Tvåan" in page
    aside = TextVersion.objects.get(settled=False)
    choice = {"body": "Båda", "base_version": "1"}
    client.post(reverse("report_settle", args=[report.pk, aside.pk]), choice)
    assert report.texts.get().body == "Båda"
    page = client.get(reverse("report_edit", args=[report.pk, "1"])).content.decode()
    assert "report-meeting" not in page


def test_changes_apart_are_proposed_put_together(
    client_of: Signed, coach: User, colleague: User, report: Report
) -> None:
    first = "Ett\n\nTvå\n\nTre"
    autosave(client_of(coach), report, first, 0, "a", 1)
    autosave(client_of(coach), report, "ETT\n\nTvå\n\nTre", 1, "a", 2)
    met = autosave(client_of(colleague), report, "Ett\n\nTvå\n\nTRE", 1, "b", 1)
    assert "ETT\n\nTvå\n\nTRE</textarea>" in met


def test_the_draft_comes_back_and_a_text_is_left_out(
    client_of: Signed, coach: User, report: Report
) -> None:
    client = client_of(coach)
    url = text_url(report, "1.description")
    client.post(url, {"body": "Eget", "base_version": "0"})
    client.post(url, {"body": "Eget", "base_version": "1", "use_draft": "1"})
    assert "{newly_enrolled}" in report.texts.get().body
    client.post(url, {"body": "x", "base_version": "2", "leave_out": "1"})
    assert report.texts.get().body == ""
    page = client.get(reverse("report", args=[report.pk])).content.decode()
    assert "personer skrevs in" not in page
    assert "Nyinskrivna efter ålder och kön" in page


def test_every_version_is_listed_and_can_stand_again(
    client_of: Signed, coach: User, colleague: User, report: Report
) -> None:
    autosave(client_of(coach), report, "Ettan", 0, "a", 1)
    autosave(client_of(coach), report, "Tvåan", 1, "a", 2)
    page = client_of(colleague).get(reverse("report_versions", args=[report.pk, "1.analysis"]))
    assert "Ettan" in page.content.decode()
    assert coach.name in page.content.decode()
    version = TextVersion.objects.get(body="Ettan")
    client_of(colleague).post(reverse("report_restore", args=[report.pk, version.pk]))
    text = report.texts.get()
    assert (text.body, text.edited_by) == ("Ettan", colleague)


def test_a_version_of_another_teams_report_is_not_reached(
    client_of: Signed, coach: User, stranger: User, report: Report
) -> None:
    autosave(client_of(coach), report, "Ettan", 0, "a", 1)
    version = TextVersion.objects.get()
    own = begin_report(
        team=stranger.memberships.get().team, period=parse_period("2024"), language="sv", by=SYSTEM
    ).report
    for name in ("report_restore", "report_settle"):
        for pk in (report.pk, own.pk):
            answer = client_of(stranger).post(
                reverse(name, args=[pk, version.pk]), {"body": "", "base_version": "1"}
            )
            assert answer.status_code == 404
    assert report.texts.get().body == "Ettan"


def test_writers_see_each_other_and_not_themselves(
    client_of: Signed, coach: User, colleague: User, report: Report
) -> None:
    url = reverse("report_writers", args=[report.pk, "1"])
    assert coach.name not in client_of(coach).post(url).content.decode()
    assert coach.name in client_of(colleague).post(url).content.decode()
    assert colleague.name in client_of(coach).post(url).content.decode()
    elsewhere = reverse("report_writers", args=[report.pk, "2"])
    assert coach.name not in client_of(colleague).post(elsewhere).content.decode()


def test_beside_the_text_stand_last_periods_text_and_what_has_changed(
    client_of: Signed, coach: User, report: Report
) -> None:
    before = begin_report(
        team=report.team, period=parse_period("2023"), language="sv", by=SYSTEM
    ).report
    client = client_of(coach)
    form = {"body": "Så var det då.", "base_version": "0"}
    client.post(text_url(before, "1.description"), form)
    page = client.get(reverse("report_edit", args=[report.pk, "1"])).content.decode()
    assert "Så var det då." in page
    assert "För ett år sedan" in page


def test_a_time_before_the_records_is_no_data_and_not_zero(
    client_of: Signed, coach: User, report: Report
) -> None:
    answer = client_of(coach).get(reverse("report_edit", args=[report.pk, "3"]))
    rows = answer.context["desk"].compared
    assert rows
    assert {(row.previous.printed, row.year_before.printed) for row in rows} == {("–", "–")}
    assert {row.previous.value for row in rows} == {None}


def test_what_names_no_figure_is_told_and_kept(
    client_of: Signed, coach: User, report: Report
) -> None:
    part = autosave(client_of(coach), report, "{newly_enroled} kom", 0, "a", 1)
    assert "<code>{newly_enroled}</code>" in part


@pytest.mark.parametrize(
    "form",
    [
        {"body": "x"},
        {"body": "x", "base_version": "-1"},
        {"body": "x", "base_version": "9" * 30},
        {"body": "x", "base_version": "0", "sheet": "s" * 99},
        {"body": "x" * (LONGEST + 1), "base_version": "0"},
    ],
)
def test_a_form_that_makes_no_sense_is_refused_and_saves_nothing(
    client_of: Signed, coach: User, report: Report, form: dict[str, str]
) -> None:
    assert client_of(coach).post(text_url(report), form, headers=HTMX).status_code == 422
    assert client_of(coach).post(text_url(report), form).status_code == 302
    assert not report.texts.exists()


@pytest.mark.parametrize("place", ["10.description", "1.", "x", "1.description'"])
def test_a_place_that_no_report_has_is_no_page(
    client_of: Signed, coach: User, report: Report, place: str
) -> None:
    form = {"body": "x", "base_version": "0"}
    assert client_of(coach).post(text_url(report, place), form).status_code == 404
    versions = reverse("report_versions", args=[report.pk, place])
    assert client_of(coach).get(versions).status_code == 404
    assert client_of(coach).get(f"/reports/{report.pk}/write/10/").status_code == 404
