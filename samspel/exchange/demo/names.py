"""Common Swedish names, put together by chance: the people are invented."""

from random import Random


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_WOMEN = _names(
    "Anna Maria Karin Sara Emma Lena Eva Kerstin Linnea Elin Johanna Ida Hanna Malin Frida Sofia "
    "Ulla Birgitta Åsa Camilla Jenny Moa Amanda Fatima Zahra Amina Nadia Olga Ronja Ebba"
)
_MEN = _names(
    "Lars Erik Anders Johan Per Nils Karl Daniel Fredrik Mikael Andreas Oskar Viktor Simon Emil "
    "Gustav Björn Åke Göran Stefan Jonas Patrik Ahmed Hassan Omar Yusuf Marek Love Elias Hugo"
)
_FAMILIES = _names(
    "Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson "
    "Pettersson Jonsson Jansson Hansson Bengtsson Lindberg Lindström Berglund Sandström Björk "
    "Öberg Åberg Ek Dahl Holm Sjögren Nyström Söderlund Hussein Ali Hassan Kowalska Virtanen "
    "Mohamud Haile Niemi Forsberg Ström Hedlund Norberg"
)


def given_name(gender: str, chance: Random) -> str:
    """A given name that goes with the gender; either kind where it is other or unknown."""
    names = {"woman": _WOMEN, "man": _MEN}.get(gender, (*_WOMEN, *_MEN))
    return chance.choice(names)


def family_name(chance: Random) -> str:
    """A family name."""
    return chance.choice(_FAMILIES)
