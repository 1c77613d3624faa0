"""The whole database as one file, and back: SQLite by itself, PostgreSQL by its own programs."""

import os
import re
import shutil
import sqlite3
import subprocess  # nosec B404 - runs the database's own programs only
from contextlib import closing
from pathlib import Path

from django.core.management.base import CommandError
from django.db import connection
from django.utils.translation import gettext as _


def copy_database(to: Path) -> None:
    """Write the database as it is at one moment; others may go on writing meanwhile."""
    if connection.vendor == "sqlite":
        with (
            closing(sqlite3.connect(f"{_sqlite_file().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(to)) as target,
        ):
            source.backup(target)
        return
    _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={to}", *_where())


def refuse_used_database() -> None:
    """Raise CommandError where there is a database with something in it."""
    if connection.vendor == "sqlite":
        used = _sqlite_file().exists()
    else:
        used = bool(connection.introspection.table_names())
    connection.close()
    if used:
        raise CommandError(
            _("There is a database here already: a backup is only put back where there is none.")
        )


def put_database(copy: Path) -> None:
    """Make ``copy`` the database; there must be none yet."""
    if connection.vendor == "sqlite":
        _refuse_damaged(copy)
        copy.chmod(0o600)
        copy.rename(_sqlite_file())
        return
    options = ("--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges")
    _run("pg_restore", *options, *_where(), str(copy))


def remove_database() -> None:
    """Take away what `put_database` put there."""
    connection.close()
    if connection.vendor == "sqlite":
        for ending in ("", "-wal", "-shm"):
            Path(f"{_sqlite_file()}{ending}").unlink(missing_ok=True)
        return
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")


def _sqlite_file() -> Path:
    return Path(connection.settings_dict["NAME"]).resolve()


def _matches(pattern: str, text: object) -> bool:
    return re.search(pattern, str(text)) is not None


def _refuse_damaged(copy: Path) -> None:
    try:
        with closing(sqlite3.connect(copy)) as store:
            # The constraints that are checked too use it; SQLite brings none itself.
            store.create_function("REGEXP", 2, _matches)
            sound = store.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
    except sqlite3.DatabaseError:
        sound = False
    if not sound:
        raise CommandError(_("The database in the backup is damaged; nothing was put back."))


def _where() -> list[str]:
    """The database's address, without the password: everybody can read a program's arguments."""
    from psycopg.conninfo import make_conninfo
    from psycopg.pq import Conninfo

    told = connection.settings_dict
    known = {each.keyword.decode() for each in Conninfo.get_defaults()}
    names = {"NAME": "dbname", "HOST": "host", "PORT": "port", "USER": "user"}
    address = {ours: str(told[theirs]) for theirs, ours in names.items() if told[theirs]}
    more = {name: str(value) for name, value in told["OPTIONS"].items() if name in known}
    more.pop("password", None)
    return ["--no-password", f"--dbname={make_conninfo(**address | more)}"]


def _run(program: str, *arguments: str) -> None:
    path = shutil.which(program)
    if path is None:
        raise CommandError(
            _(
                "The program %(program)s is not installed here: install PostgreSQL's client "
                "programs, or use the database's own tools."
            )
            % {"program": program}
        )
    told = connection.settings_dict
    secret = {"PGPASSWORD": str(told["PASSWORD"] or told["OPTIONS"].get("password") or "")}
    done = subprocess.run(  # noqa: S603  # nosec B603 - the database's own program, without a shell
        [path, *arguments],
        env={**os.environ, **{name: value for name, value in secret.items() if value}},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        why = done.stderr.strip().partition("\n")[0].rstrip(".")
        why = why.removeprefix(f"{program}: ").removeprefix("error: ")
        raise CommandError(
            _("%(program)s did not succeed: %(why)s.") % {"program": program, "why": why}
        )
