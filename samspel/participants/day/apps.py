from django.apps import AppConfig


class DayConfig(AppConfig):
    name = "samspel.participants.day"
    label = "day"
