"""Taking a report into the history and out again, and resolving what was found."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from samspel.accounts.actor import SYSTEM, Actor
from samspel.accounts.models import LogEntry, User
from samspel.figures.period import Period
from samspel.organisation.models import Team
from samspel.records.versions import ChangedMeanwhileError
from samspel.report.published import taking_in
from samspel.report.published.handing_over import correct, let_be
from samspel.report.published.models import PublishedFigure, PublishedReport
from samspel.report.published.resolving import resolve, written_number
from samspel.report.published.taking_in import take_in, take_out
from tests.report.conftest import Signed
from tests.report.published.made import (
    NOW,
    YEAR,
    examination,
    finding_of,
    make_older,
    make_published,
)

pytestmark = pytest.mark.django_db


def taken(older, *, replaces: bool = False):
    return take_in(older=older, replaces=replaces, version=older.version, by=SYSTEM, now=NOW)


def test_figures_come_in_with_their_line_and_period(team: Team, coach: User) -> None:
    revision = team.revision
    report = taken(make_older(team, coach))
    team.refresh_from_db()
    assert team.revision > revision
    assert report.period == YEAR
    figure = report.figures.get(address="throughput_months", start=YEAR.start)
    assert (figure.value, figure.printed, figure.line, figure.unit) == (
        Decimal("18.4"),
        "18,4",
        4,
        "months",
    )
    assert figure.quote == "Den genomsnittliga tiden var 18,4 månader."
    assert figure.marked[1] == "18,4"
    window = report.figures.get(address="throughput_months", start=date(2018, 1, 1))
    assert window.value == Decimal("17.2")
    assert LogEntry.objects.filter(act="older_report_taken_in").count() == 1


def test_a_report_whose_period_is_not_known_is_given_one_first(team: Team, coach: User) -> None:
    older = make_older(team, coach, made=examination(period=None))
    with pytest.raises(ValidationError, match=r"\w"):
        taken(older)
    older = correct(older=older, team=team, period=YEAR, version=older.version, by=SYSTEM)
    assert taken(older).period == YEAR


def test_one_of_the_same_period_gives_way_only_when_somebody_says_so(
    team: Team, coach: User
) -> None:
    first = make_published(team, coach, name="a.txt")
    second = make_older(team, coach, name="b.txt")
    with pytest.raises(ValidationError):
        taken(second)
    assert PublishedReport.objects.get().document == "a.txt"
    taken(second, replaces=True)
    assert PublishedReport.objects.get().document == "b.txt"
    first.refresh_from_db()
    assert first.state == "read"


def test_the_database_holds_one_report_of_a_period(team: Team, coach: User) -> None:
    """What a race would come to: the constraint stands also without the check before it."""
    make_published(team, coach)
    other = make_older(team, coach, name="b.txt")
    fields = {"document": "b", "sha256": "0", "read_at": NOW, "taken_in_at": NOW, "source": other}
    with pytest.raises(IntegrityError), transaction.atomic():
        PublishedReport.objects.create(team=team, start=YEAR.start, end=YEAR.end, **fields)


def test_two_who_take_in_at_once_get_one_report_and_one_sentence(
    team: Team, coach: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the check of the second and its saving the first one is there already."""
    make_published(team, coach)
    second = make_older(team, coach, name="b.txt")
    monkeypatch.setattr(taking_in, "check", lambda row: None)
    with pytest.raises(ValidationError, match="har redan en rapport"):
        taken(second)
    second.refresh_from_db()
    assert (second.state, PublishedReport.objects.get().document) == ("read", "rapport.txt")


def test_a_page_that_is_out_of_date_takes_nothing_in(team: Team, coach: User) -> None:
    older = make_older(team, coach)
    later = Period(date(2020, 1, 1), date(2020, 12, 31))
    correct(older=older, team=team, period=later, version=older.version, by=SYSTEM)
    with pytest.raises(ChangedMeanwhileError):
        taken(older)
    assert not PublishedReport.objects.exists()


def test_what_was_taken_out_can_be_taken_in_again(team: Team, coach: User) -> None:
    older = make_published(team, coach)
    take_out(older=older, by=SYSTEM)
    assert not PublishedFigure.objects.exists()
    with pytest.raises(ValidationError):
        take_out(older=older, by=SYSTEM)
    older.refresh_from_db()
    taken(older)
    assert PublishedFigure.objects.count() == 7


def test_what_is_in_the_history_is_neither_corrected_nor_let_be(team: Team, coach: User) -> None:
    older = make_published(team, coach)
    with pytest.raises(ValidationError):
        correct(older=older, team=team, period=YEAR, version=older.version, by=SYSTEM)
    with pytest.raises(ValidationError):
        let_be(older=older, by=SYSTEM)


def test_letting_be_erases_what_was_read(team: Team, coach: User) -> None:
    older = make_older(team, coach, made=examination(found="closed"))
    let_be(older=older, by=SYSTEM)
    older.refresh_from_db()
    assert (older.state, older.reading, older.findings.count()) == ("left", {}, 0)


@pytest.mark.parametrize(
    ("choice", "written", "note", "value", "resolution", "shown"),
    [
        ("printed", "", "", "18.4", "printed", "18,4"),
        ("right", "", "", "18.9", "right", "18,9"),
        ("other", "18,6", "Omräknad av teamet.", "18.6", "other", "18,6"),
        ("", "", "", "18.4", "open", "18,4"),
    ],
)
def test_a_resolved_finding_changes_its_figure_at_once(
    choice: str,
    written: str,
    note: str,
    value: str,
    resolution: str,
    shown: str,
    team: Team,
    coach: User,
) -> None:
    older = make_published(team, coach, made=examination(found="throughput_months"))
    resolve(
        finding=finding_of(older),
        choice=choice,
        written=written,
        note=note,
        version=0,
        by=Actor(user=coach),
        now=NOW,
    )
    figure = PublishedFigure.objects.get(address="throughput_months", start=YEAR.start)
    assert (figure.value, figure.resolution, figure.shown) == (Decimal(value), resolution, shown)
    assert figure.note == note


def test_two_who_resolve_at_once_do_not_overwrite_each_other(team: Team, coach: User) -> None:
    older = make_older(team, coach, made=examination(found="throughput_months"))
    stale = finding_of(older)
    told = {"written": "", "note": "", "version": 0, "by": SYSTEM, "now": NOW}
    resolve(finding=stale, choice="printed", **told)
    with pytest.raises(ChangedMeanwhileError):
        resolve(finding=stale, choice="right", **told)
    assert finding_of(older).choice == "printed"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"choice": "other", "written": "18,6"}, "Skriv var den andra siffran kommer ifrån."),
        ({"choice": "other", "note": "Därför."}, "Skriv siffran som gäller."),
        ({"choice": "other", "written": "många", "note": "Därför."}, "Skriv en siffra"),
        ({"choice": "gissat"}, "gissat"),
    ],
)
def test_a_choice_that_says_too_little_is_refused(
    data: dict[str, str], said: str, team: Team, coach: User, client_of: Signed
) -> None:
    older = make_older(team, coach, made=examination(found="throughput_months"))
    url = reverse("older_finding", args=[older.pk, 1])
    page = client_of(coach).post(url, data | {"version": 0}).content.decode()
    assert said in page
    assert finding_of(older).is_open


def test_the_form_shows_what_somebody_else_chose(
    team: Team, coach: User, client_of: Signed
) -> None:
    older = make_older(team, coach, made=examination(found="throughput_months"))
    url = reverse("older_finding", args=[older.pk, 1])
    assert client_of(coach).post(url, {"choice": "right", "version": 0}).status_code == 302
    answer = client_of(coach).post(url, {"choice": "printed", "version": 0})
    assert answer.status_code == 200
    assert finding_of(older).choice == "right"


def test_taking_in_goes_by_the_page(team: Team, coach: User, client_of: Signed) -> None:
    older = make_older(team, coach)
    client, at = client_of(coach), [older.pk]
    client.post(reverse("older_report_take_in", args=at), {"version": "x"})
    assert not PublishedReport.objects.exists()
    client.post(reverse("older_report_take_in", args=at), {"version": older.version})
    assert PublishedReport.objects.get().taken_in_by == coach
    client.post(reverse("older_report_take_out", args=at))
    assert not PublishedReport.objects.exists()
    client.post(reverse("older_report_let_be", args=at))
    older.refresh_from_db()
    assert older.state == "left"


def test_a_period_is_corrected_as_people_write_it(
    team: Team, coach: User, client_of: Signed
) -> None:
    older = make_older(team, coach, made=examination(period=None))
    url = reverse("older_report_about", args=[older.pk])
    data = {"team": team.slug, "version": older.version}
    page = client_of(coach).post(url, data | {"period": "i fjol"}).content.decode()
    assert "Skriv perioden som" in page
    assert client_of(coach).post(url, data | {"period": "190701-200630"}).status_code == 302
    older.refresh_from_db()
    assert str(older.period) == "2019-07-01..2020-06-30"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("24,2", "24.2"),
        ("1 335 272", "1335272"),
        ("1\u202f335\u202f272 kronor", "1335272"),
        ("64 %", "64"),
        ("−3", "-3"),
        ("3 eller 4", None),
        ("", None),
        ("två", None),
    ],
)
def test_numbers_as_people_write_them(text: str, number: str | None) -> None:
    assert written_number(text) == (None if number is None else Decimal(number))
