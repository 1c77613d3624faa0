from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "samspel.budget.ledger"

    def ready(self) -> None:
        from samspel.budget.ledger import rounds  # noqa: F401 - it registers
