"""What parts of a whole are called: genders, referrers, incomes, outcomes, age bands."""

import re
from collections.abc import Mapping, Sequence

from samspel.report.checking.reading.letters import any_of, words

Names = Sequence[tuple[str, re.Pattern[str]]]

_PEOPLE = (
    "person*",
    "deltagare*",
    "individer",
    "ärenden",
    "st",
    "stycken",
    "nya",
    "av dem",
    "av dessa",
    "är",
    "var",
    "har varit",
    "unga",
)
_DIRECT = rf"^\s*(?:{any_of(*_PEOPLE)}\s+)*"
_GENDERS: tuple[tuple[str, str], ...] = (
    ("other", any_of("med annat kön", "annat kön", "ickebinär*")),
    ("unknown", any_of("utan uppgift om kön", "okänt kön")),
    ("woman", any_of("kvinna", "kvinnor", "kvinnlig*")),
    ("man", any_of("man", "män", "manlig*")),
)
_GENDER_AFTER = tuple((code, re.compile(_DIRECT + form, re.IGNORECASE)) for code, form in _GENDERS)
_GENDER_BEFORE = tuple(
    (code, re.compile(rf"{form}\s*:?\s*$", re.IGNORECASE)) for code, form in _GENDERS
)

REFERRERS: Names = (
    ("youth_activity", words("kommunala aktivitetsansvar*", "aktivitetsansvar*", "kaa")),
    ("school", words("*gymnasi*", "skola*", "*skolan", "elevhäls*", "elevhälsa*")),
    ("self", words("egenremi*", "egen remiss", "egna remisser", "egen ansökan", "sökt själv*")),
    ("employment_service", words("arbetsförmedl*", "af")),
    ("social_insurance", words("försäkringskass*", "fk")),
    (
        "social_services",
        words("socialtjänst*", "socialförvaltning*", "socialkontor*", "soc", "ifo", "bistånds*"),
    ),
    (
        "region",
        words(
            "region*",
            "*psykiatri*",
            "vårdcentral*",
            "hälsocentral*",
            "primärvård*",
            "vården",
            "sjukvård*",
            "landsting*",
        ),
    ),
    ("other", words("annan remittent", "andra remittenter", "övriga remittenter")),
)
INCOMES: Names = (
    (
        "none",
        words(
            "ingen försörjning",
            "ingen offentlig försörjning",
            "ingen egen försörjning",
            "ingen ersättning",
            "ingen inkomst",
            "saknar försörjning",
            "saknar inkomst",
            "utan försörjning",
            "utan offentlig försörjning",
        ),
    ),
    ("unknown", words("som inte är angiven", "okänd försörjning")),
    ("other", words("annan försörjning", "annan ersättning", "övrig försörjning")),
    (
        "unemployment",
        words("arbetslöshetsersättning", "a-kassa", "arbetsförmedl*", "af", "aktivitetsstöd"),
    ),
    (
        "social_insurance",
        words(
            "försäkringskass*",
            "fk",
            "sjukpenning*",
            "aktivitetsersättning",
            "rehabiliteringspenning",
        ),
    ),
    (
        "social_assistance",
        words("försörjningsstöd", "socialtjänst*", "soc", "ekonomiskt bistånd", "socialbidrag"),
    ),
    ("salary", words("lön")),
    ("student_aid", words("studiemedel", "studiestöd", "csn")),
)
OUTCOMES: Names = (
    ("medical_rehabilitation", words("medicinsk* rehab*", "åter till vården")),
    (
        "other_rehabilitation",
        words(
            "arbetslivsinriktad* rehab*",
            "arbetslivsinriktad* insats*",
            "förstärkt* samarbet*",
            "ordinarie insats*",
        ),
    ),
    ("sickness_compensation", words("sjukersättning")),
    ("parental_leave", words("föräldraledig*")),
    ("moved", words("flyttade", "flyttat", "flytt")),
    ("dropout", words("drop-out*", "drop out*", "dropout*", "tidigt avhopp", "tidiga avhopp")),
    ("other", words("annat skäl", "andra skäl", "annan orsak", "andra orsaker", "till annat")),
    ("studies", words("studier", "utbildning", "studera")),
    ("work", words("arbete", "anställning", "arbeta")),
)
BY_NAME: Mapping[str, Names] = {
    "referred_by": REFERRERS,
    "income_source": INCOMES,
    "outcome": OUTCOMES,
}
_BAND = re.compile(r"(?<!\d)(\d{1,3})\s?[-–—]\s?(\d{1,3})(?!\d)")
_OPEN_BAND = re.compile(rf"(?<!\d)(\d{{1,3}})\s+{any_of('år eller äldre', 'år och äldre')}")


def gender_of(before: str, after: str) -> str | None:
    """The gender that a number counts: “10 kvinnor”, “4 personer är män”, “kvinnor: 10”."""
    for text, forms in ((after, _GENDER_AFTER), (before, _GENDER_BEFORE)):
        for code, form in forms:
            if form.search(text):
                return code
    return None


def first_named(dimension: str, text: str) -> str | None:
    """The code of the first name in a text; where two begin together, the longer name."""
    found = [
        (match.start(), -len(match[0]), code)
        for code, form in BY_NAME[dimension]
        if (match := form.search(text))
    ]
    return min(found)[2] if found else None


def band_of(text: str) -> str | None:
    """The age band that is named, as in addresses: ``18-30``, ``65-``."""
    if match := _BAND.search(text):
        return f"{match[1]}-{match[2]}"
    match = _OPEN_BAND.search(text)
    return f"{match[1]}-" if match else None
