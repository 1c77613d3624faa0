"""Marks English source strings for translation without depending on any translator."""


def noop(text: str) -> str:
    """Return ``text`` unchanged; message extraction looks for calls of this name."""
    return text
