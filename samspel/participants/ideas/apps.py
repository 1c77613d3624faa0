from django.apps import AppConfig


class IdeasConfig(AppConfig):
    name = "samspel.participants.ideas"
    label = "ideas"
