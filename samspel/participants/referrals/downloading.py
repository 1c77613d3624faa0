"""Handing out an attached file: to be saved, whatever it holds, and told of in the access log."""

from django.db import transaction
from django.http import FileResponse

from samspel.accounts.actor import Actor
from samspel.participants.referrals.attachment import Attachment
from samspel.participants.referrals.form_links import tell


@transaction.atomic
def open_attachment(*, attachment: Attachment, by: Actor) -> FileResponse:
    """The file under the name that its sender gave it; no browser takes it for a page."""
    tell("attachment_opened", attachment.form, by, attachment=str(attachment.pk))
    response = FileResponse(
        attachment.file.open("rb"),
        as_attachment=True,
        filename=attachment.name,
        content_type="application/octet-stream",
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response
