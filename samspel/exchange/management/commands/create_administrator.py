"""`samspel create-administrator --email ADDRESS --name NAME`: the first account of all."""

import getpass
import secrets
import sys
from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from samspel.accounts.actor import SYSTEM
from samspel.accounts.log import log
from samspel.accounts.models import User
from samspel.exchange.asked import asked_database

_BYTES_OF_CHANCE = 15


class Command(BaseCommand):
    help = "Make an account that administers the others; asks for a password or makes one."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--email", required=True)
        parser.add_argument("--name", required=True)
        parser.add_argument(
            "--generate", action="store_true", help="make a password and print it, ask for none"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        asked_database()
        user = User(
            email=options["email"].strip().lower(),
            name=" ".join(options["name"].split()),
            is_administrator=True,
        )
        # Only a person can be asked; a script without a terminal is given a password.
        made = options["generate"] or not sys.stdin.isatty()
        password = secrets.token_urlsafe(_BYTES_OF_CHANCE) if made else _asked_password()
        try:
            user.set_password(password)
            user.full_clean()
            validate_password(password, user)
        except ValidationError as refused:
            raise CommandError(" ".join(refused.messages)) from refused
        with transaction.atomic():
            user.save()
            log(by=SYSTEM, act="account_made", subject=f"user:{user.pk}")
        self.stdout.write(_("%(email)s is an administrator.") % {"email": user.email})
        if made:
            self.stdout.write(_("Password: %(password)s") % {"password": password})


def _asked_password() -> str:
    password = getpass.getpass(_("Password: "))
    if password != getpass.getpass(_("The same once more: ")):
        raise CommandError(_("The two passwords are not the same; nothing was saved."))
    return password
