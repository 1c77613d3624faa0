from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    name = "samspel.participants.referrals"
    label = "referrals"
