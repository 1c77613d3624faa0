from django.apps import AppConfig


class FollowUpsConfig(AppConfig):
    name = "samspel.participants.follow_ups"
    label = "follow_ups"

    def ready(self) -> None:
        from samspel.participants.follow_ups import caseworkers, mails, reminders  # noqa: F401 - mails and rounds register
        from samspel.participants.referrals.next_meeting import offer_follow_ups

        offer_follow_ups(caseworkers)
