"""What mails about referrals say: that something waits behind the link, and never about whom."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samspel.mail.outbox import post
from samspel.mail.texts import MailText, register
from samspel.participants.links.link import Link

FORM_LINK = register(
    MailText(
        "referral-form-link",
        _("A referral form from %(team)s"),
        _(
            "Here is the link to a referral form of %(team)s. Fill it in together with the person "
            "whom it is about. You can stop and go on later with the same link, which opens until "
            "%(until)s. The link opens the form for whoever has it: do not send it on."
        ),
    )
)
ASKED_BACK = register(
    MailText(
        "referral-asked-back",
        _("%(team)s has a question about a referral"),
        _(
            "%(team)s has a question about a referral that you sent. Read and answer it behind "
            "the link, which opens until %(until)s."
        ),
    )
)
ANSWERED = register(
    MailText(
        "referral-answered",
        _("%(team)s has answered a referral"),
        _(
            "%(team)s has answered a referral that you sent. The answer stands behind the link, "
            "which opens until %(until)s."
        ),
    )
)
OWN = register(
    MailText(
        "own-referrals",
        _("Your referrals to %(team)s"),
        _(
            "Somebody, you we hope, asked to see the referrals sent to %(team)s from this address. "
            "They stand behind the link, which opens for a day and a night. If it was not you, you "
            "need not do anything."
        ),
    )
)


def mail_link(text: MailText, *, link: Link, token: str, page: str, now: datetime) -> None:
    """Hand over the mail that carries a link to ``page`` (a URL's name), once for each link."""
    until = timezone.localdate(link.expires_at).isoformat()
    told = {"team": link.team.name, "until": until}
    post(
        key=f"{text.code}:{link.pk}",
        to=link.email,
        template=text.code,
        link=reverse(page, args=[token]),
        parameters={name: told[name] for name in text.parameters},
        language=settings.LANGUAGE_CODE,
        send_after=now,
        team_id=link.team_id,
    )
