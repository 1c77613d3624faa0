"""Putting cases on a meeting's list, in an order, and taking them off again."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.case_lists.case_taken_up import CaseTakenUp
from samspel.participants.case_lists.listing import is_over
from samspel.participants.episode import Episode
from samspel.personnel.methods.keeping_series import locked_team
from samspel.personnel.methods.team_meeting import TeamMeeting
from samspel.records.constraints import check, saving

FIELD_OF = {
    "case_is_taken_up_once_at_a_meeting": "episode",
    "case_taken_up_is_about_a_known_kind": "about",
}


def take_up(
    *, meeting: TeamMeeting, episode: Episode, about: str, question: str, by: Actor
) -> CaseTakenUp:
    """Put a case last on the list.

    Raises ValidationError, by field, for a case of another team, one that was closed before the
    meeting or is on the list already, for a cancelled meeting, and for a question that does not
    say what it is about.
    """
    with saving(FIELD_OF):
        held = _locked(meeting)
        if held.is_cancelled:
            raise ValidationError(_("The meeting is cancelled."))
        row = Episode.objects.select_for_update().get(pk=episode.pk)
        if row.team_id != held.team_id:
            raise ValidationError({"episode": [_("The case is not one of the team's.")]})
        if is_over(row, held):
            raise ValidationError({"episode": [_("The case was closed before the meeting.")]})
        if question and not about:
            raise ValidationError({"about": [_("Say what the question is about.")]})
        last = CaseTakenUp.objects.filter(meeting=held).order_by("-position").first()
        place = last.position + 1 if last else 1
        case = CaseTakenUp(
            meeting=held, episode=row, position=place, about=about, question=question
        )
        check(case, FIELD_OF)
        case.save()
        held.team.touch()
        _tell("case_taken_up", case, by)
    return case


def move(*, case: CaseTakenUp, earlier: bool, by: Actor) -> None:
    """Let a case change places with the one before or after it; at the end nothing happens."""
    with saving():
        held = _locked(case.meeting)
        rows = list(CaseTakenUp.objects.filter(meeting=held))
        at = next((nth for nth, row in enumerate(rows) if row.pk == case.pk), None)
        other = None if at is None else at + (-1 if earlier else 1)
        if at is None or other is None or not 0 <= other < len(rows):
            return
        rows[at], rows[other] = rows[other], rows[at]
        for place, row in enumerate(rows, start=1):
            if row.position != place:
                row.position = place
                row.save(update_fields=["position"])
        _tell("case_list_ordered", case, by)


def take_off(*, case: CaseTakenUp, by: Actor) -> None:
    """Take a case off the list that was put there by mistake.

    Raises ValidationError where the list was given to an agency with the case on it: that it was
    told of stays on record.
    """
    with saving():
        held = _locked(case.meeting)
        row = CaseTakenUp.objects.select_for_update().filter(pk=case.pk).first()
        if row is None:
            return
        if row.disclosures.exists():
            raise ValidationError(
                _("An agency was given the list with this case on it, so it stays there.")
            )
        _tell("case_taken_off", row, by)
        row.delete()
        held.team.touch()


def _locked(meeting: TeamMeeting) -> TeamMeeting:
    """The meeting as it now stands, its team locked first as by whoever lays out."""
    team = locked_team(meeting.team)
    held = TeamMeeting.objects.select_for_update().get(pk=meeting.pk)
    held.team = team
    return held


def _tell(act: str, case: CaseTakenUp, by: Actor) -> None:
    log(
        by=by,
        act=act,
        subject=f"episode:{case.episode_id}",
        team_id=case.meeting.team_id,
        details={"meeting": case.meeting_id},
    )
