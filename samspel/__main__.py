"""The `samspel` command: the product's own commands, with Django's under it.

What a user did wrong, and a database that cannot be used, end in one sentence on standard error
and exit status 2; a traceback means a fault of ours.
"""

import os
import sys
from difflib import get_close_matches
from typing import NoReturn

from samspel import environment
from samspel.environment import EnvironmentRefused

_READING = {"audit", "check_report", "figures", "report"}
"""Commands that leave nothing behind in the home folder, not even the folder."""
_ABOUT_ITSELF = {"help", "--help", "-h", "version", "--version"}
_OWNER_ONLY = 0o077


def main() -> None:
    """Run the command line; `import-episodes` and `import_episodes` are the same command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samspel.settings")
    # Databases and files hold personal data: whatever is made is for its owner only.
    os.umask(_OWNER_ONLY)
    arguments = sys.argv[:]
    for n in range(1, 3 if sys.argv[1:2] == ["help"] else 2):
        if arguments[n : n + 1] and arguments[n][:1] != "-":
            arguments[n] = arguments[n].replace("-", "_")
    environment.makes_files = not _READING.intersection(arguments[1:2])
    try:
        _run(arguments)
    except EnvironmentRefused as refused:
        _refuse(str(refused))
    except BrokenPipeError:
        # The reader of our output went away (`samspel figures | head`): nothing is wrong.
        sys.stderr.close()
        sys.exit(0)


def _run(arguments: list[str]) -> None:
    import django
    from django.core.management.base import CommandError
    from django.db import Error

    django.setup()
    from samspel.accounts.database_trouble import sentence_about
    from samspel.arguments import translate_refusals

    translate_refusals()
    for sentence in environment.unknown():
        _tell(sentence)
    try:
        _execute(arguments)
    except CommandError as error:
        _refuse(str(error).removeprefix("Error: "))
    except Error as error:
        about = sentence_about(error)
        if about is None:
            raise
        _refuse(about)


def _execute(arguments: list[str]) -> None:
    from django.core.management import ManagementUtility, handle_default_options

    utility = ManagementUtility(arguments)
    utility.prog_name = "samspel"
    asked = arguments[1:2] or ["help"]
    if asked[0] in _ABOUT_ITSELF:
        _require_known([each for each in arguments[2:3] if each[:1] != "-"])
        utility.execute()
        return
    _require_known(asked)
    command = utility.fetch_command(asked[0])
    # Not run_from_argv: it prints usage over the one sentence and exits with status 1.
    parser = command.create_parser("samspel", asked[0])
    options = vars(parser.parse_args(arguments[2:]))
    handle_default_options(parser.parse_args(arguments[2:]))
    command.execute(*options.pop("args", ()), **options)


def _require_known(names: list[str]) -> None:
    """Raise CommandError for a command that there is none of, with the nearest that there is."""
    from django.core.management import get_commands
    from django.core.management.base import CommandError
    from django.utils.translation import gettext as _

    for name in names:
        if name in get_commands():
            continue
        near = get_close_matches(name, sorted(get_commands()), n=1)
        told = {"name": name.replace("_", "-"), "near": "".join(near).replace("_", "-")}
        if near:
            raise CommandError(_("There is no command “%(name)s”; did you mean “%(near)s”?") % told)
        raise CommandError(
            _("There is no command “%(name)s”; “samspel help” lists those that there are.") % told
        )


def _tell(sentence: str) -> None:
    print(f"samspel: {sentence}", file=sys.stderr)  # noqa: T201 - this is the command line


def _refuse(sentence: str) -> NoReturn:
    _tell(sentence)
    sys.exit(2)


if __name__ == "__main__":
    main()
