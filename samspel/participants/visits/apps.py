from django.apps import AppConfig


class VisitsConfig(AppConfig):
    name = "samspel.participants.visits"
    label = "visits"
