"""One page per person: who it is, everything that happened, and what can be done now."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from samspel.pages.parts import page_or_part, wants_part
from samspel.pages.today import now, today
from samspel.participants.episode import Episode
from samspel.participants.participant import Participant
from samspel.participants.person.acts import acts_of
from samspel.participants.person.cases import cases_of
from samspel.participants.person.part import Drafts, drafts_of, dues_of, parts_of
from samspel.participants.person.standing import standing_of
from samspel.participants.person.story import Asked, asked, story_of
from samspel.participants.timeline import entered
from samspel.participants.views.access import participant_for, user_of


def participant(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """The person's page; the timeline alone where HTMX asks for that part."""
    person = participant_for(request, participant_id)
    day = today(request)
    episodes, referrers = cases_of(person)
    drafts = drafts_of(person, user_of(request), now(request))
    context: dict[str, Any] = {"person": person, "drafts": drafts}
    if episodes:
        context |= _told(asked(request.GET), episodes, referrers, day)
    if not wants_part(request):
        context |= _around(person, episodes[0] if episodes else None, drafts, day)
    return page_or_part(request, "person/person.html", "person/story.html", context)


def _told(
    asking: Asked, episodes: list[Episode], referrers: dict[str, str], day: date
) -> dict[str, Any]:
    """The timeline of the case that is asked for, and the earlier cases in short."""
    current = episodes[0]
    shown = next((each for each in episodes if each.pk == asking.case), current)
    story = story_of(shown, asking, referrers=referrers, is_present=shown is current, today=day)
    earlier = [
        {
            "episode": each,
            "standing": standing_of(each, day),
            "events": sorted(
                entered(each, referrers, today=day), key=lambda event: event.on, reverse=True
            ),
        }
        for each in episodes[1:]
    ]
    return {"story": story, "current": current, "earlier": earlier}


def _around(
    person: Participant, current: Episode | None, drafts: Drafts, day: date
) -> dict[str, Any]:
    """Who it is, and what stands around the timeline: always about the present case."""
    who = {"age": person.age_on(day), "today": day}
    if current is None:
        return who | {"acts": acts_of(person, None, None)}
    standing = standing_of(current, day)
    parts = parts_of(current, drafts, day)
    dues = dues_of(current, standing.stage, parts, day)
    return who | {
        "acts": acts_of(person, current, standing.stage),
        "standing": standing,
        "dues": [(each, each.is_past(day)) for each in dues],
        "is_late": any(each.is_past(day) for each in dues),
        "trial": parts.trial,
        "groups": parts.groups,
        "placements": parts.placements,
        "scores": parts.scores,
        "plan": parts.plan,
        "consents": parts.consents,
        "follow_ups": parts.follow_ups,
    }
