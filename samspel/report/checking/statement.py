"""What a printed number was understood to say."""

from dataclasses import dataclass
from typing import Literal

from samspel.figures.address import Address
from samspel.report.checking.printed import Printed

Where = Literal["table", "text"]


@dataclass(frozen=True, slots=True)
class Statement:
    """“This number is that figure.”

    ``address`` is the product's own name of the figure (see `figures/address.py`), without a
    period for the report's own period and with ``YYYY-MM-DD..YYYY-MM-DD`` or ``previous`` for
    another. Shares have the address of the count with ``.share``. ``exception`` is true where the
    text says that something is left out of the number (“frånräknat detta”): it is then no
    restatement of the figure.
    """

    address: Address
    printed: Printed
    where: Where = "text"
    exception: bool = False
