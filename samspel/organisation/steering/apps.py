from django.apps import AppConfig


class SteeringConfig(AppConfig):
    name = "samspel.organisation.steering"
