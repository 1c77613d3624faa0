"""What comes in to the demo's teams: study visits, referral forms, who goes first in the queue."""

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta

from django.db.models import Model

from samspel.accounts.models import User
from samspel.exchange.demo.casework import phrases
from samspel.exchange.demo.casework.chance import Chance, at, working_day
from samspel.exchange.demo.casework.stays import write_all
from samspel.exchange.demo.names import family_name, given_name
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.participants.questions.models import Question
from samspel.participants.questions.question import Form
from samspel.participants.queue.models import IntakePause, PriorityGroup, QueuePlace
from samspel.participants.referrals.models import ReferralForm, ReferralMessage
from samspel.participants.visits.models import StandingTime, Visit

_SENDERS = (
    ("region", "Åsa Wikner", "asa.wikner@regionen.example"),
    ("social_services", "Pär Holmlund", "par.holmlund@socialtjansten.example"),
    ("social_insurance", "Mona Selin", "mona.selin@forsakringskassan.example"),
    ("employment_service", "Tove Ask", "tove.ask@arbetsformedlingen.example"),
)
_VISITS_SINCE = timedelta(days=365)


def write_arrivals(
    team: Team, episodes: Sequence[Episode], *, coaches: Sequence[User], today: date
) -> None:
    """Write what has come in until today, and what is booked for the next weeks."""
    chance = Chance(f"arrivals {team.slug}")
    times = _standing_times(team)
    write_all(_past_visits(episodes, coaches, today))
    write_all(_coming_visits(team, times, coaches, today, chance))
    _forms(team, coaches, today, chance)
    _queue(team, episodes, today)


def _standing_times(team: Team) -> list[StandingTime]:
    started = team.started_on or date(2022, 1, 3)
    return [
        StandingTime.objects.create(
            team=team, weekday=weekday, at=hour, first_on=started, places=2, place="Teamets lokal"
        )
        for weekday, hour in ((1, time(13)), (3, time(9, 30)))
    ]


def _past_visits(
    episodes: Sequence[Episode], coaches: Sequence[User], today: date
) -> Iterator[Visit]:
    for each in episodes:
        day = each.study_visit_on
        if day is None or not today - _VISITS_SINCE <= day < today:
            continue
        chance = Chance(f"visit {each.team.slug} {each.case_number}")
        yield Visit(
            team=each.team,
            starts_at=at(day, chance.one_of((9, 10, 13))),
            place="Teamets lokal",
            referred_by=each.referred_by,
            caseworker_name=each.caseworker_name,
            caseworker_email=each.caseworker_email,
            caseworker_comes=bool(each.caseworker_name),
            booked_at=at(day - chance.days(5, 20)),
            booked_by=chance.one_of(coaches),
            came="came",
            caseworker_was_present=bool(each.caseworker_name) and chance.happens(0.7),
            episode=each,
            began="date",
        )


def _coming_visits(
    team: Team,
    times: Sequence[StandingTime],
    coaches: Sequence[User],
    today: date,
    chance: Chance,
) -> Iterator[Visit]:
    """Some of the next places are taken, and two visits of late were missed or cancelled."""
    for number in range(5):
        standing = times[number % len(times)]
        ahead = (standing.weekday - today.weekday()) % 7 + 7 * (number // 2)
        day = today + timedelta(days=ahead)
        sender = chance.one_of(_SENDERS)
        yield _booked(team, standing, day, sender, chance, booked_by=chance.one_of(coaches))
    for came in ("absent", "cancelled"):
        standing, sender = times[0], chance.one_of(_SENDERS)
        back = (today.weekday() - standing.weekday) % 7 + 7
        visit = _booked(team, standing, today - timedelta(days=back), sender, chance)
        visit.came = came
        yield visit


def _booked(
    team: Team,
    standing: StandingTime,
    day: date,
    sender: tuple[str, str, str],
    chance: Chance,
    booked_by: User | None = None,
) -> Visit:
    return Visit(
        team=team,
        standing_time=standing,
        starts_at=at(day, standing.at.hour, standing.at.minute),
        seat=1,
        place=standing.place,
        given_name=given_name("", chance.random),
        family_name=family_name(chance.random),
        referred_by=sender[0],
        caseworker_name=sender[1],
        caseworker_email=sender[2],
        booked_at=at(day - timedelta(days=9)),
        booked_by=booked_by,
    )


def _forms(team: Team, coaches: Sequence[User], today: date, chance: Chance) -> None:
    """Forms that wait, one that was asked back about, and a self-referral."""
    asked = list(Question.objects.asked(team, Form.REFERRAL))
    answers = [
        {
            "question": question.pk,
            "text": question.text,
            "by": question.answer,
            "answer": answer,
        }
        for question, answer in zip(asked, phrases.ANSWERS, strict=False)
    ]
    for number, days in enumerate((2, 6, 11)):
        sent = working_day(today - timedelta(days=days))
        form = _form(team, _SENDERS[number], sent, answers, chance)
        if number == 2:
            form.asked_back_at = at(sent + timedelta(days=1))
        form.save()
        if form.asked_back_at:
            ReferralMessage.objects.create(
                form=form,
                text="Vilka tider på dagen passar bäst?",
                author=coaches[0],
                written_at=form.asked_back_at,
            )
    own = _form(team, ("self", "", ""), today - timedelta(days=1), answers[:4], chance)
    own.is_self_referral, own.phone = True, "070-174 06 05"
    own.save()


def _form(
    team: Team,
    sender: tuple[str, str, str],
    sent: date,
    answers: list[dict[str, object]],
    chance: Chance,
) -> ReferralForm:
    return ReferralForm(
        team=team,
        given_name=given_name("", chance.random),
        family_name=family_name(chance.random),
        referred_by=sender[0],
        caseworker_name=sender[1],
        caseworker_email=sender[2],
        answers=answers,
        begun_at=at(sent - timedelta(days=3)),
        sent_at=at(sent, 14),
    )


def _queue(team: Team, episodes: Sequence[Episode], today: date) -> None:
    """The team's own groups, and a pause that is over."""
    young = PriorityGroup.objects.create(team=team, title="Unga under 30", place=1)
    waits = [each for each in episodes if each.enrolled_on is None and each.withdrawn_on is None]
    places: list[Model] = []
    for each in waits:
        age = each.participant.age_on(today)
        if age is not None and age < 30:
            places.append(QueuePlace(episode=each, group=young))
    write_all(places)
    last_summer = date(today.year - 1, 6, 15)
    IntakePause.objects.create(
        team=team,
        first_on=last_summer,
        last_on=last_summer + timedelta(days=62),
        reason=phrases.PAUSE,
    )
