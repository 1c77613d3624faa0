"""What administrators and team leaders do with settings. Each act writes its log entry in its
own transaction."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db import transaction

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.association import Agency, Association, Host
from samspel.organisation.membership import Membership
from samspel.organisation.team import Team, TeamReferrer


@transaction.atomic
def save_body(*, by: Actor, body: Association | Host | Agency, fields: Collection[str]) -> None:
    """Save a new or changed association, host or agency; ``fields`` are the changed ones."""
    act = "made" if body.pk is None else "changed"
    body.save()
    kind = body._meta.model_name
    log(by=by, act=f"{kind}_{act}", subject=f"{kind}:{body.pk}", details={"fields": sorted(fields)})


@transaction.atomic
def make_team(*, by: Actor, team: Team) -> Team:
    """Save a new team with the settings that most teams have; its address follows from its name."""
    team.slug = Team.objects.free_slug(team.name)
    team.save(force_insert=True)
    team.agencies.set(Agency.objects.filter(association=team.association))
    log(by=by, act="team_made", subject=f"team:{team.pk}", team_id=team.pk)
    return team


@transaction.atomic
def change_team(*, by: Actor, team: Team, fields: Collection[str]) -> None:
    """Save a team's changed name, association or host."""
    team.save(update_fields=list(fields))
    team.touch()
    log(
        by=by,
        act="team_changed",
        subject=f"team:{team.pk}",
        team_id=team.pk,
        details={"fields": sorted(fields)},
    )


@transaction.atomic
def change_team_settings(
    *,
    by: Actor,
    team: Team,
    agencies: Iterable[Agency],
    referrers: Iterable[TeamReferrer],
    fields: Collection[str],
) -> None:
    """Save a team's settings, its agencies and its own referrers (new and renamed ones).

    ``fields`` are the names of what was changed, for the log.
    """
    team.save()
    team.agencies.set(agencies)
    for referrer in referrers:
        referrer.team = team
        referrer.save()
    team.touch()
    log(
        by=by,
        act="team_settings_changed",
        subject=f"team:{team.pk}",
        team_id=team.pk,
        details={"fields": sorted(fields)},
    )


@transaction.atomic
def give_role(*, by: Actor, membership: Membership) -> None:
    """Save a new membership; what the person may do changes at once."""
    membership.save(force_insert=True)
    log(
        by=by,
        act="role_given",
        subject=f"membership:{membership.pk}",
        team_id=membership.team_id,
        details={"role": membership.role, "user": membership.user_id},
    )


@transaction.atomic
def end_role(*, by: Actor, membership: Membership, on: date) -> None:
    """End a membership; what the person may do changes at once. A second time changes nothing."""
    held = Membership.objects.select_for_update().get(pk=membership.pk)
    if held.ended_on is not None:
        return
    held.ended_on = on
    held.save(update_fields=["ended_on"])
    log(
        by=by,
        act="role_ended",
        subject=f"membership:{held.pk}",
        team_id=held.team_id,
        details={"role": held.role, "user": held.user_id},
    )
