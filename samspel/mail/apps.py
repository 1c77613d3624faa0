from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "samspel.mail"

    def ready(self) -> None:
        from samspel.mail.forgetting import forget_receivers
        from samspel.mail.rounds import Round, register

        register(Round("forget-receivers", forget_receivers))
