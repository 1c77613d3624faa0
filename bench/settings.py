"""The product's settings, with the empty page that its own pages are measured against."""

from samspel.settings import *  # noqa: F403 - the settings under measurement

ROOT_URLCONF = "bench.urls"
