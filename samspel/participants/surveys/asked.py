"""Who has been asked in a round, and who may still be: what the user may see of them."""

from datetime import date
from uuid import UUID

from django.db.models import Case, F, QuerySet, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.accounts.user import User
from samspel.pages.listing import Column, Filter
from samspel.participants.episode import Episode, EpisodeQuerySet
from samspel.participants.participant import Protection, visible
from samspel.participants.stage import ENROLLED_STAGES
from samspel.participants.surveys.invitation import Answered, Invitation
from samspel.participants.surveys.rounds import WIDE
from samspel.participants.surveys.survey import Survey
from samspel.participants.whose import mine

COLUMNS = (
    Column("name", lazy("Name"), ("name_key", "episode__case_number")),
    Column("asked", lazy("Asked"), ("invited_on",), WIDE),
    Column("answer", lazy("Answer"), ("answered",)),
)
LAST = "~"
"""Sorts after every name."""
MINE = "mine"


def filters() -> list[Filter]:
    """What the list of the invited can be narrowed by."""
    answers = [(each.value, each.label.capitalize()) for each in Answered]
    return [
        Filter("answer", _("Answer"), [("", _("All")), *answers]),
        Filter("coach", _("Coach"), [("", _("All coaches")), (MINE, _("My own"))]),
    ]


def invited(
    survey: Survey, user: User, chosen: dict[str, str], today: date
) -> QuerySet[Invitation]:
    """The invitations that ``user`` may see; a protected person only to named staff.

    The own ones are also those of a coach who is away today and whose list ``user`` has.
    """
    found = Invitation.objects.filter(
        visible(user, [survey.team], "episode__participant__"), survey=survey
    )
    if chosen["answer"]:
        found = found.filter(answered=chosen["answer"])
    if chosen["coach"]:
        own = Episode.objects.filter(mine(user, today), team=survey.team)
        found = found.filter(episode__in=own.order_by().values("pk"))
    # A protected person's place among the names would tell something of the name.
    named = When(
        episode__participant__protection=Protection.NONE, then=F("episode__participant__sort_key")
    )
    ordered = found.annotate(name_key=Case(named, default=Value(LAST)))
    return ordered.select_related("episode__participant")


def candidates(survey: Survey, user: User, on: date) -> list[Episode]:
    """Those enrolled on a day who have not been asked, by name; protected ones last."""
    found = _seen(survey, user).in_stages(ENROLLED_STAGES, on)
    return sorted(
        found.exclude(pk__in=Invitation.objects.filter(survey=survey).values("episode")),
        key=lambda each: (
            each.participant.is_protected,
            "" if each.participant.is_protected else each.participant.sort_key,
            each.case_number,
        ),
    )


def noted_already(survey: Survey, user: User) -> list[Episode]:
    """Those who have been asked, of whom ``user`` may see."""
    asked = Invitation.objects.filter(survey=survey).values("episode")
    return list(_seen(survey, user).filter(pk__in=asked))


def not_noted(survey: Survey, user: User, pk: UUID) -> Episode | None:
    """The case, if ``user`` may see it and it has not been asked in this round."""
    asked = Invitation.objects.filter(survey=survey).values("episode")
    return _seen(survey, user).filter(pk=pk).exclude(pk__in=asked).first()


def _seen(survey: Survey, user: User) -> EpisodeQuerySet:
    found = Episode.objects.filter(visible(user, [survey.team], "participant__"))
    return found.select_related("participant")
