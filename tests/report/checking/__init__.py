"""Tests of reading and checking reports that people wrote."""
