"""Tests of what was published before the records began."""
