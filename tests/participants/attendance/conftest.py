"""The same day and the same person as in the tests of the trial period."""

from tests.participants.trial.conftest import _today, on_trial

__all__ = ["_today", "on_trial"]
