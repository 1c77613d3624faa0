from django.apps import AppConfig


class CheckingConfig(AppConfig):
    name = "samspel.report.checking"
    label = "checking"
