"""The product's settings with what tests change: cheap passwords, files in a passing folder."""

import os
import tempfile

_PASSING = tempfile.TemporaryDirectory(prefix="samspel-tests-")  # gone when the process ends
os.environ.setdefault("SAMSPEL_HOME", _PASSING.name)
os.environ.setdefault("SAMSPEL_SECRET_KEY", "a key for tests only, of thirty-two letters")

from samspel.settings import *  # noqa: E402, F403 - the settings under test

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
SECOND_FACTOR = "optional"
WHITENOISE_AUTOREFRESH = True
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = ""  # noqa: F405
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    # A file, as in production: the browser's server and the test have their own connections.
    DATABASES["default"]["TEST"] = {"NAME": f"{SAMSPEL_HOME}/tests.sqlite3"}  # noqa: F405
