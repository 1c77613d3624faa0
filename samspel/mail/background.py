"""Mail beside the worker's other work: a thread that sends what is due and makes the rounds."""

import logging
import threading
import time
import traceback

from django.db import connections

from samspel.mail.rounds import make_rounds
from samspel.mail.sending import send_due
from samspel.pages.today import now, today

SECONDS_BETWEEN_SENDINGS = 30
SECONDS_BETWEEN_ROUNDS = 60 * 60
SECONDS_TO_END = 10
"""How long a mail that is being sent may take when the worker ends."""

_log = logging.getLogger(__name__)


class MailThread(threading.Thread):
    """Sends due mails every half minute; makes the day's rounds at the start and every hour.

    A thread of its own, so that an hour of importing holds up no reminder. It has a connection to
    the database of its own, closed after every turn. What goes wrong in a turn is logged and the
    next one tries again.
    """

    def __init__(self) -> None:
        # A daemon: a server that never answers must not keep the process from ending.
        super().__init__(name="mail", daemon=True)
        self._ending = threading.Event()
        self._next_rounds = 0.0

    def run(self) -> None:
        """Take turns until told to end."""
        while not self._ending.is_set():
            self.turn()
            self._ending.wait(SECONDS_BETWEEN_SENDINGS)

    def end(self) -> None:
        """End after the mail that is being sent; waits for that no longer than it takes."""
        self._ending.set()
        self.join(SECONDS_TO_END)

    def turn(self) -> None:
        """Make the rounds when it is time, then send what is due."""
        try:
            if time.monotonic() >= self._next_rounds:
                self._next_rounds = time.monotonic() + SECONDS_BETWEEN_ROUNDS
                make_rounds(today(), now())
            while self._goes_on() and send_due(now(), goes_on=self._goes_on):
                pass
        except Exception as error:
            # Without its message, which can hold an address.
            place = traceback.extract_tb(error.__traceback__)[-1]
            _log.error(
                "Mail: %s at %s:%s; trying again",
                type(error).__name__,
                place.filename,
                place.lineno,
            )
        finally:
            connections.close_all()

    def _goes_on(self) -> bool:
        return not self._ending.is_set()
