"""What is told by mail of study visits: when, and a link; never whom it is about."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samspel.accounts.actor import Actor
from samspel.accounts.user import User
from samspel.mail import outbox
from samspel.mail.texts import MailText, register
from samspel.participants.links.link import Purpose
from samspel.participants.links.tokens import make_link
from samspel.participants.visits.visit import Visit

BOOKED = register(
    MailText(
        "visit_booked",
        _("Study visit at %(team)s on %(day)s at %(time)s"),
        _(
            "A study visit at %(team)s is booked for %(day)s at %(time)s. Follow the link to see "
            "where it is, to choose another time or to cancel it."
        ),
    )
)
MOVED = register(
    MailText(
        "visit_moved",
        _("New time for a study visit at %(team)s: %(day)s at %(time)s"),
        _(
            "A study visit at %(team)s has a new time: %(day)s at %(time)s. Follow the link to see "
            "where it is, to choose another time or to cancel it."
        ),
    )
)
CANCELLED = register(
    MailText(
        "visit_cancelled",
        _("The study visit at %(team)s on %(day)s is cancelled"),
        _(
            "The study visit at %(team)s on %(day)s at %(time)s is cancelled. Ask the team for a "
            "new time if one is wanted."
        ),
    )
)
REMINDER = register(
    MailText(
        "visit_reminder",
        _("Reminder: study visit at %(team)s on %(day)s at %(time)s"),
        _(
            "A study visit at %(team)s is booked for %(day)s at %(time)s. Follow the link to see "
            "where it is, to choose another time or to cancel it."
        ),
    )
)
BOOKED_THROUGH_LINK = register(
    MailText(
        "visit_booked_through_link",
        _("A study visit is booked for %(day)s at %(time)s"),
        _(
            "Somebody has booked a study visit at %(team)s through your link, for %(day)s at "
            "%(time)s. It stands behind the link."
        ),
    )
)
MOVED_THROUGH_LINK = register(
    MailText(
        "visit_moved_through_link",
        _("A study visit has a new time: %(day)s at %(time)s"),
        _(
            "The caseworker has chosen another time for a study visit at %(team)s: %(day)s at "
            "%(time)s. It stands behind the link."
        ),
    )
)
CANCELLED_THROUGH_LINK = register(
    MailText(
        "visit_cancelled_through_link",
        _("The study visit on %(day)s at %(time)s is cancelled"),
        _(
            "The caseworker has cancelled the study visit at %(team)s on %(day)s at %(time)s. It "
            "stands behind the link."
        ),
    )
)
INVITATION = register(
    MailText(
        "visit_invitation",
        _("Book a study visit at %(team)s"),
        _(
            "With the link you can book study visits at %(team)s, until %(until)s. You need no "
            "account. Do not pass the link on to anybody who does not refer people to the team."
        ),
    )
)


def own_page(visit: Visit, *, now: datetime, by: Actor) -> str:
    """The path of a new link by which the visit can be moved or cancelled until it begins.

    ``now`` must be before the visit. Inside the act's transaction.
    """
    _link, token = make_link(
        team=visit.team,
        purpose=Purpose.CHANGE_VISIT,
        subject_id=visit.pk,
        email=visit.caseworker_email,
        expires_at=visit.starts_at,
        now=now,
        by=by,
    )
    return reverse("visit_own", args=[token])


def tell_caseworker(
    visit: Visit, text: MailText, *, now: datetime, by: Actor, send_after: datetime | None = None
) -> None:
    """Tell the caseworker of a visit that is to come, if there is an address; with the link."""
    if visit.caseworker_email and visit.starts_at > now:
        link = "" if text == CANCELLED else own_page(visit, now=now, by=by)
        _post(visit, text, visit.caseworker_email, link, send_after or now)


def tell_staff(visit: Visit, text: MailText, *, now: datetime) -> None:
    """Tell the one of the team who booked the visit or made the link for it."""
    staff: User | None = visit.booked_by
    if staff is None and visit.booked_through is not None:
        staff = visit.booked_through.made_by
    if staff is not None and staff.is_active:
        path = reverse("visit", args=[visit.pk])
        _post(visit, text, staff.email, path, now, language=staff.language)


def reminder_key(visit: Visit) -> str:
    """What tells the reminder of a visit's day from every other mail."""
    return f"{REMINDER.code}:{visit.pk}:{visit.on.isoformat()}"


def _post(
    visit: Visit,
    text: MailText,
    to: str,
    link: str,
    send_after: datetime,
    *,
    language: str = settings.LANGUAGE_CODE,
) -> None:
    is_reminder = text == REMINDER
    told = {"team": visit.team.name, "day": visit.on.isoformat(), "time": visit.clock}
    outbox.post(
        key=reminder_key(visit) if is_reminder else f"{text.code}:{visit.pk}:{visit.version}",
        to=to,
        template=text.code,
        parameters={name: told[name] for name in text.parameters},
        link=link,
        language=language,
        send_after=send_after,
        team_id=visit.team_id,
    )
