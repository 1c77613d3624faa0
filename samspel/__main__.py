"""The `samspel` command: the product's own commands, with Django's under it.

What a user did wrong ends in one sentence on standard error and exit status 2; a traceback
means a fault of ours.
"""

import os
import sys
from typing import NoReturn

from samspel.environment import EnvironmentRefused


def main() -> None:
    """Run the command line; `import-episodes` and `import_episodes` are the same command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samspel.settings")
    arguments = sys.argv[:]
    if len(arguments) > 1:
        arguments[1] = arguments[1].replace("-", "_") if arguments[1][:1] != "-" else arguments[1]
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
    from django.core.management import ManagementUtility, handle_default_options
    from django.core.management.base import CommandError

    utility = ManagementUtility(arguments)
    utility.prog_name = "samspel"
    if len(arguments) < 2 or arguments[1].startswith("-") or arguments[1] == "help":
        utility.execute()
        return
    try:
        django.setup()
        command = utility.fetch_command(arguments[1])
        # Not run_from_argv: it prints usage over the one sentence and exits with status 1.
        parser = command.create_parser("samspel", arguments[1])
        options = vars(parser.parse_args(arguments[2:]))
        handle_default_options(parser.parse_args(arguments[2:]))
        command.execute(*options.pop("args", ()), **options)
    except CommandError as error:
        _refuse(str(error).removeprefix("Error: "))


def _refuse(sentence: str) -> NoReturn:
    print(f"samspel: {sentence}", file=sys.stderr)  # noqa: T201 - this is the command line
    sys.exit(2)


if __name__ == "__main__":
    main()
