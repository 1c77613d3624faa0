"""The process that reads and checks one report, within bounds, and tells what it found.

It is handed the file on its standard input and gives its answer on its standard output. It knows
no database and no secret: what somebody sends us is taken apart here.
"""

import pickle  # nosec B403 - written here, read with a list of what may be in it
import resource
import signal
import sys
import traceback
from typing import Any

SECONDS = 20
"""Of the processor, and one by one those of its helpers."""
MEMORY = 900 * 1024**2
ANSWER_BYTES = 128 * 1024**2

Answer = tuple[str, Any]
"""``examined`` and an Examination, ``refused`` and a sentence, ``scanned`` and how many pages,
``failed`` and where."""


def main() -> None:
    """Answer for the file on standard input; arguments: its name, the language, the seconds."""
    name, language, seconds, recognise = sys.argv[1:5]
    _begin(language)
    _bound(int(seconds))
    answer = _answer(name, recognise=recognise == "recognise")
    pickle.dump(answer, sys.stdout.buffer, protocol=pickle.HIGHEST_PROTOCOL)


def _begin(language: str) -> None:
    """Only what translation needs of Django: no settings of the service, no other app."""
    import django
    from django.conf import settings
    from django.utils import translation

    from samspel import figures

    settings.configure(
        INSTALLED_APPS=["samspel.report.checking"],
        LANGUAGE_CODE=language,
        LOCALE_PATHS=[f"{figures.__path__[0]}/locale"],
        USE_I18N=True,
        USE_TZ=True,
    )
    django.setup()
    translation.activate(language)


def _bound(seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (ANSWER_BYTES, ANSWER_BYTES))
    # Where nobody is left who would end this process, the clock does.
    signal.alarm(seconds)


def _answer(name: str, *, recognise: bool) -> Answer:
    from samspel.report.checking.examination import examine
    from samspel.report.checking.kind import refuse_other_kinds
    from samspel.report.checking.opening.characters import too_long
    from samspel.report.checking.opening.opened import open_bytes
    from samspel.report.checking.opening.refused import NeedsRecognition, NotReadable

    try:
        source = open_bytes(sys.stdin.buffer.read(), name, recognise=recognise)
        refuse_other_kinds(source)
        return "examined", examine(source)
    except NotReadable as refused:
        return "refused", str(refused)
    except NeedsRecognition as needed:
        return "scanned", needed.pages
    except MemoryError:
        return "refused", too_long(name)
    except Exception as error:
        # Where it failed and not with what: a report is nothing for a log.
        frames = "".join(traceback.format_tb(error.__traceback__))
        return "failed", f"{type(error).__name__}\n{frames}"


if __name__ == "__main__":
    main()
