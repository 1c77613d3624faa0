from django.apps import AppConfig


class FollowUpsConfig(AppConfig):
    name = "samspel.participants.follow_ups"
    label = "follow_ups"
