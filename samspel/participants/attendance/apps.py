from django.apps import AppConfig


class AttendanceConfig(AppConfig):
    name = "samspel.participants.attendance"
    label = "attendance"
