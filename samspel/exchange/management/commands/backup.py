"""`samspel backup FILE`: the database and the files, as they are now, in one file."""

from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.accounts.actor import SYSTEM
from samspel.accounts.log import log
from samspel.exchange.asked import asked_database
from samspel.exchange.backup.archive import DATABASE, write_archive
from samspel.exchange.backup.databases import copy_database
from samspel.exchange.whole_file import refuse_place, whole_file


class Command(BaseCommand):
    help = "Write the database and the files to one file; the service may go on meanwhile."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="a new file; only you may read it")

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(options["file"]).resolve()
        refuse_place(path)
        if path.exists():
            raise CommandError(_("There is already a file “%(file)s”.") % {"file": path})
        asked_database(make=False)
        with transaction.atomic():
            entry = log(by=SYSTEM, act="backup_made", subject="backup:all")
        with (
            whole_file(path, mode=0o600) as target,
            TemporaryDirectory(dir=path.parent, prefix=".samspel-backup-") as folder,
        ):
            copy = Path(folder) / DATABASE
            copy_database(copy)
            files = write_archive(
                target,
                database=copy,
                files=Path(default_storage.path("")),
                vendor=connection.vendor,
                made_at=entry.at.isoformat(timespec="seconds"),
            )
        self.stdout.write(
            ngettext(
                "“%(file)s” holds the database and %(n)d file.",
                "“%(file)s” holds the database and %(n)d files.",
                files,
            )
            % {"file": path, "n": files}
        )
        self.stdout.write(
            _("The signing key is not in it: keep SAMSPEL_SECRET_KEY, or secret-key, elsewhere.")
        )
