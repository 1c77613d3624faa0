"""What is suggested as the forecast of a line: asked of whoever knows, who registers for it."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from samspel.budget.line import Line


class Suggestion(NamedTuple):
    """An expected cost in öre from a day to the budget's end, and in words what it is made of."""

    amount_ore: int
    because: str


Source = Callable[[Line, date], Suggestion | None]
"""Of a line and the first day that the forecast covers; None where nothing can be said."""

_sources: list[Source] = []


def register(source: Source) -> Source:
    """Let a source suggest forecasts; the first that has something to say is heard."""
    if source not in _sources:
        _sources.append(source)
    return source


def suggested(line: Line, from_on: date) -> Suggestion | None:
    """What is suggested for a line from a day; None where nobody has anything to say."""
    found = (source(line, from_on) for source in tuple(_sources))
    return next((each for each in found if each is not None), None)
