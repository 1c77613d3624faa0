"""The settings an operator can give: environment variables named SAMSPEL_…, checked on reading.

Each has a default that works on a laptop. A value that makes no sense is refused with one
sentence that says which variable, what it holds and what it takes. The sentence is in the
language of the command line, `LANGUAGE`; Django's translations need the settings, which are not
there yet, so the catalogue is read directly.
"""

import gettext
import os
import re
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

LANGUAGE = "sv"
"""The language of the command line, and of pages until somebody chooses another."""
SHORTEST_KEY = 32

makes_files = True
"""Whether what is missing in the home folder is made; a command that only reads says no."""

# Read by the tests and the measurements, which are no part of the product.
_known = {"SAMSPEL_BROWSER", "SAMSPEL_BENCH_DATABASE"}
_LONGEST_NUMBER = 9
_ORIGIN = re.compile(r"https?://[^/?#@\s]+")


class EnvironmentRefused(Exception):
    """A variable holds a value that makes no sense; the message is for the operator."""


def _(sentence: str) -> str:
    catalogues = Path(__file__).parent / "accounts" / "locale"
    return gettext.translation("django", catalogues, [LANGUAGE], fallback=True).gettext(sentence)


def text(name: str, default: str) -> str:
    """The variable as text; ``default`` when unset or empty."""
    _known.add(name)
    return os.environ.get(name, "").strip() or default


def unknown() -> list[str]:
    """One sentence for each SAMSPEL_… variable that is set and that nothing read: misspelt ones.

    Not refused: where a service is named samspel, Kubernetes sets SAMSPEL_PORT and others.
    """
    sentences = []
    for name in sorted(os.environ):
        if not name.startswith("SAMSPEL_") or name in _known:
            continue
        near = get_close_matches(name, sorted(_known), n=1, cutoff=0.8)
        told = {"name": name, "near": "".join(near)}
        if near:
            sentences.append(
                _("%(name)s is no setting and changes nothing; did you mean %(near)s?") % told
            )
        else:
            sentences.append(_("%(name)s is no setting and changes nothing.") % told)
    return sentences


def flag(name: str, *, default: bool) -> bool:
    """The variable as yes or no."""
    value = text(name, "yes" if default else "no").lower()
    if value in {"yes", "true", "1", "on"}:
        return True
    if value in {"no", "false", "0", "off"}:
        return False
    raise EnvironmentRefused(
        _("%(name)s is “%(value)s”; it takes yes or no.") % {"name": name, "value": value}
    )


def number(name: str, default: int, *, low: int, high: int) -> int:
    """The variable as a whole number between ``low`` and ``high``, both included."""
    value = text(name, str(default))
    # Python reads digits of every script; an operator who typed one of another did not mean to.
    fits = value.isascii() and value.isdecimal() and len(value) <= _LONGEST_NUMBER
    if not fits or not low <= int(value) <= high:
        raise EnvironmentRefused(
            _("%(name)s is “%(value)s”; it takes a whole number from %(low)d to %(high)d.")
            % {"name": name, "value": value, "low": low, "high": high}
        )
    return int(value)


def choice(name: str, default: str, options: tuple[str, ...]) -> str:
    """The variable as one of ``options``."""
    value = text(name, default).lower()
    if value not in options:
        raise EnvironmentRefused(
            _("%(name)s is “%(value)s”; it takes one of %(options)s.")
            % {"name": name, "value": value, "options": ", ".join(options)}
        )
    return value


def words(name: str, default: str) -> list[str]:
    """The variable as a comma-separated list."""
    return [each.strip() for each in text(name, default).split(",") if each.strip()]


def hosts(name: str, default: str) -> list[str]:
    """The variable as a comma-separated list of host names, without scheme or path."""
    found = words(name, default)
    for each in found:
        if "/" in each:
            raise EnvironmentRefused(
                _("%(name)s holds “%(value)s”; a host is like samspel.example.se.")
                % {"name": name, "value": each}
            )
    return found


def origins(name: str) -> list[str]:
    """The variable as a comma-separated list of origins: scheme, host and perhaps a port."""
    return [_origin(name, each) for each in words(name, "")]


def origin(name: str, default: str) -> str:
    """The variable as one origin: scheme, host and perhaps a port."""
    return _origin(name, text(name, default))


def _origin(name: str, given: str) -> str:
    if not _ORIGIN.fullmatch(given):
        raise EnvironmentRefused(
            _("%(name)s holds “%(value)s”; an origin is like https://samspel.example.se.")
            % {"name": name, "value": given}
        )
    return given


def day(name: str, *, allowed: bool) -> date | None:
    """The variable as a day, none when unset; refused where it is not ``allowed``."""
    given = text(name, "")
    if not given:
        return None
    if not allowed:
        raise EnvironmentRefused(
            _("%(name)s is for demos only; it takes SAMSPEL_DEMO=yes.") % {"name": name}
        )
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise EnvironmentRefused(
            _("%(name)s is “%(value)s”; it takes a day like 2026-03-14.")
            % {"name": name, "value": given}
        ) from error


def folder(name: str, default: Path) -> Path:
    """The variable as a folder; made for its owner only when it is not there."""
    path = Path(text(name, str(default))).expanduser().resolve()
    if not makes_files and not path.exists():
        return path
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentRefused(
            _("%(name)s is “%(value)s”, which cannot be a folder (%(why)s).")
            % {"name": name, "value": path, "why": error.strerror}
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
            _("%(name)s does not begin with sqlite:// or postgresql://; no other database will do.")
            % {"name": name}
        )
    try:
        return dict(dj_database_url.parse(address, conn_max_age=keep))
    except ValueError as error:
        # The address may hold a password, so it is not repeated.
        raise EnvironmentRefused(
            _("%(name)s cannot be read; it is like postgresql://user:password@host:5432/name.")
            % {"name": name}
        ) from error


def secret_key(home: Path) -> str:
    """The signing key: SAMSPEL_SECRET_KEY, else one made once and kept in the home folder.

    A command that only reads gets a passing one where none is kept.
    """
    given = text("SAMSPEL_SECRET_KEY", "")
    if given:
        if len(given) < SHORTEST_KEY:
            raise EnvironmentRefused(
                _("SAMSPEL_SECRET_KEY is shorter than %(n)d characters.") % {"n": SHORTEST_KEY}
            )
        return given
    path = home / "secret-key"
    try:
        if not path.exists():
            made = _new_key()
            if not makes_files:
                return made
            _keep(made, path)
        kept = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise EnvironmentRefused(
            _("The key in “%(path)s” can be neither read nor made (%(why)s).")
            % {"path": path, "why": getattr(error, "strerror", None) or _("it is no text")}
        ) from error
    if len(kept) < SHORTEST_KEY:
        raise EnvironmentRefused(
            _(
                "“%(path)s” holds no key of at least %(n)d characters; put the right one back, "
                "or take the file away to have a new one made, with which the access log so far "
                "can no longer be checked."
            )
            % {"path": path, "n": SHORTEST_KEY}
        )
    return kept


def _new_key() -> str:
    from django.core.management.utils import get_random_secret_key

    return get_random_secret_key()


def _keep(key: str, path: Path) -> None:
    """Write the key whole or not at all; of two that start at once the first one's is kept."""
    with NamedTemporaryFile("w", dir=path.parent, prefix=".secret-key.", encoding="utf-8") as part:
        part.write(key)
        part.flush()
        os.fsync(part.fileno())
        try:
            path.hardlink_to(part.name)
        except FileExistsError:
            return
