"""What notes ask for: that their author signs what was begun."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from samspel.accounts.user import User
from samspel.participants.due import Due, DueKind, DueRule, due
from samspel.participants.episode import Episode
from samspel.participants.notes.note import Note

SIGNED_WITHIN = timedelta(days=1)
"""Memory fades: what was written down is signed the day after at the latest."""


def drafts_due(author: User) -> DueRule:
    """The rule for one author: nobody else is told that there is a draft."""

    def rule(episodes: Sequence[Episode], _today: date) -> Iterator[Due]:
        drafts = Note.objects.drafts_of(author).filter(episode__in=episodes)
        for draft in drafts.only("pk", "begun_at", "episode_id"):
            yield draft_due(draft)

    return rule


def draft_due(draft: Note) -> Due:
    """One draft as a line of the list: due the day after it was begun."""
    day = timezone.localdate(draft.begun_at) + SIGNED_WITHIN
    url = reverse("note", args=[draft.pk])
    return due(DueKind.DRAFT, day, _("A note that is not signed"), url, draft.episode_id)
