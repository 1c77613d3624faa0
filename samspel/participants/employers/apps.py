from django.apps import AppConfig


class EmployersConfig(AppConfig):
    name = "samspel.participants.employers"
    label = "employers"
