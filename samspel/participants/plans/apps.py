from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "samspel.participants.plans"
    label = "plans"
