from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "samspel.participants.surveys"
    label = "surveys"
