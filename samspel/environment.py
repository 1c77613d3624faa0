"""The settings an operator can give: environment variables named SAMSPEL_…, checked on reading.

Each has a default that works on a laptop. A value that makes no sense is refused with one
sentence that says which variable, what it holds and what it takes.
"""

import os
from pathlib import Path
from typing import Any


class EnvironmentRefused(Exception):
    """A variable holds a value that makes no sense; the message is for the operator."""


def text(name: str, default: str) -> str:
    """The variable as text; ``default`` when unset or empty."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool) -> bool:
    """The variable as yes or no."""
    value = text(name, "yes" if default else "no").lower()
    if value in {"yes", "true", "1", "on"}:
        return True
    if value in {"no", "false", "0", "off"}:
        return False
    raise EnvironmentRefused(f"{name} is “{value}”; it takes yes or no.")


def number(name: str, default: int, *, low: int, high: int) -> int:
    """The variable as a whole number between ``low`` and ``high``, both included."""
    value = text(name, str(default))
    if not value.isdecimal() or not low <= int(value) <= high:
        raise EnvironmentRefused(
            f"{name} is “{value}”; it takes a whole number from {low} to {high}."
        )
    return int(value)


def choice(name: str, default: str, options: tuple[str, ...]) -> str:
    """The variable as one of ``options``."""
    value = text(name, default).lower()
    if value not in options:
        raise EnvironmentRefused(f"{name} is “{value}”; it takes one of {', '.join(options)}.")
    return value


def words(name: str, default: str) -> list[str]:
    """The variable as a comma-separated list."""
    return [each.strip() for each in text(name, default).split(",") if each.strip()]


def folder(name: str, default: Path) -> Path:
    """The variable as a folder, made when it is not there."""
    path = Path(text(name, str(default))).expanduser().resolve()
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentRefused(
            f"{name} is “{path}”, which cannot be a folder: {error.strerror}."
        ) from error
    return path


def database(name: str, default: str, *, keep: int | None = None) -> dict[str, Any]:
    """The variable as the address of a database, for Django's DATABASES.

    ``keep`` is how many seconds a connection is kept open.
    """
    import dj_database_url

    address = text(name, default)
    if address.partition(":")[0] not in {"sqlite", "postgres", "postgresql"}:
        raise EnvironmentRefused(
            f"{name} does not begin with sqlite:// or postgresql://; other databases do not do."
        )
    try:
        return dict(dj_database_url.parse(address, conn_max_age=keep))
    except ValueError as error:
        # The address may hold a password, so it is not repeated.
        raise EnvironmentRefused(
            f"{name} cannot be read; it is like postgresql://user:password@host:5432/name."
        ) from error


def secret_key(home: Path) -> str:
    """The signing key: SAMSPEL_SECRET_KEY, else one made once and kept in the home folder."""
    given = text("SAMSPEL_SECRET_KEY", "")
    if given:
        if len(given) < 32:
            raise EnvironmentRefused("SAMSPEL_SECRET_KEY is shorter than 32 characters.")
        return given
    path = home / "secret-key"
    if not path.exists():
        from django.core.management.utils import get_random_secret_key

        path.touch(mode=0o600)
        path.write_text(get_random_secret_key(), encoding="utf-8")
    return path.read_text(encoding="utf-8")
