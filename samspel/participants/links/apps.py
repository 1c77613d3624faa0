from django.apps import AppConfig


class LinksConfig(AppConfig):
    name = "samspel.participants.links"
    label = "links"
