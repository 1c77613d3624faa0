"""Who came begins a case, so that the figures follow; a wrong mark is taken back."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants import withdrawal
from samspel.participants.models import Episode, Participant
from samspel.participants.visits import booking, marking
from samspel.participants.visits.coming import Presence, came_again, came_without_name
from samspel.participants.visits.models import Visit
from samspel.participants.visits.obligation import visit_missing
from samspel.participants.visits.occasions import ChosenTime
from tests.participants.conftest import HOSTILE, send, sentences, told
from tests.participants.visits.conftest import NOW, TODAY, WEDNESDAY, at
from tests.people import client_of, make_episode, make_participant

Book = Callable[..., Visit]
NEW = {
    "who": "new",
    "given_name": "Alva",
    "family_name": "Åkesson",
    "birth_date": "1990-01-02",
    "caseworker_was_present": "yes",
}


@pytest.fixture(autouse=True)
def _on_monday(on_monday: None) -> None:
    """Every page of these tests is shown on that day."""


@pytest.fixture
def today_visit(book: Book) -> Visit:
    """A visit of this day, over at whatever hour the tests run: their clock is the real one."""
    return book(at(0, 0))


def url(visit: Visit, act: str) -> str:
    return f"/visits/{visit.pk}/{act}/"


def test_only_the_team_may(only_the_team_may: Callable[[str], None], today_visit: Visit) -> None:
    only_the_team_may(url(today_visit, "came"))


def test_somebody_new_is_registered_and_the_case_begins(coach: User, today_visit: Visit) -> None:
    response = send(coach, url(today_visit, "came"), **NEW)
    assert response["Location"] == f"/visits/{today_visit.pk}/"
    episode = Episode.objects.get()
    assert (episode.study_visit_on, episode.referred_on) == (TODAY, None)
    assert (episode.referred_by, episode.caseworker_name) == ("region", "Hanna Handläggare")
    assert episode.participant.name == "Alva Åkesson"
    visit = Visit.objects.get()
    assert (visit.came, visit.caseworker_was_present, visit.episode) == ("came", True, episode)
    assert (visit.given_name, visit.family_name) == ("", ""), "the name is the person's now"
    assert told("visit_came").subject == f"visit:{visit.pk}"


def test_somebody_who_gives_no_name(coach: User, today_visit: Visit, team: Team) -> None:
    before = Team.objects.get(pk=team.pk).revision
    assert send(coach, url(today_visit, "came"), who="nameless").status_code == 302
    person = Participant.objects.get()
    assert (person.given_name, person.family_name, person.birth_date) == ("", "", None)
    assert person.name == person.reference == "P2025-001"
    assert Team.objects.get(pk=team.pk).revision > before
    assert told("registered").subject == f"participant:{person.pk}"


def test_a_name_is_entered_later(coach: User, today_visit: Visit) -> None:
    send(coach, url(today_visit, "came"), who="nameless")
    person = Participant.objects.get()
    values = {"given_name": "Bo", "family_name": "Ek", "version": "1"}
    assert send(coach, f"/participants/{person.pk}/correct/", **values).status_code == 302
    assert Visit.objects.get().listed_name == "Bo Ek"


def test_who_may_be_there_already_is_asked_about(coach: User, team: Team, book: Book) -> None:
    known = make_participant(team, given_name="Alva", family_name="Åkesson")
    make_episode(known, closed_on=date(2025, 3, 1), outcome="work")
    visit = book(at(0, 7))
    page = client_of(coach).get(url(visit, "came")).content.decode()
    assert f'value="{known.pk}"' in page, "by the name that was booked"
    response = send(coach, url(visit, "came"), **NEW | {"search": ""})
    text = response.content.decode()
    assert "Inget är sparat än" in text
    assert f'value="{known.pk}"' in text
    assert Episode.objects.count() == 1
    chosen = NEW | {"who": str(known.pk), "search": ""}
    assert send(coach, url(visit, "came"), **chosen).status_code == 302
    assert known.episodes.count() == 2


def test_it_is_another_person_all_the_same(coach: User, team: Team, today_visit: Visit) -> None:
    known = make_participant(team, given_name="Alva", family_name="Åkesson")
    make_episode(known, closed_on=date(2025, 3, 1), outcome="work")
    sure = NEW | {"is_another_person": "on"}
    assert send(coach, url(today_visit, "came"), **sure).status_code == 302
    assert Participant.objects.count() == 2


def test_a_search_saves_nothing_and_keeps_what_was_typed(
    coach: User, team: Team, today_visit: Visit
) -> None:
    make_participant(team, given_name="Siv", family_name="Lund")
    typed = NEW | {"search": "siv", "find": "yes"}
    page = send(coach, url(today_visit, "came"), **typed).content.decode()
    assert "Siv Lund, född 1990-01-02" in page
    assert 'value="Åkesson"' in page
    assert not Episode.objects.exists()


def test_protected_persons_are_no_candidates(coach: User, team: Team, today_visit: Visit) -> None:
    hidden = make_participant(
        team, given_name="Alva", family_name="Åkesson", protection="registered"
    )
    page = client_of(coach).get(url(today_visit, "came")).content.decode()
    assert str(hidden.pk) not in page
    says = sentences(send(coach, url(today_visit, "came"), who=str(hidden.pk)))
    assert set(says) >= {"who"}


def test_somebody_who_waits_in_the_queue_gets_the_day_of_the_visit(
    coach: User, team: Team, today_visit: Visit
) -> None:
    queued = make_episode(make_participant(team), enrolled_on=None, referred_by="region")
    team.visit_is_obligatory = True
    team.save()
    assert visit_missing(Episode.objects.select_related("team").get())
    chosen = {"who": str(queued.participant_id)}
    assert send(coach, url(today_visit, "came"), **chosen).status_code == 302
    episode = Episode.objects.select_related("team").get()
    assert episode.study_visit_on == TODAY
    assert not visit_missing(episode)
    assert Visit.objects.get().result == "referral"


def test_a_visit_is_missing_only_where_the_team_asks_for_it(team: Team) -> None:
    episode = make_episode(make_participant(team), enrolled_on=None)
    assert not visit_missing(episode)


def test_somebody_who_is_enrolled_makes_no_visit(
    coach: User, team: Team, today_visit: Visit
) -> None:
    enrolled = make_episode(make_participant(team))
    response = send(coach, url(today_visit, "came"), who=str(enrolled.participant_id))
    assert "redan inskriven" in " ".join(sentences(response)["__all__"])
    assert Visit.objects.get().is_awaited


def test_a_person_of_another_team_is_none_of_ours(
    other_team: Team, today_visit: Visit, by: Actor
) -> None:
    with pytest.raises(ValidationError, match="annat team"):
        came_again(
            visit=today_visit,
            participant=make_participant(other_team),
            presence=Presence(),
            today=TODAY,
            by=by,
        )


def test_nobody_came_before_the_day(coach: User, visit: Visit) -> None:
    for act in ("came", "absent"):
        page = client_of(coach).post(url(visit, act), {"who": "nameless"}, follow=True)
        assert "än" in page.content.decode()
    assert Visit.objects.get().is_awaited


def test_it_is_said_once_what_became_of_a_visit(today_visit: Visit, by: Actor) -> None:
    act = {"visit": today_visit, "presence": Presence(), "today": TODAY, "by": by}
    came_without_name(**act)
    with pytest.raises(ValidationError, match="redan infört"):
        came_without_name(**act)
    assert Episode.objects.count() == 1


def test_nobody_came(coach: User, today_visit: Visit) -> None:
    for _twice in range(2):
        assert client_of(coach).post(url(today_visit, "absent")).status_code == 302
    assert Visit.objects.get().came == "absent"
    assert told("visit_absent")
    assert not Episode.objects.exists()


def test_a_new_case_is_taken_back_with_its_person(coach: User, today_visit: Visit) -> None:
    send(coach, url(today_visit, "came"), **NEW)
    client_of(coach).post(url(today_visit, "undo"))
    visit = Visit.objects.get()
    assert visit.is_awaited
    assert visit.listed_name == "Alva Åkesson"
    assert not Participant.objects.exists()
    assert not Episode.objects.exists()
    assert told("visit_undone")


def test_a_known_person_stays_when_the_case_is_taken_back(
    coach: User, team: Team, today_visit: Visit
) -> None:
    known = make_participant(team)
    make_episode(known, closed_on=date(2025, 3, 1), outcome="work")
    send(coach, url(today_visit, "came"), who=str(known.pk))
    assert known.episodes.count() == 2
    client_of(coach).post(url(today_visit, "undo"))
    assert known.episodes.get().closed_on == date(2025, 3, 1)


def test_the_day_of_the_visit_is_taken_back(coach: User, team: Team, today_visit: Visit) -> None:
    queued = make_episode(make_participant(team), enrolled_on=None)
    send(coach, url(today_visit, "came"), who=str(queued.participant_id))
    client_of(coach).post(url(today_visit, "undo"))
    assert Episode.objects.get().study_visit_on is None


def test_nothing_is_taken_back_once_something_followed(
    coach: User, today_visit: Visit, by: Actor
) -> None:
    send(coach, url(today_visit, "came"), **NEW)
    episode = Episode.objects.get()
    withdrawal.withdraw(
        episode=episode, version=1, withdrawn_on=TODAY, reason="own_wish", today=TODAY, by=by
    )
    page = client_of(coach).post(url(today_visit, "undo"), follow=True).content.decode()
    assert "Något har förts in i ärendet" in page
    assert Visit.objects.get().episode == episode


def test_what_hangs_on_the_case_keeps_it(coach: User, today_visit: Visit, book: Book) -> None:
    """Here a second visit; any record of any part is asked for in the same way."""
    send(coach, url(today_visit, "came"), **NEW)
    episode = Episode.objects.get()
    Visit.objects.filter(pk=book(at(0, 9)).pk).update(came="came", episode=episode)
    client_of(coach).post(url(today_visit, "undo"))
    assert Episode.objects.exists()
    assert not LogEntry.objects.filter(act="visit_undone").exists()


def test_a_cancelled_visit_is_put_back_if_its_place_is_free(
    visit: Visit, by: Actor, book: Book, on_wednesday: ChosenTime
) -> None:
    booking.cancel(visit=visit, now=NOW, by=by)
    other = book(on_wednesday)
    with pytest.raises(ValidationError, match="just bokat"):
        marking.undo(visit=visit, now=NOW, by=by)
    booking.cancel(visit=other, now=NOW, by=by)
    assert marking.undo(visit=visit, now=NOW, by=by).is_awaited
    assert marking.undo(visit=visit, now=NOW, by=by).on == WEDNESDAY


def test_no_ends_the_case_with_a_reason(coach: User, today_visit: Visit) -> None:
    send(coach, url(today_visit, "came"), **NEW)
    values = {"withdrawn_on": "2025-06-16", "reason": "own_wish", "version": "1"}
    assert set(sentences(send(coach, url(today_visit, "no"), version="1"))) == {
        "withdrawn_on",
        "reason",
    }
    assert send(coach, url(today_visit, "no"), **values).status_code == 302
    episode = Episode.objects.get()
    assert (episode.withdrawn_on, episode.withdrawal_reason) == (TODAY, "own_wish")
    page = client_of(coach).get(f"/visits/{today_visit.pk}/").content.decode()
    assert "Det ledde till nej" in page
    assert client_of(coach).get(url(today_visit, "no")).status_code == 302


def test_the_answer_leads_to_the_referral(coach: User, today_visit: Visit) -> None:
    send(coach, url(today_visit, "came"), **NEW)
    person = Participant.objects.get()
    page = client_of(coach).get(f"/visits/{today_visit.pk}/").content.decode()
    refer = f"/participants/{person.pk}/refer/"
    assert refer in page
    values = {"referred_on": "2025-06-16", "referred_by": "region", "version": "1"}
    assert send(coach, refer, **values | {"study_visit_on": "2025-06-16"}).status_code == 302
    assert Visit.objects.get().result == "referral"


def test_a_visit_without_a_case_has_no_answer(coach: User, visit: Visit) -> None:
    assert client_of(coach).get(url(visit, "no")).status_code == 404


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_breaks_the_form(coach: User, today_visit: Visit, text: str) -> None:
    fields = (*NEW, "search", "identity_number", "gender", "protection", "coach")
    for more in ({}, {"find": "yes"}, {"who": "new"}):
        values: dict[str, Any] = dict.fromkeys(fields, text) | more
        assert send(coach, url(today_visit, "came"), **values).status_code in (200, 302)


def test_the_clock_of_a_visit_is_swedish(visit: Visit) -> None:
    assert visit.clock == f"{timezone.localtime(visit.starts_at):%H:%M}" == "10:00"
