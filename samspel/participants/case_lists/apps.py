from django.apps import AppConfig


class CaseListsConfig(AppConfig):
    name = "samspel.participants.case_lists"
