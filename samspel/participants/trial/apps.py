from django.apps import AppConfig


class TrialConfig(AppConfig):
    name = "samspel.participants.trial"
    label = "trial"
