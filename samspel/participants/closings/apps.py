from django.apps import AppConfig


class ClosingsConfig(AppConfig):
    name = "samspel.participants.closings"
    label = "closings"
