from django.apps import AppConfig


class TabletConfig(AppConfig):
    name = "samspel.participants.tablet"
    label = "tablet"
