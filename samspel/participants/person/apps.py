from django.apps import AppConfig


class PersonConfig(AppConfig):
    name = "samspel.participants.person"
    label = "person"
