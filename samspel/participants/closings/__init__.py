"""Closing: what it led to, the closing statement, the checks afterwards."""
