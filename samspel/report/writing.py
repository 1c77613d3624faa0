"""Saving a text: no saved text is ever overwritten by one that did not know it, or lost.

Every text that arrives is kept as a version. One that was written from the newest version becomes
the text; one that was written from an older version has met somebody else's, and is kept *aside*
until a person has chosen or put the two together.
"""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.report.contents import TEXTS
from samspel.report.report import FieldText, Report, TextVersion
from samspel.report.text import LONGEST, cleaned


@dataclass(frozen=True, slots=True)
class Saved:
    """The text stands as it was sent; ``version`` is what the next save builds on."""

    text: FieldText

    @property
    def version(self) -> int:
        """The version that now stands."""
        return self.text.version


@dataclass(frozen=True, slots=True)
class MetNewer:
    """Somebody else had saved in between: ``aside`` holds what was sent, ``text`` what stands."""

    text: FieldText
    aside: TextVersion


@dataclass(frozen=True, slots=True)
class Sheet:
    """The open editor that sends a text, and its running number; an empty key for a plain form."""

    key: str = ""
    turn: int = 0


_PLAIN_FORM = Sheet()


class TextTooLong(ValueError):
    """The text is longer than any text of a report may be."""


def save_text(
    *,
    report: Report,
    place: str,
    body: str,
    base_version: int,
    by: Actor,
    sheet: Sheet = _PLAIN_FORM,
) -> Saved | MetNewer:
    """Save ``body`` as the text at ``place``, written from ``base_version`` (0 for the draft).

    An empty body leaves the text out of the report. Raises ``ValueError`` for a place that no
    report has and `TextTooLong` for more than `text.LONGEST` characters.
    """
    body = _checked(place, body)
    with transaction.atomic():
        text = _locked(report, place, by)
        if text.version and text.body == body:
            return Saved(text)
        arriving = _Arriving(text, body, base_version, by, sheet)
        if _is_straggler(arriving):
            arriving.keep(settled=True)
            return Saved(text)
        if not _knows_the_newest(arriving):
            return MetNewer(text, _put_aside(arriving))
        _make_it_stand(arriving)
        log(
            by=by,
            act="text_saved",
            subject=f"report:{report.pk}",
            team_id=report.team_id,
            details={"place": place, "version": text.version},
        )
        return Saved(text)


def _checked(place: str, body: str) -> str:
    """The body as it is stored, if there is such a place and it has room."""
    if place not in TEXTS:
        raise ValueError(f"There is no text at {place!r}.")
    if len(body) > LONGEST:
        raise TextTooLong
    return cleaned(body)


def settle(*, aside: TextVersion, body: str, base_version: int, by: Actor) -> Saved | MetNewer:
    """Choose ``body`` for the text that ``aside`` waits beside; nothing that was kept is removed.

    Meets newer again when the text has changed since the choice was shown: then all stay.
    """
    text = aside.text
    with transaction.atomic():
        outcome = save_text(
            report=text.report, place=text.place, body=body, base_version=base_version, by=by
        )
        if isinstance(outcome, Saved) or outcome.aside.pk != aside.pk:
            TextVersion.objects.filter(pk=aside.pk).update(settled=True)
    return outcome


@dataclass(slots=True)
class _Arriving:
    """A text on its way in."""

    text: FieldText
    body: str
    base: int
    by: Actor
    sheet: Sheet

    def keep(self, *, aside: bool = True, settled: bool) -> TextVersion:
        """Keep it as a version; an aside one does not stand."""
        newest = self.text.versions.aggregate(newest=Max("number"))["newest"] or 0
        return TextVersion.objects.create(
            text=self.text,
            number=newest + 1,
            body=self.body,
            aside=aside,
            settled=settled,
            base=self.base,
            sheet=self.sheet.key,
            turn=self.sheet.turn,
            written_by=self.by.user,
            written_at=timezone.now(),
        )


def _locked(report: Report, place: str, by: Actor) -> FieldText:
    """The stored text, which nobody else can change until this transaction ends."""
    Report.objects.select_for_update().get(pk=report.pk)
    text, _made = FieldText.objects.get_or_create(
        report=report,
        place=place,
        defaults={"version": 0, "edited_by": by.user, "edited_at": timezone.now()},
    )
    return text


def _since_base(arriving: _Arriving) -> list[TextVersion]:
    """What has come to stand since the writer began."""
    return list(
        arriving.text.versions.filter(number__gt=arriving.base, aside=False).order_by("number")
    )


def _is_own(version: TextVersion, arriving: _Arriving) -> bool:
    return bool(arriving.sheet.key) and version.sheet == arriving.sheet.key


def _is_straggler(arriving: _Arriving) -> bool:
    """Sent earlier than a text that the same editor has already got saved: it came late."""
    return any(
        _is_own(version, arriving) and version.turn > arriving.sheet.turn
        for version in _since_base(arriving)
    )


def _knows_the_newest(arriving: _Arriving) -> bool:
    return arriving.base <= arriving.text.version and all(
        _is_own(version, arriving) for version in _since_base(arriving)
    )


def _make_it_stand(arriving: _Arriving) -> None:
    text = arriving.text
    version = arriving.keep(aside=False, settled=True)
    text.body, text.version = arriving.body, version.number
    text.edited_by, text.edited_at = arriving.by.user, version.written_at
    text.save(update_fields=["body", "version", "edited_by", "edited_at"])
    Report.objects.filter(pk=text.report_id).update(revision=F("revision") + 1)


def _put_aside(arriving: _Arriving) -> TextVersion:
    """Keep it aside; what the same editor had waiting there before goes on in this one."""
    waiting = arriving.text.versions.filter(
        aside=True, settled=False, written_by=arriving.by.user, base=arriving.base
    )
    same = waiting.filter(body=arriving.body).first()
    if same is not None:
        return same
    if arriving.sheet.key:
        waiting.filter(sheet=arriving.sheet.key, turn__lt=arriving.sheet.turn).update(settled=True)
    return arriving.keep(settled=False)


def restored_now(version: TextVersion, *, by: Actor) -> Saved | MetNewer:
    """Let an earlier version stand again, as a new version."""
    text = version.text
    return save_text(
        report=text.report, place=text.place, body=version.body, base_version=text.version, by=by
    )


def waiting_for(report: Report) -> list[TextVersion]:
    """The texts of a report that were put aside and wait for a choice, newest last."""
    return list(
        TextVersion.objects.filter(text__report=report, aside=True, settled=False)
        .select_related("text", "written_by")
        .order_by("text__place", "number")
    )
