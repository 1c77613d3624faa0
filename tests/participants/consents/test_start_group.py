"""Enrolling a start group: everybody or nobody, and everybody once."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.consents.models import EnrolmentMeeting
from samspel.participants.models import Episode
from tests.participants.conftest import HOSTILE, send, sentences
from tests.people import client_of, make_episode, make_participant

URL = "/queue/start-group/"


@pytest.fixture
def three(team: Team) -> list[Episode]:
    return [
        make_episode(
            make_participant(team, given_name=name),
            case_number=name,
            enrolled_on=None,
            income_source="none",
        )
        for name in ("Ett", "Två", "Tre")
    ]


def filled(episodes: list[Episode], **changed: Any) -> dict[str, Any]:
    sent: dict[str, Any] = {
        "case": [each.pk for each in episodes],
        "enrolled_on": "2025-02-01",
        "start_group": "Vår 25",
        "first_step": "Introduktion",
        "first_step_on": "2025-02-03",
    }
    sent |= {f"version_{each.pk}": each.version for each in episodes}
    return sent | changed


def enrolled() -> list[str]:
    found = Episode.objects.exclude(enrolled_on=None).order_by("case_number")
    return [each.case_number for each in found]


def test_all_are_enrolled_with_one_day_and_their_coaches(
    coach: User, colleague: User, three: list[Episode]
) -> None:
    sent = filled(three, coach=coach.pk) | {f"coach_{three[1].pk}": colleague.pk}
    answer = send(coach, URL, **sent)
    assert answer["Location"] == reverse("enrolments_to_complete")
    for each in three:
        each.refresh_from_db()
    assert [each.coach for each in three] == [coach, colleague, coach]
    assert {each.enrolled_on for each in three} == {date(2025, 2, 1)}
    assert {each.income_source for each in three} == {"none"}
    assert {each.start_group for each in EnrolmentMeeting.objects.all()} == {"Vår 25"}
    assert LogEntry.objects.filter(act="enrolled").count() == 3
    rest = client_of(coach).get(answer["Location"])
    assert [row.episode.case_number for row in rest.context["rows"]]
    assert all("samtycken" in [each.label for each in row.missing] for row in rest.context["rows"])


def test_one_refusal_and_nobody_is_enrolled(
    coach: User, colleague: User, three: list[Episode]
) -> None:
    """Another one's fault is named at the one whom it is about, and undoes all."""
    Episode.objects.filter(pk=three[1].pk).update(referred_on=date(2025, 3, 1))
    Episode.objects.filter(pk=three[2].pk).update(version=9)
    found = sentences(send(coach, URL, **filled(three)))
    assert "före uppdraget" in found[f"coach_{three[1].pk}"][0]
    assert "under tiden" in found[f"coach_{three[2].pk}"][0]
    assert f"coach_{three[0].pk}" not in found
    assert enrolled() == []
    assert not EnrolmentMeeting.objects.exists()
    assert not LogEntry.objects.filter(act="enrolled").exists()


def test_sent_twice_enrols_once(coach: User, three: list[Episode]) -> None:
    assert send(coach, URL, **filled(three)).status_code == 302
    client = client_of(coach)
    again = client.post(URL, filled(three), follow=True)
    assert "redan inskrivna" in str(next(iter(again.context["messages"])))
    assert LogEntry.objects.filter(act="enrolled").count() == 3
    assert EnrolmentMeeting.objects.count() == 3


def test_sent_twice_for_a_day_ahead_enrols_once(coach: User, three: list[Episode]) -> None:
    ahead = (timezone.localdate() + timedelta(days=20)).isoformat()
    sent = filled(three, enrolled_on=ahead)
    assert send(coach, URL, **sent).status_code == 302
    assert len(sentences(send(coach, URL, **sent))) == 3
    assert EnrolmentMeeting.objects.count() == 3


def test_a_day_of_the_first_step_asks_for_the_step(coach: User, three: list[Episode]) -> None:
    sent = filled(three, first_step="", first_step_on="2025-02-03")
    assert "Skriv vad det första steget är" in sentences(send(coach, URL, **sent))["first_step"][0]
    alone = reverse("episode_enrol", args=[three[0].pk])
    one = {"version": 1, "enrolled_on": "2025-02-01", "first_step_on": "2025-02-03"}
    assert "first_step" in sentences(send(coach, alone, **one))
    assert enrolled() == []


def test_it_begins_today_unless_another_day_is_chosen(
    coach: User, three: list[Episode], settings: Any
) -> None:
    settings.SAMSPEL_TODAY = date(2025, 1, 20)
    page = client_of(coach).get(f"{URL}?case={three[0].pk}")
    assert page.context["form"]["enrolled_on"].value() == date(2025, 1, 20)


def test_who_was_enrolled_meanwhile_is_left_out_with_a_word(
    coach: User, three: list[Episode]
) -> None:
    Episode.objects.filter(pk=three[0].pk).update(enrolled_on=date(2025, 1, 20))
    query = "&".join(f"case={each.pk}" for each in three)
    page = client_of(coach).get(f"{URL}?{query}")
    assert {each.case_number for each in page.context["form"].episodes} == {"Två", "Tre"}
    assert "står inte i kön längre" in page.content.decode()


def test_too_few_places_are_warned_of(coach: User, team: Team, three: list[Episode]) -> None:
    team.capacity = 2
    team.save()
    assert "ändå" in sentences(send(coach, URL, **filled(three)))["is_despite_intake"][0]
    assert send(coach, URL, **filled(three), is_despite_intake="on").status_code == 302
    assert enrolled() == ["Ett", "Tre", "Två"]


def test_two_within_two_places_are_not_warned_of(
    coach: User, team: Team, three: list[Episode]
) -> None:
    team.capacity = 2
    team.save()
    assert send(coach, URL, **filled(three[:2])).status_code == 302


def test_a_missing_visit_needs_a_reason_of_those_who_missed_it(
    coach: User, team: Team, three: list[Episode]
) -> None:
    team.visit_is_obligatory = True
    team.save()
    Episode.objects.filter(pk=three[0].pk).update(study_visit_on=date(2025, 1, 11))
    found = sentences(send(coach, URL, **filled(three)))
    assert set(found) == {f"coach_{each.pk}" for each in three[1:]}
    why = {"without_visit_because": "Hela gruppen kommer från AME"}
    assert send(coach, URL, **filled(three), **why).status_code == 302
    reasons = EnrolmentMeeting.objects.exclude(without_visit_because="")
    assert {each.episode_id for each in reasons} == {each.pk for each in three[1:]}


def test_a_protected_persons_coach_is_one_of_the_named_staff(
    coach: User, colleague: User, three: list[Episode]
) -> None:
    person = three[0].participant
    person.protection = "marked"
    person.save()
    person.named_staff.add(coach)
    query = f"{URL}?case={three[0].pk}&case={three[1].pk}"
    text = client_of(coach).get(query).content.decode()
    assert "Skyddad identitet" in text
    assert "Ett Exempel" not in text
    assert client_of(colleague).get(query).context["form"].episodes == [three[1]]
    found = sentences(send(coach, URL, **filled(three, coach=colleague.pk)))
    assert "namngivna" in found[f"coach_{three[0].pk}"][0]
    assert send(coach, URL, **filled(three, coach=coach.pk)).status_code == 302


def test_cases_of_others_cannot_be_enrolled(
    stranger: User, coach: User, other_team: Team, three: list[Episode]
) -> None:
    answer = send(stranger, URL, **filled(three))
    assert answer["Location"] == reverse("queue")
    assert enrolled() == []
    theirs = make_episode(make_participant(other_team), enrolled_on=None)
    assert send(coach, URL, **filled([*three, theirs])).status_code == 302
    theirs.refresh_from_db()
    assert theirs.enrolled_on is None


def test_with_nobody_ticked_the_queue_says_what_to_do(coach: User) -> None:
    answer = client_of(coach).get(f"{URL}?case=x&case=%00", follow=True)
    assert answer.redirect_chain == [("/queue/", 302)]
    assert "Markera i kön" in str(next(iter(answer.context["messages"])))


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_breaks_the_form(coach: User, three: list[Episode], text: str) -> None:
    sent = dict.fromkeys(filled(three), text) | {"case": [three[0].pk, text or "x"]}
    assert send(coach, URL, **sent).status_code == 200
    assert enrolled() == []
