from django.apps import AppConfig


class NotesConfig(AppConfig):
    name = "samspel.participants.notes"
    label = "notes"
