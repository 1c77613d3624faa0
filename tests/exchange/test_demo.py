"""The demo: always the same, sound in every rule, and rich enough that no page is empty."""

import os
from datetime import date, timedelta
from itertools import product

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.test import TestCase

from samspel.accounts.log import first_broken_link
from samspel.accounts.models import User
from samspel.accounts.roles import Role
from samspel.exchange.demo.cases import drawn_cases
from samspel.exchange.demo.fill import NotEmpty, fill
from samspel.exchange.demo.identity_numbers import RESERVED_BIRTH_NUMBERS
from samspel.exchange.demo.places import TEAMS
from samspel.exchange.demo.records import write_cases
from samspel.exchange.demo.staff import coaches_of
from samspel.exchange.management.commands import demo
from samspel.figures.period import parse_period
from samspel.organisation.models import Association, Membership, Team
from samspel.participants.attendance.models import Attendance
from samspel.participants.closings.models import ClosingCheck, Statement
from samspel.participants.consents.models import Consent
from samspel.participants.employers.models import EmployerContact
from samspel.participants.episodes import figures_of
from samspel.participants.follow_ups.models import FollowUp
from samspel.participants.groups.models import Group, GroupMember, Session
from samspel.participants.ideas.models import Idea
from samspel.participants.identity import birth_date_of, is_coordination_number
from samspel.participants.models import Episode, Participant
from samspel.participants.notes.models import Note
from samspel.participants.participant import Protection
from samspel.participants.placements.models import LadderStep, Placement, WorkedWeek
from samspel.participants.placements.purpose import State
from samspel.participants.plans.models import Goal
from samspel.participants.referrals.models import ReferralForm
from samspel.participants.scores.models import Score
from samspel.participants.stage import Stage
from samspel.participants.surveys.models import Invitation
from samspel.participants.visits.models import Visit
from samspel.report.build import build, document_of
from samspel.report.models import Report
from tests.exchange import drafted
from tests.exchange.conftest import Run

TODAY = date(2026, 3, 14)


def picture() -> list[tuple[object, ...]]:
    return list(
        Episode.objects.order_by("team__name", "case_number").values_list(
            *("team__name", "case_number", "participant__reference", "participant__family_name"),
            *("enrolled_on", "closed_on", "outcome", "recorded_at", "coach__email"),
            *("caseworker_email", "trial_ends_on", "occupation_before", "income_after"),
        )
    )


def empty_casework() -> None:
    """As if no case had been written; what hangs on the cases goes with them."""
    for config in apps.get_app_configs():
        if config.name.startswith("samspel.participants"):
            for model in config.get_models(include_auto_created=True):
                model._meta.base_manager.all()._raw_delete("default")


class TestFilled(TestCase):
    """The demo as it stands on one day; filled once for all of these."""

    @classmethod
    def setUpTestData(cls) -> None:
        fill(today=TODAY)

    def test_everybody_is_old_enough_for_a_team(self) -> None:
        stays = Episode.objects.exclude(study_visit_on=None).select_related("participant")
        ages = [stay.participant.age_on(stay.study_visit_on) for stay in stays]
        assert min(ages) >= 16
        assert max(ages) < 65

    def test_a_signed_statement_tells_the_whole_stay(self) -> None:
        signed = Statement.objects.filter(signed_on__isnull=False)
        assert len(signed) > 5
        for each in signed:
            told = {key for key, text in each.texts.items() if text}
            assert {"background", "process", "work_ability", "result"} <= told
            assert "Uppdraget kom" in each.texts["background"]

    def test_who_has_stayed_for_long_has_been_seen_of_late(self) -> None:
        long = Episode.objects.filter(
            closed_on=None, withdrawn_on=None, enrolled_on__lt=TODAY - timedelta(days=540)
        )
        assert long
        for each in long:
            assert each.attendances.filter(on__gt=TODAY - timedelta(days=45)).exists()

    def test_most_checks_are_made(self) -> None:
        asked = Episode.objects.filter(
            closed_on__range=(TODAY - timedelta(days=700), TODAY - timedelta(days=240))
        )
        done = ClosingCheck.objects.filter(months=6, episode__in=asked).count()
        assert done >= asked.filter(team__checks_after_closing=True).count() * 0.6

    def test_every_coach_has_a_meeting_ahead_and_none_at_a_weekend(self) -> None:
        booked = FollowUp.objects.filter(held_on=None, booked_for__isnull=False)
        coaches = {each.episode.coach for each in booked.select_related("episode__coach")}
        assert coaches >= set(coaches_of(Team.objects.get(slug="kompassen-lindakra")))
        assert all(each.booked_on and each.booked_on.weekday() < 5 for each in booked)

    def test_it_is_always_the_same(self) -> None:
        first = picture()
        assert len(first) > 250
        empty_casework()
        for plan in TEAMS:
            team = Team.objects.get(slug=plan.slug)
            drawn = [case.until(TODAY) for case in drawn_cases(plan, TODAY.year)]
            write_cases(
                [case for case in drawn if case is not None],
                team=team,
                coaches=coaches_of(team),
                has_protected=plan.has_protected,
                today=TODAY,
            )
        assert picture() == first

    def test_every_record_follows_the_forms_rules_too(self) -> None:
        for number, episode in enumerate(Episode.objects.select_related("participant", "team")):
            if number % 10 == 0:
                episode.full_clean()
            days = (episode.referred_on, episode.enrolled_on, episode.closed_on)
            assert all(day is None or day <= TODAY for day in days)
        for person in Participant.objects.all()[::10]:
            person.full_clean()

    def test_what_makes_it_lifelike(self) -> None:
        last_year = parse_period("2025")
        kompassen = Team.objects.get(slug="kompassen-lindakra")
        figures = figures_of(kompassen, last_year)
        assert figures.sensitivity() is not None
        assert figures.count("in_queue_at_end").n > 0
        assert figures.count("dropouts").n > 0
        closed = Team.objects.get(slug="sprangbradan-klockeberga")
        assert closed.closed_on == date(2025, 9, 30)
        assert figures_of(closed, last_year).count("enrolled_at_end").n == 0
        assert Episode.objects.exclude(withdrawn_on=None).exists()
        people = Participant.objects
        protected = people.get(protection=Protection.MARKED)
        assert [user.memberships.get().role for user in protected.named_staff.all()] == [Role.COACH]
        assert people.filter(gender="").exists()
        assert Episode.objects.filter(referred_by="folkhogskolan").exists()
        stays = Episode.objects.values_list("participant", flat=True)
        assert len(stays) > len(set(stays))
        late = [
            e for e in Episode.objects.all() if (e.recorded_at.date() - e.referred_on).days > 45
        ]
        assert 5 < len(late) < 60

    def test_identity_numbers_belong_to_nobody(self) -> None:
        people = Participant.objects.exclude(identity_number="")
        assert 40 < people.count() < Participant.objects.count() / 2
        for person in people:
            assert int(person.identity_number[8:11]) in RESERVED_BIRTH_NUMBERS
            assert birth_date_of(person.identity_number) == person.birth_date
            assert not is_coordination_number(person.identity_number)

    def test_every_part_of_casework_has_something_to_show(self) -> None:
        empty = [
            model.__name__
            for config in apps.get_app_configs()
            if config.name.startswith("samspel.participants.")
            for model in config.get_models()
            if not model._meta.base_manager.exists()
        ]
        # Codes are made when somebody asks for one; files, words and limits are somebody's own.
        own = ["AgreementWords", "Attachment", "CancelledTime", "ScoreSettings", "TabletCode"]
        assert sorted(empty) == own

    def test_groups_show_who_is_new_and_who_comes_from_two_teams(self) -> None:
        for group in Group.objects.filter(name="Uppstart, ny omgång"):
            stages = {each.episode.stage(TODAY) for each in group.members.all()}
            assert Stage.TRIAL in stages
            assert Attendance.objects.filter(session__group=group).exists()
        shared = Group.objects.get(sharings__isnull=False)
        members = GroupMember.objects.from_day(TODAY).filter(group=shared)
        assert len(set(members.values_list("episode__team", flat=True))) == 2
        assert Session.objects.exclude(recess=None).exists() == (TODAY.month > 10)

    def test_placements_go_on_in_every_team_and_end_differently(self) -> None:
        for team in Team.objects.filter(
            participants__episodes__placements__isnull=False
        ).distinct():
            of_team = Placement.objects.filter(episode__team=team)
            assert of_team.in_states(State.ONGOING, today=TODAY).count() >= 8
            assert len(set(of_team.exclude(outcome="").values_list("outcome", flat=True))) >= 4
        roles = EmployerContact.objects.values_list("role", flat=True)
        assert "handledare" not in roles

    def test_what_was_recorded_is_sound(self) -> None:
        """Every tenth of each kind obeys its constraints, and nothing lies outside of its stay."""
        weekly = (Group, Session, GroupMember, Placement, LadderStep, WorkedWeek, Score, Idea)
        before = (Attendance, Note, FollowUp, Goal, Consent, Visit, ReferralForm, Invitation)
        for model in (*before, *weekly):
            for record in model.objects.all()[::10]:
                record.validate_constraints()
        for each in Attendance.objects.select_related("episode")[::10]:
            assert each.episode.enrolled_on is not None
            assert each.episode.enrolled_on <= each.on <= (each.episode.closed_on or TODAY)

    def test_somebody_in_every_role_can_sign_in(self) -> None:
        for team in Team.objects.all():
            held = sorted(Membership.objects.filter(team=team).values_list("role", flat=True))
            assert held == [
                Role.COACH,
                Role.COACH,
                Role.STEERING_GROUP_MEMBER,
                Role.TEAM_LEADER,
            ]
        assert Membership.objects.filter(role=Role.ASSOCIATION_OFFICER).count() == 1
        assert User.objects.filter(is_administrator=True).count() == 1
        assert all(
            user.check_password(settings.SAMSPEL_DEMO_PASSWORD) for user in User.objects.all()
        )

    def test_reports_of_the_years_that_have_ended(self) -> None:
        assert Report.objects.count() == 12
        team = Team.objects.get(slug="kompassen-lindakra")
        document = document_of(team, parse_period("2025"), language="sv")
        assert "arbetsgivare" in str(document)

    def test_a_report_is_drafted_from_records_without_a_typed_number(self) -> None:
        teams = Team.objects.filter(closed_on=None)
        assert len(teams) == 2
        for team, language in product(teams, ("sv", "en")):
            made = build(team, parse_period("2025"), texts={}, language=language)
            places = [each.number for each in made.fields() if each.number]
            assert places == list(range(1, 10))
            assert len(next(iter(made.fields())).parts) == 3
            assert drafted.silent(made) == []
            assert drafted.typed_numbers(made) == [], drafted.typed_numbers(made)

    def test_the_log_is_whole(self) -> None:
        assert first_broken_link() is None


def test_later_in_the_year_only_more_has_happened() -> None:
    for plan in TEAMS:
        for case in drawn_cases(plan, 2026):
            early, late = case.until(TODAY), case.until(TODAY + timedelta(days=200))
            if early is not None and late is not None:
                assert early.enrolled_on in {None, late.enrolled_on}
                assert early.closed_on in {None, late.closed_on}
            assert early is None or late is not None


def test_a_database_with_something_in_it_is_left_alone(association: Association, told: Run) -> None:
    with pytest.raises(NotEmpty):
        fill(today=TODAY)
    assert "SAMSPEL_HOME" in told("demo", "--no-serve")
    assert Association.objects.get() == association


@pytest.mark.django_db
def test_the_command_tells_whom_to_be_and_can_be_run_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for _time in range(2):
        call_command("demo", "--no-serve")
        told = capsys.readouterr().out
        assert settings.SAMSPEL_DEMO_PASSWORD in told
        assert "lena@example.org" in told
    assert Team.objects.count() == 3


@pytest.mark.parametrize(
    ("host", "given", "address"),
    [
        ("127.0.0.1", {}, "http://127.0.0.1:8123"),
        ("0.0.0.0", {}, "http://localhost:8123"),
        ("::1", {}, "http://[::1]:8123"),
        ("127.0.0.1", {"SAMSPEL_ADDRESS": "https://demo.example.se"}, "https://demo.example.se"),
    ],
)
def test_links_in_the_demos_mails_lead_to_the_demo(
    monkeypatch: pytest.MonkeyPatch, host: str, given: dict[str, str], address: str
) -> None:
    environment = {name: os.environ[name] for name in os.environ if name != "SAMSPEL_ADDRESS"}
    environment |= given
    monkeypatch.setattr("os.environ", environment)
    monkeypatch.setattr("os.execv", lambda *_command: None)
    demo._serve(host, 8123)
    assert environment["SAMSPEL_ADDRESS"] == address
