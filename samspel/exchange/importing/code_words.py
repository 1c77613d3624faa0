"""The words that stand for a code in a file: the code itself, its titles, and what people write."""

from collections.abc import Iterable

from django.utils import translation

from samspel.exchange.importing.columns import plain_heading as plain
from samspel.figures.codes import GENDERS, INCOME_SOURCES, OUTCOMES, REFERRERS

_GENDER_WORDS = {
    "woman": ("kvinna", "kvinnor", "k", "female", "f"),
    "man": ("man", "män", "m", "male"),
    "other": ("annat", "annan", "övrigt"),
    "": ("okänt", "okänd", "unknown", "ej angivet"),
}
_REFERRER_WORDS = {
    "employment_service": ("AF", "arbetsförmedlingen", "arbetsförmedling"),
    "social_insurance": ("FK", "försäkringskassan", "försäkringskassa"),
    "social_services": ("Soc", "socialtjänsten", "socialtjänst", "ifo"),
    "region": ("region", "regionen", "psykiatrin", "vårdcentral", "vårdcentralen", "primärvården"),
    "youth_activity": ("KAA", "kommunala aktivitetsansvaret"),
    "school": ("skola", "skolan"),
    "self": ("egenremiss", "egen remiss", "själv", "egen"),
    "other": ("annan", "annat", "övrigt"),
}
_INCOME_WORDS = {
    "social_assistance": ("försörjningsstöd", "ekonomiskt bistånd", "soc"),
    "social_insurance": (
        "socialförsäkring",
        "FK",
        "försäkringskassan",
        "sjukpenning",
        "aktivitetsersättning",
        "rehabiliteringspenning",
    ),
    "unemployment": ("a-kassa", "arbetslöshetsersättning", "aktivitetsstöd"),
    "salary": ("lön", "arbetsinkomst"),
    "student_aid": ("studiemedel", "CSN"),
    "none": ("ingen", "ingen inkomst", "utan försörjning"),
    "other": ("annan", "annat", "övrigt"),
}
_OUTCOME_WORDS = {
    "work": ("arbete",),
    "studies": ("studier", "utbildning"),
    "other_rehabilitation": (
        "annan arbetslivsinriktad rehab",
        "annan arbetslivsinriktad rehabilitering",
        "annan rehab",
    ),
    "medical_rehabilitation": (
        "åter till medicinsk rehab",
        "åter till medicinsk rehabilitering",
        "medicinsk rehab",
        "medicinsk rehabilitering",
    ),
    "sickness_compensation": ("sjukersättning",),
    "parental_leave": ("föräldraledighet", "föräldraledig"),
    "moved": ("flytt", "flyttat", "flyttad"),
    "other": ("annat", "övrigt"),
    "dropout": ("tidigt avhopp", "avhopp", "drop out"),
}


def _words(titles: Iterable[tuple[str, str]], more: dict[str, tuple[str, ...]]) -> dict[str, str]:
    words: dict[str, str] = {}
    for code, title in titles:
        with translation.override("sv"):
            swedish = translation.gettext(title)
        for word in (code, title, swedish, *more.get(code, ())):
            words.setdefault(plain(word), code)
    for word in more.get("", ()):
        words.setdefault(plain(word), "")
    return words


_MORE = {
    "gender": _GENDER_WORDS,
    "referred_by": _REFERRER_WORDS,
    "income_source": _INCOME_WORDS,
    "outcome": _OUTCOME_WORDS,
}


def shown_words(column: str) -> list[str]:
    """One word for each code, to tell somebody who wrote another: Swedish for Swedish readers."""
    swedish = (translation.get_language() or "").startswith("sv")
    return [words[0] if swedish else code for code, words in _MORE[column].items() if code]


def words_of(column: str) -> dict[str, str]:
    """Plain word → code, for gender, referred_by, income_source or outcome."""
    if column == "gender":
        return _words(((each.code, each.title) for each in GENDERS), _GENDER_WORDS)
    if column == "referred_by":
        return _words(((each.code, each.title) for each in REFERRERS), _REFERRER_WORDS)
    if column == "income_source":
        return _words(((each.code, each.title) for each in INCOME_SOURCES), _INCOME_WORDS)
    return _words(((each.code, each.title) for each in OUTCOMES), _OUTCOME_WORDS)
