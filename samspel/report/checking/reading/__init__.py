"""Tolerant reading: from lines to what their numbers say. Nothing is judged here."""
