"""The list of a meeting: as the team sees it, and as each agency may."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from samspel.accounts.user import User
from samspel.organisation.association import Agency
from samspel.organisation.team import Team
from samspel.participants.case_lists.case_taken_up import CaseTakenUp
from samspel.participants.consents.consent import Consent, Information
from samspel.participants.episode import Episode
from samspel.participants.participant import Participant, visible
from samspel.participants.stage import ongoing
from samspel.personnel.methods.team_meeting import TeamMeeting

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case as those who may open it see it; ``agencies`` may know of it today, and
    ``readers`` of them may read its question."""

    case: CaseTakenUp
    name: str
    agencies: str
    readers: str


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """One case as an agency may see it; ``about`` is what the consent lets be spoken of."""

    case_id: int
    episode_id: UUID
    number: str
    initials: str
    question: str
    about: str


def cases_of(meeting: TeamMeeting, user: User) -> list[CaseTakenUp]:
    """The meeting's cases that the user may open, in their order; one query."""
    found = CaseTakenUp.objects.filter(
        visible(user, [meeting.team], "episode__participant__"), meeting=meeting
    )
    return list(found.select_related("episode__participant"))


def case_lines(
    cases: Sequence[CaseTakenUp], agencies: Sequence[Agency], meeting: TeamMeeting, today: date
) -> list[CaseLine]:
    """The team's own list, with which agencies may see each case; one query."""
    consents = _consents(cases, meeting, today)
    return [
        CaseLine(
            each,
            case_name(each.episode),
            ", ".join(str(one) for one in agencies if (each.episode_id, one.pk) in consents),
            ", ".join(
                str(one)
                for one in agencies
                if (consent := consents.get((each.episode_id, one.pk))) and _question(each, consent)
            ),
        )
        for each in cases
    ]


def agency_lines(
    cases: Sequence[CaseTakenUp], agency: Agency, meeting: TeamMeeting, today: date
) -> list[AgencyLine]:
    """What ``agency`` may see today: the cases with a consent to it, no more than number and
    initials, and a question only where the consent covers what it is about; one query."""
    consents = _consents(cases, meeting, today)
    return [
        _agency_line(each, consents[each.episode_id, agency.pk])
        for each in cases
        if (each.episode_id, agency.pk) in consents
    ]


def _consents(
    cases: Sequence[CaseTakenUp], meeting: TeamMeeting, today: date
) -> dict[tuple[UUID, int], Consent]:
    """The consents by case and agency that hold on the meeting's day and today as well.

    So access ends at once when a consent is withdrawn, runs out, or ends with its case, and does
    not begin before the consent does.
    """
    found = Consent.objects.holding(meeting.on).holding(today)
    rows = found.filter(episode__in=[each.episode_id for each in cases], agency__isnull=False)
    return {(each.episode_id, each.agency_id or 0): each for each in rows}


def _agency_line(case: CaseTakenUp, consent: Consent) -> AgencyLine:
    return AgencyLine(
        case_id=case.pk,
        episode_id=case.episode_id,
        number=case.episode.case_number,
        initials=initials(case.episode.participant),
        question=_question(case, consent),
        about=", ".join(consent.kind_titles()),
    )


def _question(case: CaseTakenUp, consent: Consent) -> str:
    """The question, where the consent covers what it is about."""
    return case.question if case.about and case.about in consent.kinds else ""


def initials(person: Participant) -> str:
    """The first letters of a name, such as “A. E.”; none of a protected person."""
    if person.is_protected:
        return ""
    letters = (name.strip()[:1].upper() for name in (person.given_name, person.family_name))
    return " ".join(f"{each}." for each in letters if each)


def case_name(episode: Episode) -> str:
    """A case for those who may open it: by name, a protected one by its number alone."""
    person, number = episode.participant, episode.case_number
    return f"{person.listed_name} {number}"


def candidates(meeting: TeamMeeting, team: Team, user: User) -> list[Episode]:
    """The cases that could be taken up: those the user may open that are not on the list already
    and were not closed before the meeting, by name; protected ones last."""
    taken = CaseTakenUp.objects.filter(meeting=meeting).values("episode")
    found = Episode.objects.filter(
        visible(user, [team], "participant__"), ongoing(meeting.on - _DAY), team=team
    )
    rows = found.exclude(pk__in=taken).select_related("participant").order_by("pk")
    return sorted(rows, key=_place)


def is_over(episode: Episode, meeting: TeamMeeting) -> bool:
    """Whether the case was closed or withdrawn before the day of the meeting."""
    ends = (episode.closed_on, episode.withdrawn_on)
    return any(day is not None and day < meeting.on for day in ends)


def _place(episode: Episode) -> tuple[bool, str]:
    """By name; a protected person's place among the names would tell something of the name."""
    person = episode.participant
    return person.is_protected, episode.case_number if person.is_protected else person.sort_key


def kind_titles() -> list[tuple[str, str]]:
    """The kinds of information that a question can be about."""
    return [(kind.value, str(kind.label)) for kind in Information]
