"""`samspel restore FILE`: put a backup back, where there is nothing yet."""

from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from samspel.accounts.log import first_broken_link
from samspel.exchange.asked import file_refused
from samspel.exchange.backup.archive import (
    DATABASE,
    FILES,
    Contents,
    key_fingerprint,
    unpack_archive,
)
from samspel.exchange.backup.databases import (
    put_database,
    refuse_used_database,
    remove_database,
)


class Command(BaseCommand):
    help = "Put a backup back where there is no database and no files yet, and check it."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="what `samspel backup` wrote")
        parser.add_argument(
            "--key-is-lost",
            action="store_true",
            help="put it back without the key it was made with: its access log cannot be checked",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path, home = Path(options["file"]), settings.SAMSPEL_HOME
        files = Path(default_storage.path(""))
        refuse_used_database()
        if files.exists() and any(files.iterdir()):
            raise CommandError(
                _("There are files in “%(folder)s” already; nothing was put back.")
                % {"folder": files}
            )
        with TemporaryDirectory(dir=home, prefix=".samspel-restore-") as folder:
            try:
                contents = unpack_archive(path, Path(folder))
            except OSError as error:
                raise file_refused(path, error) from error
            _refuse_unfit(contents, key_is_lost=options["key_is_lost"])
            put_database(Path(folder) / DATABASE)
            try:
                checked = _checked(contents)
                if (Path(folder) / FILES).exists():
                    (Path(folder) / FILES).replace(files)
            except BaseException:
                remove_database()
                raise
        self.stdout.write(
            _("The backup of %(when)s is put back.") % {"when": contents.made_at} + f" {checked}"
        )


def _checked(contents: Contents) -> str:
    """What is known of the access log; raises CommandError when it is broken."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return _(
            "It is older than the program: run “samspel migrate”, then “samspel audit verify”."
        )
    if contents.key != key_fingerprint():
        return _("Its access log cannot be checked without the key it was made with.")
    broken = first_broken_link()
    if broken is not None:
        raise CommandError(
            _("The access log in the backup is broken at entry %(number)d; nothing was put back.")
            % {"number": broken}
        )
    return _("Its access log is whole.")


def _refuse_unfit(contents: Contents, *, key_is_lost: bool) -> None:
    if contents.vendor != connection.vendor:
        raise CommandError(
            _("The backup is of another kind of database (%(theirs)s) than this one (%(ours)s).")
            % {"theirs": contents.vendor, "ours": connection.vendor}
        )
    if contents.key != key_fingerprint() and not key_is_lost:
        raise CommandError(
            _(
                "The backup was made with another signing key: give that one first, as "
                "SAMSPEL_SECRET_KEY or as secret-key in SAMSPEL_HOME; if it is lost, say "
                "--key-is-lost."
            )
        )
