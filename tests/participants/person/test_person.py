"""One page per person: what it shows, to whom, and that opening it is told of."""

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse

from samspel.accounts.log import first_broken_link
from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.models import Episode, Participant
from samspel.participants.person.acts import LIKELIEST, PLACES
from samspel.participants.stage import Stage
from samspel.participants.when import WHEN_MAY, Step
from tests.participants.conftest import told
from tests.people import client_of, make_episode, make_participant


def url(episode: Episode) -> str:
    return reverse("participant", args=[episode.participant_id])


def test_who_may(only_the_team_may: Callable[[str], None], enrolled: Episode) -> None:
    only_the_team_may(url(enrolled))


def test_opening_is_told_of_and_refusals_are_not(
    coach: User, stranger: User, enrolled: Episode, team: Team
) -> None:
    client_of(stranger).get(url(enrolled))
    assert not LogEntry.objects.exists()
    client_of(coach).get(url(enrolled))
    entry = told("opened")
    assert entry.subject == f"participant:{enrolled.participant_id}"
    assert (entry.actor, entry.team_id, entry.details) == (coach, team.pk, {})
    assert first_broken_link() is None


def test_every_page_about_the_person_is_an_opening(coach: User, enrolled: Episode) -> None:
    client = client_of(coach)
    for name in ("participant", "participant_correct"):
        client.get(reverse(name, args=[enrolled.participant_id]))
    for name in ("note_new", "episode_correct"):
        client.get(reverse(name, args=[enrolled.pk]))
    openings = LogEntry.objects.filter(act="opened")
    assert openings.count() == 4
    assert {each.subject for each in openings} == {f"participant:{enrolled.participant_id}"}


@pytest.mark.parametrize("whose", ["visited", "queued", "enrolled", "closed"])
def test_every_act_that_is_offered_leads_somewhere(
    request: pytest.FixtureRequest, coach: User, whose: str
) -> None:
    episode = request.getfixturevalue(whose)
    client = client_of(coach)
    acts = client.get(url(episode)).context["acts"]
    assert 1 <= len(acts.buttons) <= 3
    for act in (*acts.buttons, *acts.more):
        assert client.get(act.url).status_code == 200, act.title


def test_what_is_likeliest_is_allowed_by_the_table() -> None:
    assert set(LIKELIEST) == set(Stage)
    for stage, steps in LIKELIEST.items():
        assert 1 <= len(steps) <= 3
        assert all(stage in WHEN_MAY[step] for step in steps)
    # Someone comes, and is asked afterwards, elsewhere on the page.
    assert set(Step) - set(PLACES) <= {Step.ATTEND, Step.CHECK}


def test_the_letter_n_leads_to_a_new_note(coach: User, enrolled: Episode, closed: Episode) -> None:
    for episode in (enrolled, closed):
        text = client_of(coach).get(url(episode)).content.decode()
        address = reverse("note_new", args=[episode.pk])
        assert text.count('data-shortcut="n"') == 1
        assert f'href="{address}" data-shortcut="n"' in text


def test_the_page_tells_who_it_is_and_everything_that_happened(
    coach: User, enrolled: Episode
) -> None:
    Episode.objects.update(caseworker_name="Hanna Handläggare")
    text = client_of(coach).get(url(enrolled)).content.decode()
    for words in ("Alva Exempel", "1990-01-02", "Regionen", "2025-01-10", "Inskrivning", "Aktiv"):
        assert words in text
    assert "Hanna Handläggare" in text
    title = text[text.index("<title>") : text.index("</title>")]
    assert "Alva" not in title


def test_names_are_shown_as_text(coach: User, team: Team) -> None:
    person = make_participant(team, given_name="<b>Bo</b>", family_name="{{ x }}")
    text = client_of(coach).get(url(make_episode(person))).content.decode()
    assert "&lt;b&gt;Bo&lt;/b&gt; {{ x }}" in text


def test_a_protected_person_s_page_says_so(coach: User, enrolled: Episode) -> None:
    Participant.objects.update(protection="registered")
    enrolled.participant.named_staff.add(coach)
    text = client_of(coach).get(url(enrolled)).content.decode()
    assert "skyddad folkbokföring" in text


def test_a_person_without_cases_can_be_referred(coach: User, team: Team) -> None:
    person = make_participant(team, birth_date=None, gender="")
    page = client_of(coach).get(reverse("participant", args=[person.pk]))
    [act] = page.context["acts"].buttons
    assert act.url == reverse("episode_refer", args=[person.pk])
    assert "inte känd" in page.content.decode()


def test_earlier_cases_are_folded_and_can_be_looked_at(coach: User, enrolled: Episode) -> None:
    earlier = make_episode(
        enrolled.participant,
        referred_on=date(2020, 1, 1),
        enrolled_on=date(2020, 2, 1),
        closed_on=date(2020, 9, 1),
        outcome="work",
    )
    client = client_of(coach)
    page = client.get(url(enrolled))
    assert page.context["current"] == enrolled
    assert [each["episode"] for each in page.context["earlier"]] == [earlier]
    assert f"?case={earlier.pk}" in page.content.decode()
    other = client.get(url(enrolled), {"case": str(earlier.pk)})
    assert other.context["story"].episode == earlier
    assert other.context["current"] == enrolled


def test_a_case_of_somebody_else_is_not_looked_at(
    coach: User, team: Team, enrolled: Episode
) -> None:
    foreign = make_episode(make_participant(team))
    page = client_of(coach).get(url(enrolled), {"case": str(foreign.pk)})
    assert page.context["story"].episode == enrolled
