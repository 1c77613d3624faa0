from django.apps import AppConfig


class ScoresConfig(AppConfig):
    name = "samspel.participants.scores"
    label = "scores"
