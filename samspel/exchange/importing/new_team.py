"""The team that a file names and nobody has registered yet."""

from django.utils.text import slugify
from django.utils.translation import gettext as _

from samspel.exchange.importing.faults import FileRefused
from samspel.organisation.association import Association
from samspel.organisation.team import Team


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
    return Team.objects.create(association=association, name=name, slug=_free_slug(name))


def _free_slug(name: str) -> str:
    plain = slugify(name)[:70].strip("-") or "team"
    slug, number = plain, 1
    while Team.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{plain}-{number}"
    return slug
