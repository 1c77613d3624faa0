"""The timeline on the person's page: narrowed, turned, and the same as a part and as a page."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samspel.accounts.models import User
from samspel.participants.models import Episode
from samspel.participants.notes.models import Note
from samspel.participants.person.sources import SOURCES
from samspel.participants.person.story import AT_A_TIME
from samspel.participants.visits.models import Visit
from tests.participants.conftest import HOSTILE
from tests.people import client_of

THEN = datetime(2025, 3, 3, 9, tzinfo=UTC)
HTMX = {"HX-Request": "true"}


def make_notes(episode: Episode, author: User, number: int) -> None:
    Note.objects.bulk_create(
        Note(
            episode=episode,
            author=author,
            on=date(2025, 3, 1) + timedelta(days=day),
            text=f"Samtal {day}.",
            begun_at=THEN,
            changed_at=THEN,
            signed_at=THEN,
        )
        for day in range(number)
    )


def url(episode: Episode) -> str:
    return reverse("participant", args=[episode.participant_id])


@pytest.mark.parametrize("query", [{}, {"kind": "note"}, {"kind": "case"}, {"shown": "120"}])
def test_the_part_equals_what_a_reload_gives(
    coach: User, enrolled: Episode, query: dict[str, str]
) -> None:
    make_notes(enrolled, coach, 70)
    client = client_of(coach)
    part = client.get(url(enrolled), query, headers=HTMX).content.decode()
    page = client.get(url(enrolled), query).content.decode()
    assert part.startswith("<section") or part.lstrip().startswith("<section")
    assert "<html" not in part
    token = 'name="csrfmiddlewaretoken"'
    assert token not in part
    assert part.strip() in page


def test_sixty_at_a_time_newest_first(coach: User, enrolled: Episode) -> None:
    make_notes(enrolled, coach, 70)
    client = client_of(coach)
    story = client.get(url(enrolled)).context["story"]
    assert len(story.coming) + len(story.past) == AT_A_TIME
    days = [event.on for event in (*story.coming, *story.past)]
    assert days == sorted(days, reverse=True)
    older = client.get(story.older).context["story"]
    assert older.older == ""
    everything = [*older.coming, *older.past]
    assert everything[:AT_A_TIME] == [*story.coming, *story.past]
    assert everything[-1].on == date(2025, 1, 10)


def test_a_kind_shows_itself_only(coach: User, enrolled: Episode) -> None:
    make_notes(enrolled, coach, 2)
    client = client_of(coach)
    notes = client.get(url(enrolled), {"kind": "note"}).context["story"]
    assert [event.detail for event in notes.past] == ["Samtal 1.", "Samtal 0."]
    case = client.get(url(enrolled), {"kind": "case"}).context["story"]
    assert {event.kind for event in case.past} == {"case"}
    nothing = client.get(url(enrolled), {"kind": "objection"})
    assert nothing.context["story"].is_empty
    assert "Inget sådant har hänt än." in nothing.content.decode()


def test_what_is_to_come_stands_first_and_is_marked(coach: User, queued: Episode) -> None:
    ahead = timezone.localdate() + timedelta(days=5)
    Episode.objects.filter(pk=queued.pk).update(enrolled_on=ahead)
    page = client_of(coach).get(url(queued))
    assert [event.on for event in page.context["story"].coming] == [ahead]
    assert "is-coming" in page.content.decode()


def test_a_study_visit_is_told_of_once_by_who_knows_more(coach: User, enrolled: Episode) -> None:
    visited = date(2025, 1, 5)
    Episode.objects.filter(pk=enrolled.pk).update(study_visit_on=visited)

    def titles(**query: str) -> list[str]:
        story = client_of(coach).get(url(enrolled), query).context["story"]
        return [each.title for each in story.past if each.on == visited]

    assert titles() == titles(kind="case") == ["Studiebesök"]
    Visit.objects.create(
        team=enrolled.team,
        starts_at=datetime(2025, 1, 5, 9, tzinfo=UTC),
        booked_at=THEN,
        came="came",
        episode=enrolled,
    )
    assert titles() == ["Kom på studiebesöket"]
    assert titles(kind="case") == ["Studiebesök"]


@pytest.mark.parametrize("name", ["kind", "shown", "case"])
def test_whatever_the_address_says_is_as_at_first(
    coach: User, enrolled: Episode, name: str
) -> None:
    client = client_of(coach)
    first = client.get(url(enrolled)).context["story"]
    for value in HOSTILE:
        if len(value) < 1000:
            assert client.get(url(enrolled), {name: value}).context["story"] == first, value


def test_every_source_has_its_own_kind_and_a_choice() -> None:
    kinds = [source.kind for source in SOURCES]
    assert len(kinds) == len(set(kinds))
    assert {source.choice for source in SOURCES} <= set(kinds)
    assert all(str(source.title) for source in SOURCES if not source.belongs_to)
