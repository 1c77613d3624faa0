"""What stands behind a number: a record that somebody can look at."""

from typing import NamedTuple


class Behind(NamedTuple):
    """One record: its title, the address of its page, and a word more such as a date or amount.

    ``url`` is empty where there is no page of its own.
    """

    title: str
    url: str = ""
    note: str = ""
