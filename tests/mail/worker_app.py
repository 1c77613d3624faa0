"""What the worker of the tests knows besides the product: a text, and a round that posts it."""

from datetime import date, datetime

from django.apps import AppConfig

KEY = "round-of-the-tests"


class WorkerTestsConfig(AppConfig):
    name = "tests.mail"
    label = "mail_tests"

    def ready(self) -> None:
        from samspel.mail.outbox import post
        from samspel.mail.rounds import every_day
        from samspel.mail.texts import MailText, register

        register(MailText("trial", "Trial", "Nothing to read."))

        @every_day("trial")
        def run(_on: date, now: datetime) -> None:
            post(key=KEY, to="round@example.org", template="trial", send_after=now)
