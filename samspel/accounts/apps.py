from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "samspel.accounts"

    def ready(self) -> None:
        from samspel.accounts import sign_in_log

        sign_in_log.connect()
