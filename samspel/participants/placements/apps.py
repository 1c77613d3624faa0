from django.apps import AppConfig


class PlacementsConfig(AppConfig):
    name = "samspel.participants.placements"
    label = "placements"
