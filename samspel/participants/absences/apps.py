from django.apps import AppConfig


class AbsencesConfig(AppConfig):
    name = "samspel.participants.absences"
    label = "absences"
