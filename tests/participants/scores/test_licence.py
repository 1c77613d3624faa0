"""Without a licence there are no pages; the leader confirms it, and sets what is read by."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.participants.scores.instrument import Instrument
from samspel.participants.scores.licensing import Licensed, confirm_licence
from samspel.participants.scores.limits import Limits
from samspel.participants.scores.models import Score, ScoreLicence
from samspel.participants.scores.recording import Filled, record_score
from samspel.participants.scores.settings import settings_of
from tests.participants.conftest import sentences
from tests.participants.scores.conftest import NOW, TODAY, posted, said
from tests.people import client_of
from tests.score_things import make_licence, make_score

NEEDED = "Först behövs en licens"
GIVEN = {
    "holder": "Ängsö kommun",
    "agreed_on": "2025-06-01",
    "wording": "Nummer 17",
    "is_confirmed": "on",
}


def licence_url(team: Team) -> str:
    return reverse("score_licence", args=[team.slug])


def test_until_then_the_pages_say_what_is_needed(
    team: Team, case: Episode, as_coach: Client, as_leader: Client
) -> None:
    score = make_score(case, TODAY, "7.7", "7.7", "7.7", "7.7")
    pages = [
        reverse("scores"),
        reverse("scores_of", args=[case.pk]),
        reverse("score_new", args=[case.pk, "ors"]),
        reverse("score_correct", args=[score.pk]),
    ]
    for url in pages:
        text = as_coach.get(url).content.decode()
        assert NEEDED in text, url
        assert "Fråga din teamledare." in text
        assert "30,8" not in text
        assert licence_url(team) in as_leader.get(url).content.decode()
    as_coach.post(pages[2], posted())
    as_coach.post(pages[3], posted(version="1"))
    as_coach.post(reverse("score_take_back", args=[score.pk]), {"version": "1"})
    assert list(Score.objects.values_list("version", "taken_back_at")) == [(1, None)]


def test_no_act_gets_by(team: Team, case: Episode, by: Actor) -> None:
    five = Decimal("5.0")
    with pytest.raises(ValidationError, match="ingen licens"):
        record_score(
            episode=case,
            instrument=Instrument.ORS,
            filled=Filled(TODAY, five, five, five, five, "participant"),
            now=NOW,
            by=by,
        )


def test_only_the_leader_confirms(team: Team, as_coach: Client, as_leader: Client) -> None:
    assert "Bekräfta licensen" not in as_coach.get(licence_url(team)).content.decode()
    assert as_coach.post(licence_url(team), GIVEN).status_code == 404
    assert not ScoreLicence.objects.exists()
    page = as_leader.post(licence_url(team), GIVEN, follow=True)
    assert said(page) == ["Licensen är bekräftad. Sidorna för skattningar är öppna."]
    row = ScoreLicence.objects.get()
    assert (row.holder, row.agreed_on, row.wording) == (
        "Ängsö kommun",
        date(2025, 6, 1),
        "Nummer 17",
    )
    assert row.confirmed_by is not None
    assert row.confirmed_by.name == "Lo Teamledare"
    assert "Nummer 17" in as_coach.get(licence_url(team)).content.decode()
    entry = LogEntry.objects.get(act="score_licence_confirmed")
    assert (entry.subject, entry.details) == (
        f"team:{team.pk}",
        {"fields": ["agreed_on", "holder", "wording"]},
    )


@pytest.mark.parametrize("missing", list(GIVEN))
def test_everything_is_asked(team: Team, as_leader: Client, missing: str) -> None:
    given = {name: value for name, value in GIVEN.items() if name != missing}
    assert list(sentences(as_leader.post(licence_url(team), given))) == [missing]


def test_the_day_has_come_and_there_is_one_only(
    licensed: Team, as_leader: Client, leader: User
) -> None:
    by = Actor(leader, None)
    tomorrow = Licensed("Ängsö kommun", date(2025, 6, 11), "17")
    with pytest.raises(ValidationError) as refused:
        confirm_licence(team=licensed, licensed=tomorrow, now=NOW, by=by)
    assert list(refused.value.message_dict) == ["agreed_on"]
    assert sentences(as_leader.post(licence_url(licensed), GIVEN)) == {
        "__all__": ["Teamet har redan bekräftat en licens."]
    }


def test_withdrawal_closes_the_pages_and_keeps_what_is_stored(
    licensed: Team, case: Episode, as_coach: Client, as_leader: Client
) -> None:
    make_score(case, TODAY, "7.7", "7.7", "7.7", "7.7")
    url = reverse("score_licence_withdraw", args=[licensed.slug])
    assert as_coach.post(url).status_code == 404
    for _twice in range(2):
        as_leader.post(url)
    assert LogEntry.objects.filter(act="score_licence_withdrawn").count() == 1
    assert NEEDED in as_coach.get(reverse("scores_of", args=[case.pk])).content.decode()
    assert Score.objects.count() == 1
    make_licence(licensed)
    assert "30,8" in as_coach.get(reverse("scores_of", args=[case.pk])).content.decode()


def test_another_team_s_licence_opens_nothing(
    other_team: Team, case: Episode, as_coach: Client, stranger: User
) -> None:
    make_licence(other_team)
    assert NEEDED in as_coach.get(reverse("scores_of", args=[case.pk])).content.decode()
    assert client_of(stranger).get(licence_url(case.team)).status_code == 404


def limits_url(team: Team) -> str:
    return reverse("score_limits", args=[team.slug])


def limits(**values: str) -> dict[str, str]:
    manual = {
        "cutoff_adult": "25",
        "cutoff_adolescent": "28",
        "cutoff_child": "32",
        "srs_alert": "36",
        "reliable_change": "5",
        "adolescent_from": "13",
        "adult_from": "18",
        "version": "0",
    }
    return manual | values


def test_a_team_has_the_manual_s_limits_until_the_leader_sets_its_own(
    licensed: Team, as_coach: Client, as_leader: Client
) -> None:
    assert settings_of(licensed).limits == Limits()
    assert as_coach.get(limits_url(licensed)).status_code == 404
    before = Team.objects.get(pk=licensed.pk).revision
    as_leader.post(limits_url(licensed), limits(cutoff_adult="26,5", adult_from="19"))
    row = settings_of(licensed)
    assert (row.limits.cutoff_adult, row.limits.adult_from, row.version) == (Decimal("26.5"), 19, 1)
    assert Team.objects.get(pk=licensed.pk).revision == before + 1
    told = LogEntry.objects.get(act="score_settings_changed").details
    assert told == {"fields": ["adult_from", "cutoff_adult"]}
    again = as_leader.post(limits_url(licensed), limits(cutoff_adult="27"))
    assert "Nu står det: 26,5" in again.content.decode()


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("cutoff_adult", "9,9", "Skriv ett tal från 10 till 40."),
        ("cutoff_child", "40,1", "Skriv ett tal från 10 till 40."),
        ("srs_alert", "x", "Skriv ett tal från 10 till 40, till exempel 7,5."),
        ("reliable_change", "0", "Skriv ett tal från 1 till 20."),
        ("reliable_change", "5,05", "Skriv högst en decimal, till exempel 7,5."),
        ("adolescent_from", "5", "Skriv ett helt antal år från 6 till 17."),
        ("adult_from", "13", "Skriv ett helt antal år från 14 till 25."),
        ("adult_from", "arton", "Skriv ett helt antal år från 14 till 25."),
    ],
)
def test_limits_have_bounds(
    licensed: Team, as_leader: Client, name: str, value: str, sentence: str
) -> None:
    page = as_leader.post(limits_url(licensed), limits(**{name: value}))
    assert sentences(page) == {name: [sentence]}
    assert settings_of(licensed).version == 0


def test_an_adult_is_older_than_an_adolescent(licensed: Team, as_leader: Client) -> None:
    given = limits(adolescent_from="17", adult_from="17")
    page = as_leader.post(limits_url(licensed), given)
    assert sentences(page) == {"adult_from": ["En vuxen är äldre än en ungdom."]}
