"""Attaching files to a draft and taking them away again; when it is sent they stay."""

import hashlib
from datetime import datetime
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.participants.referrals.attachment import Attachment
from samspel.participants.referrals.file_check import MOST_FILES, clean_name, kind_of
from samspel.participants.referrals.form_links import locked_form, tell
from samspel.participants.referrals.referral_form import ReferralForm, ReferralState


def attach(*, form: ReferralForm, file: UploadedFile[Any], now: datetime, by: Actor) -> Attachment:
    """Attach a file to a draft; the same file again is the one that is there already.

    Raises ValidationError with one sentence for what is too large, one too many, or not what
    its name says.
    """
    name = clean_name(file.name or "")
    kind = kind_of(name, file, file.size or 0)
    attachment = Attachment(
        name=name,
        content_type=kind.content_type,
        size=file.size or 0,
        digest=_digest(file),
        added_at=now,
    )
    try:
        with transaction.atomic():
            return _kept(attachment, _draft(form), file, by)
    except BaseException:
        if attachment.file:
            # What the transaction takes back must not be left on the disk either.
            attachment.file.delete(save=False)
        raise


def _kept(
    attachment: Attachment, form: ReferralForm, file: UploadedFile[Any], by: Actor
) -> Attachment:
    others = Attachment.objects.filter(form=form)
    if same := others.filter(digest=attachment.digest).first():
        return same
    if others.count() >= MOST_FILES:
        raise ValidationError(_("At most %(count)d files can be attached.") % {"count": MOST_FILES})
    attachment.form = form
    file.seek(0)
    attachment.file.save(attachment.name, file, save=False)
    attachment.save(force_insert=True)
    tell("attachment_added", form, by, attachment=str(attachment.pk))
    return attachment


@transaction.atomic
def remove_attachment(*, attachment: Attachment, by: Actor) -> None:
    """Take a file away from a draft. Raises ValidationError when the form has been sent."""
    form = _draft(attachment.form)
    stored, storage = str(attachment.file.name), attachment.file.storage
    removed, _each = Attachment.objects.filter(pk=attachment.pk).delete()
    if removed:
        tell("attachment_removed", form, by, attachment=str(attachment.pk))
        transaction.on_commit(lambda: storage.delete(stored))


def remove_files(form: ReferralForm) -> None:
    """Take all files away with what was written; inside the act's transaction."""
    found = Attachment.objects.filter(form=form)
    stored = [(each.file.storage, str(each.file.name)) for each in found]
    found.delete()
    for storage, name in stored:
        transaction.on_commit(partial(storage.delete, name))


def _draft(form: ReferralForm) -> ReferralForm:
    row = locked_form(form)
    if row.state != ReferralState.DRAFT:
        raise ValidationError(_("The referral has been sent already."))
    return row


def _digest(file: UploadedFile[Any]) -> str:
    found = hashlib.sha256()
    file.seek(0)
    for chunk in file.chunks():
        found.update(chunk)
    return found.hexdigest()
