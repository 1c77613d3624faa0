"""Numbers of a text as one writes: bound, agreeing, contradicting or unknown."""

import pytest
from django.test import Client
from django.urls import reverse

from samspel.accounts.models import User
from samspel.report.edition import printed_of
from samspel.report.marks import marked
from samspel.report.models import FieldText, Report
from tests.report.conftest import Signed

EIGHT = "8 personer skrevs in under perioden"
SEVEN = "7 personer skrevs in under perioden"


def standings(report: Report, body: str, language: str = "sv") -> list[tuple[str, str, str]]:
    """Every mark: what stands there, how it stands, and the figure's address."""
    printed = printed_of(report.team, report.period, edition="internal", language=language)
    return [
        (mark.text, mark.standing, mark.figure.address if mark.figure else "")
        for line in marked(body, printed)
        for mark in line.marks
    ]


@pytest.mark.parametrize(
    ("body", "marks"),
    [
        ("{newly_enrolled} personer skrevs in.", [("8", "bound", "newly_enrolled")]),
        (f"{EIGHT}.", [("8", "agrees", "newly_enrolled")]),
        (f"{SEVEN}.", [("7", "contradicts", "newly_enrolled")]),
        ("Vi gick 7 kilometer i skogen.", [("7", "unknown", "")]),
        ("Åtta personer skrevs in under perioden.", [("Åtta", "agrees", "newly_enrolled")]),
        (
            f"{SEVEN}: {{newly_enrolled.gender.woman}} kvinnor och 2 män.",
            [
                ("7", "contradicts", "newly_enrolled"),
                ("6", "bound", "newly_enrolled.gender.woman"),
                ("2", "agrees", "newly_enrolled.gender.man"),
            ],
        ),
        (f"- Skogen\n- {SEVEN}", [("7", "contradicts", "newly_enrolled")]),
    ],
)
def test_every_number_is_marked(
    report: Report, body: str, marks: list[tuple[str, str, str]]
) -> None:
    assert standings(report, body) == marks


def test_in_a_language_that_is_not_read_a_typed_number_is_unknown(report: Report) -> None:
    found = standings(report, "7 people were enrolled, {closed} closed.", language="en")
    assert found == [("7", "unknown", ""), ("5", "bound", "closed")]


def test_a_word_of_direction_is_held_against_both_periods(report: Report) -> None:
    # There are no records of 2023, so nothing can be said of what went up since.
    assert standings(report, "Antalet avslut har ökat.") == []


def test_the_editor_tells_and_puts_the_figure_in(
    client_of: Signed, coach: User, report: Report
) -> None:
    client: Client = client_of(coach)
    url = reverse("report_text", args=[report.pk, "1.analysis"])
    client.post(url, {"body": f"{SEVEN}.", "base_version": "0"})
    edit = reverse("report_edit", args=[report.pk, "1"])
    page = client.get(edit).content.decode()
    assert "Stämmer inte med registret" in page
    assert 'value="0:newly_enrolled:7"' in page
    client.post(url, {"body": f"{SEVEN}.", "base_version": "1", "bind": "0:newly_enrolled:7"})
    stored = FieldText.objects.get(report=report, place="1.analysis")
    assert stored.body == "{newly_enrolled} personer skrevs in under perioden."
    assert "Stämmer inte med registret" not in client.get(edit).content.decode()


def test_a_number_that_has_gone_is_told_and_the_text_saved(
    client_of: Signed, coach: User, report: Report
) -> None:
    client: Client = client_of(coach)
    url = reverse("report_text", args=[report.pk, "1.analysis"])
    answer = client.post(
        url, {"body": f"{EIGHT}.", "base_version": "0", "bind": "0:closed:7"}, follow=True
    )
    assert "Siffran finns inte längre kvar i texten" in answer.content.decode()
    assert FieldText.objects.get(report=report, place="1.analysis").body == f"{EIGHT}."


def test_the_whole_report_is_checked_on_one_page(
    client_of: Signed, coach: User, stranger: User, steering_member: User, report: Report
) -> None:
    client: Client = client_of(coach)
    url = reverse("report_text", args=[report.pk, "1.analysis"])
    client.post(url, {"body": f"{SEVEN}.", "base_version": "0"})
    check = reverse("report_check", args=[report.pk])
    page = client.get(check).content.decode()
    assert "<mark>7</mark> personer skrevs in" in page
    assert f"{reverse('report_edit', args=[report.pk, '1'])}#1-analysis" in page
    assert "Rad " in page.partition("Mot sig själv")[2]
    assert reverse("report_download", args=[report.pk, "txt"]) in page
    for other in (stranger, steering_member):
        assert client_of(other).get(check).status_code == 404
