"""Signing up for an idea and taking it back, on the wall and by staff; saying who it is."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.participants.constraints import broken_constraints, saving
from samspel.participants.episode import Episode
from samspel.participants.ideas.idea import Idea, IdeaState
from samspel.participants.ideas.keeping import SENT_ALREADY
from samspel.participants.ideas.sign_up import SignUp
from samspel.participants.ideas.wall_link import as_printed, spelled
from samspel.participants.when import Step, require

MOST = 300
"""Sign-ups for one idea: more are no people."""
_CODE, _DIGEST = "samspel.ideas.code", "samspel.ideas.code_digest"
_CODE_LENGTH = 8


def sign_up(
    *, idea: Idea, number: UUID, name: str, contact: str, today: date, now: datetime, by: Actor
) -> SignUp:
    """Sign somebody up from the wall. The same ``number`` again is the same sign-up, unchanged.

    Raises ValidationError for an idea that is not open any more.
    """
    with saving(by):
        row = _locked(idea)
        known = SignUp.objects.filter(pk=number).first()
        if known is not None:
            return _same(known, row, name, contact)
        _require_open(row, today)
        return _save(SignUp(pk=number, idea=row, name=name, contact=contact), now, by)


def _same(known: SignUp, idea: Idea, name: str, contact: str) -> SignUp:
    """Who goes back to a form that somebody else sent must not be told that one's code.

    And who has put a wrong number right must not believe that it is saved.
    """
    told = (known.idea_id, known.name, known.contact, known.taken_back_on)
    if told != (idea.pk, name, contact, None):
        raise ValidationError(SENT_ALREADY)
    return known


def enter_sign_up(
    *,
    idea: Idea,
    number: UUID,
    name: str,
    contact: str,
    episode: Episode | None,
    today: date,
    now: datetime,
    by: Actor,
) -> SignUp:
    """Staff signs somebody up, by name or as one of the enrolled participants.

    The same ``number`` again is the same sign-up. Raises ValidationError for an idea that is not
    open, and for who has signed up already.
    """
    with saving(by):
        row = _locked(idea)
        known = SignUp.objects.filter(pk=number).first()
        if known is not None:
            return _same_entered(known, row, name, contact, episode)
        _require_open(row, today)
        made = SignUp(pk=number, idea=row, name=name, contact=contact)
        if episode is not None:
            _set_who(made, episode, today)
        return _save(made, now, by)


def _same_entered(
    known: SignUp, idea: Idea, name: str, contact: str, episode: Episode | None
) -> SignUp:
    """The same of staff's form; of a protected person nothing of what was typed was kept."""
    if known.episode != episode:
        raise ValidationError(SENT_ALREADY)
    if episode is not None and episode.participant.is_protected:
        name = contact = ""
    return _same(known, idea, name, contact)


def _save(made: SignUp, now: datetime, by: Actor) -> SignUp:
    if SignUp.objects.filter(idea=made.idea, taken_back_on=None).count() >= MOST:
        raise ValidationError(_("So many have signed up that no more are taken."))
    made.signed_up_at = now
    made.code_digest = _digest(code_of(made))
    if faults := broken_constraints(made):
        raise ValidationError(faults)
    made.save(force_insert=True)
    made.idea.team.touch()
    _tell("idea_signed_up", made.idea, by)
    return made


def code_of(each: SignUp) -> str:
    """The personal code by which a sign-up is taken back; follows from it, and is kept nowhere."""
    return spelled(_CODE, str(each.pk), _CODE_LENGTH)


def _digest(code: str) -> str:
    return salted_hmac(_DIGEST, code, algorithm="sha256").hexdigest()


def take_back_by_code(*, team: Team, code: str, today: date, by: Actor) -> Idea:
    """Take a sign-up back by its personal code. Raises ValidationError for an unknown one."""
    with saving(by):
        found = SignUp.objects.select_for_update(of=("self",)).select_related("idea__team")
        own = found.filter(idea__team=team, taken_back_on=None)
        row = own.filter(code_digest=_digest(as_printed(code))).first()
        if row is None:
            raise ValidationError(
                {"code": [_("There is no sign-up with this code. Check the letters, or ask us.")]}
            )
        return _drop(row, today, by)


def remove(*, sign_up: SignUp, today: date, by: Actor) -> None:
    """Staff takes a sign-up back; one that is taken back already stays so."""
    with saving(by):
        found = SignUp.objects.select_for_update(of=("self",)).select_related("idea__team")
        row = found.get(pk=sign_up.pk)
        if row.taken_back_on is None:
            _drop(row, today, by)


def remove_several(*, idea: Idea, sign_ups: Collection[UUID], today: date, by: Actor) -> int:
    """Staff takes sign-ups of an idea back; returns how many were not taken back already."""
    with saving(by):
        found = SignUp.objects.select_for_update(of=("self",)).select_related("idea__team")
        rows = found.filter(idea=idea, pk__in=sign_ups, taken_back_on=None, erased_on=None)
        dropped = [_drop(row, today, by) for row in rows.order_by("pk")]
    return len(dropped)


def _drop(row: SignUp, today: date, by: Actor) -> Idea:
    row.empty()
    row.taken_back_on = today
    row.save()
    row.idea.team.touch()
    _tell("idea_sign_up_taken_back", row.idea, by)
    return row.idea


def match(*, sign_up: SignUp, episode: Episode | None, today: date, by: Actor) -> SignUp:
    """Say which enrolled participant a sign-up is; None says that it is not known after all.

    Of somebody with a protected identity what was written on the wall is dropped at once: the
    case has it. Raises ValidationError for who has signed up already or is not enrolled.
    """
    with saving(by):
        _locked(sign_up.idea)
        found = SignUp.objects.select_for_update(of=("self",)).select_related("idea__team")
        row = found.get(pk=sign_up.pk)
        if row.taken_back_on is not None or row.erased_on is not None:
            raise ValidationError(_("The sign-up has been taken back or erased meanwhile."))
        if episode is None:
            row.episode = None
        else:
            _set_who(row, episode, today)
        if faults := broken_constraints(row):
            raise ValidationError(faults)
        row.save()
        _tell("idea_sign_up_matched", row.idea, by)
    return row


def _set_who(row: SignUp, episode: Episode, today: date) -> None:
    if episode.team_id != row.idea.team_id:
        raise ValidationError({"episode": [_("Choose one of the team's participants.")]})
    require(Step.ATTEND, episode.stage(today))
    row.episode = episode
    if episode.participant.is_protected:
        row.name = row.contact = ""


def _locked(idea: Idea) -> Idea:
    """The idea as it now stands: those who sign up do so one after the other."""
    return Idea.objects.select_for_update(of=("self",)).select_related("team").get(pk=idea.pk)


def _require_open(idea: Idea, today: date) -> None:
    if idea.state(today) != IdeaState.OPEN:
        raise ValidationError(_("The list has been closed meanwhile, so nobody was signed up."))


def _tell(act: str, idea: Idea, by: Actor) -> None:
    log(by=by, act=act, subject=f"idea:{idea.pk}", team_id=idea.team_id)
