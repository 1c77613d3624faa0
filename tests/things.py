"""One of each thing that an address of the product can name."""

from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.core.files.base import ContentFile

from samspel.accounts.models import User
from samspel.exchange.models import ImportJob
from samspel.mail.models import Message
from samspel.organisation.models import Membership, Team
from samspel.participants.absences.models import Absence
from samspel.participants.attendance.models import Attendance, Tap
from samspel.participants.consents.models import Consent
from samspel.participants.follow_ups.models import FollowUp
from samspel.participants.links.link import Link, Purpose
from samspel.participants.links.tokens import digest_of
from samspel.participants.models import Episode
from samspel.participants.notes.models import Note
from samspel.participants.plans.models import Goal, GoalStep, Scale
from samspel.participants.questions.models import Question
from samspel.participants.queue.models import IntakePause
from samspel.participants.referrals.models import Attachment, ReferralForm
from samspel.participants.surveys.models import Invitation, Survey
from samspel.participants.visits.models import StandingTime, Visit
from samspel.report.models import FieldText, Report, TextVersion
from tests import people
from tests.budget.ledger.made import make_things as make_ledger_things
from tests.budget.made import make_things as make_budget_things
from tests.employer_things import make_employer_things
from tests.organisation.steering.made import make_things as make_steering_things
from tests.organisation_things import make_partners, make_terms
from tests.participants.attendance.sessions import make_group, make_session
from tests.participants.groups.made import make_things as make_group_things
from tests.participants.ideas.made import make_things as make_idea_things
from tests.participants.placements.made import make_things as make_placement_things
from tests.personnel.methods.made import make_things as make_method_things
from tests.personnel.staffing.made import make_things as make_staff_things
from tests.report.published.made import make_things as make_older_report_things
from tests.score_things import make_scores, make_tablet_code


def make_things(team: Team, coach: User) -> dict[str, Any]:
    """The things by the names that the table of addresses uses for them."""
    enrolled = people.make_episode(people.make_participant(team), coach=coach)
    queued = people.make_episode(people.make_participant(team), enrolled_on=None)
    report = Report.objects.create(team=team, start=date(2025, 1, 1), end=date(2025, 12, 31))
    protected = people.make_participant(team, protection="registered")
    now = datetime(2026, 1, 2, tzinfo=UTC)
    text = FieldText.objects.create(report=report, place="4.description", version=1, edited_at=now)
    version = TextVersion.objects.create(text=text, number=1, body="Ett", written_at=now)
    key = Authenticator.objects.create(user=people.make_user("Ägare"), type="webauthn", data={})
    job = ImportJob.objects.create(team=team, file_name="x.csv", asked_by=coach)
    mail = Message.objects.create(
        key="a",
        to="a@example.org",
        template="a-text-of-an-older-release",
        language="sv",
        send_after=now,
        given_up_at=now,
        trouble="receiver",
        team_id=team.pk,
    )
    question = Question.objects.create(team=team, form="referral", text="What do you hope for?")
    about = {"episode": enrolled, "author": coach, "on": date(2026, 1, 2), "text": "Ett samtal."}
    times = {"begun_at": now, "changed_at": now}
    note = Note.objects.create(**about, **times, signed_at=now)
    draft = Note.objects.create(**about, **times)
    goal = Goal.objects.create(episode=enrolled, title="Arbeta halvtid", set_on=date(2025, 3, 1))
    step = GoalStep.objects.create(goal=goal, what="Ringa biblioteket")
    scale = Scale.objects.create(episode=enrolled, text="Hur nära är du?")
    consent = Consent.objects.create(
        episode=enrolled,
        agency=team.agencies.all()[0],
        kinds=["plan"],
        first_on=date(2025, 2, 1),
        last_on=date(2099, 1, 1),
        given="oral",
        recorded_at=now,
    )
    pause = IntakePause.objects.create(team=team, first_on=date(2026, 1, 1), reason="Fullt")
    return make_visits(team) | {
        **make_follow_up(enrolled),
        **make_referral(team),
        **make_closed(team, coach),
        **make_employer_things(team, coach),
        **make_group_things(team, coach, enrolled),
        **make_idea_things(team, coach, enrolled),
        **make_attended(enrolled, coach),
        **make_method_things(team, enrolled),
        **make_placement_things(enrolled),
        "absence": make_absence(team, coach),
        **make_survey(enrolled),
        **make_terms(team),
        **make_steering_things(team, coach),
        **make_staff_things(team),
        **make_ledger_things(team, coach),
        **make_budget_things(team),
        **make_partners(team),
        **make_older_report_things(team, coach),
        **make_scores(enrolled),
        **make_tablet_code(enrolled),
        "consent": consent.pk,
        "pause": pause.pk,
        "goal": goal.pk,
        "goal_step": step.pk,
        "scale": scale.pk,
        "note": note.pk,
        "draft": draft.pk,
        "empty_note": UUID("5b1c2f6e-0f5d-4a52-9f0a-0c6f6a1d7e11"),
        "question": question.pk,
        "question_form": "referral",
        "mail": mail.pk,
        "job": job.pk,
        "word": "1",
        "user": coach.pk,
        "passkey": key.pk,
        "membership": Membership.objects.get(user=coach).pk,
        "association": team.association_id,
        "host": team.host_id,
        "agency": team.agencies.all()[0].pk,
        "team": team.pk,
        "team_slug": team.slug,
        "participant": enrolled.participant_id,
        "protected": protected.pk,
        "episode": enrolled.pk,
        "queued_episode": queued.pk,
        "report": report.pk,
        "section": "4",
        "place": "4.description",
        "version": version.pk,
        "json_ending": "json",
        "period": "2025",
        "figure_address": "newly_enrolled",
    }


def make_visits(team: Team) -> dict[str, Any]:
    """A standing time, a visit that is awaited, one that was made, and links to book and change."""
    at = datetime(2026, 1, 7, 9, tzinfo=UTC)
    standing = StandingTime.objects.create(
        team=team, weekday=2, at=time(10), first_on=date(2026, 1, 1), places=2
    )
    visit = Visit.objects.create(team=team, starts_at=at, booked_at=at)
    case = people.make_episode(
        people.make_participant(team),
        study_visit_on=date(2026, 1, 7),
        referred_on=None,
        enrolled_on=None,
    )
    about = {"starts_at": at, "booked_at": at, "came": "came"}
    visited = Visit.objects.create(team=team, episode=case, **about)
    opens = {"team": team, "made_at": at, "expires_at": datetime(2099, 1, 1, tzinfo=UTC)}
    link = Link.objects.create(digest=digest_of("book"), purpose=Purpose.BOOK_VISIT, **opens)
    own = {"digest": digest_of("own"), "purpose": Purpose.CHANGE_VISIT, "subject_id": visit.pk}
    Link.objects.create(**own, **opens)
    return {
        "standing_time": standing.pk,
        "visit": visit.pk,
        "visited": visited.pk,
        "booking_link": link.pk,
        "booking_token": "book",
        "own_visit_token": "own",
    }


def make_follow_up(episode: Episode) -> dict[str, Any]:
    """A follow-up that is booked, and the link by which it was."""
    due_on = date(2025, 5, 1)
    made = {"made_at": datetime(2026, 1, 2, tzinfo=UTC), "team": episode.team}
    booked_for = datetime(2099, 1, 1, 9, tzinfo=UTC)
    FollowUp.objects.create(episode=episode, due_on=due_on, booked_for=booked_for, form="phone")
    Link.objects.create(
        digest=digest_of("follow-up"),
        purpose=Purpose.FOLLOW_UP,
        subject_id=episode.pk,
        expires_at=datetime(2099, 1, 1, tzinfo=UTC),
        **made,
    )
    return {"follow_up_day": due_on.isoformat(), "follow_up_token": "follow-up"}


def make_closed(team: Team, coach: User) -> dict[str, Any]:
    """A case that was closed half a year and more ago, a check and a form of the statement."""
    case = people.make_episode(
        people.make_participant(team), coach=coach, closed_on=date(2025, 6, 1), outcome="work"
    )
    return {"closed_episode": case.pk, "six": 6, "docx_ending": "docx"}


def make_survey(episode: Episode) -> dict[str, Any]:
    """A survey in which somebody was asked."""
    days = {"opens_on": date(2025, 1, 1), "closes_on": date(2099, 1, 1)}
    survey = Survey.objects.create(team=episode.team, title="Enkät", **days)
    invited = Invitation.objects.create(survey=survey, episode=episode, invited_on=date(2025, 5, 1))
    return {"survey": survey.pk, "invitation": invited.pk}


def make_attended(episode: Episode, coach: User) -> dict[str, Any]:
    """A session of a group to which somebody came, and a tap that says otherwise."""
    group = make_group(episode.team)
    session = make_session(group, date(2025, 3, 3))
    at = datetime(2025, 3, 3, 10, tzinfo=UTC)
    about = {"episode": episode, "session": session}
    Attendance.objects.create(
        **about, on=session.on, presence="absent", recorded_at=at, recorded_by=coach
    )
    tap = Tap.objects.create(**about, presence="present", reached_at=at, came_of="conflict")
    return {"attended_session": session.pk, "attended_group": group.pk, "tap": tap.pk}


def make_absence(team: Team, coach: User) -> UUID:
    """The coach is away for ever."""
    return Absence.objects.create(
        team=team,
        coach=coach,
        substitute=people.make_user("Vikarie"),
        first_on=date(2025, 1, 1),
        last_on=date(2099, 1, 1),
    ).pk


def make_referral(team: Team) -> dict[str, Any]:
    """A form that waits for the team, which has an open page, a draft behind a link, and a link
    to own referrals."""
    Team.objects.filter(pk=team.pk).update(takes_self_referrals=True)
    at = datetime(2026, 1, 2, tzinfo=UTC)
    sender = {"caseworker_name": "Hanna Läggare", "caseworker_email": "hanna@example.org"}
    sent = ReferralForm.objects.create(
        team=team, given_name="Olle", referred_by="region", begun_at=at, sent_at=at, **sender
    )
    attached = {"name": "intyg.pdf", "content_type": "application/pdf", "size": 4, "added_at": at}
    file = ContentFile(b"%PDF", "intyg.pdf")
    attachment = Attachment.objects.create(form=sent, digest="d", file=file, **attached)
    draft = ReferralForm.objects.create(team=team, begun_at=at)
    opens = {"team": team, "made_at": at, "expires_at": datetime(2099, 1, 1, tzinfo=UTC)}
    purposes = {"referral": Purpose.REFERRAL_FORM, "own-referrals": Purpose.OWN_REFERRALS}
    for token, purpose in purposes.items():
        Link.objects.create(
            digest=digest_of(token),
            purpose=purpose,
            subject_id=draft.pk,
            email="hanna@example.org",
            **opens,
        )
    return {
        "referral": sent.pk,
        "attachment": attachment.pk,
        "referral_token": "referral",
        "own_referrals_token": "own-referrals",
    }
