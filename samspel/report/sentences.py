"""Words that drafts share: lists in running text, genders, comparisons with the period before.

Every function is called with the report's language switched on and gives text in which figures
are bound by their address.
"""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.figures.codes import OPEN, UNKNOWN
from samspel.report.plan import Material


def plural(material: Material, address: str) -> int:
    """The count as grammar needs it; a withheld one reads as several, so grammar tells nothing."""
    amount = material.printed.amount(address)
    return 2 if amount is None else int(amount)


def is_known(material: Material, *addresses: str) -> bool:
    """Whether there is a number at every address: no data and what is withheld is left unsaid."""
    return all(material.printed.amount(address) is not None for address in addresses)


def is_none(material: Material, address: str) -> bool:
    """Whether the count is known to be zero."""
    return material.printed.amount(address) == 0


def in_days(material: Material, address: str) -> str:
    """A mean or median of days as running text writes it: “{…} days”, of what is printed as 1
    “{…} day”."""
    number = 1 if material.printed.number(address).printed == "1" else 2
    days = ngettext("%(number)s day", "%(number)s days", number)
    return days % {"number": "{" + address + "}"}


def joined(parts: Iterable[str]) -> str:
    """“a”, “a and b”, “a, b and c”."""
    *first, last = parts
    if not first:
        return last
    return _("%(first)s and %(last)s") % {"first": ", ".join(first), "last": last}


def own_words(text: str) -> str:
    """What a team wrote itself, with no braces in it that could be read as a figure."""
    return text.replace("{", "(").replace("}", ")")


def paragraphs(*texts: str) -> str:
    """Paragraphs as the plain text of a field; empty ones fall out."""
    return "\n\n".join(text for text in texts if text)


def sentences(*texts: str) -> str:
    """Sentences in a row; empty ones fall out."""
    return " ".join(text for text in texts if text)


def genders(material: Material, cohort: str) -> str:
    """What follows a count of people: “: 10 women and 6 men” or “, all of them women”."""
    keys = material.printed.keys(cohort, "gender")
    told = told_keys(material, cohort, "gender")
    if len(keys) == 1:
        return _all_of_one(keys[0])
    if not told or told != keys:
        return ""
    return ": " + joined(_gendered(material, f"{cohort}.gender.{key}", key) for key in keys)


def _all_of_one(gender: str) -> str:
    return {"woman": _(", all of them women"), "man": _(", all of them men")}.get(gender, "")


def _gendered(material: Material, address: str, gender: str) -> str:
    number = plural(material, address)
    texts = {
        "woman": ngettext("%(count)s woman", "%(count)s women", number),
        "man": ngettext("%(count)s man", "%(count)s men", number),
        "other": ngettext(
            "%(count)s person of another gender", "%(count)s people of another gender", number
        ),
        UNKNOWN: ngettext(
            "%(count)s whose gender is not stated", "%(count)s whose gender is not stated", number
        ),
    }
    return texts.get(gender, texts["other"]) % {"count": "{" + address + "}"}


def women_and_men(material: Material, measure: str) -> str:
    """The means of women and men in brackets, where both are known and may be told."""
    women, men = f"{measure}.gender.woman", f"{measure}.gender.man"
    return means_of_women_and_men(material, women, men)


def means_of_women_and_men(material: Material, women: str, men: str) -> str:
    """The same with both addresses given."""
    if not is_known(material, women, men):
        return ""
    told = _(" (women %(women)s, men %(men)s)")
    return told % {"women": "{" + women + "}", "men": "{" + men + "}"}


def biggest_first(material: Material, cohort: str, dimension: str) -> list[str]:
    """The keys of a breakdown, the largest first; not stated and small ones last.

    What the public edition says nothing of is left out.
    """

    def place(key: str) -> tuple[bool, int]:
        amount = material.printed.amount(f"{cohort}.{dimension}.{key}")
        return key == UNKNOWN, -int(amount or 0)

    return sorted(told_keys(material, cohort, dimension), key=place)


def tells_of(material: Material, cohort: str, dimension: str) -> bool:
    """Whether a breakdown is stated for anybody, and may be told."""
    return bool(set(told_keys(material, cohort, dimension)) - {UNKNOWN, OPEN})


def told_keys(material: Material, cohort: str, dimension: str) -> list[str]:
    """The keys of a breakdown of which the edition says anything, in the order they are shown."""
    keys = material.printed.keys(cohort, dimension)
    return [key for key in keys if not material.printed.is_silent(f"{cohort}.{dimension}.{key}")]


def direction(material: Material, address: str) -> int | None:
    """1 for more than in the period before, −1 for fewer, 0 for as many; None if untold."""
    if not material.has_previous or not is_known(material, address, f"{address}@previous"):
        return None
    now, then = (material.printed.amount(at) or 0 for at in (address, f"{address}@previous"))
    return (now > then) - (now < then)
