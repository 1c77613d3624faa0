"""The product's settings, for a worker as a process of its own."""

from samspel.settings import *  # noqa: F403 - the settings under test

INSTALLED_APPS = [*INSTALLED_APPS, "tests.mail.worker_app.WorkerTestsConfig"]  # noqa: F405
