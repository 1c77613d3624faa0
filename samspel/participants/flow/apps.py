from django.apps import AppConfig


class FlowConfig(AppConfig):
    name = "samspel.participants.flow"
    label = "flow"
