"""Handing out an attached file: to be saved, whatever it holds, and told of in the access log."""

from django.db import transaction
from django.http import HttpResponse
from django.utils.http import content_disposition_header

from samspel.accounts.actor import Actor
from samspel.participants.referrals.attachment import Attachment
from samspel.participants.referrals.form_links import tell


@transaction.atomic
def open_attachment(*, attachment: Attachment, by: Actor) -> HttpResponse:
    """The file under the name that its sender gave it; no browser takes it for a page."""
    tell("attachment_opened", attachment.form, by, attachment=str(attachment.pk))
    with attachment.file.open("rb") as kept:
        content = kept.read()  # at most `file_check.LARGEST`
    response = HttpResponse(content, content_type="application/octet-stream")
    disposition = content_disposition_header(as_attachment=True, filename=attachment.name)
    response["Content-Disposition"] = disposition or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response
