from django.apps import AppConfig


class QueueConfig(AppConfig):
    name = "samspel.participants.queue"
    label = "queue"
