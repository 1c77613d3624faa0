"""The list of enrolments that lack something, of those whom the reader may see."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter
from samspel.participants.case_list import WIDE
from samspel.participants.consents.meeting import EnrolmentMeeting
from samspel.participants.consents.missing import Incomplete, incomplete
from samspel.participants.episode import Episode
from samspel.participants.stage import OPEN_STAGES
from samspel.participants.whose import mine

MINE = "mine"
TO_COMPLETE = (
    Column("name", lazy("Name")),
    Column("case", lazy("Case number"), css=WIDE),
    Column("first", lazy("First day"), css=WIDE),
    Column("group", lazy("Start group"), css=WIDE),
    Column("coach", lazy("Coach"), css=WIDE),
    Column("missing", lazy("Still to complete")),
)


def to_complete_filters(teams: Sequence[Team]) -> list[Filter]:
    """What the list can be narrowed by; the team only where there are several."""
    choices = [Filter("coach", _("Coach"), [("", _("All coaches")), (MINE, _("My own"))])]
    if len(teams) > 1:
        named = [(each.slug, each.name) for each in teams]
        choices.insert(0, Filter("team", _("Team"), [("", _("All my teams")), *named]))
    return choices


def to_complete(*, user: User, chosen: Mapping[str, str], today: date) -> list[Incomplete]:
    """What the filters leave, the earliest meeting first: two queries."""
    unsettled = EnrolmentMeeting.objects.filter(episode=OuterRef("pk"), is_settled=False)
    found = Episode.objects.visible_to(user).in_stages(OPEN_STAGES, today)
    found = found.filter(Exists(unsettled))
    if chosen["coach"] == MINE:
        found = found.filter(mine(user, today))
    if chosen.get("team"):
        found = found.filter(team__slug=chosen["team"])
    return incomplete(list(found.select_related("participant", "team", "coach")))
