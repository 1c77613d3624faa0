"""The day's list tells of visits that come and of those of which nobody said what became."""

from collections.abc import Callable
from datetime import timedelta

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.due import DueKind
from samspel.participants.timeline import events_of
from samspel.participants.visits.due import visits_due
from samspel.participants.visits.models import Visit
from samspel.participants.visits.story import SOURCES
from tests.participants.visits.conftest import NOW, TODAY, at
from tests.people import make_episode, make_participant

Book = Callable[..., Visit]


def test_visits_of_today_and_tomorrow_and_the_unmarked(
    team: Team, book: Book, django_assert_num_queries: Callable[[int], object]
) -> None:
    past = book(at(-4), now=NOW - timedelta(days=5))
    book(at(0, 13))
    book(at(1, 9))
    book(at(2))
    Visit.objects.filter(pk=book(at(1, 11)).pk).update(came="cancelled")
    with django_assert_num_queries(1):
        dues = visits_due([team], TODAY)
    assert [each.text for each in dues] == [
        "För in hur det gick med besöket kl. 10:00",
        "Studiebesök kl. 13:00, med handläggaren",
        "Studiebesök kl. 09:00, med handläggaren",
    ]
    assert dues[0].is_past(TODAY)
    assert (dues[0].url, dues[0].kind) == (f"/visits/{past.pk}/", DueKind.VISIT)
    assert all("Alva" not in each.text for each in dues)


def test_no_visits_of_other_teams(other_team: Team, visit: Visit, stranger: User) -> None:
    assert visits_due([other_team], TODAY + timedelta(days=2)) == []


def test_the_timeline_tells_who_was_there(team: Team, book: Book) -> None:
    episode = make_episode(make_participant(team))
    for day, present in ((1, True), (2, False), (3, None)):
        Visit.objects.filter(pk=book(at(day, 0)).pk).update(
            came="came", episode=episode, caseworker_was_present=present
        )
    events = list(events_of(SOURCES, [episode.pk], today=TODAY))
    assert [(each.on, each.detail) for each in events] == [
        (TODAY + timedelta(days=3), ""),
        (TODAY + timedelta(days=2), "utan handläggaren"),
        (TODAY + timedelta(days=1), "med handläggaren Hanna Handläggare"),
    ]
    urls = {f"/visits/{pk}/" for pk in Visit.objects.values_list("pk", flat=True)}
    assert {each.url for each in events} == urls
