"""Referral forms: from the first question to the team's answer."""

from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    name = "samspel.participants.referrals"
    label = "referrals"

    def ready(self) -> None:
        # The worker sends mails without any page having been loaded.
        import samspel.participants.referrals.mails  # noqa: F401
