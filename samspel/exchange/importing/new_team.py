"""The team that a file names and nobody has registered yet."""

import re

from django.utils.translation import gettext as _

from samspel.exchange.importing.faults import FileRefused
from samspel.organisation.association import Association
from samspel.organisation.team import Team

# A letter or digit first: a spreadsheet takes what begins with a sign for a formula.
_NAME = re.compile(r"\w[^<>=]*")


def new_name_fault(name: str) -> str | None:
    """What is wrong with the name of a team that is still to be made."""
    if _NAME.fullmatch(name) and name.isprintable():
        return None
    return _("A new team's name begins with a letter or digit and has none of the signs < > =.")


def refuse_team_name(name: str) -> None:
    """Raise FileRefused when no team could be made with this name."""
    sentence = new_name_fault(name)
    if sentence:
        raise FileRefused(sentence)


def teams_by_name() -> dict[str, Team]:
    """Every team by its case-folded name."""
    return {team.name.casefold(): team for team in Team.objects.all()}


def refuse_unplaced_team(name: str) -> None:
    """Raise FileRefused when a new team would not know which association it belongs to."""
    if Association.objects.count() > 1:
        raise FileRefused(
            _(
                "There is no team “%(name)s”, and with several associations a new team cannot be "
                "placed by itself: register the team first."
            )
            % {"name": name}
        )


def create_team(name: str) -> Team:
    """A team of this name in the only association; where there is none one is made for it.

    The new association bears the team's name until somebody corrects it. Must be called inside
    the import's transaction. Raises FileRefused as `refuse_unplaced_team` does.
    """
    refuse_unplaced_team(name)
    association = Association.objects.first()
    if association is None:
        association = Association.objects.create(name=name)
    slug = Team.objects.free_slug(name)
    return Team.objects.create(association=association, name=name, slug=slug)
