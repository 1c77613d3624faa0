"""Handing an older report over, reading it, and who may."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.report.checking.opening.refused import NotReadable
from samspel.report.published import work
from samspel.report.published.models import OlderReport
from tests.report.conftest import Signed
from tests.report.published.made import TEXT, examination, make_older

pytestmark = pytest.mark.django_db


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is handed over is read as the made-up report."""
    monkeypatch.setattr(work, "examined", lambda content, name: examination())


def hand_over(client_of: Signed, user: User, team: Team, name: str = "r.txt", body: str = TEXT):
    file = SimpleUploadedFile(name, body.encode())
    return client_of(user).post(reverse("older_report_new"), {"team": team.slug, "file": file})


def test_a_report_is_read_and_its_file_erased(
    reads: None, client_of: Signed, team: Team, coach: User
) -> None:
    answer = hand_over(client_of, coach, team)
    older = OlderReport.objects.get()
    assert answer["Location"] == reverse("older_report", args=[older.pk])
    assert (older.state, older.file.name) == ("read", "")
    assert (str(older.period), older.statements, older.team_read) == (
        "2019-01-01..2019-12-31",
        7,
        "Team Väster",
    )
    assert len(older.sha256) == 64
    assert LogEntry.objects.filter(act="older_report_handed_over", team_id=team.pk).count() == 1


def test_only_the_lines_of_figures_are_kept(
    reads: None, client_of: Signed, team: Team, coach: User
) -> None:
    hand_over(client_of, coach, team)
    stored = str(OlderReport.objects.get().reading)
    assert "Den genomsnittliga tiden" in stored
    assert "Verksamhetsberättelse" not in stored


def test_what_cannot_be_read_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, client_of: Signed, team: Team, coach: User
) -> None:
    def refuse(content: bytes, name: str) -> None:
        raise NotReadable("Dokumentet är låst med lösenord.")

    monkeypatch.setattr(work, "examined", refuse)
    answer = hand_over(client_of, coach, team)
    page = client_of(coach).get(answer["Location"]).content.decode()
    assert "Dokumentet är låst med lösenord." in page
    older = OlderReport.objects.get()
    assert (older.state, older.file.name, older.reading) == ("refused", "", {})


def test_a_report_of_something_else_is_refused(
    monkeypatch: pytest.MonkeyPatch, team: Team, client_of: Signed, coach: User
) -> None:
    monkeypatch.setattr(work, "examined", lambda content, name: examination(stated=()))
    hand_over(client_of, coach, team)
    older = OlderReport.objects.get()
    assert older.state == "refused"
    assert older.refusal


def test_what_breaks_off_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, team: Team, coach: User, caplog: pytest.LogCaptureFixture
) -> None:
    def fall(content: bytes, name: str) -> None:
        raise ZeroDivisionError

    older = make_older(team, coach)
    older.state = OlderReport.State.READING
    older.file.save("x", SimpleUploadedFile("x", b"x"))
    monkeypatch.setattr(work, "examined", fall)
    with pytest.raises(ZeroDivisionError):
        work.read(older.pk)
    older.refresh_from_db()
    assert (older.state, older.file.name) == ("broken_off", "")


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("r.odt", "x", "Bara PDF"),
        ("r.txt", "", "Filen är tom"),
    ],
)
def test_what_is_no_report_by_its_name_or_size_is_refused_at_once(
    name: str, body: str, said: str, client_of: Signed, team: Team, coach: User
) -> None:
    answer = hand_over(client_of, coach, team, name, body)
    assert said in answer.content.decode()
    assert not OlderReport.objects.exists()


def test_nobody_hands_a_report_over_for_a_team_of_others(
    client_of: Signed, team: Team, stranger: User, steering_member: User, officer: User
) -> None:
    assert hand_over(client_of, stranger, team).status_code == 200
    for user in (steering_member, officer):
        assert hand_over(client_of, user, team).status_code == 404
    assert not OlderReport.objects.exists()


def test_the_list_has_the_teams_of_the_user_only(
    client_of: Signed, team: Team, coach: User, stranger: User, colleague: User
) -> None:
    make_older(team, coach, name="var rapport.txt")
    for user, sees in ((coach, True), (colleague, True), (stranger, False)):
        page = client_of(user).get(reverse("older_reports")).content.decode()
        assert ("var rapport.txt" in page) is sees


def test_the_list_costs_the_same_for_many(
    client_of: Signed, team: Team, coach: User, django_assert_max_num_queries
) -> None:
    client = client_of(coach)
    for number in range(12):
        make_older(team, coach, name=f"{number}.txt", made=examination(found="closed"))
    with django_assert_max_num_queries(9):
        client.get(reverse("older_reports"))


def test_a_part_equals_its_reload(client_of: Signed, team: Team, coach: User) -> None:
    older = make_older(team, coach, made=examination(found="throughput_months"))
    for url in (reverse("older_reports"), reverse("older_report", args=[older.pk])):
        client = client_of(coach)
        part = client.get(url, headers={"HX-Request": "true"}).content.decode()
        assert _plain(part) in _plain(client.get(url).content.decode())


def _plain(page: str) -> str:
    lines = (line for line in page.splitlines() if "csrfmiddlewaretoken" not in line)
    return "\n".join(lines).strip()


def test_the_page_tells_what_was_read(client_of: Signed, team: Team, coach: User) -> None:
    older = make_older(team, coach, made=examination(found="throughput_months"))
    page = client_of(coach).get(reverse("older_report", args=[older.pk])).content.decode()
    assert "Den genomsnittliga tiden var <mark>18,4</mark> månader." in page
    assert "18,4 är inte medel av delarna." in page
    assert "Det som skulle stämma: <strong>18,9</strong>" in page


@pytest.mark.parametrize(
    ("name", "warns"),
    [("Team Väster", False), ("Samverkansteam Väster i stan", False), ("Team Norr", True)],
)
def test_a_report_of_another_team_is_warned_of(
    name: str, warns: bool, client_of: Signed, team: Team, coach: User
) -> None:
    older = make_older(team, coach)
    OlderReport.objects.filter(pk=older.pk).update(team_read=name)
    page = client_of(coach).get(reverse("older_report", args=[older.pk])).content.decode()
    assert ("Rapporten kallar sitt team" in page) is warns
