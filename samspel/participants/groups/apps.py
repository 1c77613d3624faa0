from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "samspel.participants.groups"
    label = "groups"
