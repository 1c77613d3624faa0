"""Field 3: what people lived on and did before the enrolment, and after the closing."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.figures.codes import UNKNOWN
from samspel.report.plan import Material
from samspel.report.sentences import biggest_first, joined, plural, sentences, tells_of


def incomes_in_words(material: Material, cohort: str, dimension: str) -> str:
    """“7 had social assistance and 2 no income”, the largest first; called with keys to tell."""
    told = [
        "{" + f"{cohort}.{dimension}.{key}" + "} " + _income(key)
        for key in biggest_first(material, cohort, dimension)
    ]
    first, *rest = told
    count, _space, income = first.partition(" ")
    return joined([_("%(count)s had %(income)s") % {"count": count, "income": income}, *rest])


def _income(code: str) -> str:
    phrases = {
        "social_assistance": _("social assistance"),
        "social_insurance": _("benefits from the social insurance agency"),
        "unemployment": _("unemployment benefit"),
        "salary": _("a salary"),
        "student_aid": _("student aid"),
        "none": _("no income"),
        UNKNOWN: _("an income that is not stated"),
    }
    return phrases.get(code, _("another income"))


def incomes(material: Material) -> str:
    """Before and after, of those who completed; silent where what is after is not stated."""
    if plural(material, "completed") == 1 or not tells_of(material, "completed", "income_after"):
        return ""
    before = _("Before the enrolment, of those who completed, %(incomes)s.") % {
        "incomes": incomes_in_words(material, "completed", "income_source")
    }
    after = _("After the closing %(incomes)s.") % {
        "incomes": incomes_in_words(material, "completed", "income_after")
    }
    return sentences(before, after)


def occupations(material: Material) -> str:
    """The same of what they did."""
    if plural(material, "completed") == 1 or not tells_of(
        material, "completed", "occupation_after"
    ):
        return ""
    after = _("After the closing %(occupations)s.") % {
        "occupations": _occupied(material, "occupation_after")
    }
    if not tells_of(material, "completed", "occupation_before"):
        return after
    before = _("Before the enrolment %(occupations)s.") % {
        "occupations": _occupied(material, "occupation_before")
    }
    return sentences(before, after)


def _occupied(material: Material, dimension: str) -> str:
    """“7 were on sick leave and 2 without an occupation”, the largest first."""
    told: list[str] = []
    for key in biggest_first(material, "completed", dimension):
        address = f"completed.{dimension}.{key}"
        number = plural(material, address)
        phrase = _occupation(key, number)
        text = _("%(count)s %(phrase)s")
        if not told:
            text = ngettext("%(count)s was %(phrase)s", "%(count)s were %(phrase)s", number)
        told.append(text % {"count": "{" + address + "}", "phrase": phrase})
    return joined(told)


def _occupation(code: str, number: int) -> str:
    phrases = {
        "work": _("in work"),
        "subsidised_work": _("in subsidised work"),
        "studies": _("in studies"),
        "placement": _("in a work placement or internship"),
        "job_seeking": _("looking for work"),
        "sick_leave": ngettext("on sick leave", "on sick leave", number),
        "parental_leave": ngettext("on parental leave", "on parental leave", number),
        "none": _("without an occupation"),
        UNKNOWN: _("in an occupation that is not stated"),
    }
    return phrases.get(code, _("in another occupation"))
