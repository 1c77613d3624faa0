"""What consents and enrolments ask for: a consent that runs out, a checklist to complete."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.participants.consents.consent import Consent
from samspel.participants.consents.missing import Incomplete, Missing, incomplete
from samspel.participants.due import LOOK_AHEAD, Due, DueKind, due
from samspel.participants.episode import Episode

_NAMED = 2


def consent_dues(episodes: Sequence[Episode], today: date) -> Iterable[Due]:
    """The consents that run out soon, or did lately, and that no later one follows; one query.

    What has run out needs no act to end, so that it is told of only as long after as before.
    """
    found = Consent.objects.filter(
        ~followed(),
        episode__in=[each.pk for each in episodes],
        withdrawn_on=None,
        last_on__gte=today - LOOK_AHEAD,
        last_on__lte=today + LOOK_AHEAD,
    )
    for consent in found.select_related("agency"):
        yield consent_due(consent)


def followed() -> Exists:
    """Whether a consent to the same party goes on for longer, as a condition on consents."""
    same = Consent.objects.filter(episode=OuterRef("episode"), withdrawn_on=None)
    return Exists(
        same.filter(
            Q(agency=OuterRef("agency")) | Q(agency=None, party__iexact=OuterRef("party")),
            last_on__gt=OuterRef("last_on"),
        )
    )


def consent_due(consent: Consent) -> Due:
    """One consent that runs out, as a line of the list."""
    text = _("The consent to %(party)s runs out") % {"party": consent.party_name}
    url = reverse("consents", args=[consent.episode_id])
    return due(DueKind.CONSENT_ENDS, consent.last_on, text, url, consent.episode_id)


def enrolment_dues(episodes: Sequence[Episode], today: date) -> Iterable[Due]:
    """The enrolments that lack something, from their first day; one query."""
    begun = [each for each in episodes if each.enrolled_on and each.enrolled_on <= today]
    for found in incomplete(begun):
        yield enrolment_due(found)


def enrolment_due(found: Incomplete) -> Due:
    """One enrolment that lacks something, as a line of the list."""
    text = _("Complete the enrolment: %(what)s") % {"what": _in_short(found.missing)}
    url = reverse("enrolment_complete", args=[found.episode.pk])
    first = found.episode.enrolled_on or found.meeting.held_on
    return due(DueKind.ENROLMENT, first, text, url, found.episode.pk)


def _in_short(missing: Sequence[Missing]) -> str:
    """The first two; a line of the day's list is read at a glance."""
    first = ", ".join(str(each.label) for each in missing[:_NAMED])
    more = len(missing) - _NAMED
    return _("%(first)s and %(more)s more") % {"first": first, "more": more} if more > 0 else first
