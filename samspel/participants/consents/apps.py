from django.apps import AppConfig


class ConsentsConfig(AppConfig):
    name = "samspel.participants.consents"
    label = "consents"
