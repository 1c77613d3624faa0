"""The timeline on the person's page: one case's events, narrowed by kind, so many at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.participants.episode import Episode
from samspel.participants.person.sources import ONLY_WHEN_CHOSEN, SOURCES
from samspel.participants.timeline import Event, Source, entered, events_of
from samspel.participants.visits.story import KIND as VISIT

AT_A_TIME = 60
MOST = 6000
"""More than any case holds."""
CASE = "case"
"""The kind of the episode's own dates."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for; what does not fit is as at first."""

    kind: str = ""
    shown: int = AT_A_TIME
    case: UUID | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """What the timeline's template shows."""

    episode: Episode
    coming: list[Event]
    past: list[Event]
    kinds: list[tuple[str, str, bool]]
    """Code, title and whether it is chosen."""
    kind: str
    case: str
    """The earlier case that is looked at; empty for the present one."""
    path: str
    older: str
    """The address that shows more; empty when all is shown."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be shown."""
        return not self.coming and not self.past


def asked(query: Mapping[str, str]) -> Asked:
    """Read the address."""
    kind = query.get("kind", "")
    shown = query.get("shown", "")
    few = shown.isascii() and shown.isdecimal() and len(shown) <= len(str(MOST))
    return Asked(
        kind=kind if kind in {CASE, *(source.choice for source in SOURCES)} else "",
        shown=min(max(int(shown), AT_A_TIME), MOST) if few else AT_A_TIME,
        case=_uuid(query.get("case", "")),
    )


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def story_of(
    episode: Episode,
    asking: Asked,
    *,
    referrers: dict[str, str],
    is_present: bool,
    today: date,
) -> Story:
    """The latest events of an episode, by one query; what is to come stands first."""
    chosen = [each for each in SOURCES if _is_shown(each, asking.kind)]
    most = asking.shown + 1
    events = list(events_of(chosen, [episode.pk], today=today, most=most))
    if asking.kind in ("", CASE):
        visits = {event.on for event in events if event.kind == VISIT}
        events += entered(episode, referrers, today=today, visits_told=visits)
    events.sort(key=lambda event: event.on, reverse=True)
    path = reverse("participant", args=[episode.participant_id])
    case = "" if is_present else str(episode.pk)
    more = {"kind": asking.kind, "case": case, "shown": str(asking.shown + AT_A_TIME)}
    query = urlencode({name: value for name, value in more.items() if value})
    shown = events[: asking.shown]
    return Story(
        episode=episode,
        coming=[each for each in shown if each.on > today],
        past=[each for each in shown if each.on <= today],
        kinds=_kinds(SOURCES, asking.kind),
        kind=asking.kind,
        case=case,
        path=path,
        older=f"{path}?{query}" if len(events) > asking.shown else "",
    )


def _is_shown(source: Source, kind: str) -> bool:
    return source.choice == kind if kind else source.kind not in ONLY_WHEN_CHOSEN


def _kinds(sources: Sequence[Source], chosen: str) -> list[tuple[str, str, bool]]:
    titles: dict[str, Any] = {"": _("Everything"), CASE: _("The way of the case")}
    titles |= {each.kind: each.title for each in sources if not each.belongs_to}
    return [(code, str(title), code == chosen) for code, title in titles.items()]
