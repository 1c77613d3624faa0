from django.apps import AppConfig


class QuestionsConfig(AppConfig):
    name = "samspel.participants.questions"
    label = "questions"
