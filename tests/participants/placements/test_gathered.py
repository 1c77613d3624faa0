"""What placements tell the day, the timeline, the person's page, the closing and the employers."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.test import Client
from django.urls import reverse

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.closings.drafting import drafts
from samspel.participants.closings.record import stay_record
from samspel.participants.due import Due, DueKind
from samspel.participants.due_rows import dues_from
from samspel.participants.employers.history import hosted, taken_on
from samspel.participants.employers.models import Employer
from samspel.participants.employers.places import places_at
from samspel.participants.models import Episode
from samspel.participants.placements.due import PLACEMENTS
from samspel.participants.placements.models import PlacementFollowUp
from samspel.participants.placements.part import placements_part
from samspel.participants.placements.story import SOURCES
from samspel.participants.timeline import events_of
from tests.employer_things import make_task
from tests.participants.placements.conftest import TODAY
from tests.participants.placements.made import make_placement, make_week
from tests.people import make_episode, make_participant

ENDED: dict[str, Any] = {"ended_on": date(2025, 5, 9), "outcome": "subsidised_work"}


def dues(cases: list[Episode], today: date = TODAY) -> list[Due]:
    return sorted(dues_from([PLACEMENTS], cases, today))


def told(case: Episode, today: date = TODAY) -> list[tuple[date, str]]:
    return [(each.on, each.text) for each in dues([case], today)]


def test_a_follow_up_is_due_after_the_last_one(
    case: Episode, employer: Employer, django_assert_num_queries: Any
) -> None:
    placement = make_placement(case, employer)
    follow_up = "Uppföljning av arbetsträningen: Kafé Tre Åar"
    with django_assert_num_queries(1):
        assert told(case) == [(date(2025, 3, 31), follow_up)]
    PlacementFollowUp.objects.create(placement=placement, held_on=date(2025, 4, 29))
    assert told(case) == [(date(2025, 5, 27), follow_up)]
    assert told(case, date(2025, 5, 12)) == []
    [due] = dues([case])
    assert due.kind == DueKind.PLACEMENT
    assert due.url == reverse("placement_follow_up_new", args=[placement.pk])


def test_an_end_that_comes_and_a_start_that_comes_are_due(
    case: Episode, employer: Employer
) -> None:
    make_placement(case, employer, ends_planned_on=date(2025, 5, 23), follow_up_weeks=12)
    make_placement(case, employer, (), starts_on=date(2025, 5, 26))
    make_placement(case, employer, (), starts_on=date(2025, 6, 30))
    assert told(case) == [
        (date(2025, 5, 23), "Arbetsträning att avsluta och utvärdera: Kafé Tre Åar"),
        (date(2025, 5, 26), "Arbetsträning börjar: Kafé Tre Åar"),
    ]


def test_nothing_is_due_of_what_ended_or_of_who_is_not_enrolled(team: Team, case: Episode) -> None:
    make_placement(case, **ENDED)
    closed = make_episode(make_participant(team), closed_on=date(2025, 5, 1), outcome="work")
    make_placement(closed)
    assert dues([case, closed]) == []


def test_the_timeline_tells_of_start_follow_up_and_end(case: Episode, employer: Employer) -> None:
    placement = make_placement(case, employer, **ENDED)
    PlacementFollowUp.objects.create(
        placement=placement, held_on=date(2025, 4, 1), came_out="Två timmar till."
    )
    make_placement(case, employer, (), starts_on=date(2025, 6, 2))
    make_placement(case, employer, (), starts_on=date(2025, 6, 9), called_off_on=TODAY)
    events = list(events_of(SOURCES, [case.pk], today=TODAY))
    assert [(each.on, each.title, each.detail) for each in events] == [
        (date(2025, 6, 2), "Planerad arbetsträning", "Kafé Tre Åar, bygga upp arbetstid"),
        (date(2025, 5, 9), "Arbetsträning slutar", "Kafé Tre Åar, anställning med lönestöd"),
        (date(2025, 4, 1), "Uppföljning av arbetsträningen", "Kafé Tre Åar. Två timmar till."),
        (date(2025, 3, 3), "Arbetsträning börjar", "Kafé Tre Åar, bygga upp arbetstid"),
    ]
    assert {each.url for each in events[1:]} == {reverse("placement", args=[placement.pk])}
    assert events[0].css == "is-coming"


def test_the_persons_page_has_what_goes_on_by_one_query(
    case: Episode, employer: Employer, django_assert_num_queries: Any, team: Team
) -> None:
    make_placement(case, employer, ends_planned_on=date(2025, 5, 23))
    make_placement(case, employer, (), starts_on=date(2024, 3, 4), **ENDED)
    with django_assert_num_queries(1):
        part = placements_part(case, TODAY)
        assert part is not None
        assert [each.hours for each in part.shown] == ["20"]
        assert len(part.lines) == 2
        in_time = part.dues
    assert in_time == dues([case]), "the page says the same as the day"
    queued = make_episode(make_participant(team), enrolled_on=None)
    assert placements_part(queued, TODAY) is None


def test_the_statement_drafts_what_was_observed(case: Episode, employer: Employer) -> None:
    task = make_task(employer, title="Baka bröd")
    placement = make_placement(
        case,
        employer,
        task=task,
        duties="Väga mjöl och sköta ugnen.",
        worked_well="Fasta rutiner.",
        did_not_work="Kassan.",
        adaptations="Paus varje timme.",
        hours_reached=Decimal("17.5"),
        **ENDED,
    )
    other = make_placement(
        case, employer, ((date(2025, 5, 12), "7.5"),), starts_on=date(2025, 5, 12)
    )
    make_week(other, date(2025, 5, 12), "5")
    first, second = drafts(stay_record(case, TODAY))["work_ability"].split("\n\n")
    assert first == (
        "Arbetsträning hos Kafé Tre Åar från 2025-03-03, under 10 veckor. Den började med 10 "
        "timmar i veckan; 17,5 timmar i veckan nåddes. Arbetsuppgifter: Baka bröd. Väga mjöl och "
        "sköta ugnen. Det som fungerade: Fasta rutiner. Det som inte fungerade: Kassan. "
        "Anpassningar: Paus varje timme."
    )
    assert "7,5 timmar i veckan; 5 timmar i veckan nåddes" in second
    assert placement.pk


def test_the_closing_suggests_what_a_placement_led_to_and_sets_nothing(
    case: Episode, employer: Employer, as_coach: Client
) -> None:
    make_placement(case, employer, **ENDED)
    make_placement(case, employer, (), starts_on=date(2025, 6, 2))
    response = as_coach.get(reverse("episode_close", args=[case.pk]))
    page = response.content.decode()
    assert (
        "Arbetsträningen hos Kafé Tre Åar avslutades 2025-05-09 och ledde till: anställning med "
        "lönestöd." in page
    )
    assert "En arbetsträning pågår eller är planerad." in page
    form = response.context["form"]
    assert not form["employer"].value()
    assert not form["is_subsidised"].value()


def test_employers_are_told_whom_they_took_on(
    team: Team, case: Episode, employer: Employer, coach: User, stranger: User
) -> None:
    placement = make_placement(case, employer, **ENDED)
    make_week(placement, date(2025, 3, 3), "8")
    hidden = make_participant(team, given_name="Hemlig", protection="registered")
    make_placement(make_episode(hidden), employer, ())
    rows = taken_on(employer, user=coach, today=TODAY)
    assert sorted((each.who, bool(each.url)) for each in rows) == [
        ("Alva Exempel", True),
        (hidden.listed_name, False),
    ]
    assert not any(each.url for each in taken_on(employer, user=stranger, today=TODAY))
    [row] = [each for each in hosted([team], today=TODAY) if each.placement == str(placement.pk)]
    assert (row.led_to, row.ended_on) == ("work", date(2025, 5, 9))
    assert [week.hours for week in row.weeks[:2]] == [8, 10]
    assert len(row.weeks) == 10


def test_a_task_is_taken_until_the_placement_ends(
    team: Team, case: Episode, employer: Employer
) -> None:
    task = make_task(employer)
    placement = make_placement(case, employer, task=task, ends_planned_on=date(2025, 6, 27))
    [places] = places_at([task], [team], today=TODAY).values()
    assert (places.free, places.free_from) == (0, date(2025, 6, 28))
    placement.ends_planned_on = date(2025, 5, 9)
    placement.save()
    [places] = places_at([task], [team], today=TODAY).values()
    assert (places.free, places.free_from) == (0, None), "who stays on still has the place"
    placement.ended_on, placement.outcome = date(2025, 5, 14), "studies"
    placement.save()
    [places] = places_at([task], [team], today=TODAY).values()
    assert places.free == 1
