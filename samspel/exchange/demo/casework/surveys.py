"""The demo's surveys: a round that is over with its results, and one that is under way."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from samspel.accounts.user import User
from samspel.exchange.demo.casework.chance import Chance
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.participants.stage import ENROLLED_STAGES
from samspel.participants.surveys.invitation import Answered
from samspel.participants.surveys.models import Invitation, Survey, SurveyResult
from samspel.participants.surveys.result import Group


class _Heading(NamedTuple):
    """A fictional heading: how many per cent agree, and how many more of the women do."""

    title: str
    share: int
    more_women: int


_HEADINGS = (
    _Heading("Bemötande", 86, 4),
    _Heading("Delaktighet i planeringen", 74, 6),
    _Heading("Samordning mellan myndigheter", 61, 8),
    _Heading("Framsteg mot arbete eller studier", 58, -4),
)
_LAST, _OPEN, _LENGTH = timedelta(days=200), timedelta(days=12), timedelta(days=30)


def fill_surveys(
    team: Team, episodes: Sequence[Episode], *, coaches: Sequence[User], today: date
) -> None:
    """A round of last half-year, answered and summed up, and one that began two weeks ago."""
    rounds = [
        Survey(team=team, title=f"Indikatorenkät {_name(on)}", opens_on=on, closes_on=on + _LENGTH)
        for on in (today - _LAST, today - _OPEN)
    ]
    Survey.objects.bulk_create(rounds)
    Invitation.objects.bulk_create(
        each
        for survey in rounds
        for episode in episodes
        for each in _invitation(survey, episode, coaches, today)
    )
    SurveyResult.objects.bulk_create(_results(rounds[0]))


def _name(on: date) -> str:
    half = "våren" if on.month <= 6 else "hösten"
    return f"{half} {on.year}"


def _invitation(
    survey: Survey, episode: Episode, coaches: Sequence[User], today: date
) -> Iterator[Invitation]:
    chance = Chance(f"survey {survey.title} {episode.case_number}")
    on = survey.opens_on + chance.days(0, 9)
    if episode.stage(on) not in ENROLLED_STAGES or not chance.happens(0.85):
        return
    answered = chance.one_of(
        [Answered.HANDED_IN] * 6 + [Answered.DECLINED, Answered.WAITING, Answered.WAITING]
    )
    settled = on + chance.days(0, 12)
    if settled > today:
        answered = Answered.WAITING
    yield Invitation(
        survey=survey,
        episode=episode,
        invited_on=on,
        invited_by=episode.coach or coaches[0],
        answered=answered,
        settled_on=None if answered == Answered.WAITING else settled,
    )


def _results(survey: Survey) -> Iterator[SurveyResult]:
    """Of those who handed in, as the survey's owner would sum them up."""
    handed_in = Invitation.objects.filter(survey=survey, answered=Answered.HANDED_IN)
    women = handed_in.filter(episode__participant__gender="woman").count()
    men = handed_in.filter(episode__participant__gender="man").count()
    place = 0
    for heading in _HEADINGS:
        shares = {
            Group.ALL: (women + men, heading.share),
            Group.WOMAN: (women, heading.share + heading.more_women),
            Group.MAN: (men, heading.share - heading.more_women),
        }
        for group, (answers, share) in shares.items():
            yield SurveyResult(
                survey=survey,
                place=place,
                question=heading.title,
                group=group,
                answers=answers,
                share=Decimal(share),
            )
            place += 1
