"""What is due of closings: one that is under way for long, and the checks afterwards."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.accounts.user import User
from samspel.figures.period import shift_months
from samspel.participants.closings.check import ClosingCheck
from samspel.participants.closings.checking_up import MONTHS, WAITED_FOR, check_day, checks_asked
from samspel.participants.due import Due, DueKind, due
from samspel.participants.episode import Episode, EpisodeQuerySet
from samspel.participants.stage import Stage

UNDER_WAY = timedelta(days=28)
"""A closing is prepared in four weeks; after that somebody asks what is missing."""


def closings_due(episodes: Sequence[Episode], today: date) -> Iterator[Due]:
    """The closings that have been under way for long, told as `due.DueRule` asks; no query."""
    for episode in episodes:
        begun = episode.closing_begun_on
        if begun is None or episode.stage(today) != Stage.CLOSING:
            continue
        if begun + UNDER_WAY <= today:
            text = _("Closing under way for more than four weeks: close or take it back")
            url = reverse("episode_close", args=[episode.pk])
            yield due(DueKind.CLOSING, begun + UNDER_WAY, text, url, episode.pk)


def episodes_to_check(user: User, today: date) -> EpisodeQuerySet:
    """The closed episodes, of teams that ask how it goes, for which a check may be asked for."""
    earliest = shift_months(today, -max(MONTHS)) - WAITED_FOR
    latest = shift_months(today, -min(MONTHS)) + timedelta(days=3)
    return Episode.objects.visible_to(user).filter(
        team__checks_after_closing=True, closed_on__range=(earliest, latest)
    )


def checks_due(episodes: Sequence[Episode], today: date) -> Iterator[Due]:
    """The checks that are asked for, of episodes found by `episodes_to_check`; one query."""
    done: dict[UUID, list[int]] = defaultdict(list)
    found = ClosingCheck.objects.filter(episode__in=[each.pk for each in episodes])
    for pk, months in found.values_list("episode_id", "months"):
        done[pk].append(months)
    for episode in episodes:
        if episode.closed_on is None:
            continue
        for months in checks_asked(episode.closed_on, done[episode.pk], today):
            text = _("Ask how it goes %(months)s months after the closing") % {"months": months}
            url = reverse("closing_check", args=[episode.pk, months])
            day = check_day(episode.closed_on, months)
            yield due(DueKind.CLOSING_CHECK, day, text, url, episode.pk)
