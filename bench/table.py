"""Printing what was measured, as a table that the README can take as it is."""

from collections.abc import Callable

Tell = Callable[[str, str, str], None]
"""Told what was measured, the number, and the aim."""


def print_title(machine: str) -> None:
    """The machine, and the heads of the columns."""
    print(f"{machine}\n")
    print("| What | Measured | Aim |")
    print("|---|---|---|", flush=True)


def print_row(what: str, measured: str, aim: str) -> None:
    """One row."""
    print(f"| {what} | {measured} | {aim} |", flush=True)
