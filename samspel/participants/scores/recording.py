"""Recording what a paper form came to, correcting it, and taking back what was a mistake."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.constraints import broken_constraints, saving
from samspel.participants.episode import Episode
from samspel.participants.plausible import date_fault
from samspel.participants.scores.instrument import Instrument
from samspel.participants.scores.licence import licence_of
from samspel.participants.scores.score import Score
from samspel.participants.when import Step, require
from samspel.records.versions import must_be, set_values


@dataclass(frozen=True, slots=True)
class Filled:
    """What was read off a paper form: four lines of 0–10.0 with one decimal at most."""

    on: date
    first: Decimal
    second: Decimal
    third: Decimal
    fourth: Decimal
    filled_in_by: str


FIELDS = tuple(Filled.__dataclass_fields__)


def record_score(
    *, episode: Episode, instrument: Instrument, filled: Filled, now: datetime, by: Actor
) -> Score:
    """Record a form. The same form sent twice is one.

    Raises ValidationError by field when the team has no licence, the stage takes no scores, the
    day does not fit, or another score of that form and day is there.
    """
    with saving(by):
        held = _locked_case(episode)
        require(Step.SCORE, held.stage(timezone.localdate(now)))
        same = Score.objects.that_hold().filter(episode=held, instrument=instrument, on=filled.on)
        before = same.first()
        if before is not None and _says(before) == filled:
            return before
        row = Score(episode=held, instrument=instrument, recorded_by=by.user, recorded_at=now)
        set_values(row, asdict(filled))
        _check(row, held, now)
        row.save(force_insert=True)
        _tell("score_recorded", row, sorted(FIELDS), by)
    return row


def correct_score(*, score: Score, filled: Filled, version: int, now: datetime, by: Actor) -> Score:
    """Correct what was entered, in any stage. What changes nothing leaves no trace.

    Raises ValidationError by field, and ChangedMeanwhileError.
    """
    with saving(by):
        held = _locked_case(score.episode)
        row = Score.objects.select_for_update().get(pk=score.pk)
        must_be(version, row)
        _refuse_taken_back(row)
        changed = set_values(row, asdict(filled))
        if not changed:
            return row
        _check(row, held, now)
        row.version += 1
        row.save()
        _tell("score_corrected", row, changed, by)
    return row


def take_back_score(*, score: Score, version: int, now: datetime, by: Actor) -> None:
    """Take back a score that is not the person's, or was none. It is kept, and counts nowhere.

    Raises ValidationError without a licence, and ChangedMeanwhileError.
    """
    with saving(by):
        _locked_case(score.episode)
        row = Score.objects.select_for_update().get(pk=score.pk)
        if row.taken_back_at is not None:
            return
        must_be(version, row)
        row.taken_back_at = now
        row.version += 1
        row.save()
        _tell("score_taken_back", row, ["taken_back_at"], by)


def _locked_case(episode: Episode) -> Episode:
    """The case: two who record the same form at once come one after the other."""
    row = Episode.objects.select_for_update(of=("self",)).select_related("team").get(pk=episode.pk)
    if licence_of(row.team) is None:
        raise ValidationError(_("The team has no licence in force: nothing is saved."))
    return row


def _refuse_taken_back(row: Score) -> None:
    if row.taken_back_at is not None:
        raise ValidationError(_("The score was taken back meanwhile."))


def _says(row: Score) -> Filled:
    return Filled(**{name: getattr(row, name) for name in FIELDS})


def _check(row: Score, episode: Episode, now: datetime) -> None:
    if sentence := _day_fault(row.on, episode, timezone.localdate(now)):
        raise ValidationError({"on": [sentence]})
    if broken := broken_constraints(row):
        raise ValidationError(broken)


def _day_fault(on: date, episode: Episode, today: date) -> str | None:
    if on < episode.began_on:
        return _("The day is before the case began.")
    if episode.closed_on is not None and on > episode.closed_on:
        return _("The day is after the case was closed.")
    return date_fault("on", on, today)


def _tell(act: str, row: Score, fields: list[str], by: Actor) -> None:
    """Figures follow from scores, and the log names fields only."""
    row.episode.team.touch()
    log(
        by=by,
        act=act,
        subject=f"score:{row.pk}",
        team_id=row.episode.team_id,
        details={"form": row.instrument, "fields": fields},
    )
