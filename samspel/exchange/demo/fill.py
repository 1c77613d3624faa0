"""Filling an empty database with the demo."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction

from samspel.accounts.actor import SYSTEM, Actor
from samspel.accounts.log import log
from samspel.accounts.models import User
from samspel.exchange.demo.cases import drawn_cases
from samspel.exchange.demo.casework.arrivals import write_arrivals
from samspel.exchange.demo.casework.attendance import fill_attendance
from samspel.exchange.demo.casework.employers import fill_employers
from samspel.exchange.demo.casework.endings import write_endings
from samspel.exchange.demo.casework.groups import fill_groups
from samspel.exchange.demo.casework.ideas import fill_ideas
from samspel.exchange.demo.casework.placements import fill_placements
from samspel.exchange.demo.casework.plans import write_plans
from samspel.exchange.demo.casework.scores import fill_scores
from samspel.exchange.demo.casework.stays import write_stays
from samspel.exchange.demo.casework.surveys import fill_surveys
from samspel.exchange.demo.places import ASSOCIATION, TEAMS, TeamPlan
from samspel.exchange.demo.records import write_cases
from samspel.exchange.demo.reports import write_reports
from samspel.exchange.demo.staff import Staff, coaches_of, leader_of, make_association, make_team
from samspel.exchange.demo.team_life.budget import fill_budget
from samspel.exchange.demo.team_life.ledger import fill_ledger
from samspel.exchange.demo.team_life.methods import fill_methods
from samspel.exchange.demo.team_life.older_reports import fill_older_reports
from samspel.exchange.demo.team_life.partners import fill_partners
from samspel.exchange.demo.team_life.staffing import fill_staffing
from samspel.exchange.demo.team_life.steering import fill_steering
from samspel.exchange.demo.team_life.terms import fill_terms
from samspel.organisation.models import Association, Team
from samspel.participants.absences.models import Absence
from samspel.participants.models import Episode, Participant
from samspel.participants.questions.asking import take_starter_set
from samspel.participants.questions.question import Form


class NotEmpty(Exception):
    """The database holds something that is not the demo."""


def is_filled() -> bool:
    """Whether the demo is there already."""
    return Association.objects.filter(name=ASSOCIATION).exists()


def fill(*, today: date) -> None:
    """Write the whole demo as it stands on ``today``, or nothing; raises NotEmpty.

    The bulk of the records has one entry per team in the access log; reports and their texts are
    made by the same actions as on a page.
    """
    with transaction.atomic():
        if any(model.objects.exists() for model in (User, Association, Participant)):
            raise NotEmpty
        staff = Staff()
        association = make_association(staff)
        for plan in TEAMS:
            _fill_team(plan, association, staff=staff, today=today)


def _fill_team(plan: TeamPlan, association: Association, *, staff: Staff, today: date) -> None:
    team = make_team(plan, association, year=today.year, staff=staff)
    drawn = (case.until(today) for case in drawn_cases(plan, today.year))
    episodes = write_cases(
        [case for case in drawn if case is not None],
        team=team,
        coaches=coaches_of(team),
        has_protected=plan.has_protected,
        today=today,
    )
    team.touch()
    log(
        by=SYSTEM,
        act="fill_demo",
        subject=f"team:{team.pk}",
        team_id=team.pk,
        details={"episodes": len(episodes)},
    )
    if team.closed_on is None:
        _fill_casework(team, episodes, today=today)
    _fill_team_life(plan, team, today=today)
    write_reports(team, today=today)


def _fill_team_life(plan: TeamPlan, team: Team, *, today: date) -> None:
    """Staff, meetings, steering group, partners and money of a team at work."""
    if team.closed_on is not None:
        return
    leader = leader_of(team)
    fill_staffing(team, by=Actor(user=leader), today=today)
    fill_terms(team, leader=leader, today=today)
    fill_steering(team, leader=leader, today=today)
    fill_partners(team, plan=plan, today=today)
    fill_methods(team, by=Actor(user=leader), today=today)
    fill_budget(team, plan=plan, leader=leader, today=today)
    fill_ledger(team, leader=leader, today=today)
    fill_older_reports(team, leader=leader, today=today)


def _fill_casework(team: Team, episodes: Sequence[Episode], *, today: date) -> None:
    """What the coaches of a team at work have written, ticked and booked of late."""
    coaches = coaches_of(team)
    by = Actor(user=leader_of(team))
    for form in Form:
        take_starter_set(team=team, form=form, by=by)
    stays = write_stays(episodes, coaches=coaches, today=today)
    write_plans(stays)
    fill_employers(team, coaches=coaches, by=by, today=today)
    fill_placements(stays, by=by, today=today)
    write_endings(episodes, today=today)
    fill_groups(team, episodes, coaches=coaches, by=by, today=today)
    fill_attendance(team, episodes, coaches=coaches, today=today)
    fill_ideas(team, episodes, coaches=coaches, today=today)
    fill_scores(stays, leader=leader_of(team))
    write_arrivals(team, episodes, coaches=coaches, today=today)
    fill_surveys(team, episodes, coaches=coaches, today=today)
    away = today + timedelta(days=9)
    Absence.objects.create(
        team=team,
        coach=coaches[-1],
        substitute=coaches[0],
        first_on=away,
        last_on=away + timedelta(days=11),
    )
