"""Referral forms: from the first question to the team's answer."""

from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    name = "samspel.participants.referrals"
    label = "referrals"

    def ready(self) -> None:
        # The worker sends mails and makes the rounds without any page having been loaded.
        from samspel.participants.referrals import left, mails  # noqa: F401 - they register
