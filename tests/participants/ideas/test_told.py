"""What ideas tell others: what is due, the rows for figures, and what is forgotten by itself."""

from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.pages.today import now, today
from samspel.participants.due import LOOK_AHEAD, DueKind
from samspel.participants.groups.models import Group, GroupKind
from samspel.participants.ideas.due import ideas_due, leaders_dues
from samspel.participants.ideas.forgetting import KEPT, forget
from samspel.participants.ideas.models import SignUp, Suggestion
from samspel.participants.ideas.rows import (
    IdeaRow,
    PlanningDayRow,
    SuggestionRow,
    idea_rows,
    planning_day_rows,
    suggestion_rows,
)
from samspel.participants.ideas.wall_link import OPENS_FOR, keep_open
from samspel.participants.links.models import Link
from samspel.participants.models import Episode
from tests.participants.ideas.made import (
    MADE_AT,
    MADE_ON,
    make_answered,
    make_day,
    make_idea,
    make_proposal,
    make_raised,
    make_sign_up,
    make_suggestion,
    make_wall,
)
from tests.people import client_of


def make_group(team: Team) -> Group:
    kind = GroupKind.objects.create(team=team, code="traff", title="Träffpunkt")
    return Group.objects.create(team=team, kind=kind, name="Matlag", starts_on=MADE_ON)


def test_an_idea_is_due_when_it_has_enough(
    team: Team, other_team: Team, django_assert_num_queries: Any
) -> None:
    full, few = make_idea(team, title="Full"), make_idea(team, title="Få")
    for idea in (full, full, few, make_idea(team, closed_on=today(), enough=1)):
        make_sign_up(idea)
    make_sign_up(few, name="", contact="", taken_back_on=today())
    make_proposal(team, title="Föreslagen")
    make_sign_up(make_idea(other_team, enough=1))
    with django_assert_num_queries(1):
        found = list(ideas_due([team], today()))
    assert sorted(each.text.rpartition(": ")[2] for each in found) == ["Full", "Föreslagen"]
    [enough] = [each for each in found if "Full" in each.text]
    assert enough.on == timezone.localdate(MADE_AT)
    assert str(full.pk) in enough.url


def test_a_suggestion_is_due_after_two_weeks(team: Team, django_assert_num_queries: Any) -> None:
    old = make_suggestion(team, left_on=today() - timedelta(days=14))
    make_suggestion(team, left_on=today() - timedelta(days=13))
    make_answered(team)
    with django_assert_num_queries(1):
        [found] = leaders_dues([team], today())
    assert str(old.pk) in found.url
    assert found.on == today()


def test_a_wall_that_closes_is_due_of_the_team_until_it_opens_for_longer(
    team: Team, other_team: Team, django_assert_num_queries: Any
) -> None:
    make_suggestion(team, left_on=today() - timedelta(days=14))
    make_wall(team, now() - OPENS_FOR - timedelta(days=40))
    make_wall(other_team, now() - OPENS_FOR + timedelta(days=9))
    with django_assert_num_queries(1):
        found = sorted(leaders_dues([team, other_team], today()))
    walls = [each for each in found if each.kind == DueKind.WALL]
    # Counted in moments, shown as days: where clocks change in between, a day is 23 or 25 hours.
    ends = [now() + timedelta(days=days) for days in (-40, 9)]
    assert [each.on for each in walls] == [timezone.localdate(end) for end in ends]
    assert walls[0].url == f"{reverse('wall_link')}?team={team.slug}"
    assert len(found) == 3
    keep_open(team=team, now=now(), by=Actor())
    [ahead] = [each for each in leaders_dues([team], today()) if each.kind == DueKind.WALL]
    assert ahead.on > today() + LOOK_AHEAD
    Link.objects.update(withdrawn_at=now())
    assert [each.kind for each in leaders_dues([team], today())] == [DueKind.SUGGESTION]


def test_a_wall_that_has_a_later_address_or_whose_team_is_closed_is_not_due(team: Team) -> None:
    make_wall(team, now() - OPENS_FOR - timedelta(days=40))
    earlier = Link.objects.get()
    make_wall(team, now())
    Link.objects.filter(pk=earlier.pk).update(withdrawn_at=None)
    [found] = leaders_dues([team], today())
    assert found.on > today() + LOOK_AHEAD
    team.closed_on = today()
    assert not list(leaders_dues([team], today()))


def test_the_leaders_day_tells_of_the_wall(team: Team, leader: User, coach: User) -> None:
    make_wall(team, now() - OPENS_FOR + timedelta(days=9))
    assert "Förläng väggsidans adress" in client_of(leader).get("/").content.decode()
    assert "Förläng väggsidans adress" not in client_of(coach).get("/").content.decode()


def test_rows_are_taken_by_one_query_each(team: Team, django_assert_num_queries: Any) -> None:
    idea = make_idea(team)
    make_sign_up(idea)
    make_sign_up(idea, signed_up_at=MADE_AT + timedelta(days=40))
    make_sign_up(idea, name="", contact="", taken_back_on=today())
    make_idea(team, group=make_group(team), became_group_on=date(2026, 2, 20))
    make_proposal(team)
    until = date(2026, 1, 31)
    with django_assert_num_queries(1):
        rows = idea_rows(team, until)
    assert sorted(rows) == [IdeaRow(MADE_ON, 0, None), IdeaRow(MADE_ON, 1, None)]
    assert {row.became_group_on for row in idea_rows(team, date(2026, 3, 1))} == {
        None,
        date(2026, 2, 20),
    }
    make_answered(team, answered_on=date(2026, 2, 3))
    make_answered(team, answered_on=date(2026, 1, 5))
    make_suggestion(team, left_on=date(2026, 2, 1))
    with django_assert_num_queries(1):
        told = suggestion_rows(team, until)
    later = SuggestionRow(MADE_ON, is_answered=False, answered_on=None)
    assert sorted(told, key=lambda row: row.is_answered) == [
        later,
        SuggestionRow(MADE_ON, is_answered=True, answered_on=date(2026, 1, 5)),
    ]


def test_planning_days_count_what_came_of_ideas(team: Team, django_assert_num_queries: Any) -> None:
    day, group = make_day(team), make_group(team)
    make_raised(day, came_of="done")
    make_raised(day, came_of="group", group=group)
    grown = make_idea(team, group=group, became_group_on=MADE_ON)
    make_raised(day, came_of="idea", idea=grown)
    make_raised(day, came_of="idea", idea=make_idea(team))
    make_raised(day, came_of="not_possible", because="Nej")
    make_day(team, on=date(2026, 5, 1))
    with django_assert_num_queries(1):
        rows = planning_day_rows(team, date(2025, 12, 31))
    assert rows == [PlanningDayRow(day.on, 9, 5, 3)]


def test_who_signed_up_is_forgotten_a_while_after_the_end(team: Team, enrolled: Episode) -> None:
    end = today() - KEPT
    ended = make_idea(team, last_on=end - timedelta(days=1))
    closed = make_idea(team, closed_on=end - timedelta(days=1))
    group = {"group": make_group(team), "became_group_on": end - timedelta(days=1)}
    became = make_idea(team, **group)
    kept = make_idea(team, last_on=end)
    for idea in (ended, closed, became, kept):
        make_sign_up(idea)
        make_sign_up(idea, episode=enrolled)
    forget(today(), now())
    gone = SignUp.objects.exclude(erased_on=None)
    assert {each.idea for each in gone} == {ended, closed, became}
    assert {(each.name, each.contact, each.episode) for each in gone} == {("", "", None)}
    assert SignUp.objects.filter(idea=kept).exclude(name="").count() == 2
    assert {row.signed_up for row in idea_rows(team, today())} == {2}


def test_the_signature_of_an_answered_suggestion_is_forgotten(team: Team) -> None:
    old = today() - KEPT - timedelta(days=1)
    make_answered(team, name="Gammal", answered_on=old)
    make_answered(team, name="Undan", answered_on=old, put_aside_on=today(), aside_because="x")
    make_suggestion(team, name="Väntar", left_on=old)
    forget(today(), now())
    names = Suggestion.objects.exclude(name="").values_list("name", flat=True)
    assert sorted(names) == ["Undan", "Väntar"]
