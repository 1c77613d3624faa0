"""What is told by mail of follow-ups: that one is to be booked, and a link; never whom it is about.

A day is no more personal than the mail itself; the number in the leader's mail names nobody.
"""

from django.utils.translation import gettext_lazy as _

from samspel.mail.texts import MailText, register

TO_BOOK = register(
    MailText(
        "follow_up_to_book",
        _("Book a follow-up with %(team)s, due on %(day)s"),
        _(
            "A follow-up with %(team)s is due on %(day)s. Agree on a time with those who are to "
            "take part, and book it with the link. You need no account. The link opens until "
            "%(until)s, also to move the meeting."
        ),
    )
)
OVERDUE = register(
    MailText(
        "follow_up_overdue",
        _("Reminder: a follow-up with %(team)s was due on %(day)s"),
        _(
            "A follow-up with %(team)s was due on %(day)s and no time has been booked. Book it "
            "with the link. You need no account. The link opens until %(until)s. If there is to "
            "be no meeting, tell the team."
        ),
    )
)
BOOKED_THROUGH_LINK = register(
    MailText(
        "follow_up_booked_through_link",
        _("A follow-up is booked for %(day)s at %(time)s"),
        _(
            "The caseworker has booked a follow-up with %(team)s for %(day)s at %(time)s. It "
            "stands behind the link."
        ),
    )
)
OVERDUE_IN_TEAM = register(
    MailText(
        "follow_ups_overdue_in_team",
        _("Overdue follow-ups in %(team)s: %(count)s"),
        _(
            "Number of follow-ups in %(team)s that are overdue: %(count)s. They stand in the list "
            "behind the link."
        ),
    )
)
