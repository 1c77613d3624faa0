"""Granskning: reads reports that people wrote by hand, and tells where their numbers disagree."""
