"""A person's cases with all that the page needs to tell of them, by one query."""

from django.db.models import Exists, OuterRef, Subquery
from django.utils.translation import gettext as _

from samspel.figures.codes import REFERRERS
from samspel.organisation.team import TeamReferrer
from samspel.participants.consents.consent import Consent
from samspel.participants.episode import Episode, newest_first
from samspel.participants.participant import Participant


def cases_of(person: Participant) -> tuple[list[Episode], dict[str, str]]:
    """The person's episodes, the present one first, and the titles of their referrers by code.

    Each comes with its coach, its enrolment meeting, and ``has_consents``.
    """
    own = TeamReferrer.objects.filter(team=OuterRef("team"), code=OuterRef("referred_by"))
    found = person.episodes.select_related("coach", "enrolment_meeting").annotate(
        own_referrer=Subquery(own.values("title")[:1]),
        has_consents=Exists(Consent.objects.filter(episode=OuterRef("pk"))),
    )
    titles = {each.code: _(each.title) for each in REFERRERS}
    for episode in found:
        episode.team, episode.participant = person.team, person
        if own_title := getattr(episode, "own_referrer", None):
            titles[episode.referred_by] = own_title
    return newest_first(found), titles
